import type { Collections } from './collections.ts'

export interface UploadDocument {
  /** `upl_…` */
  readonly _id: string
  readonly shop: string
  readonly customer: string
  readonly form: string
  /** Path of ids in the form: `photos`, in a group `pets.photo`. */
  readonly field: string
  /** As the shop language calls it: `jpg`. */
  readonly type: string
  readonly bytes: number
  /** `going`: its file is being removed, and nothing may name it any more. */
  readonly state: 'fresh' | 'kept' | 'going'
  /** Orders and places in line whose answers name it, or were about to. */
  readonly namedBy: readonly string[]
  readonly createdAt: Date
  /** When it came, or was last named. */
  readonly touchedAt: Date
}

export type Upload = Omit<UploadDocument, '_id' | 'shop'> & { readonly id: string }
export type NewUpload = Pick<Upload, 'id' | 'customer' | 'form' | 'field' | 'type' | 'bytes'>

/** What customers have uploaded; the files are elsewhere. A record is there before its file and goes after it. */
export interface Uploads {
  insert(upload: NewUpload, now: Date): Promise<Upload>
  /** None that is going. */
  find(id: string): Promise<Upload | undefined>
  /** Those of a customer among `ids`, none that is going. */
  findSome(customer: string, ids: readonly string[]): Promise<Map<string, Upload>>
  /** The oldest first, those going too. */
  ofCustomer(customer: string): Promise<Upload[]>
  /** How many of a customer no order names yet. */
  countFresh(customer: string): Promise<number>
  /** Notes who names them. False: not all of them are there any more. */
  name(customer: string, ids: readonly string[], by: string, now: Date): Promise<boolean>
  /** Fresh ones touched before a day, and those whose removal was interrupted. */
  over(before: Date, limit: number): Promise<Upload[]>
  keep(id: string): Promise<void>
  /** Begins a removal, with `untouched` only where it was not named since `upload` was read; false: it was. */
  markGoing(upload: Upload, untouched: boolean): Promise<boolean>
  remove(id: string): Promise<void>
}

export function uploadsOf({ uploads }: Collections, shop: string): Uploads {
  const read = ({ _id: id, shop: _shop, ...rest }: UploadDocument): Upload => ({ id, ...rest })
  const there = { $in: ['fresh', 'kept'] as const satisfies UploadDocument['state'][] }

  return {
    async insert({ id, ...rest }, now) {
      const made = { ...rest, state: 'fresh' as const, namedBy: [], createdAt: now, touchedAt: now }
      await uploads.insertOne({ _id: id, shop, ...made })
      return { id, ...made }
    },
    async find(id) {
      const found = await uploads.findOne({ _id: id, shop, state: there })
      return found ? read(found) : undefined
    },
    async findSome(customer, ids) {
      const found = await uploads.find({ _id: { $in: [...new Set(ids)] }, shop, customer, state: there }).toArray()
      return new Map(found.map((one) => [one._id, read(one)]))
    },
    async ofCustomer(customer) {
      return (await uploads.find({ shop, customer }).sort({ createdAt: 1 }).toArray()).map(read)
    },
    countFresh: (customer) => uploads.countDocuments({ shop, customer, state: 'fresh' }),
    async name(customer, ids, by, now) {
      const all = [...new Set(ids)]
      const { matchedCount } = await uploads.updateMany(
        { _id: { $in: all }, shop, customer, state: there },
        { $addToSet: { namedBy: by }, $set: { touchedAt: now } },
      )
      return matchedCount === all.length
    },
    async over(before, limit) {
      const going = await uploads.find({ shop, state: 'going' }).limit(limit).toArray()
      const old = await uploads
        .find({ shop, state: 'fresh', touchedAt: { $lt: before } })
        .limit(limit)
        .toArray()
      return [...going, ...old].slice(0, limit).map(read)
    },
    async keep(id) {
      await uploads.updateOne({ _id: id, shop, state: 'fresh' }, { $set: { state: 'kept' } })
    },
    async markGoing({ id, touchedAt }, untouched) {
      const { matchedCount } = await uploads.updateOne(
        { _id: id, shop, ...(untouched && { touchedAt }) },
        { $set: { state: 'going' } },
      )
      return matchedCount === 1
    },
    async remove(id) {
      await uploads.deleteOne({ _id: id, shop })
    },
  }
}
