import type { Change, NoticeFacts, Order, StoredEntry } from '../store/index.ts'
import { allocateRefund, capturedLeft, lineRefund, money, Refusal, withdrawnPlaces } from '../domain/index.ts'
import { digestOf, orderOfPaymentNumber, outRefundNoOf } from '../ids.ts'
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

export interface StaffRefund {
  readonly reason: string
  /** Fen; or what these lines, or these people, have cost of what was paid. */
  readonly amount?: number
  readonly lines?: readonly number[]
  readonly places?: readonly number[]
}

/**
 * Gives money back by hand, without cancelling. `request` tells a repetition from a second refund.
 * Refuses REFUND_TOO_LARGE, INPUT_INVALID where nothing says how much.
 */
export async function refundByStaff(
  ctx: ShopContext,
  id: string,
  refund: StaffRefund,
  request: string,
): Promise<Order> {
  const now = ctx.clock.now()
  const { amount, lines, places, reason } = refund
  if (amount === undefined && !lines && !places) throw new Refusal('INPUT_INVALID', { field: 'amount' })
  const mark = `${reason} #${digestOf(`${id}\n${request}`).slice(0, 12)}`
  const order = await ctx.store.orders.change(id, now, (current) => {
    if (current.entries.some(({ reason: noted }) => noted === mark)) return undefined
    const { withdrawals, quote } = current
    const received = money(current.entries, quote, current)
    const paid = capturedLeft(received, withdrawals) - received.charged
    const parts = lines ? { lines } : { places: places ?? [] }
    const due = amount ?? lineRefund(quote, parts, paid, 10000, withdrawnPlaces(withdrawals))
    if (due <= 0) throw new Refusal('REFUND_TOO_LARGE')
    return {
      entries: refundEntries(current, allocateRefund(current.entries, due), now, mark),
      events: ['refund.requested'],
      due: ['refunds'],
    }
  })
  if (!order) throw new Refusal('NOT_FOUND')
  ctx.poke()
  return order
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
