import { MongoBulkWriteError, type Filter, type ObjectId } from 'mongodb'
import type { Collections } from './collections.ts'
import {
  counted,
  difference,
  room,
  type FiledClaim,
  type PoolDocument,
  type PoolEntry,
  type Wanted,
} from './pool-document.ts'

/** Claims for good that a pool keeps itself, about. */
const KEPT = 64
/** Once too many are kept, one claim in so many has the work of filing them. */
const ONE_IN = 16

/**
 * Claims for good, out of their pool and back. Each step is one write, may be done again, by several processes and in any
 * order, and may be the last one a process does:
 *
 * - *Filing*: the documents are written, then the entries leave the pool; its counters stay. Until they have left, the pool
 *   has the say.
 * - *Giving back*: the counters go down, and the pool notes whose units these were; the document says that it is gone; the
 *   note goes. Whoever would take the counters down must have read the pool before the document, and is stopped by `returns`
 *   if any claim was given back in between: so the counters go down once. The same write may put another entry in its place.
 *
 * A claim for good is given back only after it was filed. Its document stays, or else a process that has slept meanwhile
 * could file it anew.
 */
export interface PoolFiling {
  /** Moves these entries, all of them for good. */
  file(pool: Pick<PoolDocument, '_id' | 'pool'>, entries: readonly PoolEntry[]): Promise<void>
  /** Moves all that are for good when there are many. */
  fileMany(pool: PoolDocument): Promise<void>
  /** What an id has filed in a pool, and has not given back. */
  filedOf(pool: string, id: string): Promise<FiledClaim[]>
  giveBack(claim: Pick<FiledClaim, '_id' | 'pool'>): Promise<void>
  /** Gives a claim back and puts `next` in its place at once. False: it is gone already, or what is more does not fit. */
  exchange(claim: Pick<FiledClaim, '_id' | 'pool'>, next: PoolEntry, wanted: Wanted): Promise<boolean>
}

export function poolFiling({ pools, filedClaims }: Collections, shop: string): PoolFiling {
  const keyOf = (pool: string) => `${shop}/${pool}`

  /** False: another one of the pool was given back since it was read, or what is more does not fit. */
  async function takeDown({ _id, returns }: PoolDocument, claim: FiledClaim, next?: PoolEntry, wanted?: Wanted) {
    const more = next ? difference(claim.units, next.units) : {}
    const { matchedCount } = await pools.updateOne(
      { _id, returns, ...(wanted && room(wanted, more)) } as Filter<PoolDocument>,
      {
        $inc: { returns: 1, revision: 1, ...(next ? counted(more) : counted(claim.units, -1)) },
        $push: { returned: claim._id, ...(next && { claims: next }) },
        ...(next?.expiresAt && { $min: { soonest: next.expiresAt } }),
      },
    )
    return matchedCount === 1
  }

  /** The pool, and after it the claim, where that still has its units. */
  async function standing({ _id, pool }: Pick<FiledClaim, '_id' | 'pool'>) {
    const known = await pools.findOne({ _id: keyOf(pool) }, { projection: { returns: 1, returned: 1 } })
    const claim = await filedClaims.findOne({ _id })
    return known && claim && !claim.gone ? { known, claim, isReturned: isIn(known.returned, _id) } : undefined
  }

  async function note({ _id, pool }: Pick<FiledClaim, '_id' | 'pool'>): Promise<void> {
    await filedClaims.updateOne({ _id }, { $set: { gone: true } })
    await pools.updateOne({ _id: keyOf(pool) }, { $pull: { returned: _id } })
  }

  const file: PoolFiling['file'] = async ({ _id, pool }, entries) => {
    try {
      await filedClaims.insertMany(
        entries.map(({ entry, id, units }) => ({ _id: entry, shop, pool, id, units, gone: false })),
        { ordered: false },
      )
    } catch (error) {
      if (!isAllThere(error)) throw error
    }
    await pools.updateOne(
      { _id },
      { $pull: { claims: { entry: { $in: entries.map(({ entry }) => entry) } } }, $set: { filed: true } },
    )
  }

  return {
    file,

    async fileMany(pool) {
      const lasting = pool.claims.filter(({ expiresAt }) => expiresAt === null)
      if (lasting.length >= KEPT && lasting.length % ONE_IN === 0) await file(pool, lasting)
    },

    async filedOf(pool, id) {
      const claims = await filedClaims.find({ shop, pool, id, gone: false }).toArray()
      if (claims.length === 0) return []
      const known = await pools.findOne({ _id: keyOf(pool) }, { projection: { returned: 1 } })
      return claims.filter(({ _id }) => !isIn(known?.returned, _id))
    },

    async giveBack(claim) {
      for (;;) {
        const found = await standing(claim)
        if (!found) return
        if (!found.isReturned && !(await takeDown(found.known, found.claim))) continue
        return note(claim)
      }
    },

    async exchange(claim, next, wanted) {
      for (let before: number | undefined; ;) {
        const found = await standing(claim)
        // Nothing was given back since the last try: it did not fit.
        if (!found || found.isReturned || found.known.returns === before) return false
        before = found.known.returns
        if (!(await takeDown(found.known, found.claim, next, wanted))) continue
        await note(claim)
        return true
      }
    },
  }
}

const isIn = (list: readonly ObjectId[] | undefined, id: ObjectId): boolean =>
  list?.some((one) => one.equals(id)) ?? false

/** Whether nothing but documents that were there already stood in the way. */
function isAllThere(error: unknown): boolean {
  if (!(error instanceof MongoBulkWriteError)) return false
  const faults = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors]
  return faults.length > 0 && faults.every(({ code }) => code === 11000)
}
