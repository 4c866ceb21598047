import { expect } from 'chai'
import { MongoClient } from 'mongodb'
import type { Draw } from '../../src/domain/index.ts'
import { collectionsOf, type Collections } from '../../src/store/collections.ts'
import { PoolFull, type Pools } from '../../src/store/index.ts'
import { poolFiling } from '../../src/store/pool-filing.ts'
import { poolsOf } from '../../src/store/pools.ts'
import { openTestStore, type TestStore } from './test-store.ts'

const NOW = new Date('2026-12-01T01:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const lasting = { now: NOW, expiresAt: null }
const held = { now: NOW, expiresAt: later(15) }
const half = (units: number): Draw[] => [
  { pool: 'quotas/run', counter: 'half', units, limit: 10 },
  { pool: 'quotas/run', counter: 'total', units, limit: 10 },
]

/** The collections as a process sees them that does something at each command: waits, or dies. */
function watched(collections: Collections, atCommand: () => Promise<void>): Collections {
  const one = <T extends object>(collection: T): T =>
    new Proxy(collection, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name)
        if (typeof method !== 'function') return method
        if (name === 'find') return method.bind(target) as unknown
        return async (...given: unknown[]) => {
          await atCommand()
          return (method as (...args: unknown[]) => unknown).apply(target, given)
        }
      },
    })
  return { ...collections, pools: one(collections.pools), filedClaims: one(collections.filedClaims) }
}

const DEAD = new Error('killed')

/** What may be done to a pool that has a claim of each kind. */
const DEEDS: Readonly<Record<string, (pools: Pools) => Promise<unknown>>> = {
  'give back a filed claim': (pools) => pools.release('filed', half(1)),
  'give back one for good': (pools) => pools.release('fresh', half(1)),
  'give back one for a while': (pools) => pools.release('held', half(1)),
  'take less of a filed claim': (pools) => pools.take('filed', half(1), lasting),
  'take more of a filed claim': (pools) => pools.take('filed', half(3), lasting),
  'take less of one for good': (pools) => pools.take('fresh', half(1), lasting),
  'take more of one for a while': (pools) => pools.take('held', half(3), held),
  'confirm one for a while': (pools) => pools.extend('held', half(2), lasting),
  'take anew': (pools) => pools.take('anew', half(3), held),
  'take too much': (pools) => pools.take('anew', half(9), held),
  'drop what has expired': (pools) => pools.sweep(later(20)),
}

/** What others do meanwhile. */
const OTHERS = [
  'give back a filed claim',
  'take less of one for good',
  'confirm one for a while',
  'drop what has expired',
]
  .map((name) => DEEDS[name])
  .filter((deed) => deed !== undefined)

describe('pools, interrupted', function () {
  this.timeout(300_000)
  let test: TestStore
  let client: MongoClient
  let collections: Collections
  let shops = 0
  before(async () => {
    test = await openTestStore()
    client = await new MongoClient(test.uri).connect()
    collections = collectionsOf(client.db(test.database))
  })
  after(async () => {
    await client.close()
    await test.close()
  })

  /** A shop with two of ten filed, two for good, two for a while. */
  async function prepared(): Promise<{ shop: string; pools: Pools }> {
    const shop = `interrupted-${(shops += 1)}`
    const pools = poolsOf(collections, shop)
    await pools.take('filed', half(2), lasting)
    const pool = await collections.pools.findOne({ shop })
    if (pool) await poolFiling(collections, shop).file(pool, pool.claims)
    await pools.take('fresh', half(2), lasting)
    await pools.take('held', half(2), held)
    return { shop, pools }
  }

  async function agrees(pools: Pools, what: string): Promise<void> {
    const found = await pools.find('quotas/run')
    const sum = (counter: string) => found?.claims.reduce((total, { units }) => total + (units[counter] ?? 0), 0) ?? 0
    for (const counter of ['half', 'total']) {
      expect(found?.counters[counter] ?? 0, `${what}: ${counter}`).to.equal(sum(counter))
      expect(sum(counter), what).to.be.within(0, 10)
    }
  }

  /** The commands a deed consists of. */
  async function commandsOf(deed: (pools: Pools) => Promise<unknown>): Promise<number> {
    const { shop } = await prepared()
    let commands = 0
    const count = () => {
      commands += 1
      return Promise.resolve()
    }
    await deed(poolsOf(watched(collections, count), shop)).catch(unlessFull)
    return commands
  }

  /** One process sleeps before the nth command of its deed until another has done something. */
  async function meanwhile(
    deed: (pools: Pools) => Promise<unknown>,
    nth: number,
    other: (pools: Pools) => Promise<unknown>,
  ): Promise<{ pools: Pools }> {
    const { shop, pools } = await prepared()
    const asleep = gate()
    const awake = gate()
    let count = 0
    const slow = watched(collections, async () => {
      if ((count += 1) !== nth) return
      asleep.resolve()
      await awake.promise
    })
    const going = deed(poolsOf(slow, shop)).catch(unlessFull)
    await Promise.race([asleep.promise, going])
    await other(pools)
    awake.resolve()
    await going
    return { pools }
  }

  for (const [name, deed] of Object.entries(DEEDS)) {
    it(`agree when a process dies anywhere while it is to ${name}, and when that is repeated`, async () => {
      for (let last = await commandsOf(deed); last >= 0; last -= 1) {
        const { shop, pools } = await prepared()
        let commands = 0
        const dying = watched(collections, () => ((commands += 1) > last ? Promise.reject(DEAD) : Promise.resolve()))
        await deed(poolsOf(dying, shop)).catch((error: unknown) => {
          if (error !== DEAD) unlessFull(error)
        })
        await agrees(pools, `dead after ${last}`)
        await deed(pools).catch(unlessFull)
        await agrees(pools, `dead after ${last}, repeated`)
        for (const id of ['filed', 'fresh', 'held', 'anew']) await pools.release(id, half(1))
        expect(Object.values((await pools.find('quotas/run'))?.counters ?? {}).every((taken) => taken === 0)).to.equal(
          true,
        )
      }
    })

    it(`agree when a process falls asleep anywhere while it is to ${name}, and others do the same or something else meanwhile`, async () => {
      const commands = await commandsOf(deed)
      for (const other of new Set([deed, ...OTHERS]))
        for (let asleep = 1; asleep <= commands; asleep += 1) {
          const { pools } = await meanwhile(deed, asleep, (awake) => other(awake).catch(unlessFull))
          await agrees(pools, `asleep before ${asleep}`)
        }
    })
  }

  it('keep what was confirmed by a clock that is a little behind, wherever a process fell asleep that drops it', async () => {
    const drop = (pools: Pools) => pools.sweep(later(20))
    let kept = 0
    for (let asleep = await commandsOf(drop); asleep > 0; asleep -= 1) {
      let confirmed = false
      const { pools } = await meanwhile(drop, asleep, async (awake) => {
        confirmed = await awake.extend('held', half(2), lasting)
      })
      const found = await pools.find('quotas/run')
      expect(found?.claims.some(({ id }) => id === 'held')).to.equal(confirmed)
      if (confirmed) kept += 1
    }
    expect(kept).to.be.greaterThan(0)
  })
})

function unlessFull(error: unknown): void {
  if (!(error instanceof PoolFull)) throw error
}

function gate(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve: () => resolve() }
}
