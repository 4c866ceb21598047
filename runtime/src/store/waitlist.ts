import type { Filter } from 'mongodb'
import type { Selection, WaitlistView } from '../domain/index.ts'
import type { DataKeys } from '../keys.ts'
import { isDuplicate, type Collections } from './collections.ts'

export type WaitlistState = WaitlistView['state']

export interface WaitlistDocument {
  readonly _id: string
  readonly shop: string
  readonly customer: string
  /** Version of the shop it was made under. */
  readonly version: string
  readonly service: string
  /** What it waits for; those who wait for the same stand in one line. */
  readonly line: string
  /** `line` and customer as long as it waits or is offered a place, afterwards the id: unique in a shop. */
  readonly open: string
  readonly selection: Selection
  readonly people: number
  /** Sealed JSON of what was filled in when joining; null once erased. */
  readonly filled: string | null
  readonly state: WaitlistState
  /** Order in line. */
  readonly seq: number
  /** Id of the hold that was offered. */
  readonly hold: string | null
  readonly offeredUntil: Date | null
  readonly order: string | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

interface Filled {
  readonly answers: Readonly<Record<string, unknown>>
  readonly participants: readonly Readonly<Record<string, unknown>>[]
}

export type WaitlistEntry = Omit<WaitlistDocument, '_id' | 'shop' | 'open' | 'filled'> &
  Filled & { readonly id: string }

export type NewWaitlistEntry = Pick<
  WaitlistEntry,
  'id' | 'customer' | 'version' | 'service' | 'line' | 'selection' | 'people'
> &
  Filled & { readonly now: Date }

/** Those who wait for a place, in the order in which they came. Each step is one guarded update: of two, one finds its state. */
export interface Waitlist {
  /** Stored once: who joined under this id is given back. Undefined: the customer stands in that line already. */
  join(entry: NewWaitlistEntry): Promise<WaitlistEntry | undefined>
  find(id: string): Promise<WaitlistEntry | undefined>
  /** The newest first. */
  ofCustomer(customer: string): Promise<WaitlistEntry[]>
  /** Those who wait in a line, in order. */
  inLine(line: string): Promise<WaitlistEntry[]>
  /** Those who wait for anything of a service, in order. */
  waitingFor(service: string): Promise<WaitlistEntry[]>
  /** Those of a service who have been offered a place, in order. */
  offeredFor(service: string): Promise<WaitlistEntry[]>
  /** How many wait in a line; those who have been offered a place hold it. */
  ahead(line: string): Promise<number>
  /** From 1; 0 when it does not wait any more. */
  positionOf(entry: WaitlistEntry): Promise<number>
  /** waiting → offered. False, here and below: it is in another state by now. */
  offer(id: string, offer: { readonly hold: string; readonly until: Date }, now: Date): Promise<boolean>
  /** waiting or offered → booked */
  book(id: string, order: string, now: Date): Promise<boolean>
  /** As `book`, for the entry that was offered this hold, if any. */
  bookedFrom(hold: string, order: string, now: Date): Promise<boolean>
  /** waiting or offered → lapsed */
  lapse(id: string, now: Date): Promise<boolean>
  /** waiting or offered → left */
  leave(id: string, now: Date): Promise<boolean>
  /** Offers that were not taken up in time, the longest first. */
  dueOffers(now: Date, limit: number): Promise<WaitlistEntry[]>
  /** Lines in which somebody waits. */
  linesWaiting(): Promise<string[]>
  /** Services for which somebody waits. */
  servicesWaiting(): Promise<string[]>
  /** Takes the customer out of every line and removes what names the person. */
  erase(customer: string, now: Date): Promise<void>
}

const NOTHING: Filled = { answers: {}, participants: [] }

export function waitlistOf({ waitlist, sequences }: Collections, keys: DataKeys, shop: string): Waitlist {
  const placeOf = (id: string) => `${shop}/waitlist/${id}/filled`

  function read(stored: WaitlistDocument): WaitlistEntry {
    const { _id: id, shop: _shop, open: _open, filled, ...rest } = stored
    return { ...rest, id, ...(filled ? (JSON.parse(keys.open(filled, placeOf(id))) as Filled) : NOTHING) }
  }

  const find = async (id: string) => {
    const stored = await waitlist.findOne({ _id: id, shop })
    return stored ? read(stored) : undefined
  }

  const list = async (filter: Filter<WaitlistDocument>, sort: Record<string, 1 | -1>, limit = 0) =>
    (
      await waitlist
        .find({ shop, ...filter })
        .sort(sort)
        .limit(limit)
        .toArray()
    ).map(read)

  /** The next number of the shop. */
  async function next(): Promise<number> {
    const counted = await sequences.findOneAndUpdate(
      { _id: `${shop}/waitlist` },
      { $inc: { value: 1 }, $setOnInsert: { shop } },
      { upsert: true, returnDocument: 'after' },
    )
    return counted?.value ?? 1
  }

  async function step(id: string, from: WaitlistState[], set: Partial<WaitlistDocument>, now: Date): Promise<boolean> {
    const { matchedCount } = await waitlist.updateOne(
      { _id: id, shop, state: { $in: from } },
      { $set: { ...set, updatedAt: now } },
    )
    return matchedCount === 1
  }

  const end = (id: string, state: 'booked' | 'lapsed' | 'left', now: Date, order: string | null = null) =>
    step(id, ['waiting', 'offered'], { state, open: id, order }, now)

  return {
    find,

    async join({ id, answers, participants, now, ...entry }) {
      const stored: WaitlistDocument = {
        ...entry,
        _id: id,
        shop,
        open: `${entry.line} ${entry.customer}`,
        filled: keys.seal(JSON.stringify({ answers, participants } satisfies Filled), placeOf(id)),
        state: 'waiting',
        seq: await next(),
        hold: null,
        offeredUntil: null,
        order: null,
        createdAt: now,
        updatedAt: now,
      }
      try {
        await waitlist.insertOne(stored)
        return read(stored)
      } catch (error) {
        if (isDuplicate(error)) return find(id)
        throw error
      }
    },

    ofCustomer: (customer) => list({ customer }, { createdAt: -1 }),
    inLine: (line) => list({ line, state: 'waiting' }, { seq: 1 }),
    waitingFor: (service) => list({ service, state: 'waiting' }, { seq: 1 }),
    offeredFor: (service) => list({ service, state: 'offered' }, { seq: 1 }),
    ahead: (line) => waitlist.countDocuments({ shop, line, state: 'waiting' }),

    async positionOf({ id, line, seq }) {
      const entry = await waitlist.findOne({ _id: id, shop, state: 'waiting' }, { projection: { _id: 1 } })
      if (!entry) return 0
      return 1 + (await waitlist.countDocuments({ shop, line, state: 'waiting', seq: { $lt: seq } }))
    },

    offer: (id, { hold, until }, now) => step(id, ['waiting'], { state: 'offered', hold, offeredUntil: until }, now),
    book: (id, order, now) => end(id, 'booked', now, order),
    async bookedFrom(hold, order, now) {
      const offered = await waitlist.findOne({ shop, hold }, { projection: { _id: 1 } })
      return offered !== null && end(offered._id, 'booked', now, order)
    },
    lapse: (id, now) => end(id, 'lapsed', now),
    leave: (id, now) => end(id, 'left', now),

    dueOffers: (now, limit) => list({ state: 'offered', offeredUntil: { $lte: now } }, { offeredUntil: 1 }, limit),
    linesWaiting: () => waitlist.distinct('line', { shop, state: 'waiting' }),
    servicesWaiting: () => waitlist.distinct('service', { shop, state: 'waiting' }),

    async erase(customer, now) {
      for (const { _id } of await waitlist.find({ shop, customer }, { projection: { _id: 1 } }).toArray())
        await end(_id, 'left', now)
      await waitlist.updateMany({ shop, customer }, { $set: { filled: null } })
    },
  }
}
