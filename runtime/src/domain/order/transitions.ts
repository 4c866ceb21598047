import type { BookingState, OrderState } from '../booking.ts'
import { Refusal, type RefusalCode } from '../refusals.ts'
import type { Approval } from '../resolved.ts'

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
  /** The shop has to agree: after payment, or before it at once. The place is kept meanwhile. */
  requestApproval: {
    order: { from: ['pending'], to: 'awaiting_approval' },
    booking: { from: ['held'], to: 'held' },
    refusal: 'ORDER_NOT_PENDING',
  },
  /** Agreed to, and nothing is due. */
  approve: {
    order: { from: ['awaiting_approval'], to: 'confirmed' },
    booking: { from: ['held'], to: 'confirmed' },
    refusal: 'APPROVAL_NOT_PENDING',
  },
  /** Agreed to, and now to be paid. */
  approveToPay: {
    order: { from: ['awaiting_approval'], to: 'pending' },
    booking: { from: ['held'], to: 'held' },
    refusal: 'APPROVAL_NOT_PENDING',
  },
  reject: {
    order: { from: ['awaiting_approval'], to: 'cancelled' },
    booking: { from: ['held'], to: 'rejected' },
    refusal: 'APPROVAL_NOT_PENDING',
  },
  /** Paid late, and the place was free still. */
  honour: {
    order: { from: ['expired'], to: 'confirmed' },
    booking: { from: ['expired'], to: 'confirmed' },
    refusal: 'ORDER_NOT_PENDING',
  },
  /** Paid late, the place was free still, and the shop has to agree. */
  honourForApproval: {
    order: { from: ['expired'], to: 'awaiting_approval' },
    booking: { from: ['expired'], to: 'held' },
    refusal: 'ORDER_NOT_PENDING',
  },
  /** Not paid in time, be it after an approval. */
  expire: {
    order: { from: ['pending'], to: 'expired' },
    booking: { from: ['held'], to: 'expired' },
    refusal: 'ORDER_NOT_PENDING',
  },
  cancel: {
    order: { from: ['pending', 'awaiting_approval', 'confirmed'], to: 'cancelled' },
    booking: { from: ['held', 'confirmed'], to: 'cancelled' },
    refusal: 'CANCELLATION_NOT_ALLOWED',
  },
  /** Some places are given up, the others stay. */
  withdraw: {
    order: { from: ['confirmed'], to: 'confirmed' },
    booking: { from: ['confirmed'], to: 'confirmed' },
    refusal: 'CANCELLATION_NOT_ALLOWED',
  },
  reschedule: {
    order: { from: ['confirmed'], to: 'confirmed' },
    booking: { from: ['confirmed'], to: 'confirmed' },
    refusal: 'RESCHEDULE_NOT_ALLOWED',
  },
  transfer: {
    order: { from: ['confirmed'], to: 'confirmed' },
    booking: { from: ['confirmed'], to: 'confirmed' },
    refusal: 'TRANSFER_NOT_ALLOWED',
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
  /** It is over, and whoever came was checked in; of others only staff know whether they came. */
  completeBySystem: {
    order: { from: ['confirmed'], to: 'completed' },
    booking: { from: ['checked_in'], to: 'completed' },
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

/** The step after an order was made; null: it waits for its payment. @param dueNow fen */
export const stepWhenMade = (approval: Approval, dueNow: number): 'confirm' | 'requestApproval' | null =>
  approval === 'beforePayment'
    ? 'requestApproval'
    : dueNow > 0
      ? null
      : approval === 'none'
        ? 'confirm'
        : 'requestApproval'

/** The step after what was due has arrived. @param inTime whether the order waits for it still, or has expired */
export const stepWhenPaid = (
  approval: Approval,
  inTime: boolean,
): 'confirm' | 'requestApproval' | 'honour' | 'honourForApproval' =>
  approval === 'afterPayment' ? (inTime ? 'requestApproval' : 'honourForApproval') : inTime ? 'confirm' : 'honour'

/** The step after the shop has agreed. @param lacking fen that are due now and were not paid */
export const stepWhenApproved = (lacking: number): 'approve' | 'approveToPay' =>
  lacking > 0 ? 'approveToPay' : 'approve'
