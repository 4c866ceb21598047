import type { ConsoleOrder } from '../server/shapes.ts'

export type Action = 'checkIn' | 'onSite' | 'completion' | 'noShow' | 'cancellation'
export const ACTIONS: readonly Action[] = ['checkIn', 'onSite', 'completion', 'noShow', 'cancellation']

/** Why an action is not open; the words are under `action.why`. */
export type Hindrance =
  | 'unpaid'
  | 'alreadyIn'
  | 'notIn'
  | 'notStarted'
  | 'completed'
  | 'cancelled'
  | 'expired'
  | 'noShow'
  | 'nothingOwed'
  | 'arrived'

type Part = Pick<ConsoleOrder, 'booking' | 'money' | 'quote' | 'selection'>

/** Fen still to be taken at the counter, never below zero. */
export const owedOnSite = (order: Part): number => {
  if (['held', 'expired', 'cancelled', 'no_show'].includes(order.booking)) return 0
  return Math.max(0, order.quote.total - order.money.captured - order.money.onSite + order.money.refunded)
}

/** Fen that cancelling returns: all that came in through the app and has not gone back. */
export const returnable = ({ money }: Part): number => Math.max(0, money.captured - money.refunded)

/** Over, and so closed to every action but taking what is owed. */
function ended(booking: ConsoleOrder['booking']): Hindrance | null {
  switch (booking) {
    case 'completed':
      return 'completed'
    case 'cancelled':
      return 'cancelled'
    case 'expired':
      return 'expired'
    case 'no_show':
      return 'noShow'
    case 'held':
    case 'confirmed':
    case 'checked_in':
      return null
  }
}

/** What hinders an action on an order now, or null when it may be done. The server decides; this spares a vain attempt. */
export function hindrance(action: Action, order: Part, now: Date): Hindrance | null {
  const { booking } = order
  if (action === 'onSite') {
    if (booking === 'held') return 'unpaid'
    return owedOnSite(order) === 0
      ? booking === 'completed'
        ? 'nothingOwed'
        : (ended(booking) ?? 'nothingOwed')
      : null
  }
  const over = ended(booking)
  if (over !== null) return over
  switch (action) {
    case 'checkIn':
      return booking === 'held' ? 'unpaid' : booking === 'checked_in' ? 'alreadyIn' : null
    case 'completion':
      if (booking === 'held') return 'unpaid'
      // A shop need not scan; but what has not begun is not done either.
      return booking === 'confirmed' && now < new Date(order.selection.start) ? 'notIn' : null
    case 'noShow':
      if (booking !== 'confirmed') return booking === 'held' ? 'unpaid' : 'alreadyIn'
      return now < new Date(order.selection.start) ? 'notStarted' : null
    case 'cancellation':
      return booking === 'checked_in' ? 'arrived' : null
  }
}
