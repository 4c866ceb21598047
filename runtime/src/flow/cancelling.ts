import {
  allocateRefund,
  cancellationPreview,
  money,
  paidByPlaces,
  paidLeft,
  Refusal,
  withdrawnPlaces,
  type CancellationPreview,
} from '../domain/index.ts'
import type { Change, Order } from '../store/index.ts'
import type { ShopContext } from './context.ts'
import { openAttempts } from './dues.ts'
import { grants } from './entitling.ts'
import { unavailable } from './paying.ts'
import { withoutPlaces } from './partial.ts'
import { refundEntries } from './refunding.ts'
import { releaseLeft } from './releasing.ts'
import { askAboutPayment } from './settling.ts'
import { stepTo } from './stepping.ts'

/** `system`: an overdue balance, judged as if the customer had cancelled. */
type By = 'customer' | 'merchant' | 'system'

/** What cancelling now would give back, under the policy the order was made under; of some `places` alone, of their part. */
export async function previewCancellation(
  ctx: ShopContext,
  order: Order,
  by: By,
  places?: readonly number[],
): Promise<CancellationPreview> {
  const shop = await ctx.shopAt(order.version)
  const judged = by === 'merchant' ? 'merchant' : 'customer'
  if (judged === 'customer' && grants(shop, order) && (await hasUsedGrant(ctx, order)))
    return { allowed: false, refund: 0, paid: 0, rate: 0, explanation: USED_ALREADY }
  const paid = money(order.entries, order.quote, order)
  return cancellationPreview(shop, {
    assignment: order.selection,
    paid: isPart(order, places)
      ? paidByPlaces(order.quote, places, paid, order.withdrawals)
      : paidLeft(paid, order.withdrawals, judged),
    now: ctx.clock.now(),
    by: judged,
  })
}

const USED_ALREADY = {
  'zh-CN': '买到的卡已经用过，不能退了；请联系店铺。',
  en: 'What was bought has been used and cannot be returned; please contact the shop.',
}

/** Whether a pass or stored value that this order gave has paid for something that stands. */
async function hasUsedGrant(ctx: ShopContext, { id, customer }: Order): Promise<boolean> {
  const held = await ctx.store.entitlements.ofCustomer(customer)
  return held
    .filter(({ entries }) => entries.some(({ kind, order }) => kind === 'grant' && order === id))
    .some(({ entries }) => {
      const taken = entries.filter(({ kind }) => kind === 'use' || kind === 'return')
      return taken.reduce((sum, { units }) => sum + units, 0) < 0
    })
}

/** Whether these are only some of the people left. Refuses INPUT_INVALID for one that is not there. */
function isPart(order: Order, places?: readonly number[]): places is readonly number[] {
  if (!places) return false
  const gone = withdrawnPlaces(order.withdrawals)
  const left = order.selection.places.map((_, index) => index).filter((index) => !gone.includes(index))
  if (new Set(places).size !== places.length || places.some((place) => !left.includes(place)))
    throw new Refusal('INPUT_INVALID', { field: 'places' })
  return places.length < left.length
}

export interface Cancellation {
  readonly by: By
  /** What was shown before; another sum is refused with REFUND_CHANGED. */
  readonly expectedRefund?: number
  readonly reason?: string
  /** Only these people of the order. */
  readonly places?: readonly number[]
}

/**
 * Cancels an order, or some of its people: asks for the refund and frees the place.
 * Refuses CANCELLATION_NOT_ALLOWED, REFUND_CHANGED, PAYMENT_UNAVAILABLE.
 */
export async function cancelOrder(ctx: ShopContext, id: string, cancellation: Cancellation): Promise<Order> {
  const { by, expectedRefund, reason, places } = cancellation
  for (;;) {
    const seen = await orderToCancel(ctx, id)
    const shop = await ctx.shopAt(seen.version)
    const part = isPart(seen, places) ? places : undefined
    const preview = await previewCancellation(ctx, seen, by, part)
    if (!preview.allowed) throw new Refusal('CANCELLATION_NOT_ALLOWED', { words: preview.explanation })
    if (expectedRefund !== undefined && expectedRefund !== preview.refund) throw new Refusal('REFUND_CHANGED')
    // A pass that was bought with a place goes with the whole purchase.
    if (part && (shop.services.get(seen.selection.service)?.mode === 'appointment' || grants(shop, seen)))
      throw new Refusal('CANCELLATION_NOT_ALLOWED', { field: 'places' })
    const now = ctx.clock.now()
    let isAsSeen = false
    const order = await ctx.store.orders.change(seen, now, (current) => {
      isAsSeen = current.revision === seen.revision
      if (!isAsSeen) return undefined
      const shares = allocateRefund(current.entries, preview.refund)
      const refunds = refundEntries(current, shares, now, reason ?? `cancelled by ${by}`)
      const paysBack: Change = {
        entries: refunds,
        events: refunds.length > 0 ? ['refund.requested'] : [],
        due: refunds.length > 0 ? ['refunds'] : [],
      }
      const { paid, refund } = preview
      return part
        ? partly(paysBack, withoutPlaces(shop, current, { places: part, paid, refund, at: now }, ctx.store.blind))
        : whole(paysBack, current, preview.rate, grants(shop, current), reason)
    })
    // A job may have noted something in between: what was shown has to be reckoned anew.
    if (!order || !isAsSeen) continue
    await releaseLeft(ctx, order)
    ctx.poke()
    return (await ctx.store.orders.find(id)) ?? order
  }
}

const partly = (paysBack: Change, part: Change): Change => ({
  ...paysBack,
  set: part.set ?? {},
  events: ['order.partly_cancelled', ...(paysBack.events ?? [])],
  due: ['releases', ...(paysBack.due ?? [])],
})

const whole = (paysBack: Change, order: Order, rate: number, granted: boolean, reason?: string): Change => ({
  ...paysBack,
  set: {
    ...stepTo('cancel', order).set,
    releases: [...order.releases, order.claim, ...(order.pendingMove ? [order.pendingMove.claim] : [])],
    pendingMove: null,
    expiresAt: null,
    balanceDue: null,
    returnRate: rate,
    ...(reason !== undefined && { note: reason }),
  },
  events: ['order.cancelled', ...(paysBack.events ?? [])],
  due: ['releases', 'returns', ...(granted ? (['grants'] as const) : []), ...(paysBack.due ?? [])],
})

/** An order that is waiting for money is asked about and closed first: nobody shall pay for what is cancelled. */
async function orderToCancel(ctx: ShopContext, id: string): Promise<Order> {
  const order = await ctx.store.orders.find(id)
  if (!order) throw new Refusal('NOT_FOUND')
  const seen = openAttempts(order).length > 0 ? await askAboutPayment(ctx, order, true).catch(unavailable) : order
  stepTo('cancel', seen)
  return seen
}
