import type { ConsoleOrder } from '../server/shapes.ts'

export interface PlannedPayment {
  /** fen */
  readonly amount: number
  /** Null: with the order, or on site. */
  readonly due: string | null
  readonly where: 'app' | 'onSite'
  readonly state: 'paid' | 'toPay' | 'overdue'
}

/**
 * The payments an order was priced with, and how far they have come: what was captured pays those in the app in their order.
 * The amounts are those of the whole order, also where people have left it.
 */
export function plannedPayments(
  { quote, money, onSiteDue, state }: Pick<ConsoleOrder, 'quote' | 'money' | 'onSiteDue' | 'state'>,
  now: Date,
): readonly PlannedPayment[] {
  let captured = money.captured
  return quote.schedule.map(({ amount, due, where }) => {
    if (where === 'onSite')
      return {
        amount,
        due,
        where,
        state: onSiteDue === 0 && (money.onSite > 0 || state === 'completed') ? 'paid' : 'toPay',
      }
    const isPaid = captured >= amount
    captured = Math.max(0, captured - amount)
    const isLate = due !== null && new Date(due) < now && state === 'confirmed'
    return { amount, due, where, state: isPaid ? 'paid' : isLate ? 'overdue' : 'toPay' }
  })
}
