import type { ConsoleOrder } from '../server/shapes.ts'

export const ACTIONS = [
  'approve',
  'reject',
  'checkIn',
  'onSite',
  'completion',
  'noShow',
  'issueInvoice',
  'refund',
  'withdraw',
  'cancellation',
] as const
export type Action = (typeof ACTIONS)[number]

/** Why an action is not open; the words are under `action.why`. */
export type Hindrance =
  | 'unpaid'
  | 'alreadyIn'
  | 'notIn'
  | 'notStarted'
  | 'completed'
  | 'cancelled'
  | 'expired'
  | 'rejected'
  | 'noShow'
  | 'nothingOwed'
  | 'arrived'
  | 'waiting'
  | 'nothingPaid'
  | 'onlyOne'

type Part = Pick<
  ConsoleOrder,
  'state' | 'booking' | 'money' | 'quote' | 'selection' | 'withdrawn' | 'onSiteDue' | 'invoice'
>

/** Fen still to be taken at the counter, never below zero. */
export const owedOnSite = ({ booking, money, quote, withdrawn, onSiteDue }: Part): number => {
  if (booking === 'confirmed' || booking === 'checked_in') return onSiteDue
  // Of what is over the server asks nothing more; the shop may still take what was planned to be paid there.
  if (booking !== 'completed' || withdrawn.length > 0) return 0
  const planned = quote.schedule.reduce((sum, { where, amount }) => (where === 'onSite' ? sum + amount : sum), 0)
  return Math.max(0, Math.min(planned, quote.total + money.charged - money.captured - money.onSite))
}

/** Fen that came in through the app and have not gone back: the most that can be returned. */
export const returnable = ({ money }: Pick<Part, 'money'>): number => Math.max(0, money.captured - money.refunded)

/** People who are still part of an order, as indexes of its places. */
export const peopleLeft = ({ selection, withdrawn }: Pick<Part, 'selection' | 'withdrawn'>): readonly number[] =>
  selection.places.map((_, index) => index).filter((index) => !withdrawn.includes(index))

/** Whether an invoice was asked for and is not made out yet. */
const isInvoiceWanted = ({ invoice }: Pick<Part, 'invoice'>): boolean => Boolean(invoice?.answers) && !invoice?.issued

/** Actions that are shown for an order, with their hindrance where there is one; the others have no meaning for it. */
export const actionsFor = (order: Part, canWithdraw: boolean): readonly Action[] =>
  ACTIONS.filter((action) => {
    if (action === 'approve' || action === 'reject') return order.state === 'awaiting_approval'
    if (order.state === 'awaiting_approval')
      return action === 'refund' ? returnable(order) > 0 : action === 'cancellation'
    if (action === 'withdraw') return canWithdraw && order.booking === 'confirmed' && order.selection.places.length > 1
    if (action === 'refund') return order.money.captured > 0
    if (action === 'issueInvoice') return isInvoiceWanted(order)
    return true
  })

/** Over, and so closed to every action but those on money. */
function ended(booking: ConsoleOrder['booking']): Hindrance | null {
  switch (booking) {
    case 'completed':
      return 'completed'
    case 'cancelled':
      return 'cancelled'
    case 'expired':
      return 'expired'
    case 'rejected':
      return 'rejected'
    case 'no_show':
      return 'noShow'
    case 'held':
    case 'confirmed':
    case 'checked_in':
      return null
  }
}

/** What has not begun is neither done nor missed; what has no date may be any time. */
const notBegun = ({ selection }: Part, now: Date): boolean =>
  selection.start !== null && now < new Date(selection.start)

/** What hinders an action on an order now, or null when it may be done. The server decides; this spares a vain attempt. */
export function hindrance(action: Action, order: Part, now: Date): Hindrance | null {
  const { booking } = order
  const held = order.state === 'awaiting_approval' ? 'waiting' : 'unpaid'
  if (action === 'approve' || action === 'reject') return order.state === 'awaiting_approval' ? null : 'completed'
  if (action === 'issueInvoice') return null
  if (action === 'refund') return returnable(order) > 0 ? null : 'nothingPaid'
  if (action === 'onSite') {
    if (booking === 'held') return held
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
      return booking === 'held' ? held : booking === 'checked_in' ? 'alreadyIn' : null
    case 'completion':
      if (booking === 'held') return held
      // A shop need not scan; but what has not begun is not done either.
      return booking === 'confirmed' && notBegun(order, now) ? 'notIn' : null
    case 'noShow':
      if (booking !== 'confirmed') return booking === 'held' ? held : 'alreadyIn'
      return notBegun(order, now) ? 'notStarted' : null
    case 'withdraw':
      if (booking !== 'confirmed') return booking === 'held' ? held : 'arrived'
      return peopleLeft(order).length < 2 ? 'onlyOne' : null
    case 'cancellation':
      return booking === 'checked_in' ? 'arrived' : null
  }
}
