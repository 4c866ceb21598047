import type { Change, NoticeFacts, Order, StoredEntry } from '../store/index.ts'
import { orderOfPaymentNumber, outRefundNoOf } from '../ids.ts'
import type { ShopContext } from './context.ts'

/** Ledger entries for refunds out of captures, each with a number of its own that is kept for every retry. */
export function refundEntries(
  order: Order,
  shares: readonly { readonly capture: string; readonly amount: number }[],
  at: Date,
  reason: string,
): StoredEntry[] {
  const before = order.entries.filter(({ kind }) => kind === 'refund').length
  return shares
    .filter(({ amount }) => amount > 0)
    .map(({ capture, amount }, index) => ({
      id: outRefundNoOf(order.id, before + index + 1),
      kind: 'refund' as const,
      amount,
      at,
      capture,
      reason,
    }))
}

/** Asks WeChat Pay for every refund that is not final, with the number it had at first: money is given back once. */
export async function settleRefunds(ctx: ShopContext, order: Order): Promise<void> {
  for (const entry of order.entries.filter(({ kind, state }) => kind === 'refund' && state === 'requested')) {
    const total = order.entries.find(({ id }) => id === entry.capture)?.amount
    if (entry.capture === undefined || total === undefined) throw new Error(`The refund ${entry.id} has no capture.`)
    try {
      const { status, succeededAt } = await ctx.pay.refund({
        outTradeNo: entry.capture,
        outRefundNo: entry.id,
        refund: entry.amount,
        total,
        notifyUrl: `${ctx.publicUrl()}/api/wechat/refund-notices`,
      })
      await noteRefund(ctx, {
        kind: 'refund',
        outTradeNo: entry.capture,
        outRefundNo: entry.id,
        status,
        endedAt: succeededAt ?? null,
      })
    } catch (error) {
      ctx.log.warn(
        { refund: entry.id, error: (error as Error).message },
        'A refund was not taken yet; it is tried again.',
      )
    }
  }
  const refundsTriedAt = ctx.clock.now()
  await ctx.store.orders.change(order.id, refundsTriedAt, (current) => ({
    set: { refundsTriedAt },
    ...(allFinal(current) && { done: ['refunds'] }),
  }))
}

const allFinal = (order: Order): boolean =>
  !order.entries.some(({ kind, state }) => kind === 'refund' && state === 'requested')

/** Notes how a refund went. A second time, or out of order, nothing happens. */
export async function noteRefund(ctx: ShopContext, facts: Extract<NoticeFacts, { kind: 'refund' }>): Promise<void> {
  const { status, outRefundNo } = facts
  if (status === 'PROCESSING') return
  const now = ctx.clock.now()
  const succeeded = status === 'SUCCESS'
  const order = await ctx.store.orders.change(orderOfPaymentNumber(outRefundNo), now, (current): Change | undefined => {
    const entry = current.entries.find(({ id }) => id === outRefundNo)
    if (!entry || entry.kind !== 'refund' || entry.state === 'succeeded') return undefined
    // A failed one may still be mended by hand in the merchant console and succeed.
    if (entry.state === 'failed' && !succeeded) return undefined
    return {
      outcomes: [{ entry: outRefundNo, state: succeeded ? 'succeeded' : 'failed', at: facts.endedAt ?? now }],
      events: [succeeded ? 'refund.succeeded' : 'refund.failed'],
    }
  })
  if (!order) ctx.log.error({ refund: outRefundNo }, 'A refund of an order that is not known.')
  else if (!succeeded)
    ctx.log.error(
      { refund: outRefundNo, status },
      'A refund could not be given back; a person must act in the merchant console.',
    )
  ctx.poke()
}
