import type { Filter } from 'mongodb'
import type { OrderState, Rating } from '../domain/index.ts'
import { newOrderNumber } from '../ids.ts'
import type { DataKeys } from '../keys.ts'
import { isDuplicate, RATED, type Collections } from './collections.ts'
import { phoneIndex, phoneTailIndex } from './customers.ts'
import { changed, updateOf, type Change, type Filled } from './order-change.ts'
import type { Due, EventType, OrderDocument } from './order-document.ts'
import { orderSealing, UNSAID, type Order } from './order-sealing.ts'

type Made =
  | '_id'
  | 'customer'
  | 'version'
  | 'state'
  | 'booking'
  | 'selection'
  | 'day'
  | 'start'
  | 'end'
  | 'quote'
  | 'consents'
  | 'claim'
  | 'attempts'
  | 'expiresAt'
  | 'checkInCode'
  | 'checkedInAt'
  | 'reschedules'
  | 'createdAt'

export type NewOrder = Pick<OrderDocument, Made> &
  Partial<Pick<OrderDocument, 'balanceDue' | 'approval' | 'note'>> &
  Omit<Filled, 'invoice'> & {
    readonly answers: Readonly<Record<string, unknown>>
    readonly contactPhone: string | null
    readonly events: readonly EventType[]
    /** Work left for the jobs, beside what `events` does. */
    readonly due?: readonly Due[]
  }

export interface OrderQuery {
  readonly customer?: string
  readonly day?: string
  readonly state?: OrderState
  readonly phone?: string
  readonly phoneTail?: string
  readonly number?: string
  readonly checkInCode?: string
  /** Those whose invoice was asked for and not made out. */
  readonly invoice?: 'asked'
}

export interface OrderPage {
  readonly orders: readonly Order[]
  readonly next: string | null
}

export interface Orders {
  /** Stored once: the order that has this id already is given back. */
  insert(order: NewOrder): Promise<Order>
  find(id: string): Promise<Order | undefined>
  /** The confirmed order that this code lets another customer take over. */
  findTransfer(code: string): Promise<Order | undefined>
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
  /** Every order, the newest first. */
  all(): AsyncIterable<Order>
  /** Pending orders whose time to pay is over. */
  overdue(now: Date, limit: number): Promise<Order[]>
  /** Confirmed orders whose next payment was due before now, and nobody was told. */
  balanceOverdue(now: Date, limit: number): Promise<Order[]>
  /** Confirmed orders that keep another time nobody has paid for in time. */
  movesOver(now: Date, limit: number): Promise<Order[]>
  /** Confirmed orders that are over, the longest first, but those that were left open. */
  ended(now: Date, limit: number): Promise<Order[]>
  /** Confirmed orders that begin within `ms` and whose customers were not reminded. */
  toRemind(now: Date, ms: number, limit: number): Promise<Order[]>
  /** Orders with work of that kind left, last touched before `before`, the longest waiting first. */
  withDue(due: Due, before: Date, limit: number): Promise<Order[]>
  /** Visits of a customer and bookings still open: what a price for the first visit must not overlook. */
  history(customer: string): Promise<number>
  /** Starts of the bookings (where there is none: when it was ordered) to which a customer, or whoever has that phone, did not come. */
  noShows(who: { readonly customer: string } | { readonly phone: string }, since?: Date): Promise<Date[]>
  hasOpen(customer: string): Promise<boolean>
  /** Visits of each customer. */
  visits(customers: readonly string[]): Promise<Map<string, number>>
  /** Of each service that was rated: how often, and the mean in basis points of the most there could be. */
  ratings(): Promise<readonly Rating[]>
  /** Removes what names the person from the customer's orders. */
  erase(customer: string): Promise<void>
}

const VISITED = ['checked_in', 'completed'] as const
const OPEN = ['pending', 'awaiting_approval', 'confirmed'] as const
/** Orders made before it was noted say nothing of it. */
const NOT_LEFT_OPEN = { $in: [false, null] } as { $in: boolean[] }

export function ordersOf({ orders }: Collections, keys: DataKeys, shop: string): Orders {
  const { read: opened, seal } = orderSealing(keys, shop)
  /** What an order was read from. */
  const documents = new WeakMap<Order, OrderDocument>()

  function read(stored: OrderDocument): Order {
    const order = opened(stored)
    documents.set(order, stored)
    return order
  }

  async function findBy(filter: Filter<OrderDocument>): Promise<Order | undefined> {
    const stored = await orders.findOne({ shop, ...filter })
    return stored ? read(stored) : undefined
  }
  const find = (id: string) => findBy({ _id: id })

  const list = async (filter: Filter<OrderDocument>, sort: Record<string, 1 | -1>, limit?: number) => {
    const cursor = orders.find({ shop, ...filter }).sort(sort)
    return (await (limit ? cursor.limit(limit) : cursor).toArray()).map(read)
  }

  return {
    find,
    findTransfer: (code) => findBy({ state: 'confirmed', transfer: code }),

    async insert({ answers, participants, feedback, contactPhone, events, due = [], ...order }) {
      const filled = { answers, contactPhone, ...(participants && { participants }), ...(feedback && { feedback }) }
      const sealed = seal(order._id, filled)
      for (;;) {
        const stored: OrderDocument = {
          answers: null,
          phone: null,
          phoneTail: null,
          ...UNSAID,
          ...order,
          ...sealed,
          shop,
          number: newOrderNumber(),
          revision: 1,
          ledger: [],
          outcomes: [],
          refundsTriedAt: null,
          events: events.map((type) => ({ type, at: order.createdAt })),
          eventsSent: 0,
          releases: [],
          due: [...new Set<Due>(['events', ...due])],
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
        const sealed = seal(id, change)
        const { matchedCount } = await orders.updateOne(
          { _id: id, revision: stored.revision, state: stored.state },
          updateOf(stored, change, sealed, now),
        )
        if (matchedCount === 1) return read(changed(stored, change, sealed, now))
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
    async *all() {
      for await (const stored of orders.find({ shop }).sort({ createdAt: -1 })) yield read(stored)
    },

    overdue: (now, limit) => list({ state: 'pending', expiresAt: { $lte: now } }, { expiresAt: 1 }, limit),
    balanceOverdue: (now, limit) => list({ state: 'confirmed', balanceDue: { $lte: now } }, { balanceDue: 1 }, limit),
    movesOver: (now, limit) =>
      list({ state: 'confirmed', 'pendingMove.expiresAt': { $lte: now } }, { 'pendingMove.expiresAt': 1 }, limit),
    ended: (now, limit) => list({ state: 'confirmed', leftOpen: NOT_LEFT_OPEN, end: { $lte: now } }, { end: 1 }, limit),
    toRemind: (now, ms, limit) =>
      list(
        { state: 'confirmed', remindedAt: null, start: { $gt: now, $lte: new Date(now.getTime() + ms) } },
        { start: 1 },
        limit,
      ),
    withDue: (due, before, limit) => list({ due, updatedAt: { $lte: before } }, { updatedAt: 1 }, limit),

    history: (customer) =>
      orders.countDocuments({
        shop,
        customer,
        $or: [{ state: { $in: [...OPEN] } }, { booking: { $in: [...VISITED] } }],
      }),

    async noShows(who, since) {
      const person = 'phone' in who ? { phone: phoneIndex(keys, shop, who.phone) } : who
      const found = await orders
        .find({ shop, ...person, booking: 'no_show' }, { projection: { start: 1, createdAt: 1 } })
        .toArray()
      const starts = found.map(({ start, createdAt }) => start ?? createdAt)
      return starts.filter((start) => !since || start >= since).toSorted((a, b) => a.getTime() - b.getTime())
    },

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

    async ratings() {
      const rated = await orders
        .aggregate<{ _id: string; count: number; sum: number }>([
          { $match: { shop, ...RATED } },
          { $group: { _id: '$selection.service', count: { $sum: 1 }, sum: { $sum: '$score' } } },
        ])
        .toArray()
      return rated.map(({ _id, count, sum }) => ({ service: _id, count, score: Math.round(sum / count) }))
    },

    async erase(customer) {
      const nothing = {
        answers: null,
        participants: null,
        feedback: null,
        invoice: null,
        phone: null,
        phoneTail: null,
        note: null,
      }
      await orders.updateMany({ shop, customer }, { $set: nothing })
    },
  }

  function withIndexes({ phone, phoneTail, invoice, ...rest }: OrderQuery): Filter<OrderDocument> {
    return {
      ...rest,
      ...(invoice && { 'invoicing.askedAt': { $exists: true }, 'invoicing.issuedAt': null }),
      ...(phone && { phone: phoneIndex(keys, shop, phone) }),
      ...(phoneTail && { phoneTail: phoneTailIndex(keys, shop, phoneTail) }),
    }
  }
}
