import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import type { ClaimRef, ShopStore } from '../../src/store/index.ts'
import type { Said, Work } from './taker.ts'
import { openTestStore, type TestStore } from './test-store.ts'

const NOW = new Date('2026-12-01T01:00:00Z')
const EXPIRES = new Date('2026-12-01T01:15:00Z')
const AFTERWARDS = new Date('2026-12-01T01:16:00Z')

/** What is known of all claims, from what the takers said before they went. */
class Books {
  readonly inDoubt = new Map<string, ClaimRef>()
  readonly confirmed = new Map<string, ClaimRef>()
  readonly counts = { confirmed: 0, refused: 0, released: 0, left: 0 }

  note(said: Said): void {
    if ('begins' in said) {
      // JSON has no dates.
      const places = said.begins.places.map((one) => ({ ...one, start: new Date(one.start), end: new Date(one.end) }))
      this.inDoubt.set(said.begins.id, { ...said.begins, places })
    }
    if (!('ends' in said)) return
    const ref = this.inDoubt.get(said.ends)
    this.inDoubt.delete(said.ends)
    this.counts[said.how] += 1
    if (said.how === 'confirmed' && ref) this.confirmed.set(said.ends, ref)
  }

  /** counter of a pool → units confirmed */
  drawn(): Record<string, number> {
    const sums: Record<string, number> = {}
    for (const { draws } of this.confirmed.values())
      for (const { pool, counter, units } of draws)
        sums[`${pool} ${counter}`] = (sums[`${pool} ${counter}`] ?? 0) + units
    return sums
  }
}

/** Lets a process take; with `killedAfter` it is killed at once when it has said so much. Resolves when it has ended. */
function takes(work: Work, books: Books, killedAfter = Infinity): Promise<void> {
  const child = fork(fileURLToPath(new URL('taker.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  let heard = 0
  return new Promise((resolve, reject) => {
    child.on('message', (said: Said) => {
      if ('ready' in said) child.send(work)
      else if ('error' in said) reject(new Error(said.error))
      else if ('done' in said) child.disconnect()
      else {
        books.note(said)
        heard += 1
        if (heard === killedAfter) child.kill('SIGKILL')
      }
    })
    child.on('exit', (code, signal) =>
      code === 0 || signal === 'SIGKILL' ? resolve() : reject(new Error(`A taker ended with ${code}.`)),
    )
  })
}

describe('several processes that take from one store', function () {
  this.timeout(180_000)
  let test: TestStore
  let store: ShopStore
  let shops = 0
  before(async () => {
    test = await openTestStore('elsewhere')
  })
  beforeEach(() => {
    store = test.store.forShop(`takers-${(shops += 1)}`)
  })
  after(() => test.close())

  const work = (name: string, some: Partial<Work>): Work => ({
    uri: test.uri,
    database: test.database,
    dataKey: test.dataKey,
    shop: store.shop,
    name,
    seed: shops * 1000 + name.charCodeAt(0),
    claims: 60,
    atOnce: 8,
    now: NOW.toISOString(),
    expiresAt: EXPIRES.toISOString(),
    kind: 'parties',
    ...some,
  })

  const LIMITS: Record<string, number> = {
    'quotas/run half': 500,
    'quotas/run total': 900,
    'seats/class day-0': 120,
    'seats/class day-1': 120,
    'coupon/spring used': 150,
    'seats/rooms used': 12,
  }
  /** Looks again and again until `end`: no counter is ever above its limit. @returns looks taken */
  async function watch(end: Promise<unknown>): Promise<number> {
    let ended = false
    const stop = () => {
      ended = true
    }
    end.then(stop, stop)
    let looks = 0
    for (; !ended; looks += 1)
      for await (const { pool, counters } of store.pools.all())
        for (const [counter, taken] of Object.entries(counters))
          expect(taken, `${pool} ${counter}`).to.be.within(0, LIMITS[`${pool} ${counter}`] ?? 0)
    return looks
  }

  /** Counters, and what the claims come to, by counter of a pool, those of nothing left out. */
  async function inPools(): Promise<{ counters: Record<string, number>; claims: Record<string, number> }> {
    const counters: Record<string, number> = {}
    const claims: Record<string, number> = {}
    for await (const record of store.pools.all()) {
      for (const [counter, taken] of Object.entries(record.counters))
        if (taken !== 0) counters[`${record.pool} ${counter}`] = taken
      for (const { units } of record.claims)
        for (const [counter, taken] of Object.entries(units))
          claims[`${record.pool} ${counter}`] = (claims[`${record.pool} ${counter}`] ?? 0) + taken
    }
    return { counters, claims }
  }

  /** What a job does with claims that no order stands on, and with all that has expired. */
  async function cleanUp(books: Books): Promise<void> {
    for (const ref of books.inDoubt.values()) await store.claims.release(ref)
    await store.pools.sweep(AFTERWARDS)
    await store.claims.sweep(AFTERWARDS)
  }

  it('give 500 places to 500 of 600', async () => {
    const books = new Books()
    const all = Promise.all(['a', 'b', 'c'].map((name) => takes(work(name, { kind: 'halves', claims: 200 }), books)))
    const [looks] = await Promise.all([watch(all), all])
    expect(looks).to.be.greaterThan(0)
    expect(books.counts).to.deep.equal({ confirmed: 500, refused: 100, released: 0, left: 0 })
    expect(await inPools()).to.deep.equal({
      counters: { 'quotas/run half': 500, 'quotas/run total': 500 },
      claims: { 'quotas/run half': 500, 'quotas/run total': 500 },
    })
  })

  it('lose no place of two pools that they ask for in either order, killed anywhere', async () => {
    const books = new Books()
    const all = Promise.all([
      takes(work('a', {}), books),
      ...[31, 54, 77].map(async (heard, n) => {
        await takes(work(`b${n}`, { seed: heard }), books, heard)
        await takes(work(`c${n}`, { seed: heard + 1 }), books, heard + 20)
        await takes(work(`d${n}`, { seed: heard + 2 }), books)
      }),
    ])
    const [looks] = await Promise.all([watch(all), all])
    expect(looks).to.be.greaterThan(0)
    expect(books.inDoubt.size).to.be.greaterThan(0)
    await cleanUp(books)
    const confirmed = books.drawn()
    expect(Object.values(confirmed).every((units) => units > 0)).to.equal(true)
    expect(await inPools()).to.deep.equal({ counters: confirmed, claims: confirmed })
  })

  it('book two rooms each in either order without a deadlock or a lost hour, killed anywhere', async () => {
    const books = new Books()
    const rooms = (name: string, seed: number) => work(name, { kind: 'pairs', seed, claims: 40 })
    const all = Promise.all([
      takes(rooms('a', 1), books),
      ...[11, 24, 33].map(async (heard, n) => {
        await takes(rooms(`b${n}`, heard), books, heard)
        await takes(rooms(`c${n}`, heard + 1), books)
      }),
    ])
    await Promise.all([watch(all), all])
    await cleanUp(books)
    const confirmed = books.drawn()
    expect(confirmed['seats/rooms used']).to.be.greaterThan(0)
    expect(await inPools()).to.deep.equal({ counters: confirmed, claims: confirmed })
    const taken = await store.claims.between(NOW, new Date(NOW.getTime() + 86_400_000), AFTERWARDS)
    const named = (one: { resource: string; start: Date; end: Date }) =>
      `${one.resource} ${one.start.toISOString()} ${one.end.toISOString()}`
    expect(taken.map(named).toSorted()).to.deep.equal(
      [...books.confirmed.values()].flatMap(({ places }) => places.map(named)).toSorted(),
    )
    for (const one of taken)
      expect(
        taken.filter((two) => two.resource === one.resource && two.start < one.end && one.start < two.end),
      ).to.deep.equal([one])
  })
})
