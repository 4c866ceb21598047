import { type Result, validateShop } from '@kaidian/schemas'
import { check } from './check/index.ts'
import type { ResolvedShop } from './resolved.ts'
import { resolveShop } from './resolve.ts'

/**
 * A description becomes a shop that can be run, or all the faults that keep it from being one.
 * @param version hash of the description, made by the caller
 */
export function loadShop(input: unknown, version: string): Result<ResolvedShop> {
  const shape = validateShop(input)
  if (!shape.ok) return shape
  const problems = check(shape.value)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: resolveShop(shape.value, version) }
}
