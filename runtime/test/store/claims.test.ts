import { expect } from 'chai'
import fc from 'fast-check'
import { Refusal, type Claim, type Draw } from '../../src/domain/index.ts'
import { PoolFull, type Claims, type Place } from '../../src/store/index.ts'
import { openTestStore, type TestStore } from './test-store.ts'

const NOW = new Date('2026-12-01T01:00:00Z')
const later = (minutes: number, from = NOW) => new Date(from.getTime() + minutes * 60_000)
const place = (resource: string, from: number, to: number): Place => ({ resource, start: later(from), end: later(to) })
const window = { from: later(-24 * 60), to: later(72 * 60) }

const overlaps = (a: Place, b: Claim) => a.resource === b.resource && a.start < b.end && b.start < a.end
/** Takes exactly these places, or refuses. */
const exactly =
  (...places: Place[]) =>
  (occupied: Claim[]): Place[] => {
    if (places.some((one) => occupied.some((other) => overlaps(one, other)))) throw new Refusal('SLOT_TAKEN')
    return places
  }
/** Takes the first of these that is free. */
const firstFree =
  (...places: Place[]) =>
  (occupied: Claim[]): Place[] => {
    const free = places.find((one) => !occupied.some((other) => overlaps(one, other)))
    if (!free) throw new Refusal('SLOT_TAKEN')
    return [free]
  }

async function outcomes(tries: Promise<unknown>[]): Promise<{ won: number; refused: number }> {
  const settled = await Promise.allSettled(tries)
  for (const one of settled) if (one.status === 'rejected' && !(one.reason instanceof Refusal)) throw one.reason
  const won = settled.filter(({ status }) => status === 'fulfilled').length
  return { won, refused: settled.length - won }
}

describe('claims', () => {
  let test: TestStore
  let claims: Claims
  let shops = 0
  before(async () => {
    test = await openTestStore()
  })
  beforeEach(() => {
    claims = test.store.forShop(`shop-${(shops += 1)}`).claims
  })
  after(() => test.close())

  const take = (
    id: string,
    decide: (occupied: Claim[]) => readonly Place[],
    expiresAt: Date | null = later(15),
    now = NOW,
  ) => claims.take(id, window, decide, { now, expiresAt })

  it('give one time to one of fifty who ask at once', async () => {
    const tries = Array.from({ length: 50 }, (_, n) => take(`c${n}`, exactly(place('one', 60, 130))))
    expect(await outcomes(tries)).to.deep.equal({ won: 1, refused: 49 })
    expect(await claims.between(window.from, window.to, NOW)).to.have.length(1)
  })

  it('give one time to one of fifty on a day that has claims already', async () => {
    await take('before', exactly(place('one', 600, 660)))
    const tries = Array.from({ length: 50 }, (_, n) => take(`c${n}`, exactly(place('one', 60, 130))))
    expect(await outcomes(tries)).to.deep.equal({ won: 1, refused: 49 })
    expect(await claims.between(window.from, window.to, NOW)).to.have.length(2)
  })

  it('give any of three resources to three of fifty who ask at once', async () => {
    const any = firstFree(place('one', 60, 130), place('two', 60, 130), place('three', 60, 130))
    const tries = Array.from({ length: 50 }, (_, n) => take(`c${n}`, any))
    expect(await outcomes(tries)).to.deep.equal({ won: 3, refused: 47 })
  })

  it('give all times of a day to those who ask for different ones at once', async () => {
    const tries = Array.from({ length: 20 }, (_, n) => take(`c${n}`, exactly(place('one', n * 30, n * 30 + 30))))
    expect(await outcomes(tries)).to.deep.equal({ won: 20, refused: 0 })
    expect(await claims.between(window.from, window.to, NOW)).to.have.length(20)
  })

  it('take several resources wholly or not at all', async () => {
    const room = (n: number) => place('room', n, n + 60)
    const tries = Array.from({ length: 20 }, (_, n) =>
      take(`c${n}`, exactly(room(60), place(`person-${n % 4}`, 60, 120))),
    )
    expect((await outcomes(tries)).won).to.equal(1)
    const taken = await claims.between(window.from, window.to, NOW)
    expect(taken.map(({ resource }) => resource))
      .to.have.length(2)
      .and.include('room')
  })

  it('hold past midnight against those who ask for the day after', async () => {
    const midnight = 15 * 60
    await take('night', exactly(place('one', 23 * 60 - 30, 23 * 60 + 90)))
    expect((await outcomes([take('early', exactly(place('one', 23 * 60 + 30, 24 * 60)))])).refused).to.equal(1)
    expect(await claims.between(later(23 * 60), later(midnight + 24 * 60), NOW)).to.have.length(1)
  })

  it('expire by themselves', async () => {
    await take('first', exactly(place('one', 60, 130)))
    expect((await outcomes([take('second', exactly(place('one', 60, 130)), null, later(14))])).won).to.equal(0)
    expect((await outcomes([take('second', exactly(place('one', 60, 130)), null, later(15))])).won).to.equal(1)
    expect(
      await claims.extend(
        { id: 'first', places: [place('one', 60, 130)], draws: [] },
        { now: later(15), expiresAt: null },
      ),
    ).to.equal(false)
  })

  it('are made to last, and do not get shorter again', async () => {
    const ref = await take('first', exactly(place('one', 60, 130)))
    expect(await claims.extend(ref, { now: NOW, expiresAt: null })).to.equal(true)
    expect(await claims.extend(ref, { now: NOW, expiresAt: later(1) })).to.equal(true)
    expect(await claims.between(window.from, window.to, later(600))).to.have.length(1)
  })

  it('taken again with the same id move, and leave nothing behind', async () => {
    await take('first', exactly(place('one', 60, 130), place('two', 60, 130)))
    await take('first', exactly(place('one', 200, 260)))
    const left = await claims.between(window.from, window.to, NOW)
    expect(left.map(({ resource, start }) => [resource, start])).to.deep.equal([['one', later(200)]])
  })

  it('leave nothing behind when they are refused half-way', async () => {
    await take('other', exactly(place('two', 60, 130)))
    let asked = 0
    const blind = (occupied: Claim[]) => {
      // The first time as if nothing were taken; then the truth.
      asked += 1
      return asked === 1
        ? [place('one', 60, 130), place('three', 60, 130)]
        : exactly(place('one', 60, 130), place('two', 60, 130))(occupied)
    }
    const rival = claims.take('rival', window, exactly(place('three', 300, 330)), { now: NOW, expiresAt: null })
    await outcomes([take('mine', blind), rival])
    if (asked > 1) {
      const left = await claims.between(window.from, window.to, NOW)
      expect(left.map(({ resource }) => resource).toSorted()).to.deep.equal(['three', 'two'])
    }
    expect(asked).to.be.greaterThan(0)
  })

  it('released are free at once', async () => {
    const ref = await take('first', exactly(place('one', 60, 130)), null)
    await claims.release(ref)
    await claims.release(ref)
    expect((await outcomes([take('second', exactly(place('one', 60, 130)))])).won).to.equal(1)
  })

  it('of another shop are not in the way', async () => {
    await take('first', exactly(place('one', 60, 130)))
    const other = test.store.forShop('somewhere-else').claims
    const taken = await other.take('first', window, exactly(place('one', 60, 130)), { now: NOW, expiresAt: null })
    expect(taken.places).to.have.length(1)
  })

  it('that have expired are swept away, those that last stay', async () => {
    await take('first', exactly(place('one', 60, 130)))
    await take('second', exactly(place('one', 200, 230)), null)
    await claims.sweep(later(16))
    const left = await claims.between(window.from, window.to, NOW)
    expect(left.map(({ start }) => start)).to.deep.equal([later(200)])
  })

  it('tell how many of a resource that is several they take', async () => {
    await take('first', () => [{ ...place('crew', 60, 130), units: 2 }])
    await take('second', () => [place('crew', 60, 130)])
    const taken = await claims.between(window.from, window.to, NOW)
    expect(taken.map(({ units }) => units)).to.deep.equal([2, 1])
  })

  it('have several times of one resource on one day, and let go of them one and all', async () => {
    const twice = [place('one', 60, 120), place('one', 150, 180), { ...place('one', 150, 180), units: 2 }]
    const ref = await take('first', () => twice)
    const told = async () =>
      (await claims.between(window.from, window.to, NOW)).map(({ start, units }) => [start, units])
    expect(await told()).to.deep.equal([
      [later(60), 1],
      [later(150), 3],
    ])
    await take('first', () => twice)
    expect(await told()).to.have.length(2)
    expect(await claims.extend(ref, { now: NOW, expiresAt: null })).to.equal(true)
    expect(await claims.between(window.from, window.to, later(600))).to.have.length(2)
    await claims.release(ref)
    expect(await told()).to.deep.equal([])
  })

  describe('that draw from pools', () => {
    const seats = (units: number, limit = 5): Draw => ({ pool: 'seats/a', counter: 'seats', units, limit })
    const quota = (counter: string, units: number): Draw => ({ pool: 'quotas/run', counter, units, limit: 5 })
    const coupon: Draw = { pool: 'coupon/x', counter: 'used', units: 1, limit: 1 }
    const until = { now: NOW, expiresAt: later(15) }
    const used = async (pool: string, now = NOW) =>
      (await test.store.forShop(`shop-${shops}`).pools.used([pool], now)).get(pool)

    it('last and end with their draws', async () => {
      const timed = await take('first', exactly(place('one', 60, 130)))
      const ref = await claims.draw(timed, [seats(2), coupon], until)
      expect(ref.draws).to.deep.equal([seats(2), coupon])
      expect(await claims.extend(ref, { now: NOW, expiresAt: null })).to.equal(true)
      expect(await used('seats/a', later(600))).to.deep.equal({ seats: 2 })
      await claims.release(ref)
      await claims.release(ref)
      expect(await used('seats/a')).to.deep.equal({ seats: 0 })
      expect(await claims.between(window.from, window.to, NOW)).to.deep.equal([])
      expect(await claims.extend(ref, { now: NOW, expiresAt: null })).to.equal(false)
    })

    it('draw more of a pool without losing what they had of its other counters', async () => {
      const none = { id: 'first', places: [], draws: [] }
      const one = await claims.draw(none, [quota('half', 2), quota('total', 2)], until)
      const two = await claims.draw(one, [quota('fun', 1), quota('total', 3)], until)
      expect(two.draws).to.deep.equal([quota('half', 2), quota('fun', 1), quota('total', 3)])
      expect(await used('quotas/run')).to.deep.equal({ half: 2, fun: 1, total: 3 })
      const error = await claims.draw(two, [quota('fun', 6)], until).catch((thrown: unknown) => thrown)
      expect(error).to.be.instanceOf(PoolFull)
      expect(await used('quotas/run')).to.deep.equal({ half: 2, fun: 1, total: 3 })
    })

    it('keep under an earlier claim what goes on when they move', async () => {
      const before = await claims.draw({ id: 'before', places: [], draws: [] }, [seats(2), coupon], until)
      await claims.extend(before, { now: NOW, expiresAt: null })
      const moved = await claims.draw({ id: 'after', places: [], draws: [] }, [seats(1)], until)
      const ref = { ...moved, draws: [...moved.draws, { ...coupon, by: 'before' }] }
      expect(await claims.extend(ref, { now: NOW, expiresAt: null })).to.equal(true)
      await claims.release({ ...before, draws: [seats(2)] })
      expect(await used('seats/a')).to.deep.equal({ seats: 1 })
      await claims.draw(ref, ref.draws, { now: NOW, expiresAt: null })
      expect(await used('coupon/x')).to.deep.equal({ used: 1 })
      await claims.release(ref)
      expect([await used('seats/a'), await used('coupon/x')]).to.deep.equal([{ seats: 0 }, { used: 0 }])
    })

    it('have nothing to lose where nothing is limited', async () => {
      const none = { id: 'first', places: [], draws: [] }
      expect(await claims.draw(none, [], until)).to.deep.equal(none)
      expect(await claims.extend(none, { now: NOW, expiresAt: null })).to.equal(true)
    })
  })

  it('are told day by day, and dropped from one where nobody stands on them', async () => {
    await take('night', exactly(place('one', 22 * 60, 24 * 60)), null)
    await take('day', exactly(place('one', 60, 90)), null)
    const told = async () => {
      const days = []
      for await (const { day, resource, claims: stored } of claims.all())
        days.push([day, resource, stored.map(({ id }) => id)])
      return days
    }
    expect(await told()).to.deep.equal([
      ['2026-12-01', 'one', ['night', 'day']],
      ['2026-12-02', 'one', ['night']],
    ])
    await claims.dropFrom('one', '2026-12-01', 'night')
    expect((await told())[0]).to.deep.equal(['2026-12-01', 'one', ['day']])
  })

  it('never overlap, whatever is asked for at once', async () => {
    const wish = fc.record({
      resource: fc.constantFrom('one', 'two'),
      from: fc.integer({ min: 0, max: 20 }),
      long: fc.integer({ min: 1, max: 4 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: 2, maxLength: 12 }), async (wishes) => {
        claims = test.store.forShop(`shop-${(shops += 1)}`).claims
        await outcomes(
          wishes.map(({ resource, from, long }, n) =>
            take(`c${n}`, exactly(place(resource, from * 30, (from + long) * 30)), null),
          ),
        )
        const taken = await claims.between(window.from, window.to, NOW)
        for (const one of taken) expect(taken.filter((other) => overlaps(one, other))).to.deep.equal([one])
        expect(taken.length).to.be.greaterThan(0)
      }),
      { numRuns: 15 },
    )
  })
})
