import { couponDraws } from '../domain/index.ts'
import type { ShopContext } from './context.ts'

/** How often a customer may still use a coupon that is shown to everybody; null: without a limit. */
export interface CouponLeft {
  /** Of the rule. */
  readonly id: string
  readonly left: number | null
}

/** Of every listed coupon, what is left to `customer`: of their own uses and of the campaign's, whichever is less. */
export async function couponsLeft(ctx: ShopContext, customer: string): Promise<readonly CouponLeft[]> {
  const shop = ctx.shop()
  const listed = shop.fees.flatMap(({ id, code, listed }) =>
    listed && code !== null ? [{ id, draws: couponDraws(shop, code, customer) }] : [],
  )
  const pools = listed.flatMap(({ draws }) => draws.map(({ pool }) => pool))
  const used = await ctx.store.pools.used([...new Set(pools)], ctx.clock.now())
  return listed.map(({ id, draws }) => {
    const left = draws.map(({ pool, counter, limit }) => Math.max(0, limit - (used.get(pool)?.[counter] ?? 0)))
    return { id, left: left.length === 0 ? null : Math.min(...left) }
  })
}
