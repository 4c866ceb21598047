import { fits, Refusal, type Claim } from '../../domain/index.ts'
import { PoolFull, type Order } from '../../store/index.ts'
import type { ShopContext } from '../context.ts'
import { windowOf } from '../places.ts'

/**
 * Takes again what an order stands on and has lost; what it still has stays, whatever comes of it. False: the order does not
 * stand, or some of it has been taken by somebody else.
 */
export async function regain(ctx: ShopContext, order: Order): Promise<boolean> {
  const { store, clock } = ctx
  const { state, claim } = order
  if (state === 'cancelled' || state === 'expired') return false
  const now = clock.now()
  const until = { now, expiresAt: state === 'pending' ? order.expiresAt : null }
  const { resources } = await ctx.shopAt(order.version)
  const fit = (others: readonly Claim[]) =>
    fits(claim.places, others, (resource) => resources.get(resource)?.capacity ?? 1)
  if (claim.places.length > 0) {
    const window = windowOf(claim.places)
    // A claim that is refused loses what it had: it is tried only where it will fit.
    if (!fit(await othersOf(ctx, claim.id, now))) return false
    await store.claims.take(
      claim.id,
      window,
      (others) => {
        if (!fit(others)) throw new Refusal('SLOT_TAKEN')
        return claim.places
      },
      until,
    )
  }
  try {
    await store.claims.draw(claim, claim.draws, until)
    return true
  } catch (error) {
    if (error instanceof PoolFull) return false
    throw error
  }
}

/** All that is claimed and not by this claim. */
async function othersOf({ store }: ShopContext, claim: string, now: Date): Promise<Claim[]> {
  const others = new Map<string, Claim>()
  for await (const { resource, claims } of store.claims.all())
    for (const { id, start, end, units = 1, expiresAt } of claims)
      if (id !== claim && (expiresAt === null || expiresAt > now))
        // One over midnight stands in two days.
        others.set([id, resource, start.getTime(), end.getTime()].join(' '), { resource, start, end, units, expiresAt })
  return [...others.values()]
}
