import type { Money, Quote } from '../booking.ts'
import { Refusal } from '../refusals.ts'
import { totalLeft, type Withdrawal } from './withdrawal.ts'

/** One movement of money: written once, never changed but for the state of one that was requested. */
export interface LedgerEntry {
  readonly id: string
  readonly order: string
  readonly kind: 'capture' | 'refund' | 'on_site'
  /** Fen, never negative. */
  readonly amount: number
  readonly state: 'requested' | 'succeeded' | 'failed'
  readonly at: Date
  /** Of a refund: id of the capture it comes out of. */
  readonly capture?: string
}

const sum = (entries: readonly { readonly amount: number }[]): number =>
  entries.reduce((total, { amount }) => total + amount, 0)

const captures = (entries: readonly LedgerEntry[]): LedgerEntry[] =>
  entries.filter(({ kind, state }) => kind === 'capture' && state === 'succeeded')

/** A refund that was asked for counts before it has arrived: the money is not there to be given twice. */
const refunds = (entries: readonly LedgerEntry[]): LedgerEntry[] =>
  entries.filter(({ kind, state }) => kind === 'refund' && state !== 'failed')

/** A fee owed beside the price; due at once. */
export interface Charge {
  readonly id: string
  readonly kind: 'reschedule'
  /** Fen. */
  readonly amount: number
  readonly at: Date
}

/** What changes the sum that an order comes to after it was priced. */
export interface Additions {
  readonly charges?: readonly Charge[]
  readonly withdrawals?: readonly Withdrawal[]
}

/** What was paid and given back, derived from the ledger of one order. */
export function money(
  entries: readonly LedgerEntry[],
  quote: Quote,
  { charges = [], withdrawals = [] }: Additions = {},
): Money {
  const captured = sum(captures(entries))
  const onSite = sum(entries.filter(({ kind, state }) => kind === 'on_site' && state === 'succeeded'))
  const given = refunds(entries)
  const refunded = sum(given)
  const charged = sum(charges)
  const isWaiting = given.some(({ state }) => state === 'requested')
  const owed = totalLeft(quote, withdrawals) + charged
  const received = captured + onSite - withdrawals.reduce((total, { paid }) => total + paid, 0)
  const stateOfPayment = (): Money['state'] => {
    if (received >= owed) return quote.total === 0 && received === 0 ? 'nothing' : 'paid'
    return received > 0 ? 'deposit' : 'unpaid'
  }
  const stateOfRefund = (): Money['state'] =>
    isWaiting ? 'refunding' : refunded >= captured ? 'refunded' : 'partly_refunded'
  return { captured, onSite, refunded, charged, state: refunded > 0 ? stateOfRefund() : stateOfPayment() }
}

export interface RefundShare {
  /** Id of the capture to refund from. */
  readonly capture: string
  readonly amount: number
}

/**
 * Shares a refund among the captures of one order, oldest first, never more from one than it has left.
 * @throws Refusal REFUND_TOO_LARGE
 */
export function allocateRefund(entries: readonly LedgerEntry[], amount: number): readonly RefundShare[] {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new Refusal('REFUND_TOO_LARGE')
  const given = refunds(entries)
  // A refund without a capture of its own weighs on the oldest that still has something.
  let loose = sum(given.filter(({ capture }) => capture === undefined))
  let open = amount
  const shares: RefundShare[] = []
  for (const entry of captures(entries).toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    let left = entry.amount - sum(given.filter(({ capture }) => capture === entry.id))
    const borne = Math.min(Math.max(left, 0), loose)
    loose -= borne
    left -= borne
    const share = Math.min(left, open)
    if (share <= 0) continue
    shares.push({ capture: entry.id, amount: share })
    open -= share
  }
  if (open > 0) throw new Refusal('REFUND_TOO_LARGE')
  return shares
}
