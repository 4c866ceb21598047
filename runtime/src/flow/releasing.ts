import type { Order } from '../store/index.ts'
import type { ShopContext } from './context.ts'

/** Releases the claims an order has no more use for. What fails here is done by the job. */
export async function releaseLeft(ctx: ShopContext, order: Order): Promise<void> {
  if (order.releases.length === 0) return
  for (const claim of order.releases)
    if (claim.id !== order.claim.id || order.state !== 'confirmed') await ctx.store.claims.release(claim)
  await ctx.store.orders.change(order, ctx.clock.now(), (current) =>
    current.revision === order.revision ? { set: { releases: [] }, done: ['releases'] } : undefined,
  )
}

/** As {@link releaseLeft}, for an order that somebody may be working on: whoever has read it earlier cannot go on. */
export async function releaseAbandoned(ctx: ShopContext, id: string): Promise<void> {
  const order = await ctx.store.orders.change(id, ctx.clock.now(), ({ releases }) =>
    releases.length > 0 ? {} : { done: ['releases'] },
  )
  if (order) await releaseLeft(ctx, order)
}
