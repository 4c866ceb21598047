import { ObjectId, type Filter } from 'mongodb'
import type { Draw } from '../domain/index.ts'
import { isDuplicate, type Collections } from './collections.ts'
import {
  backTo,
  counted,
  difference,
  fieldOf,
  isExpired,
  overdrawn,
  room,
  sameUnits,
  sumOf,
  type PoolDocument,
  type PoolEntry,
  type Wanted,
} from './pool-document.ts'
import { poolFiling } from './pool-filing.ts'
import type { Until } from './until.ts'

/** A draw found too little left. `holders`: ids of claims that have units of that counter, the latest 50 at most. */
export class PoolFull extends Error {
  readonly draw: Draw
  readonly holders: readonly string[]

  constructor(draw: Draw, holders: readonly string[]) {
    super(`The pool ${draw.pool} has too little of ${draw.counter}.`)
    this.name = 'PoolFull'
    this.draw = draw
    this.holders = holders
  }
}

/** Puts back what one taking changed. */
export type Undo = () => Promise<void>

/** What is done to one pool. Every step is one guarded update: it happens to what was read, or not at all. */
export interface PoolClaiming {
  /** Takes from one pool, or finds that the id has it. @throws PoolFull */
  take(id: string, wanted: Wanted, until: Until): Promise<Undo>
  /** False: gone or expired. */
  extend(id: string, pool: string, until: Until): Promise<boolean>
  /** Whatever the id has of the pool, wherever it lies. */
  giveBack(id: string, pool: string): Promise<void>
  /** Drops all that has expired. */
  tidy(key: string, now: Date): Promise<void>
}

/** Expired claims dropped by one update: each of them is looked for again among all of the pool. */
const DROPPED_AT_ONCE = 50
const MOST_HOLDERS = 50

const nothing: Undo = () => Promise.resolve()

export function poolClaiming(collections: Collections, shop: string): PoolClaiming {
  const { pools } = collections
  const filing = poolFiling(collections, shop)
  const keyOf = (pool: string) => `${shop}/${pool}`

  const removeEmpty = async ({ _id, filed, claims }: Pick<PoolDocument, '_id' | 'filed' | 'claims'>) => {
    if (!filed && claims.length === 0) await pools.deleteOne({ _id, filed: false, claims: { $size: 0 } })
  }

  /** One entry that expires, out of its pool. False: it has changed, or is gone. */
  async function drop(key: string, { entry, units }: PoolEntry): Promise<boolean> {
    const left = await pools.findOneAndUpdate(
      { _id: key, claims: { $elemMatch: { entry, expiresAt: { $ne: null } } } },
      { $pull: { claims: { entry } }, $inc: counted(units, -1) },
      { returnDocument: 'after', projection: { filed: 1, claims: { $slice: 1 } } },
    )
    if (left) await removeEmpty(left)
    return left !== null
  }

  /** Drops some expired claims, exactly those that have expired still; the pool as it is then, or null: it has changed. */
  async function dropExpired({ _id, claims }: PoolDocument, now: Date): Promise<PoolDocument | null> {
    const over = claims.filter((claim) => isExpired(claim, now)).slice(0, DROPPED_AT_ONCE)
    return pools.findOneAndUpdate(
      { _id, $and: over.map(({ entry }) => ({ claims: { $elemMatch: { entry, expiresAt: { $lte: now } } } })) },
      { $pull: { claims: { entry: { $in: over.map(({ entry }) => entry) } } }, $inc: counted(sumOf(over), -1) },
      { returnDocument: 'after' },
    )
  }

  const expiry = ({ expiresAt }: Pick<PoolEntry, 'expiresAt'>) => (expiresAt ? { $min: { soonest: expiresAt } } : {})

  /** The way of nearly every taking: one update, nothing read. */
  const push = (key: string, wanted: Wanted, mine: PoolEntry): Promise<PoolDocument | null> =>
    pools.findOneAndUpdate(
      { _id: key, 'claims.id': { $ne: mine.id }, ...room(wanted, mine.units) } as Filter<PoolDocument>,
      { $push: { claims: mine }, $inc: { revision: 1, ...counted(mine.units) }, ...expiry(mine) },
      { returnDocument: 'after', ...(mine.expiresAt && { projection: { filed: 1 } }) },
    )

  /** The first to take from a pool. False: it is there. */
  async function begin(key: string, { pool, units }: Wanted, mine: PoolEntry): Promise<boolean> {
    const { expiresAt } = mine
    const fresh = { _id: key, shop, pool, counters: units, claims: [mine], filed: false, revision: 1 }
    try {
      await pools.insertOne({ ...fresh, returns: 0, returned: [], ...(expiresAt && { soonest: expiresAt }) })
      return true
    } catch (error) {
      if (isDuplicate(error)) return false
      throw error
    }
  }

  /** Puts `next` in the place of an entry. False: that has changed, or what is more does not fit. */
  async function replace(known: PoolDocument, before: PoolEntry, wanted: Wanted, next: PoolEntry): Promise<boolean> {
    const { _id, pool, claims } = known
    if (!before.expiresAt) {
      if (claims.includes(before)) await filing.file(known, [before])
      return filing.exchange({ _id: before.entry, pool }, next, wanted)
    }
    const more = difference(before.units, next.units)
    const isThere = { claims: { $elemMatch: { entry: before.entry, expiresAt: { $ne: null } } } }
    const { matchedCount } = await pools.updateOne({ _id, ...isThere, ...room(wanted, more) } as Filter<PoolDocument>, {
      $set: { 'claims.$': next },
      $inc: { revision: 1, ...counted(more) },
      ...expiry(next),
    })
    return matchedCount === 1
  }

  const undoing =
    (pool: string, mine: PoolEntry): Undo =>
    async () => {
      const key = keyOf(pool)
      if (mine.expiresAt) return void (await drop(key, mine))
      await filing.file({ _id: key, pool }, [mine])
      await filing.giveBack({ _id: mine.entry, pool })
    }

  /** Puts back what an id had before; what it gave up for `mine` and somebody else has by now stays given up. */
  const restoring =
    (wanted: Wanted, before: PoolEntry, mine: PoolEntry): Undo =>
    async () => {
      const { pool } = wanted
      const back = backTo(wanted, before.units)
      const was = { ...before, entry: new ObjectId() }
      if (!mine.expiresAt) {
        await filing.file({ _id: keyOf(pool), pool }, [mine])
        await filing.exchange({ _id: mine.entry, pool }, was, back)
        return
      }
      const known = await pools.findOne({ _id: keyOf(pool) })
      const there = known?.claims.find(({ entry }) => entry.equals(mine.entry))
      // Unless another process has confirmed it meanwhile.
      if (known && there?.expiresAt) await replace(known, there, back, was)
    }

  async function giveBack(id: string, pool: string): Promise<void> {
    for (;;) {
      const known = await pools.findOne(
        { _id: keyOf(pool) },
        { projection: { pool: 1, filed: 1, claims: { $elemMatch: { id } } } },
      )
      if (!known) return
      const mine = (known.claims as PoolDocument['claims'] | undefined)?.[0]
      if (mine?.expiresAt) await drop(known._id, mine)
      else if (mine) await filing.file(known, [mine])
      else {
        if (known.filed) for (const claim of await filing.filedOf(pool, id)) await filing.giveBack(claim)
        return
      }
    }
  }

  /** What an id has of a pool already, for a while or for good. */
  async function ownOf(known: PoolDocument, id: string): Promise<PoolEntry | undefined> {
    const entry = known.claims.find((claim) => claim.id === id)
    if (entry || !known.filed) return entry
    const [filed] = await filing.filedOf(known.pool, id)
    return filed && { entry: filed._id, id, units: filed.units, expiresAt: null }
  }

  async function take(id: string, wanted: Wanted, until: Until): Promise<Undo> {
    const { pool, units } = wanted
    const { now, expiresAt } = until
    const key = keyOf(pool)
    for (;;) {
      const mine: PoolEntry = { entry: new ObjectId(), id, units, expiresAt }
      const taken = await push(key, wanted, mine)
      if (taken) {
        if (!taken.filed || (await filing.filedOf(pool, id)).length === 0) {
          if (!expiresAt) await filing.fileMany(taken)
          return undoing(pool, mine)
        }
        // The id has it for good, from a process that was faster than this one.
        await undoing(pool, mine)()
      }
      const known = await pools.findOne({ _id: key })
      if (!known) {
        const full = overdrawn({}, wanted, units)
        if (full) throw new PoolFull(full, [])
        if (await begin(key, wanted, mine)) return undoing(pool, mine)
        continue
      }
      const own = await ownOf(known, id)
      const isSame = own && sameUnits(own.units, units)
      if (isSame && (!own.expiresAt || own.expiresAt.getTime() === expiresAt?.getTime())) return nothing
      if (own) {
        // An entry that has been given back must never come again.
        const next = { ...mine, entry: new ObjectId(), ...(own.expiresAt === null && { expiresAt: null }) }
        if (await replace(known, own, wanted, next)) return restoring(wanted, own, next)
      }
      const full = overdrawn(known.counters, wanted, difference(own?.units ?? {}, units))
      if (!full) continue
      if (known.claims.some((claim) => claim.id !== id && isExpired(claim, now))) await dropExpired(known, now)
      else throw new PoolFull(full, holdersOf(known, id, full))
    }
  }

  return {
    take,
    giveBack,

    async extend(id, pool, { now, expiresAt }) {
      const key = keyOf(pool)
      const extended = await pools.findOneAndUpdate(
        { _id: key, claims: { $elemMatch: { id, expiresAt: { $gt: now } } } },
        { $set: { 'claims.$.expiresAt': expiresAt }, $inc: { revision: 1 }, ...expiry({ expiresAt }) },
        { returnDocument: 'after', ...(expiresAt && { projection: { _id: 1 } }) },
      )
      if (extended) {
        if (!expiresAt) await filing.fileMany(extended)
        return true
      }
      const known = await pools.findOne({ _id: key })
      return known !== null && (await ownOf(known, id))?.expiresAt === null
    },

    async tidy(key, now) {
      for (;;) {
        const known = await pools.findOne({ _id: key })
        if (!known) return
        if (known.claims.some((claim) => isExpired(claim, now))) {
          await dropExpired(known, now)
          continue
        }
        await removeEmpty(known)
        const ends = known.claims.flatMap(({ expiresAt }) => (expiresAt ? [expiresAt.getTime()] : []))
        // Whoever has come since then has told when it expires, and must not be overlooked.
        await pools.updateOne(
          { _id: key, revision: known.revision },
          ends.length > 0 ? { $set: { soonest: new Date(Math.min(...ends)) } } : { $unset: { soonest: true } },
        )
        return
      }
    },
  }
}

function holdersOf({ claims }: PoolDocument, id: string, { counter }: Draw): string[] {
  const others = claims.filter((claim) => claim.id !== id && (claim.units[fieldOf(counter)] ?? 0) > 0)
  return [...new Set(others.map((claim) => claim.id))].slice(-MOST_HOLDERS)
}
