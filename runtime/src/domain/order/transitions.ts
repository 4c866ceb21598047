import type { BookingState, OrderState } from '../booking.ts'
import { Refusal, type RefusalCode } from '../refusals.ts'

/** What happens to an order and its booking at once. */
export interface Transition {
  readonly order: { readonly from: readonly OrderState[]; readonly to: OrderState }
  readonly booking: { readonly from: readonly BookingState[]; readonly to: BookingState }
  /** What is answered when the states do not allow it. */
  readonly refusal: RefusalCode
}

/**
 * Every step an order may take: states it may be found in, and those it is left in. A store makes its guarded update from the
 * row, so that of two that come at once only one finds the states it needs.
 */
export const TRANSITIONS = {
  /** Paid in time, or nothing to pay. */
  confirm: {
    order: { from: ['pending'], to: 'confirmed' },
    booking: { from: ['held'], to: 'confirmed' },
    refusal: 'ORDER_NOT_PENDING',
  },
  /** Paid late, and the place was free still. */
  honour: {
    order: { from: ['expired'], to: 'confirmed' },
    booking: { from: ['expired'], to: 'confirmed' },
    refusal: 'ORDER_NOT_PENDING',
  },
  expire: {
    order: { from: ['pending'], to: 'expired' },
    booking: { from: ['held'], to: 'expired' },
    refusal: 'ORDER_NOT_PENDING',
  },
  cancel: {
    order: { from: ['pending', 'confirmed'], to: 'cancelled' },
    booking: { from: ['held', 'confirmed'], to: 'cancelled' },
    refusal: 'CANCELLATION_NOT_ALLOWED',
  },
  reschedule: {
    order: { from: ['confirmed'], to: 'confirmed' },
    booking: { from: ['confirmed'], to: 'confirmed' },
    refusal: 'RESCHEDULE_NOT_ALLOWED',
  },
  checkIn: {
    order: { from: ['confirmed'], to: 'confirmed' },
    booking: { from: ['confirmed'], to: 'checked_in' },
    refusal: 'CHECK_IN_NOT_ALLOWED',
  },
  /** A shop need not scan: a booking may be completed without a check-in. */
  complete: {
    order: { from: ['confirmed'], to: 'completed' },
    booking: { from: ['confirmed', 'checked_in'], to: 'completed' },
    refusal: 'NOT_COMPLETABLE',
  },
  noShow: {
    order: { from: ['confirmed'], to: 'completed' },
    booking: { from: ['confirmed'], to: 'no_show' },
    refusal: 'NO_SHOW_NOT_ALLOWED',
  },
} as const satisfies Record<string, Transition>

export type OrderEvent = keyof typeof TRANSITIONS

export interface States {
  readonly order: OrderState
  readonly booking: BookingState
}

export function allows(event: OrderEvent, { order, booking }: States): boolean {
  const row: Transition = TRANSITIONS[event]
  return row.order.from.includes(order) && row.booking.from.includes(booking)
}

/** The states an event leaves. @throws Refusal the code of the event when the states do not allow it */
export function advance(event: OrderEvent, states: States): States {
  const row: Transition = TRANSITIONS[event]
  if (!allows(event, states)) throw new Refusal(row.refusal)
  return { order: row.order.to, booking: row.booking.to }
}
