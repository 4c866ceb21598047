import { expect } from 'chai'
import fc from 'fast-check'
import type { Entitlements } from '../../src/store/index.ts'
import { openTestStore, type TestStore } from './test-store.ts'

const NOW = new Date('2026-12-01T01:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

describe('entitlements', () => {
  let test: TestStore
  let held: Entitlements
  let shops = 0
  before(async () => {
    test = await openTestStore()
  })
  beforeEach(() => {
    held = test.store.forShop(`entitlements-${(shops += 1)}`).entitlements
  })
  after(() => test.close())

  const pass = (units: number, id = 'grant/1', expiresAt: Date | null = later(60)) =>
    held.grant('cus_1', 'ten-cuts', 'pass', units, { id, order: 'ord_g', now: NOW, expiresAt })
  const left = async (id = 'grant/1') => (await held.find(id))?.left
  const use = (units: number, entry: string, order = 'ord_1', now = NOW) =>
    held.use('grant/1', 'cus_1', units, entry, order, now)

  it('are granted once, however often it is said', async () => {
    const all = await Promise.all([1, 2, 3].map(() => pass(10)))
    expect(all.map(({ id, left: units }) => [id, units])).to.deep.equal(Array(3).fill(['grant/1', 10]))
    expect((await held.ofCustomer('cus_1', NOW)).map(({ entries }) => entries.length)).to.deep.equal([1])
  })

  it('are used no more often than there is, by any number at once', async () => {
    await pass(5)
    const got = await Promise.all(Array.from({ length: 12 }, (_, n) => use(1, `use/${n}`, `ord_${n}`)))
    expect(got.filter(Boolean)).to.have.length(5)
    expect(await left()).to.equal(0)
    expect((await held.find('grant/1'))?.entries.filter(({ kind }) => kind === 'use')).to.have.length(5)
  })

  it('are used once for the same entry, and anew after it was given back', async () => {
    await pass(5)
    expect(await Promise.all([use(2, 'use/a'), use(2, 'use/a'), use(2, 'use/a')])).to.deep.equal([true, true, true])
    expect(await left()).to.equal(3)
    expect(await held.giveBack('ord_1', 10_000, NOW)).to.equal(2)
    expect(await held.giveBack('ord_1', 10_000, NOW)).to.equal(0)
    expect(await left()).to.equal(5)
    expect(await use(2, 'use/a')).to.equal(true)
    expect(await use(2, 'use/a')).to.equal(true)
    expect(await left()).to.equal(3)
    expect(await held.giveBack('ord_1', 10_000, NOW)).to.equal(2)
    expect(await left()).to.equal(5)
  })

  it('are not used by another, after they expired, or beyond what is left', async () => {
    await pass(5)
    expect(await held.use('grant/1', 'cus_2', 1, 'use/a', 'ord_1', NOW)).to.equal(false)
    expect(await use(1, 'use/a', 'ord_1', later(60))).to.equal(false)
    expect(await use(6, 'use/a')).to.equal(false)
    expect(await use(1, 'use/a', 'ord_1', later(59))).to.equal(true)
    expect(await left()).to.equal(4)
  })

  it('come back in part: a share of stored value to the fen', async () => {
    await held.grant('cus_1', 'card', 'storedValue', 50_000, { id: 'grant/1', order: null, now: NOW, expiresAt: null })
    await use(12_345, 'use/a')
    expect(await held.giveBack('ord_1', 5000, NOW)).to.equal(6173)
    expect(await left()).to.equal(43_828)
  })

  it('granted by an order that is given up are taken away', async () => {
    await pass(5)
    await use(2, 'use/a')
    await Promise.all([held.revoke('ord_g', later(1)), held.revoke('ord_g', later(1))])
    expect(await left()).to.equal(0)
    expect(await held.ofCustomer('cus_1', later(1))).to.deep.equal([])
    await held.giveBack('ord_1', 10_000, later(2))
    expect(await use(1, 'use/b', 'ord_2', later(2))).to.equal(false)
  })

  it('are adjusted by hand once, and never below nothing', async () => {
    await pass(5)
    for (let n = 0; n < 3; n += 1) expect(await held.adjust('grant/1', 'cus_1', 2, 'adjust/a', NOW)).to.equal(true)
    expect(await left()).to.equal(7)
    expect(await held.adjust('grant/1', 'cus_1', -8, 'adjust/b', NOW)).to.equal(false)
    expect(await held.adjust('grant/1', 'cus_1', -7, 'adjust/c', NOW)).to.equal(true)
    expect(await left()).to.equal(0)
  })

  it('note that what has expired is gone', async () => {
    await pass(5)
    await pass(3, 'grant/2', null)
    expect(await held.expire(later(59), 10)).to.equal(0)
    expect(await held.expire(later(60), 10)).to.equal(1)
    expect(await held.expire(later(61), 10)).to.equal(0)
    expect((await held.find('grant/1'))?.entries.map(({ kind, units }) => [kind, units])).to.deep.equal([
      ['grant', 5],
      ['expire', -5],
    ])
    expect((await held.ofCustomer('cus_1', later(60))).map(({ id }) => id)).to.deep.equal(['grant/2'])
    expect((await held.ofCustomer('cus_1')).map(({ id }) => id)).to.have.members(['grant/1', 'grant/2'])
  })

  it('tell the membership that was granted last and lasts', async () => {
    const member = (product: string, id: string, at: number, expiresAt: Date | null) =>
      held.grant('cus_1', product, 'membership', 1, { id, order: null, now: later(at), expiresAt })
    expect(await held.membershipOf('cus_1', NOW)).to.equal(null)
    await member('silver-year', 'grant/1', 0, null)
    await member('gold-month', 'grant/2', 1, later(30))
    expect(await held.membershipOf('cus_1', later(29))).to.equal('gold-month')
    expect(await held.membershipOf('cus_1', later(30))).to.equal('silver-year')
    expect(await held.membershipOf('cus_2', later(30))).to.equal(null)
  })

  it('of an erased customer stay in the books without a name', async () => {
    await pass(5)
    await use(2, 'use/a')
    await held.erase('cus_1')
    expect(await held.ofCustomer('cus_1')).to.deep.equal([])
    expect(await use(1, 'use/b')).to.equal(false)
    const kept = []
    for await (const one of held.all()) kept.push([one.customer, one.left])
    expect(kept).to.deep.equal([[null, 3]])
  })

  it('always come to the sum of their entries, and never below nothing', async () => {
    const step = fc.record({
      kind: fc.constantFrom('use', 'use', 'back', 'adjust', 'revoke', 'expire'),
      n: fc.integer({ min: 0, max: 3 }),
      units: fc.integer({ min: 1, max: 4 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { maxLength: 5 }), async (rounds) => {
        held = test.store.forShop(`entitlements-${(shops += 1)}`).entitlements
        await pass(6)
        for (const round of rounds) {
          await Promise.all(
            round.map(async ({ kind, n, units }) => {
              if (kind === 'use') await use(units, `use/${n}`, `ord_${n}`)
              if (kind === 'back') await held.giveBack(`ord_${n}`, 5000, NOW)
              if (kind === 'adjust') await held.adjust('grant/1', 'cus_1', n - units, `adjust/${n}/${units}`, NOW)
              if (kind === 'revoke' && units === 4) await held.revoke('ord_g', NOW)
              if (kind === 'expire' && units === 4) await held.expire(later(60), 10)
            }),
          )
          const one = await held.find('grant/1')
          expect(one?.left).to.equal(one?.entries.reduce((sum, { units }) => sum + units, 0))
          expect(one?.left).to.be.at.least(0)
          expect(new Set(one?.entries.map(({ id }) => id)).size).to.equal(one?.entries.length)
        }
      }),
      { numRuns: 20 },
    )
  })
})
