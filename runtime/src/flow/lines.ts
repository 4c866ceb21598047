import { Refusal, type ResolvedShop, type Selection } from '../domain/index.ts'
import type { ShopContext } from './context.ts'

/** The line a selection waits in: one for each session, and one for each kind of ticket. */
export const lineOf = ({ service, session, places, offering }: Selection): string =>
  `${service}/${session ?? places?.[0]?.offering ?? offering ?? ''}`

/** Whoever comes by themselves does not pass those who wait. Refuses WAITLIST_AHEAD. */
export async function requireNobodyAhead(ctx: ShopContext, shop: ResolvedShop, selection: Selection): Promise<void> {
  if (!shop.services.get(selection.service)?.policies.waitlist) return
  if ((await ctx.store.waitlist.ahead(lineOf(selection))) > 0)
    throw new Refusal('WAITLIST_AHEAD', { field: 'selection', reason: 'waitlist' })
}
