import type { Assignment, BookingState, OrderState, Quote } from '../domain/index.ts'
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
  /** Day of the start at the shop. */
  readonly day: string
  readonly start: Date
  readonly end: Date
  readonly quote: Quote
  /** Sealed JSON of what was filled in; null once erased. */
  readonly answers: string | null
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

export type Due = 'events' | 'refunds' | 'releases'

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
  readonly amount: number
  readonly createdAt: Date
  /** Given by WeChat Pay for jsapi; absent until it answers. */
  readonly prepayId?: string
  readonly closed?: boolean
}

export type EventType =
  | 'order.created'
  | 'order.confirmed'
  | 'order.expired'
  | 'order.cancelled'
  | 'order.rescheduled'
  | 'order.checked_in'
  | 'order.completed'
  | 'order.no_show'
  | 'payment.captured'
  | 'payment.on_site'
  | 'refund.requested'
  | 'refund.succeeded'
  | 'refund.failed'

export interface StoredEvent {
  readonly type: EventType
  readonly at: Date
}
