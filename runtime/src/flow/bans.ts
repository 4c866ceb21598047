import { instantToWall, noShowBan, Refusal, type ResolvedShop } from '../domain/index.ts'
import type { ShopContext } from './context.ts'

/** Refuses BANNED while the customer, or the phone, may not book the service after several no-shows. */
export async function requireNoBan(
  ctx: ShopContext,
  shop: ResolvedShop,
  service: string,
  who: { readonly customer: string; readonly phone?: string | null },
): Promise<void> {
  const policy = shop.services.get(service)?.policies.noShow
  if (!policy?.limit) return
  const asked = policy.by === 'customer' ? { customer: who.customer } : who.phone ? { phone: who.phone } : undefined
  if (!asked) return
  const now = ctx.clock.now()
  const until = noShowBan(await ctx.store.orders.noShows(asked), policy, now)
  if (!until) return
  const { day, time } = instantToWall(until, shop.zone)
  throw new Refusal('BANNED', {
    ...(policy.by === 'phone' && { field: 'answers' }),
    reason: until.toISOString(),
    values: { until: `${day} ${time}` },
  })
}
