import type { Order } from '../../store/index.ts'
import type { ShopContext } from '../context.ts'
import { isOwned, seatAgain } from '../seating.ts'
import { effectOf, factsOf, isPaid } from '../settling.ts'
import type { DiscrepancyCode, Finding, Whereabouts } from './discrepancy.ts'
import { regain } from './regaining.ts'

/** Resolves to whether it is put right. */
type Mend = (ctx: ShopContext, at: Whereabouts) => Promise<boolean>

/** An order's time or place, taken again where it is free still. */
const takeBack: Mend = async (ctx, at) => {
  const order = await orderAt(ctx, at)
  return order !== undefined && regain(ctx, order)
}

/** What needs no judgement. The rest is for a person. */
const MENDS: Partial<Record<DiscrepancyCode, Mend>> = {
  PLACE_MISSING: takeBack,
  DRAW_MISSING: takeBack,

  async PLACE_ORPHANED({ store }, { resource = '', day = '', claim = '' }) {
    await store.claims.dropFrom(resource, day, claim)
    return true
  },

  async DRAW_ORPHANED(ctx, { pool = '', claim = '', ...at }) {
    const order = await orderAt(ctx, at)
    const draws = order?.claim.draws.filter((draw) => draw.pool === pool && (draw.by ?? order.claim.id) === claim) ?? []
    if (draws.length > 0) await ctx.store.pools.take(claim, draws, { now: ctx.clock.now(), expiresAt: null })
    else await ctx.store.pools.release(claim, [{ pool }])
    return true
  },

  async SEAT_MISSING(ctx, at) {
    const order = await orderAt(ctx, at)
    return order !== undefined && seatAgain(ctx, order)
  },

  async SEAT_ORPHANED(ctx, { seat, ...at }) {
    if (seat && !isOwned(await orderAt(ctx, at), seat)) await ctx.store.seats.drop(seat)
    return true
  },

  async PAYMENT_NOT_BOOKED(ctx, { order = '', payment = '' }) {
    const transaction = await ctx.pay.query(payment)
    if (!isPaid(transaction)) return false
    await effectOf(ctx, `paid/${payment}`, factsOf(transaction))
    return (await ctx.store.orders.find(order))?.entries.some(({ id }) => id === payment) ?? false
  },

  async USE_ORPHANED({ store, clock }, { order = '' }) {
    await store.entitlements.giveBack(order, 10000, clock.now())
    return true
  },

  async NOTICE_WAITING(ctx, { notice = '' }) {
    const waiting = await ctx.store.notices.waiting(ctx.clock.now(), 1000)
    const found = waiting.find(({ id }) => id === notice)
    if (found) await effectOf(ctx, found.id, found.facts)
    return true
  },
}

const orderAt = async ({ store }: ShopContext, { order }: Whereabouts): Promise<Order | undefined> =>
  order === undefined ? undefined : store.orders.find(order)

/** Puts right what needs no judgement: what nobody stands on is released, what WeChat Pay knows is booked. @returns whether it is right */
export async function mend(ctx: ShopContext, { code, subject, at }: Finding): Promise<boolean> {
  try {
    return (await MENDS[code]?.(ctx, at)) ?? false
  } catch (error) {
    ctx.log.warn({ code, subject, error: String(error) }, 'This could not be put right.')
    return false
  }
}
