import type { Hold, Instalment, Quote } from './price.ts'
import type { Assignment, Selection } from './selection.ts'
import type { Words } from './words.ts'

export type OrderState = 'pending' | 'awaiting_approval' | 'confirmed' | 'completed' | 'expired' | 'cancelled'
export type BookingState =
  'held' | 'confirmed' | 'checked_in' | 'completed' | 'expired' | 'rejected' | 'cancelled' | 'no_show'

/** Derived from the ledger, never stored. */
export interface Money {
  /** Captured through the app. */
  readonly captured: number
  /** Received at the counter. */
  readonly onSite: number
  /** Refunds asked for, whether they have arrived or not. */
  readonly refunded: number
  /** Owed beside the price, such as the fee for a reschedule. */
  readonly charged: number
  readonly state: 'nothing' | 'unpaid' | 'deposit' | 'paid' | 'refunding' | 'refunded' | 'partly_refunded'
}

export interface CancellationPreview {
  readonly allowed: boolean
  /** What comes back, in fen. */
  readonly refund: number
  readonly paid: number
  /** The tier that decides, in basis points of what was paid. */
  readonly rate: number
  readonly explanation: Words
}

/** An order as its customer sees it. */
export interface OrderView {
  readonly id: string
  /** Short number for people, such as `Q7K2-9F3M`. */
  readonly number: string
  readonly state: OrderState
  readonly booking: BookingState
  readonly money: Money
  readonly selection: Assignment
  readonly quote: Quote
  readonly serviceTitle: Words
  readonly offeringTitle: Words
  /** role title and resource name, in the order of the requirements */
  readonly resources: readonly { readonly role: Words; readonly name: Words }[]
  /** Start at the shop; null where a registration has no date. */
  readonly day: string | null
  readonly time: string | null
  readonly endTime: string | null
  readonly answers: Readonly<Record<string, unknown>>
  /** Answers of each participant, in the order of the places; empty where none are asked. */
  readonly participants: readonly Readonly<Record<string, unknown>>[]
  /** Indexes of the places that were given up while the others stayed. */
  readonly withdrawn: readonly number[]
  /** Where each person sits, once the order is confirmed; `place` is an index, `number` null in a room without numbers. */
  readonly seats: readonly { readonly place: number; readonly room: Words; readonly number: number | null }[]
  readonly createdAt: string
  /** While pending: unpaid after this instant it expires. */
  readonly expiresAt: string | null
  /** Content of the QR code shown in the shop; null unless confirmed. */
  readonly checkInCode: string | null
  readonly checkedInAt: string | null
  readonly reschedulesLeft: number
  /** What a reschedule now would cost, in fen. */
  readonly rescheduleFee: number
  readonly transfersLeft: number
  /** What is to be paid in the app next: now where `due` is null; null when nothing is. */
  readonly nextPayment: Instalment | null
  /** What is still to be paid at the counter, in fen. */
  readonly onSiteDue: number
  /** Given by staff when rejecting or cancelling. */
  readonly note: string | null
  /** Whether feedback is asked for, and what was given. */
  readonly feedback: { readonly form: string; readonly answers: Readonly<Record<string, unknown>> | null } | null
  /** Whether an invoice may be had for it, what it is to say, and whether it was made out. */
  readonly invoice: {
    readonly form: string
    readonly answers: Readonly<Record<string, unknown>> | null
    readonly issued: { readonly at: string; readonly number: string | null } | null
  } | null
  readonly can: {
    readonly pay: boolean
    readonly cancel: boolean
    readonly reschedule: boolean
    readonly transfer: boolean
    readonly feedback: boolean
    /** Asked for, or put right. */
    readonly invoice: boolean
  }
}

/** A place in a line. */
export interface WaitlistView {
  readonly id: string
  readonly selection: Selection
  readonly people: number
  readonly state: 'waiting' | 'offered' | 'booked' | 'lapsed' | 'left'
  /** From 1; 0 when no longer in line. */
  readonly position: number
  /** While offered: the hold to make the order from. */
  readonly hold: Hold | null
  readonly serviceTitle: Words
  readonly day: string | null
  readonly time: string | null
  readonly order: string | null
  readonly createdAt: string
}

/** A pass, a membership or stored value that a customer holds. */
export interface EntitlementView {
  readonly id: string
  readonly product: string
  readonly title: Words
  readonly kind: 'pass' | 'membership' | 'storedValue'
  /** Uses or fen left; null for a membership. */
  readonly left: number | null
  readonly expiresAt: string | null
  readonly entries: readonly {
    readonly kind: 'grant' | 'use' | 'return' | 'expire' | 'adjust'
    readonly units: number
    readonly order: string | null
    readonly at: string
  }[]
}

/** What somebody sees of an order before they take it over: nothing of whoever gives it up. */
export interface TransferPreview {
  readonly service: string
  readonly title: Words
  /** Offering of each place. */
  readonly offerings: readonly string[]
  /** Wall clock at the shop; null where there is no time to keep. */
  readonly day: string | null
  readonly time: string | null
  /** Ids of the form of the order, and of that which each person fills in. */
  readonly form: string
  readonly participants: { readonly form: string; readonly count: number } | null
}
