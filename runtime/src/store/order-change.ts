import type { UpdateFilter } from 'mongodb'
import type { LedgerEntry } from '../domain/index.ts'
import type { Due, EventType, OrderDocument, Outcome, StoredEntry } from './order-document.ts'

export type Settable = Pick<
  OrderDocument,
  | 'customer'
  | 'state'
  | 'booking'
  | 'selection'
  | 'day'
  | 'start'
  | 'end'
  | 'consents'
  | 'claim'
  | 'expiresAt'
  | 'checkInCode'
  | 'checkedInAt'
  | 'reschedules'
  | 'transfers'
  | 'transfer'
  | 'approval'
  | 'charges'
  | 'withdrawals'
  | 'seats'
  | 'pendingMove'
  | 'balanceDue'
  | 'remindedAt'
  | 'leftOpen'
  | 'note'
  | 'score'
  | 'invoice'
  | 'invoicing'
  | 'returnRate'
  | 'attempts'
  | 'releases'
  | 'eventsSent'
  | 'refundsTriedAt'
>

/** What a customer filled in; kept sealed. */
export interface Filled {
  readonly answers?: Readonly<Record<string, unknown>>
  readonly participants?: readonly Readonly<Record<string, unknown>>[]
  readonly feedback?: Readonly<Record<string, unknown>>
  readonly invoice?: Readonly<Record<string, unknown>>
  /** By which the order is found. */
  readonly contactPhone?: string | null
}

/** One step of an order. Everything in it is written at once, or nothing. */
export interface Change extends Filled {
  readonly set?: Partial<Settable>
  readonly entries?: readonly StoredEntry[]
  readonly outcomes?: readonly Outcome[]
  readonly events?: readonly EventType[]
  /** Work this step leaves to the jobs, beside what `events` does. */
  readonly due?: readonly Due[]
  /** Work that is done. */
  readonly done?: readonly Due[]
}

/** As an order's ledger is read: with what was noted beside the money. */
export interface OrderEntry extends LedgerEntry {
  readonly reason?: string
  readonly lines?: readonly number[]
}

export function entryOf(
  order: string,
  { id, kind, amount, at, capture, reason, lines }: StoredEntry,
  outcomes: readonly Outcome[],
): OrderEntry {
  const last = outcomes.findLast(({ entry }) => entry === id)
  return {
    id,
    order,
    kind,
    amount,
    at,
    state: kind === 'refund' ? (last?.state ?? 'requested') : 'succeeded',
    ...(capture !== undefined && { capture }),
    ...(reason !== undefined && { reason }),
    ...(lines !== undefined && { lines }),
  }
}

/** What of a change is set: sealed fields included. */
export type Written = Partial<OrderDocument>

const dueAfter = (stored: OrderDocument, { events = [], due = [], done = [] }: Change): Due[] => [
  ...new Set([
    ...stored.due.filter((one) => !done.includes(one)),
    ...due,
    ...(events.length > 0 ? (['events'] as const) : []),
  ]),
]

export function updateOf(
  stored: OrderDocument,
  change: Change,
  sealed: Written,
  now: Date,
): UpdateFilter<OrderDocument> {
  const { set, entries = [], outcomes = [], events = [] } = change
  return {
    $set: { ...set, ...sealed, due: dueAfter(stored, change), updatedAt: now },
    $inc: { revision: 1 },
    ...((entries.length > 0 || outcomes.length > 0 || events.length > 0) && {
      $push: {
        ...(entries.length > 0 && { ledger: { $each: [...entries] } }),
        ...(outcomes.length > 0 && { outcomes: { $each: [...outcomes] } }),
        ...(events.length > 0 && { events: { $each: events.map((type) => ({ type, at: now })) } }),
      },
    }),
  }
}

/** The order after {@link updateOf}. */
export const changed = (stored: OrderDocument, change: Change, sealed: Written, now: Date): OrderDocument => ({
  ...stored,
  ...change.set,
  ...sealed,
  revision: stored.revision + 1,
  ledger: [...stored.ledger, ...(change.entries ?? [])],
  outcomes: [...stored.outcomes, ...(change.outcomes ?? [])],
  events: [...stored.events, ...(change.events ?? []).map((type) => ({ type, at: now }))],
  due: dueAfter(stored, change),
  updatedAt: now,
})
