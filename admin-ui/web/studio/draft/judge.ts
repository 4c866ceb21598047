import { loadShop, type ResolvedShop } from '@kaidian/runtime/domain'
import type { Problem } from '@kaidian/schemas'

export interface Judgement {
  readonly problems: readonly Problem[]
  readonly shop: ResolvedShop | null
}

/** The same judgement as the server's, in the page: no round trip between an edit and its problems. */
export function judge(description: unknown): Judgement {
  const result = loadShop(description, 'draft')
  return result.ok ? { problems: [], shop: result.value } : { problems: result.problems, shop: null }
}
