import { readFileSync } from 'node:fs'
import type { Shop } from '@kaidian/schemas'
import { loadShop, type ResolvedShop } from '@kaidian/runtime/domain'

const SALON = new URL('../../schemas/examples/salon.json', import.meta.url)

/** The salon of the examples, fresh each time. */
export const salon = (): Shop => JSON.parse(readFileSync(SALON, 'utf8')) as Shop

/** @throws Error with every problem of the description */
export function resolved(shop: Shop): ResolvedShop {
  const loaded = loadShop(shop, 'bench')
  if (loaded.ok) return loaded.value
  throw new Error(loaded.problems.map(({ pointer, message }) => `${pointer} ${message.en}`).join('\n'))
}
