import { expect } from 'chai'
import fc from 'fast-check'
import type { Draw } from '../../src/domain/index.ts'
import { PoolFull, type Pools } from '../../src/store/index.ts'
import { openTestStore, type TestStore } from './test-store.ts'

const NOW = new Date('2026-12-01T01:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const draw = (pool: string, units = 1, limit = 5, counter = 'seats'): Draw => ({ pool, counter, units, limit })
const half = (units = 1, limit = 500): Draw => draw('quotas/run', units, limit, 'half')
const total = (units = 1, limit = 900): Draw => draw('quotas/run', units, limit, 'total')

/** How many got what they asked for; every other error than `PoolFull` is thrown. */
async function outcomes(tries: Promise<unknown>[]): Promise<{ got: number; full: number }> {
  const settled = await Promise.allSettled(tries)
  for (const one of settled) if (one.status === 'rejected' && !(one.reason instanceof PoolFull)) throw one.reason
  const got = settled.filter(({ status }) => status === 'fulfilled').length
  return { got, full: settled.length - got }
}

describe('pools', () => {
  let test: TestStore
  let pools: Pools
  let shops = 0
  before(async () => {
    test = await openTestStore()
  })
  beforeEach(() => {
    pools = test.store.forShop(`pools-${(shops += 1)}`).pools
  })
  after(() => test.close())

  const take = (id: string, draws: readonly Draw[], expiresAt: Date | null = later(15), now = NOW) =>
    pools.take(id, draws, { now, expiresAt })
  const used = async (pool: string, now = NOW) => (await pools.used([pool], now)).get(pool)
  const fullness = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => (error instanceof PoolFull ? error : Promise.reject(error as Error)),
    )
  /** What the claims of a pool come to, which its counters must be. */
  async function sums(pool: string): Promise<Record<string, number>> {
    const found = await pools.find(pool)
    const sum: Record<string, number> = {}
    for (const { units } of found?.claims ?? [])
      for (const [counter, taken] of Object.entries(units)) sum[counter] = (sum[counter] ?? 0) + taken
    return sum
  }

  it('give five places to five of thirty who ask at once', async () => {
    expect(await outcomes(Array.from({ length: 30 }, (_, n) => take(`c${n}`, [draw('seats/a')])))).to.deep.equal({
      got: 5,
      full: 25,
    })
    expect(await used('seats/a')).to.deep.equal({ seats: 5 })
  })

  it('take a party whole or not at all', async () => {
    await take('four', [draw('seats/a', 4)])
    expect((await fullness(take('two', [draw('seats/a', 2)])))?.holders).to.deep.equal(['four'])
    expect(await used('seats/a')).to.deep.equal({ seats: 4 })
    await take('one', [draw('seats/a', 1)])
    expect(await used('seats/a')).to.deep.equal({ seats: 5 })
  })

  it('never give more than the whole to one', async () => {
    expect((await fullness(take('six', [draw('seats/a', 6)])))?.draw).to.deep.equal(draw('seats/a', 6))
    await take('one', [draw('seats/a', 1)])
    expect(await fullness(take('six', [draw('seats/a', 6)]))).to.be.instanceOf(PoolFull)
    expect(await fullness(take('none', [draw('seats/a', 1, 0, 'other')]))).to.be.instanceOf(PoolFull)
    expect(await used('seats/a')).to.deep.equal({ seats: 1 })
  })

  it('decide all counters of a pool at once, and say which is used up', async () => {
    await take('many', [half(2, 2), total(2, 3)])
    const full = await fullness(take('half', [total(1, 3), half(1, 2)]))
    expect(full?.draw.counter).to.equal('half')
    await take('fun', [draw('quotas/run', 1, 9, 'fun'), total(1, 3)])
    expect((await fullness(take('fun-2', [draw('quotas/run', 1, 9, 'fun'), total(1, 3)])))?.draw.counter).to.equal(
      'total',
    )
    expect(await used('quotas/run')).to.deep.equal({ half: 2, total: 3, fun: 1 })
  })

  it('give back what was taken of one pool when the next is full', async () => {
    await take('first', [draw('coupon/x', 1, 1)])
    const full = await fullness(take('second', [draw('limit/a', 1, 1), draw('coupon/x', 1, 1)]))
    expect(full?.draw.pool).to.equal('coupon/x')
    expect(full?.holders).to.deep.equal(['first'])
    expect(await used('limit/a')).to.deep.equal({})
  })

  it('expire by themselves, and make room for who comes next', async () => {
    for (let n = 0; n < 5; n += 1) await take(`c${n}`, [draw('seats/a')])
    expect(await fullness(take('early', [draw('seats/a')], later(30), later(14)))).to.be.instanceOf(PoolFull)
    expect(await used('seats/a', later(15))).to.deep.equal({ seats: 0 })
    await take('later', [draw('seats/a')], later(30), later(15))
    expect(await used('seats/a', later(15))).to.deep.equal({ seats: 1 })
    expect((await pools.find('seats/a'))?.counters).to.deep.equal({ seats: 1 })
    expect(await pools.extend('c1', [draw('seats/a')], { now: later(15), expiresAt: null })).to.equal(false)
  })

  it('taken again with the same id are taken once', async () => {
    for (let n = 0; n < 3; n += 1) await take('first', [draw('seats/a', 2), draw('coupon/x')])
    expect(await used('seats/a')).to.deep.equal({ seats: 2 })
    expect(await outcomes(Array.from({ length: 8 }, () => take('second', [draw('seats/a', 3)])))).to.include({ got: 8 })
    expect(await used('seats/a')).to.deep.equal({ seats: 5 })
  })

  for (const lasting of [false, true])
    it(`taken again in other units ${lasting ? 'for good' : 'for a while'} are replaced at once`, async () => {
      await take('first', [half(2), total(2)], lasting ? null : later(15))
      await take('first', [half(1), total(1)])
      expect(await used('quotas/run')).to.deep.equal({ half: 1, total: 1 })
      await take('first', [draw('quotas/run', 3, 3, 'fun'), total(3)])
      expect(await used('quotas/run')).to.deep.equal({ half: 0, total: 3, fun: 3 })
      expect(await fullness(take('first', [draw('quotas/run', 4, 3, 'fun'), total(4)]))).to.be.instanceOf(PoolFull)
      expect(await used('quotas/run')).to.deep.equal({ half: 0, total: 3, fun: 3 })
      expect(await used('quotas/run', later(20))).to.deep.equal(
        lasting ? { half: 0, total: 3, fun: 3 } : { half: 0, total: 0, fun: 0 },
      )
      await pools.release('first', [total()])
      expect(Object.values((await used('quotas/run')) ?? {}).every((taken) => taken === 0)).to.equal(true)
    })

  for (const lasting of [false, true])
    it(`are as they were when other units are refused by a later pool (${lasting ? 'for good' : 'for a while'})`, async () => {
      await take('somebody', [draw('coupon/x', 1, 1)], null)
      await take('first', [draw('seats/a', 2)], lasting ? null : later(15))
      expect(await fullness(take('first', [draw('seats/a', 4), draw('coupon/x', 1, 1)]))).to.be.instanceOf(PoolFull)
      expect(await used('seats/a')).to.deep.equal({ seats: 2 })
      expect(await fullness(take('first', [draw('seats/a', 1), draw('coupon/x', 1, 1)], null))).to.be.instanceOf(
        PoolFull,
      )
      expect(await used('seats/a')).to.deep.equal({ seats: 2 })
      expect(await used('seats/a', later(20))).to.deep.equal({ seats: lasting ? 2 : 0 })
      expect(await sums('seats/a')).to.deep.equal({ seats: 2 })
    })

  it('are made to last, and do not get shorter again', async () => {
    await take('first', [draw('seats/a'), draw('coupon/x')])
    const both = [draw('seats/a'), draw('coupon/x')]
    expect(await pools.extend('first', both, { now: NOW, expiresAt: later(60) })).to.equal(true)
    expect(await used('seats/a', later(59))).to.deep.equal({ seats: 1 })
    expect(await pools.extend('first', both, { now: NOW, expiresAt: null })).to.equal(true)
    expect(await pools.extend('first', both, { now: later(99), expiresAt: later(100) })).to.equal(true)
    await take('first', both)
    expect(await used('coupon/x', later(6000))).to.deep.equal({ seats: 1 })
    expect(await pools.extend('stranger', both, { now: NOW, expiresAt: null })).to.equal(false)
  })

  it('released are free at once, as often as it is said', async () => {
    await take('first', [draw('seats/a', 2), draw('coupon/x')], null)
    await take('second', [draw('seats/a', 3)])
    await Promise.all(Array.from({ length: 6 }, () => pools.release('first', [draw('seats/a'), draw('coupon/x')])))
    expect(await used('seats/a')).to.deep.equal({ seats: 3 })
    await Promise.all(Array.from({ length: 6 }, () => pools.release('second', [draw('seats/a')])))
    expect(await used('seats/a')).to.deep.equal({ seats: 0 })
    await take('first', [draw('seats/a', 5)], null)
    expect(await used('seats/a')).to.deep.equal({ seats: 5 })
  })

  it('of another shop are not in the way', async () => {
    await take('first', [draw('seats/a', 5)])
    await test.store.forShop('somewhere-else').pools.take('first', [draw('seats/a', 5)], { now: NOW, expiresAt: null })
    expect(await used('seats/a')).to.deep.equal({ seats: 5 })
  })

  it('that have expired are swept away, those that last stay', async () => {
    await take('first', [draw('seats/a', 2)])
    await take('second', [draw('seats/a', 1)], null)
    await take('third', [draw('seats/b', 1)])
    await take('fourth', [draw('seats/c', 1)], later(60))
    await pools.sweep(later(16))
    expect(await pools.find('seats/a')).to.deep.equal({
      pool: 'seats/a',
      counters: { seats: 1 },
      claims: [{ id: 'second', units: { seats: 1 }, expiresAt: null }],
    })
    expect(await pools.find('seats/b')).to.equal(undefined)
    expect(await pools.sweep(later(17))).to.equal(0)
    expect(await pools.sweep(later(60))).to.equal(1)
  })

  it('keep names with points and dollars apart', async () => {
    for (const counter of ['a.b', 'a%2eb', '$a', 'a']) await take(`of ${counter}`, [draw('p', 1, 1, counter)])
    expect(await used('p')).to.deep.equal({ 'a.b': 1, 'a%2eb': 1, $a: 1, a: 1 })
  })

  it('file what is sold, and know it still', async function () {
    this.timeout(60_000)
    const ids = Array.from({ length: 300 }, (_, n) => `c${n}`)
    const until = { now: NOW, expiresAt: null }
    for (let at = 0; at < ids.length; at += 20)
      await Promise.all(
        ids.slice(at, at + 20).map(async (id) => {
          await take(id, [half(), total()])
          expect(await pools.extend(id, [half()], until)).to.equal(true)
        }),
      )
    expect(await used('quotas/run')).to.deep.equal({ half: 300, total: 300 })
    expect(await sums('quotas/run')).to.deep.equal({ half: 300, total: 300 })
    // Long filed, just sold, and in between.
    for (const id of ['c0', 'c299', 'c150']) {
      await take(id, [half(), total()])
      expect(await pools.extend(id, [half()], until)).to.equal(true)
      expect(await used('quotas/run')).to.deep.equal({ half: 300, total: 300 })
    }
    await Promise.all(ids.slice(0, 50).flatMap((id) => [pools.release(id, [half()]), pools.release(id, [half()])]))
    expect(await used('quotas/run')).to.deep.equal({ half: 250, total: 250 })
    expect(await sums('quotas/run')).to.deep.equal({ half: 250, total: 250 })
    expect(await pools.extend('c0', [half()], until)).to.equal(false)
    await take('c0', [half(), total()], null)
    expect(await used('quotas/run')).to.deep.equal({ half: 251, total: 251 })
    await take('c100', [draw('quotas/run', 1, 200, 'fun'), total()])
    expect(await used('quotas/run')).to.deep.equal({ half: 250, total: 251, fun: 1 })
    expect(await sums('quotas/run')).to.deep.equal({ half: 250, total: 251, fun: 1 })
  })

  it('come to what their claims come to, and never exceed a limit, whatever is done at once', async function () {
    this.timeout(120_000)
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const some = fc.array(
      fc.record({
        pool: fc.constantFrom('p', 'q'),
        counter: fc.constantFrom('x', 'y'),
        units: fc.integer({ min: 0, max: 3 }),
        limit: fc.constant(4),
      }),
      { minLength: 1, maxLength: 3 },
    )
    const step = fc.record({
      kind: fc.constantFrom('take', 'take', 'keep', 'release', 'sweep', 'late'),
      id,
      draws: some,
      lasting: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        async (rounds) => {
          pools = test.store.forShop(`pools-${(shops += 1)}`).pools
          for (const [n, round] of rounds.entries()) {
            const now = later(n * 6)
            await outcomes(
              round.map(async ({ kind, id: who, draws, lasting }) => {
                const until = { now, expiresAt: lasting ? null : later(n * 6 + 10) }
                if (kind === 'take') return pools.take(who, draws, until)
                if (kind === 'keep') return pools.extend(who, draws, until)
                if (kind === 'release') return pools.release(who, draws)
                if (kind === 'late')
                  return pools.take(who, draws, { now: later(n * 6 - 3), expiresAt: later(n * 6 + 1) })
                return pools.sweep(now)
              }),
            )
            for await (const { pool, counters } of pools.all()) {
              const sum = await sums(pool)
              for (const [counter, taken] of Object.entries(counters)) {
                expect(taken, `${pool} ${counter}`).to.equal(sum[counter] ?? 0)
                expect(taken).to.be.within(0, 4)
              }
            }
          }
          await pools.sweep(later(6000))
          for await (const { claims } of pools.all())
            for (const { expiresAt } of claims) expect(expiresAt).to.equal(null)
        },
      ),
      { numRuns: 60 },
    )
  })
})
