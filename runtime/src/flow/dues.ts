import { capturedLeft, money, nextPayment, Refusal, scheduleLeft, type Quote } from '../domain/index.ts'
import type { Attempt, ClaimRef, Order } from '../store/index.ts'

/** What can be paid in the app now, and for what. */
export interface Payable {
  readonly purpose: Attempt['purpose']
  /** Fen. */
  readonly amount: number
  /** No payment counts after this; null: no end. */
  readonly until: Date | null
  /** What is kept until then. */
  readonly claim?: ClaimRef
}

/** When the next payment in the app is due once `captured` (fen) has been paid; null when none is planned for later. */
export function nextDue(schedule: Quote['schedule'], captured: number): Date | null {
  let covered = captured
  for (const { amount, due, where } of schedule) {
    if (where !== 'app') continue
    covered -= amount
    // The minute that was named still counts.
    if (covered < 0 && due !== null) return new Date(Date.parse(due) + 60_000)
  }
  return null
}

/** Attempts to pay that may still bring money. */
export const openAttempts = ({ attempts, entries }: Order): readonly Attempt[] =>
  attempts.filter(({ closed, outTradeNo }) => !closed && !entries.some(({ id }) => id === outTradeNo))

/** What is to be paid next. Refuses with what stands in the way: ORDER_EXPIRED, ALREADY_PAID, NOTHING_TO_PAY, ORDER_NOT_PENDING. */
export function payable(order: Order, now: Date): Payable {
  const { state, expiresAt, pendingMove, quote } = order
  if (state === 'expired' || (state === 'pending' && expiresAt && expiresAt <= now)) throw new Refusal('ORDER_EXPIRED')
  if (state === 'pending') return { purpose: 'order', amount: quote.dueNow, until: expiresAt, claim: order.claim }
  if (state !== 'confirmed' && state !== 'awaiting_approval') throw new Refusal('ORDER_NOT_PENDING')
  if (pendingMove && pendingMove.expiresAt > now)
    return { purpose: 'move', amount: pendingMove.fee, until: pendingMove.expiresAt, claim: pendingMove.claim }
  const { withdrawals } = order
  const paid = money(order.entries, quote, order)
  const captured = capturedLeft(paid, withdrawals)
  const next = state === 'confirmed' ? nextPayment(scheduleLeft(quote, withdrawals), { ...paid, captured }, now) : null
  if (next?.where === 'app') return { purpose: 'balance', amount: next.amount, until: null }
  throw new Refusal(paid.captured > 0 ? 'ALREADY_PAID' : 'NOTHING_TO_PAY')
}
