import { isDuplicate, type Collections } from './collections.ts'
import type { EventType } from './order-document.ts'

export interface EventDocument {
  /** `<order>/<which event of the order>` */
  readonly _id: string
  readonly shop: string
  /** Grows by one from event to event of a shop. */
  readonly sequence: number
  readonly type: EventType
  readonly order: string
  readonly at: Date
}

export interface SequenceDocument {
  readonly _id: string
  readonly shop: string
  readonly value: number
}

export interface ShopEvent {
  readonly id: string
  readonly sequence: number
  readonly type: EventType
  readonly order: string
  readonly at: Date
}

/** What has happened in a shop, in one order. One process at a time appends: the one that holds the lease. */
export interface Events {
  /** False: this event was appended before. */
  append(event: Omit<ShopEvent, 'sequence'>): Promise<boolean>
  after(sequence: number, limit: number): Promise<ShopEvent[]>
  last(): Promise<number>
  sweep(before: Date): Promise<number>
}

export function eventsOf({ events, sequences }: Collections, shop: string): Events {
  return {
    async append({ id, type, order, at }) {
      if (await events.findOne({ _id: id })) return false
      const next = await sequences.findOneAndUpdate(
        { _id: `${shop}/events` },
        { $inc: { value: 1 }, $setOnInsert: { shop } },
        { upsert: true, returnDocument: 'after' },
      )
      try {
        await events.insertOne({ _id: id, shop, sequence: next?.value ?? 1, type, order, at })
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },
    async after(sequence, limit) {
      const found = await events
        .find({ shop, sequence: { $gt: sequence } })
        .sort({ sequence: 1 })
        .limit(limit)
        .toArray()
      return found.map(({ _id: id, sequence: n, type, order, at }) => ({ id, sequence: n, type, order, at }))
    },
    async last() {
      return (await sequences.findOne({ _id: `${shop}/events` }))?.value ?? 0
    },
    async sweep(before) {
      return (await events.deleteMany({ shop, at: { $lte: before } })).deletedCount
    },
  }
}
