import type { ClaimRef, HeldDraw, Order, Place } from '../store/index.ts'
import type { ShopContext } from './context.ts'
import { settleGrants } from './entitling.ts'
import { releaseSeats } from './seating.ts'
import { promote } from './waiting.ts'

/**
 * What of a claim the order has no more use for: all of it, but for what the order stands on. An order that has moved still has
 * draws under an earlier claim, and a move that was let go shared them.
 */
function unused(claim: ClaimRef, order: Order): ClaimRef {
  if (order.state === 'cancelled' || order.state === 'expired') return claim
  const { id, places, draws } = order.claim
  const isKept = ({ pool, by = claim.id }: HeldDraw) =>
    draws.some((kept) => kept.pool === pool && (kept.by ?? id) === by)
  const isStoodOn = ({ resource, start }: Place) =>
    claim.id === id && places.some((kept) => kept.resource === resource && kept.start.getTime() === start.getTime())
  return {
    id: claim.id,
    places: claim.places.filter((one) => !isStoodOn(one)),
    draws: claim.draws.filter((one) => !isKept(one)),
  }
}

/**
 * Releases what an order has no more use for, gives back what it took off passes, and lets those who wait have the place.
 * What fails here is done by the job.
 */
export async function releaseLeft(ctx: ShopContext, order: Order): Promise<void> {
  const { releases, due } = order
  if (releases.length === 0 && !due.includes('returns')) return
  // Before the places: whoever takes one of them finds its seat free.
  await releaseSeats(ctx, order)
  for (const claim of releases) {
    const left = unused(claim, order)
    // The order stands on it with fewer people: what it draws from the same pools becomes less.
    if (claim.id === order.claim.id && left !== claim && order.claim.draws.length > 0)
      await ctx.store.claims.draw(order.claim, order.claim.draws, { now: ctx.clock.now(), expiresAt: null })
    await ctx.store.claims.release(left)
  }
  if (due.includes('returns')) await ctx.store.entitlements.giveBack(order.id, order.returnRate, ctx.clock.now())
  const released = await ctx.store.orders.change(order, ctx.clock.now(), (current) =>
    current.revision === order.revision ? { set: { releases: [] }, done: ['releases', 'returns'] } : undefined,
  )
  if (released && order.state === 'cancelled' && due.includes('grants')) await settleGrants(ctx, released)
  if (releases.length > 0) await promote(ctx, order.selection.service)
}

/** As {@link releaseLeft}, for an order that somebody may be working on: whoever has read it earlier cannot go on. */
export async function releaseAbandoned(ctx: ShopContext, id: string): Promise<void> {
  const order = await ctx.store.orders.change(id, ctx.clock.now(), ({ releases, due }) =>
    releases.length > 0 || due.includes('returns') ? {} : { done: ['releases'] },
  )
  if (order) await releaseLeft(ctx, order)
}
