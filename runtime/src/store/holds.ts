import type { Assignment, Quote } from '../domain/index.ts'
import { readClaim, type ClaimRef } from './claim-ref.ts'
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
  /** False: it is not open any more. `claim`: what it has drawn beside, for whoever has to release it. */
  end(id: string, state: 'ordered' | 'released', claim?: ClaimRef): Promise<boolean>
  /** Ids of the open ones of the customer that last beyond `now`, at most `limit`. */
  openOf(customer: string, now: Date, limit: number): Promise<string[]>
  /** Those that ended before `before`. */
  over(before: Date, limit: number): Promise<HoldDocument[]>
  /** Every one, by when it ends. */
  all(): AsyncIterable<HoldDocument>
  remove(id: string): Promise<void>
}

const read = (stored: HoldDocument): HoldDocument => ({ ...stored, claim: readClaim(stored.claim) })

export function holdsOf({ holds }: Collections, shop: string): Holds {
  return {
    async insert(hold) {
      const stored = { ...hold, shop }
      try {
        await holds.insertOne(stored)
        return stored
      } catch (error) {
        const there = isDuplicate(error) && (await holds.findOne({ _id: hold._id, shop }))
        if (there) return read(there)
        throw error
      }
    },
    async find(id, customer) {
      const found = await holds.findOne({ _id: id, shop, customer })
      return found ? read(found) : undefined
    },
    async end(id, state, claim) {
      const set = { state, ...(claim && { claim }) }
      return (await holds.updateOne({ _id: id, shop, state: 'open' }, { $set: set })).matchedCount === 1
    },
    async openOf(customer, now, limit) {
      const filter = { shop, customer, state: 'open' as const, expiresAt: { $gt: now } }
      const found = await holds
        .find(filter, { projection: { _id: 1 } })
        .limit(limit)
        .toArray()
      return found.map(({ _id }) => _id)
    },
    async over(before, limit) {
      const found = await holds
        .find({ shop, expiresAt: { $lte: before } })
        .limit(limit)
        .toArray()
      return found.map(read)
    },
    async *all() {
      for await (const stored of holds.find({ shop }).sort({ expiresAt: 1 })) yield read(stored)
    },
    async remove(id) {
      await holds.deleteOne({ _id: id, shop })
    },
  }
}
