import type { Draw } from '../domain/index.ts'
import type { Collections } from './collections.ts'
import { poolClaiming, type Undo } from './pool-claiming.ts'
import { byPool, counterOf, isExpired, sumOf, type Units } from './pool-document.ts'
import type { Until } from './until.ts'

/** counter → units */
export type Counters = Readonly<Record<string, number>>

/** What one claim has of a pool. */
export interface PoolClaim {
  readonly id: string
  readonly units: Counters
  readonly expiresAt: Date | null
}

export interface PoolRecord {
  readonly pool: string
  /** Units taken, those of expired claims that nobody has dropped yet included. */
  readonly counters: Counters
  readonly claims: readonly PoolClaim[]
}

/**
 * Counted supplies: seats, quotas of tickets, uses of a coupon, orders of one phone. A counter never exceeds the limit it is
 * drawn under: each taking is one guarded update of its pool, which decides all counters of that pool at once. What was
 * taken for a while expires by itself.
 */
export interface Pools {
  /**
   * Takes all draws, pool by pool in the order given, or none. An id that has them already has them once; other units of a
   * pool replace what it had there, at once. A claim for good stays so.
   * @throws PoolFull what this call took is free again
   */
  take(id: string, draws: readonly Draw[], until: Until): Promise<void>
  /**
   * Moves the expiry. A claim that is for good stays so. False when one is gone or expired; what there was of the others
   * is extended nevertheless, and has to be released.
   */
  extend(id: string, draws: readonly Draw[], until: Until): Promise<boolean>
  /** Gives back what the id has of the pools; nothing happens when it has nothing. */
  release(id: string, draws: readonly Pick<Draw, 'pool'>[]): Promise<void>
  /** Units taken, by pool and counter; expired ones do not count. A pool of which nothing was ever taken has no counters. */
  used(pools: readonly string[], now: Date): Promise<Map<string, Counters>>
  /** Drops expired claims. @returns pools looked through */
  sweep(now: Date): Promise<number>
  /** Every pool with all its claims, by name. One that is being changed may not add up: look again with `find`. */
  all(): AsyncIterable<PoolRecord>
  find(pool: string): Promise<PoolRecord | undefined>
}

const readable = (units: Units): Counters =>
  Object.fromEntries(Object.entries(units).map(([field, taken]) => [counterOf(field), taken]))

export function poolsOf(collections: Collections, shop: string): Pools {
  const { pools, filedClaims } = collections
  const claiming = poolClaiming(collections, shop)
  const keyOf = (pool: string) => `${shop}/${pool}`

  /** The pool is read first: a claim that is filed meanwhile is found twice, and known by its entry. */
  async function find(pool: string): Promise<PoolRecord | undefined> {
    const known = await pools.findOne({ _id: keyOf(pool) })
    if (!known) return undefined
    const claims = new Map<string, PoolClaim>()
    if (known.filed)
      for (const { _id, id, units } of await filedClaims.find({ shop, pool, gone: false }).toArray())
        if (!known.returned.some((one) => one.equals(_id)))
          claims.set(_id.toHexString(), { id, units: readable(units), expiresAt: null })
    for (const { entry, id, units, expiresAt } of known.claims)
      claims.set(entry.toHexString(), { id, units: readable(units), expiresAt })
    return { pool, counters: readable(known.counters), claims: [...claims.values()] }
  }

  return {
    find,

    async take(id, draws, until) {
      const undo: Undo[] = []
      try {
        for (const wanted of byPool(draws)) undo.push(await claiming.take(id, wanted, until))
      } catch (error) {
        // Should this fail too, it expires.
        for (const back of undo.toReversed()) await back()
        throw error
      }
    },

    async extend(id, draws, until) {
      for (const { pool } of byPool(draws)) if (!(await claiming.extend(id, pool, until))) return false
      return true
    },

    async release(id, draws) {
      for (const pool of new Set(draws.map((draw) => draw.pool))) await claiming.giveBack(id, pool)
    },

    async used(names, now) {
      const used = new Map<string, Counters>(names.map((pool) => [pool, {}]))
      const found = await pools.find({ _id: { $in: names.map(keyOf) } }).toArray()
      for (const { pool, counters, claims } of found) {
        const over = sumOf(claims.filter((claim) => isExpired(claim, now)))
        const live = Object.entries(counters).map(([field, taken]) => [field, taken - (over[field] ?? 0)])
        used.set(pool, readable(Object.fromEntries(live) as Units))
      }
      return used
    },

    async sweep(now) {
      const stale = await pools.find({ shop, soonest: { $lte: now } }, { projection: { _id: 1 } }).toArray()
      for (const { _id } of stale) await claiming.tidy(_id, now)
      return stale.length
    },

    async *all() {
      for await (const { pool } of pools.find({ shop }, { projection: { pool: 1 } }).sort({ pool: 1 })) {
        const record = await find(pool)
        if (record) yield record
      }
    },
  }
}
