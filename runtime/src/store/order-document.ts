import type {
  Assignment,
  BookingState,
  Charge,
  GivenSeat,
  Invoicing,
  OrderState,
  Quote,
  Withdrawal,
} from '../domain/index.ts'
import type { ClaimRef } from './claim-ref.ts'

/** Everything one order is, in one document: each step is one guarded update, with its money, its events and what is left to do. */
export interface OrderDocument {
  readonly _id: string
  readonly shop: string
  readonly number: string
  readonly customer: string
  /** Version of the shop it was made under. */
  readonly version: string
  readonly revision: number
  readonly state: OrderState
  readonly booking: BookingState
  readonly selection: Assignment
  /** Day of the start at the shop; null, as start and end, where there is no date. */
  readonly day: string | null
  readonly start: Date | null
  readonly end: Date | null
  readonly quote: Quote
  /** Sealed JSON of what was filled in; null once erased. */
  readonly answers: string | null
  /** Sealed JSON of a list: what was filled in for each person. */
  readonly participants: string | null
  /** Sealed JSON of what the customer thought of it. */
  readonly feedback: string | null
  /** Sealed JSON of what an invoice is to say. */
  readonly invoice: string | null
  /** When it was asked for, last, and made out; null: nobody asked. */
  readonly invoicing: Invoicing | null
  /** The stars in it, basis points of the most there could be; they stay when the customer is forgotten. */
  readonly score: number | null
  /** Blind indexes of the phone in the answers, and of its last four digits. */
  readonly phone: string | null
  readonly phoneTail: string | null
  readonly consents: readonly Consent[]
  readonly claim: ClaimRef
  /** Only ever added to. */
  readonly ledger: readonly StoredEntry[]
  /** How the refunds among them went on; only ever added to. */
  readonly outcomes: readonly Outcome[]
  readonly refundsTriedAt: Date | null
  readonly attempts: readonly Attempt[]
  readonly expiresAt: Date | null
  readonly checkInCode: string
  readonly checkedInAt: Date | null
  readonly reschedules: number
  readonly transfers: number
  /** The code with which another customer may take the order over; null: none was asked for. */
  readonly transfer: string | null
  /** The last decision where the shop has to agree. */
  readonly approval: Approval | null
  /** Fees owed beside the price. */
  readonly charges: readonly Charge[]
  /** Places that were given up while the others stayed. */
  readonly withdrawals: readonly Withdrawal[]
  /** Given when it was confirmed; of the occurrence it was at then. */
  readonly seats: readonly GivenSeat[]
  /** Another time, kept until its fee is paid. */
  readonly pendingMove: PendingMove | null
  /** When the next payment is due that was not told to be overdue; null: none is planned. */
  readonly balanceDue: Date | null
  readonly remindedAt: Date | null
  /** It is over, and only staff know whether the customer came: no job looks at it any more. */
  readonly leftOpen: boolean
  /** Said by staff to the customer. */
  readonly note: string | null
  /** Of what was taken off passes, basis points that go back with 'returns'. */
  readonly returnRate: number
  /** Only ever added to. */
  readonly events: readonly StoredEvent[]
  /** How many of the events have been passed on. */
  readonly eventsSent: number
  /** Claims this order does not need (any more), to be released. */
  readonly releases: readonly ClaimRef[]
  /** Work left for the jobs. */
  readonly due: readonly Due[]
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** Work: events to pass on, refunds to ask for, claims to release, passes to give back, to grant, seats to give, a line to go through. */
export type Due = 'events' | 'refunds' | 'releases' | 'returns' | 'grants' | 'seats' | 'waitlist' | 'reminders'

export interface Approval {
  /** Who of the staff. */
  readonly by: string
  readonly at: Date
  readonly decision: 'approve' | 'reject'
  readonly reason: string | null
}

export interface PendingMove {
  readonly selection: Assignment
  readonly claim: ClaimRef
  /** Fen. */
  readonly fee: number
  readonly expiresAt: Date
}

/** What the customer agreed to, when, and in which text. */
export interface Consent {
  readonly document: 'agreement' | 'privacy'
  readonly version: string
  /** SHA-256 of the text, or null where the shop uses the standard text of that version. */
  readonly textHash: string | null
  readonly at: Date
}

export interface StoredEntry {
  /** Of a capture the number of the payment, of a refund its own number: a second notice has no second effect. */
  readonly id: string
  readonly kind: 'capture' | 'refund' | 'on_site'
  readonly amount: number
  readonly at: Date
  readonly capture?: string
  /** WeChat Pay's number of a capture. */
  readonly transaction?: string
  readonly reason?: string
  /** Of a refund: indexes of the lines of the quote it is for. */
  readonly lines?: readonly number[]
}

export interface Outcome {
  readonly entry: string
  readonly state: 'succeeded' | 'failed'
  readonly at: Date
}

/** One try to pay. */
export interface Attempt {
  readonly outTradeNo: string
  readonly channel: 'jsapi' | 'h5'
  /** What was due with the order, a later payment of it, or the fee for another time. */
  readonly purpose: 'order' | 'balance' | 'move'
  /** Of a move: id of the claim that it pays for. */
  readonly pays?: string
  readonly amount: number
  readonly createdAt: Date
  /** Given by WeChat Pay for jsapi; absent until it answers. */
  readonly prepayId?: string
  readonly closed?: boolean
}

export type EventType =
  | 'order.created'
  | 'order.awaiting_approval'
  | 'order.approved'
  | 'order.rejected'
  | 'order.confirmed'
  | 'order.expired'
  | 'order.cancelled'
  | 'order.partly_cancelled'
  | 'order.rescheduled'
  | 'order.transferred'
  | 'order.balance_due'
  | 'order.balance_overdue'
  | 'order.checked_in'
  | 'order.completed'
  | 'order.no_show'
  | 'payment.captured'
  | 'payment.on_site'
  | 'refund.requested'
  | 'refund.succeeded'
  | 'refund.failed'
  | 'waitlist.joined'
  | 'waitlist.offered'
  | 'waitlist.lapsed'
  | 'waitlist.booked'
  | 'entitlement.granted'
  | 'entitlement.used'
  | 'entitlement.returned'
  | 'reminder.due'
  | 'feedback.given'
  | 'invoice.asked'
  | 'invoice.issued'

export interface StoredEvent {
  readonly type: EventType
  readonly at: Date
}
