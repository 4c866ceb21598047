import type { Assignment, Quote } from '../domain/index.ts'
import type { ClaimRef } from './claim-ref.ts'
import { isDuplicate, type Collections } from './collections.ts'

export interface HoldDocument {
  readonly _id: string
  readonly shop: string
  readonly customer: string
  readonly version: string
  readonly selection: Assignment
  readonly quote: Quote
  readonly claim: ClaimRef
  /** `ordered` and `released` are final. */
  readonly state: 'open' | 'ordered' | 'released'
  readonly createdAt: Date
  readonly expiresAt: Date
}

/** Places kept for a customer who is filling in the form. The claim is what keeps the place; this says for what. */
export interface Holds {
  /** Stored once: the hold that has this id already is given back. */
  insert(hold: Omit<HoldDocument, 'shop'>): Promise<HoldDocument>
  /** Only the customer's own. */
  find(id: string, customer: string): Promise<HoldDocument | undefined>
  /** False: it is not open any more. */
  end(id: string, state: 'ordered' | 'released'): Promise<boolean>
  /** How many open ones the customer has that last beyond `now`; counts to `limit`. */
  openOf(customer: string, now: Date, limit: number): Promise<number>
  /** Those that ended before `before`. */
  over(before: Date, limit: number): Promise<HoldDocument[]>
  remove(id: string): Promise<void>
}

export function holdsOf({ holds }: Collections, shop: string): Holds {
  return {
    async insert(hold) {
      const stored = { ...hold, shop }
      try {
        await holds.insertOne(stored)
        return stored
      } catch (error) {
        const there = isDuplicate(error) && (await holds.findOne({ _id: hold._id, shop }))
        if (there) return there
        throw error
      }
    },
    async find(id, customer) {
      return (await holds.findOne({ _id: id, shop, customer })) ?? undefined
    },
    async end(id, state) {
      return (await holds.updateOne({ _id: id, shop, state: 'open' }, { $set: { state } })).matchedCount === 1
    },
    async openOf(customer, now, limit) {
      const filter = { shop, customer, state: 'open' as const, expiresAt: { $gt: now } }
      return (
        await holds
          .find(filter, { projection: { _id: 1 } })
          .limit(limit)
          .toArray()
      ).length
    },
    over: (before, limit) =>
      holds
        .find({ shop, expiresAt: { $lte: before } })
        .limit(limit)
        .toArray(),
    async remove(id) {
      await holds.deleteOne({ _id: id, shop })
    },
  }
}
