import type { Instalment, Money } from '../booking.ts'
import { MINUTE } from '../moments.ts'

export interface NextPayment extends Instalment {
  readonly overdue: boolean
}

/**
 * The first instalment to be paid in the app that what was received does not cover, with what is lacking; null: none. A charge
 * that was not paid is due at once; money received at the counter covers first what was to be paid there.
 * @param schedule of the quote
 */
export function nextPayment(
  schedule: readonly Instalment[],
  { captured, onSite, charged }: Pick<Money, 'captured' | 'onSite' | 'charged'>,
  now: Date,
): NextPayment | null {
  const expected = schedule.reduce((sum, { amount, where }) => (where === 'onSite' ? sum + amount : sum), 0)
  let covered = captured - charged + Math.max(0, onSite - expected)
  const atOnce = (amount: number): NextPayment => ({ amount, due: null, where: 'app', overdue: false })
  for (const { amount, due, where } of schedule) {
    if (where === 'onSite') continue
    covered -= amount
    if (covered >= 0) continue
    if (due === null || covered + charged >= 0) return atOnce(-covered)
    return { amount: -covered, due, where, overdue: Date.parse(due) + MINUTE <= now.getTime() }
  }
  return covered < 0 ? atOnce(-covered) : null
}
