import { describeShop, loadShop } from '@kaidian/runtime/domain'
import { contentHash } from '@kaidian/runtime/version'
import type { Result, Shop } from '@kaidian/schemas'
import { featuresOf } from './features.ts'
import type { Making, Subject } from './subject.ts'

/** Where the language file lies in every app: the same description has the same version wherever it was written. */
const LANGUAGE = './schemas/shop.schema.json'

/** For those who only want to know whether a description is sound. */
const NOTHING: Making = { version: '', pack: '', api: {} }

function atHome(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input
  const { $schema: _elsewhere, ...shop } = input as Record<string, unknown>
  return { $schema: LANGUAGE, ...shop }
}

/**
 * validate → check → resolve: the first three steps, which the API takes too when it starts.
 *
 * @param input a shop description, straight from JSON.
 */
export function understand(input: unknown, made: Making = NOTHING): Result<Subject> {
  const shop = atHome(input)
  const loaded = loadShop(shop, contentHash(shop))
  if (!loaded.ok) return loaded
  const seen = describeShop(loaded.value, false)
  return { ok: true, value: { shop: shop as Shop, seen, features: featuresOf(seen), made } }
}
