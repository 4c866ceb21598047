import type { Instalment, Money, Quote } from '../booking.ts'
import { shareOf } from '../policies/paid-share.ts'

/** Places given up while the others stayed. The order keeps its quote; what they bore of it is reckoned from this. */
export interface Withdrawal {
  /** Indexes of the places in the assignment. */
  readonly places: readonly number[]
  /** Their share of what had been captured then, in fen. */
  readonly paid: number
  /** What of it was given back. */
  readonly refund: number
  readonly at: Date
}

export const withdrawnPlaces = (withdrawals: readonly Withdrawal[]): readonly number[] =>
  withdrawals.flatMap(({ places }) => places).toSorted((a, b) => a - b)

/** What is left of a sum when those who went have taken their shares, one after another as they went. */
function left(quote: Quote, withdrawals: readonly Withdrawal[], amount: number): number {
  const gone: number[] = []
  return withdrawals.reduce((sum, { places }) => {
    const rest = sum - shareOf(quote, { places }, sum, gone)
    gone.push(...places)
    return rest
  }, amount)
}

/** What the places that stay come to, in fen. */
export const totalLeft = (quote: Quote, withdrawals: readonly Withdrawal[]): number =>
  left(quote, withdrawals, quote.total)

/** The payments of the places that stay: they sum to {@link totalLeft}. */
export function scheduleLeft(quote: Quote, withdrawals: readonly Withdrawal[]): readonly Instalment[] {
  if (withdrawals.length === 0) return quote.schedule
  // Shares of the sums up to each payment, so that what is rounded never adds up.
  let before = 0
  let asked = 0
  return quote.schedule.map((instalment) => {
    before += instalment.amount
    const upTo = Math.max(asked, left(quote, withdrawals, before))
    const amount = upTo - asked
    asked = upTo
    return { ...instalment, amount }
  })
}

const sumOf = (withdrawals: readonly Withdrawal[], of: 'paid' | 'refund'): number =>
  withdrawals.reduce((sum, withdrawal) => sum + withdrawal[of], 0)

/** What was captured for what is left of the order, in fen. */
export const capturedLeft = ({ captured }: Money, withdrawals: readonly Withdrawal[]): number =>
  captured - sumOf(withdrawals, 'paid')

/**
 * What a cancellation is reckoned from: captured for what is left of the order and not given back, in fen. Charges stay with the
 * shop when a customer cancels.
 */
export const paidLeft = (money: Money, withdrawals: readonly Withdrawal[], by: 'customer' | 'merchant'): number =>
  Math.max(
    0,
    capturedLeft(money, withdrawals) -
      (money.refunded - sumOf(withdrawals, 'refund')) -
      (by === 'customer' ? money.charged : 0),
  )

/** What is still to be paid at the counter for what is left, in fen: no more than was planned to be paid there. */
export function onSiteLeft(quote: Quote, money: Money, withdrawals: readonly Withdrawal[]): number {
  const planned = scheduleLeft(quote, withdrawals).reduce(
    (sum, { amount, where }) => (where === 'onSite' ? sum + amount : sum),
    0,
  )
  const owed = totalLeft(quote, withdrawals) + money.charged - capturedLeft(money, withdrawals) - money.onSite
  return Math.max(0, Math.min(planned, owed))
}

/** What was paid for some of the places that are still there, in fen: the `paid` of their withdrawal. */
export const paidByPlaces = (
  quote: Quote,
  places: readonly number[],
  money: Money,
  withdrawals: readonly Withdrawal[],
): number =>
  Math.min(
    shareOf(
      quote,
      { places },
      Math.max(0, capturedLeft(money, withdrawals) - money.charged),
      withdrawnPlaces(withdrawals),
    ),
    paidLeft(money, withdrawals, 'customer'),
  )
