import { Refusal, type ResolvedShop, type Selection } from '../domain/index.ts'
import type { ShopContext } from './context.ts'

/** The line a selection waits in: one for each session, and one for each kind of ticket. */
export const lineOf = ({ service, session, places, offering }: Selection): string =>
  `${service}/${session ?? places?.[0]?.offering ?? offering ?? ''}`

/** Whether there is a waiting list for the service. */
export const hasLine = (shop: ResolvedShop, { service }: Pick<Selection, 'service'>): boolean =>
  (shop.services.get(service)?.policies.waitlist ?? null) !== null

/** Whoever comes by themselves does not pass those who wait. Refuses WAITLIST_AHEAD. */
export async function requireNobodyAhead(ctx: ShopContext, shop: ResolvedShop, selection: Selection): Promise<void> {
  if (!hasLine(shop, selection)) return
  if ((await ctx.store.waitlist.ahead(lineOf(selection))) > 0)
    throw new Refusal('WAITLIST_AHEAD', { field: 'selection', reason: 'waitlist' })
}
