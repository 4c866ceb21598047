import type { Filter, UpdateFilter } from 'mongodb'
import type { LedgerEntry, OrderRecord, OrderState } from '../domain/index.ts'
import { newOrderNumber } from '../ids.ts'
import type { DataKeys } from '../keys.ts'
import { isDuplicate, type Collections } from './collections.ts'
import { phoneIndex, phoneTailIndex } from './customers.ts'
import type { Due, EventType, OrderDocument, Outcome, StoredEntry } from './order-document.ts'

/** An order as it is stored, opened: answers readable, the ledger with how each refund went. */
export interface Order
  extends Omit<OrderDocument, '_id' | 'answers' | 'ledger' | 'outcomes' | 'phone' | 'phoneTail'>, OrderRecord {
  readonly entries: readonly LedgerEntry[]
  /** WeChat Pay's number of each capture. */
  readonly transactions: Readonly<Record<string, string>>
  readonly erased: boolean
}

export type NewOrder = Omit<
  OrderDocument,
  | 'shop'
  | 'number'
  | 'revision'
  | 'answers'
  | 'phone'
  | 'phoneTail'
  | 'ledger'
  | 'outcomes'
  | 'refundsTriedAt'
  | 'events'
  | 'eventsSent'
  | 'releases'
  | 'due'
  | 'updatedAt'
> & {
  readonly answers: Readonly<Record<string, unknown>>
  readonly contactPhone: string | null
  readonly events: readonly EventType[]
}

type Settable = Pick<
  OrderDocument,
  | 'state'
  | 'booking'
  | 'selection'
  | 'day'
  | 'start'
  | 'end'
  | 'claim'
  | 'expiresAt'
  | 'checkedInAt'
  | 'reschedules'
  | 'attempts'
  | 'releases'
  | 'eventsSent'
  | 'refundsTriedAt'
>

/** One step of an order. Everything in it is written at once, or nothing. */
export interface Change {
  readonly set?: Partial<Settable>
  readonly entries?: readonly StoredEntry[]
  readonly outcomes?: readonly Outcome[]
  readonly events?: readonly EventType[]
  /** Work this step leaves to the jobs, beside what `events` does. */
  readonly due?: readonly Due[]
  /** Work that is done. */
  readonly done?: readonly Due[]
}

export interface OrderQuery {
  readonly customer?: string
  readonly day?: string
  readonly state?: OrderState
  readonly phone?: string
  readonly phoneTail?: string
  readonly number?: string
  readonly checkInCode?: string
}

export interface OrderPage {
  readonly orders: readonly Order[]
  readonly next: string | null
}

export interface Orders {
  /** Stored once: the order that has this id already is given back. */
  insert(order: NewOrder): Promise<Order>
  find(id: string): Promise<Order | undefined>
  /**
   * Changes an order in one guarded update. `decide` sees the order as it is, and may be asked again when somebody else was
   * faster; it returns undefined to leave the order alone, or throws a refusal. Given an order instead of its id, it is taken
   * for what is stored until the write shows otherwise. @returns the order as it is afterwards
   */
  change(order: string | Order, now: Date, decide: (order: Order) => Change | undefined): Promise<Order | undefined>
  /** The newest first; or by start where a day is asked for. */
  page(query: OrderQuery, size: number, page?: string): Promise<OrderPage>
  /** Orders that `days` (at the shop) holds, by start. */
  ofDay(day: string): Promise<Order[]>
  ofCustomer(customer: string): Promise<Order[]>
  /** Pending orders whose time to pay is over. */
  overdue(now: Date, limit: number): Promise<Order[]>
  /** Orders with work of that kind left, last touched before `before`, the longest waiting first. */
  withDue(due: Due, before: Date, limit: number): Promise<Order[]>
  /** Visits of a customer and bookings still open: what a price for the first visit must not overlook. */
  history(customer: string): Promise<number>
  hasOpen(customer: string): Promise<boolean>
  /** Visits of each customer. */
  visits(customers: readonly string[]): Promise<Map<string, number>>
  /** Removes what names the person from the customer's orders. */
  erase(customer: string): Promise<void>
}

const VISITED = ['checked_in', 'completed'] as const
const OPEN = ['pending', 'confirmed'] as const

export function ordersOf({ orders }: Collections, keys: DataKeys, shop: string): Orders {
  const placeOf = (id: string) => `${shop}/orders/${id}/answers`
  /** What an order was read from. */
  const documents = new WeakMap<Order, OrderDocument>()

  function read(stored: OrderDocument): Order {
    const { _id: id, answers, ledger, outcomes, phone: _phone, phoneTail: _tail, ...rest } = stored
    const order: Order = {
      ...rest,
      id,
      answers: answers ? (JSON.parse(keys.open(answers, placeOf(id))) as Record<string, unknown>) : {},
      entries: ledger.map((entry) => entryOf(id, entry, outcomes)),
      transactions: Object.fromEntries(
        ledger.flatMap(({ id: entry, transaction }) => (transaction ? [[entry, transaction]] : [])),
      ),
      erased: answers === null,
    }
    documents.set(order, stored)
    return order
  }

  const find = async (id: string) => {
    const stored = await orders.findOne({ _id: id, shop })
    return stored ? read(stored) : undefined
  }

  const list = async (filter: Filter<OrderDocument>, sort: Record<string, 1 | -1>, limit?: number) => {
    const cursor = orders.find({ shop, ...filter }).sort(sort)
    return (await (limit ? cursor.limit(limit) : cursor).toArray()).map(read)
  }

  return {
    find,

    async insert({ answers, contactPhone, events, ...order }) {
      const sealed = keys.seal(JSON.stringify(answers), placeOf(order._id))
      for (;;) {
        const stored: OrderDocument = {
          ...order,
          shop,
          number: newOrderNumber(),
          revision: 1,
          answers: sealed,
          phone: contactPhone && phoneIndex(keys, shop, contactPhone),
          phoneTail: contactPhone && phoneTailIndex(keys, shop, contactPhone.slice(-4)),
          ledger: [],
          outcomes: [],
          refundsTriedAt: null,
          events: events.map((type) => ({ type, at: order.createdAt })),
          eventsSent: 0,
          releases: [],
          due: ['events'],
          updatedAt: order.createdAt,
        }
        try {
          await orders.insertOne(stored)
          return read(stored)
        } catch (error) {
          if (!isDuplicate(error)) throw error
          const there = await find(order._id)
          if (there) return there
          // Otherwise the number was taken: another one.
        }
      }
    },

    async change(target, now, decide) {
      const id = typeof target === 'string' ? target : target.id
      let known = typeof target === 'string' ? undefined : documents.get(target)
      for (;;) {
        const stored = known ?? (await orders.findOne({ _id: id, shop }))
        known = undefined
        if (!stored) return undefined
        const order = read(stored)
        const change = decide(order)
        if (!change) return order
        const update = updateOf(stored, change, now)
        const { matchedCount } = await orders.updateOne(
          { _id: id, revision: stored.revision, state: stored.state },
          update,
        )
        if (matchedCount === 1) return read(changed(stored, change, now))
      }
    },

    async page(query, size, page) {
      const offset = Math.max(0, Number(page ?? 0) || 0)
      const sort = query.day ? { day: 1 as const, start: 1 as const } : { createdAt: -1 as const }
      const found = await list(withIndexes(query), sort, offset + size + 1)
      const more = found.length > offset + size
      return { orders: found.slice(offset, offset + size), next: more ? String(offset + size) : null }
    },

    ofDay: (day) => list({ day }, { day: 1, start: 1 }),
    ofCustomer: (customer) => list({ customer }, { createdAt: -1 }),
    overdue: (now, limit) => list({ state: 'pending', expiresAt: { $lte: now } }, { expiresAt: 1 }, limit),
    withDue: (due, before, limit) => list({ due, updatedAt: { $lte: before } }, { updatedAt: 1 }, limit),

    history: (customer) =>
      orders.countDocuments({
        shop,
        customer,
        $or: [{ state: { $in: [...OPEN] } }, { booking: { $in: [...VISITED] } }],
      }),

    hasOpen: async (customer) => (await orders.findOne({ shop, customer, state: { $in: [...OPEN] } })) !== null,

    async visits(customers) {
      const counted = await orders
        .aggregate<{ _id: string; count: number }>([
          { $match: { shop, customer: { $in: [...new Set(customers)] }, booking: { $in: [...VISITED] } } },
          { $group: { _id: '$customer', count: { $sum: 1 } } },
        ])
        .toArray()
      return new Map(counted.map(({ _id, count }) => [_id, count]))
    },

    async erase(customer) {
      await orders.updateMany({ shop, customer }, { $set: { answers: null, phone: null, phoneTail: null } })
    },
  }

  function withIndexes({ phone, phoneTail, ...rest }: OrderQuery): Filter<OrderDocument> {
    return {
      ...rest,
      ...(phone && { phone: phoneIndex(keys, shop, phone) }),
      ...(phoneTail && { phoneTail: phoneTailIndex(keys, shop, phoneTail) }),
    }
  }
}

function entryOf(
  order: string,
  { id, kind, amount, at, capture }: StoredEntry,
  outcomes: readonly Outcome[],
): LedgerEntry {
  const last = outcomes.findLast(({ entry }) => entry === id)
  const state = kind === 'refund' ? (last?.state ?? 'requested') : 'succeeded'
  return { id, order, kind, amount, at, state, ...(capture !== undefined && { capture }) }
}

const dueAfter = (stored: OrderDocument, { events = [], due = [], done = [] }: Change): Due[] => [
  ...new Set([
    ...stored.due.filter((one) => !done.includes(one)),
    ...due,
    ...(events.length > 0 ? (['events'] as const) : []),
  ]),
]

function updateOf(stored: OrderDocument, change: Change, now: Date): UpdateFilter<OrderDocument> {
  const { set, entries = [], outcomes = [], events = [] } = change
  return {
    $set: { ...set, due: dueAfter(stored, change), updatedAt: now },
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

const changed = (stored: OrderDocument, change: Change, now: Date): OrderDocument => ({
  ...stored,
  ...change.set,
  revision: stored.revision + 1,
  ledger: [...stored.ledger, ...(change.entries ?? [])],
  outcomes: [...stored.outcomes, ...(change.outcomes ?? [])],
  events: [...stored.events, ...(change.events ?? []).map((type) => ({ type, at: now }))],
  due: dueAfter(stored, change),
  updatedAt: now,
})
