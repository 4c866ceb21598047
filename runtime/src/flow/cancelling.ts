import { allocateRefund, cancellationPreview, money, Refusal, type CancellationPreview } from '../domain/index.ts'
import type { Order } from '../store/index.ts'
import type { ShopContext } from './context.ts'
import { unavailable } from './paying.ts'
import { refundEntries } from './refunding.ts'
import { releaseLeft } from './releasing.ts'
import { askAboutPayment, stepTo } from './settling.ts'

type By = 'customer' | 'merchant'

/** What cancelling now would give back, under the policy the order was made under. */
export async function previewCancellation(ctx: ShopContext, order: Order, by: By): Promise<CancellationPreview> {
  const shop = await ctx.shopAt(order.version)
  const { captured, refunded } = money(order.entries, order.quote)
  const { service } = order.selection
  return cancellationPreview(shop, { service, start: order.start, paid: captured - refunded, now: ctx.clock.now(), by })
}

export interface Cancellation {
  readonly by: By
  /** What was shown before; another sum is refused with REFUND_CHANGED. */
  readonly expectedRefund?: number
  readonly reason?: string
}

/** Cancels, asks for the refund and frees the place. Refuses CANCELLATION_NOT_ALLOWED, REFUND_CHANGED, PAYMENT_UNAVAILABLE. */
export async function cancelOrder(
  ctx: ShopContext,
  id: string,
  { by, expectedRefund, reason }: Cancellation,
): Promise<Order> {
  for (;;) {
    const seen = await orderToCancel(ctx, id)
    const preview = await previewCancellation(ctx, seen, by)
    if (!preview.allowed) throw new Refusal('CANCELLATION_NOT_ALLOWED', { words: preview.explanation })
    if (expectedRefund !== undefined && expectedRefund !== preview.refund) throw new Refusal('REFUND_CHANGED')
    const now = ctx.clock.now()
    const order = await ctx.store.orders.change(seen, now, (current) => {
      if (current.revision !== seen.revision) return undefined
      const refunds = refundEntries(
        current,
        allocateRefund(current.entries, preview.refund),
        now,
        reason ?? `cancelled by ${by}`,
      )
      return {
        set: { ...stepTo('cancel', current).set, releases: [...current.releases, current.claim], expiresAt: null },
        entries: refunds,
        events: ['order.cancelled', ...(refunds.length > 0 ? (['refund.requested'] as const) : [])],
        due: ['releases', ...(refunds.length > 0 ? (['refunds'] as const) : [])],
      }
    })
    if (order?.state !== 'cancelled' || order.revision !== seen.revision + 1) continue
    await releaseLeft(ctx, order)
    ctx.poke()
    return (await ctx.store.orders.find(id)) ?? order
  }
}

/** An order that is waiting for money is asked about and closed first: nobody shall pay for what is cancelled. */
async function orderToCancel(ctx: ShopContext, id: string): Promise<Order> {
  const order = await ctx.store.orders.find(id)
  if (!order) throw new Refusal('NOT_FOUND')
  const seen = order.state === 'pending' ? await askAboutPayment(ctx, order, true).catch(unavailable) : order
  stepTo('cancel', seen)
  return seen
}
