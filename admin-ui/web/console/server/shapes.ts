import type { EntitlementView, OrderView, WaitlistView, Words } from '@kaidian/runtime/domain/booking.ts'

export type {
  BookingState,
  EntitlementView,
  OrderState,
  PublicShop,
  QuoteLine,
  Words,
} from '@kaidian/runtime/domain/booking.ts'

/** An order as the shop sees it: personal answers are masked until revealed. */
export interface ConsoleOrder extends OrderView {
  readonly customer: {
    readonly id: string
    readonly name: string | null
    readonly phone: string | null
    readonly visits: number
  }
}

export interface LedgerEntry {
  readonly kind: 'capture' | 'refund' | 'on_site'
  /** fen, never negative */
  readonly amount: number
  readonly at: string
  readonly state: 'requested' | 'succeeded' | 'failed'
}

export interface HistoryEntry {
  readonly at: string
  readonly event: string
}

export interface OrderDetail extends ConsoleOrder {
  readonly ledger: readonly LedgerEntry[]
  readonly history: readonly HistoryEntry[]
}

/** Answers as they were given. */
export interface Revealed {
  readonly answers: Readonly<Record<string, unknown>>
  readonly participants: readonly Readonly<Record<string, unknown>>[]
  readonly invoice: Readonly<Record<string, unknown>> | null
  readonly feedback: Readonly<Record<string, unknown>> | null
}

/** Somebody in a line; who it is where the server says so, masked. */
export interface WaitingEntry extends WaitlistView {
  readonly customer?: { readonly id: string; readonly name: string | null; readonly phone: string | null }
}

export interface Waitlist {
  readonly entries: readonly WaitingEntry[]
}

export interface Holdings {
  readonly entitlements: readonly EntitlementView[]
}

/** Something that does not agree; `subject` is what a person can look for, such as an order number. */
export interface Discrepancy {
  readonly code: string
  readonly subject: string
  readonly words: Words
  readonly detail: string | null
  readonly mended: boolean
}

export interface Reconciliation {
  readonly at: string
  readonly checked: { readonly orders: number; readonly pools: number; readonly days: number; readonly passes: number }
  readonly found: readonly Discrepancy[]
}

export interface TodayRow {
  readonly resource: { readonly id: string; readonly name: Words | string }
  readonly bookings: readonly ConsoleOrder[]
}

export interface Today {
  readonly day: string
  readonly rows: readonly TodayRow[]
  readonly counts: { readonly bookings: number; readonly checkedIn: number; readonly expectedOnSite: number }
}

export interface OrderPage {
  readonly orders: readonly ConsoleOrder[]
  readonly next: string | null
}

export interface Membership {
  readonly id: string
  readonly title: Words
}

export interface Customer {
  readonly id: string
  readonly name: string | null
  readonly phone: string | null
  readonly visits: number
  readonly membership: Membership | null
  readonly createdAt: string
}

export interface CustomerPage {
  readonly customers: readonly Customer[]
  /** Memberships there are to give. */
  readonly memberships: readonly Membership[]
}

export interface ShopEvent {
  readonly id: string
  readonly type: string
  /** Id of the order. */
  readonly order: string
  readonly at: string
}

export interface EventPage {
  readonly events: readonly ShopEvent[]
  readonly after: string
}
