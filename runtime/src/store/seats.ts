import type { Filter } from 'mongodb'
import type { Seat } from '../domain/index.ts'
import { isDuplicate, type Collections } from './collections.ts'

/** A seat of one occurrence that is taken. Its `_id` names the seat, so that nobody else can take it. */
export interface SeatDocument {
  /** `shop/service/session/room/number` */
  readonly _id: string
  readonly shop: string
  readonly service: string
  /** The occurrence, as `Selection.session` names it. */
  readonly session: string
  readonly room: string
  readonly number: number
  /** Id of the order. */
  readonly order: string
  /** Index of the place. */
  readonly place: number
  /** Revision of the order for which it was taken; whoever works for an earlier one has lost it. */
  readonly revision: number
}

export type TakenSeat = Omit<SeatDocument, '_id' | 'shop'>

/** Seats of one shop that people have been given. */
export interface Seats {
  /** False: it is somebody else's. The order's own of an earlier revision is taken on. */
  take(seat: TakenSeat): Promise<boolean>
  /** All that are taken in an occurrence. */
  takenIn(service: string, session: string): Promise<TakenSeat[]>
  /** Lets go what an order has taken up to a revision, but for those that are kept. */
  release(order: string, revision: number, kept: readonly (Seat & { readonly session: string })[]): Promise<void>
  /** Lets go a seat that is as it was read. */
  drop(seat: TakenSeat): Promise<void>
  all(): AsyncIterable<TakenSeat>
}

const read = ({ _id, shop: _shop, ...seat }: SeatDocument): TakenSeat => seat

export function seatsOf({ seats }: Collections, shop: string): Seats {
  const keyOf = ({ service, session, room, number }: Omit<TakenSeat, 'order' | 'place' | 'revision'>): string =>
    [shop, service, session, room, number].join('/')

  const list = async (filter: Filter<SeatDocument>) => (await seats.find({ shop, ...filter }).toArray()).map(read)

  return {
    async take(seat) {
      const { order, place, revision } = seat
      try {
        await seats.insertOne({ _id: keyOf(seat), shop, ...seat })
        return true
      } catch (error) {
        if (!isDuplicate(error)) throw error
        const own = { _id: keyOf(seat), order, revision: { $lte: revision } }
        const { matchedCount } = await seats.updateOne(own, { $set: { place, revision } })
        return matchedCount === 1
      }
    },

    takenIn: (service, session) => list({ service, session }),

    async release(order, revision, kept) {
      const own = await list({ order, revision: { $lte: revision } })
      const isKept = (seat: TakenSeat) =>
        kept.some(
          ({ session, room, number }) => session === seat.session && room === seat.room && number === seat.number,
        )
      const keys = own.filter((seat) => !isKept(seat)).map(keyOf)
      if (keys.length > 0) await seats.deleteMany({ _id: { $in: keys }, shop, order, revision: { $lte: revision } })
    },

    async drop(seat) {
      const { order, revision } = seat
      await seats.deleteOne({ _id: keyOf(seat), order, revision })
    },

    async *all() {
      for await (const stored of seats.find({ shop }).sort({ service: 1, session: 1 })) yield read(stored)
    },
  }
}
