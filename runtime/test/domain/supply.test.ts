import { createHash } from 'node:crypto'
import { expect } from 'chai'
import type { Limit, Shop } from '@kaidian/schemas'
import { type Assignment, type Counted, couponDraws, limitDraws, supplyOf } from '../../src/domain/index.ts'
import { digest } from '../../src/domain/digest.ts'
import { assignment, example, resolved, salon, unchecked } from './shops.ts'

const sha = (text: string): string => createHash('sha256').update(text).digest('hex')
const WED = '2026-12-02 14:00'

function limited(...limits: Limit[]): Shop {
  return salon((shop) => (shop.policies.booking = { ...shop.policies.booking, limits }))
}

const who: Counted = {
  customer: 'cus_1',
  answers: { phone: ' 13800000000 ', name: 'Ａnna' },
  participants: [{ name: 'Kim' }, { name: 'KIM ' }, { name: 'Lee' }],
}

describe('the draws on limits', () => {
  const draws = (limit: Limit, change: Partial<Assignment> = {}, as = who) => {
    const shop = unchecked(limited(limit))
    const booked = assignment(shop, { service: 'cut', offering: 'director' }, WED)
    return limitDraws(shop, { ...booked, ...change }, as)
  }
  const one = (limit: Omit<Limit, 'id' | 'max'>, change?: Partial<Assignment>, as = who) =>
    draws({ id: 'own', max: 2, ...limit }, change, as)

  it('name the limit, the values and the stretch', () => {
    expect(one({ per: ['customer'] })).to.deep.equal([
      { pool: `limit/own/${sha('["cus_1"]')}/ever`, counter: 'used', units: 1, limit: 2, limitId: 'own' },
    ])
    expect(one({ per: [] })[0]?.pool).to.equal('limit/own/all/ever')
  })

  for (const [within, start, window] of [
    ['ever', '2026-12-02T06:00:00.000Z', 'ever'],
    ['day', '2026-12-02T06:00:00.000Z', '2026-12-02'],
    ['day', '2026-12-02T16:00:00.000Z', '2026-12-03'],
    ['week', '2026-12-02T06:00:00.000Z', '2026-11-30'],
    ['week', '2026-12-06T15:59:00.000Z', '2026-11-30'],
    ['week', '2026-12-06T16:00:00.000Z', '2026-12-07'],
    ['month', '2026-12-31T15:59:00.000Z', '2026-12'],
    ['month', '2026-12-31T16:00:00.000Z', '2027-01'],
    ['session', '2026-12-02T06:00:00.000Z', '2026-12-02T06:00:00.000Z'],
    ['day', null, 'ever'],
    ['session', null, 'ever'],
  ] as const)
    it(`count within ${within} of ${start} as ${window}`, () =>
      expect(one({ per: [], within }, { start })[0]?.pool).to.equal(`limit/own/all/${window}`))

  it('count within the session by its id', () => {
    expect(one({ per: [], within: 'session' }, { session: 'spring@2027-03-06T10:00' })[0]?.pool).to.equal(
      'limit/own/all/spring@2027-03-06T10:00',
    )
  })

  it('count orders, or places', () => {
    const places = Array.from({ length: 3 }, () => ({ offering: 'director', addOns: {} }))
    expect(one({ per: ['customer'] }, { places })[0]?.units).to.equal(1)
    expect(one({ per: ['customer'], count: 'places' }, { places })[0]?.units).to.equal(3)
  })

  it('take answers as alike without regard to case, width and spaces around', () => {
    const pool = (answers: Record<string, unknown>) => one({ per: ['answer.name'] }, {}, { ...who, answers })[0]?.pool
    expect(pool({ name: 'ａnna' })).to.equal(pool({ name: ' ANNA' }))
    expect(pool({ name: 'anna' })).not.to.equal(pool({ name: 'ann a' }))
    expect(pool({ name: { type: 'idCard', number: '11010519491231002x' } })).to.equal(
      pool({ name: { number: '11010519491231002X', type: 'idCard' } }),
    )
    expect(pool({ name: 1 })).not.to.equal(pool({ name: '1' }))
  })

  it('are as many as participants, two who are the same counted together', () => {
    const found = one({ per: ['participant.name', 'answer.phone'], count: 'places' })
    expect(found.map(({ units }) => units)).to.deep.equal([2, 1])
    expect(found[0]?.pool).to.equal(`limit/own/${sha('["kim","13800000000"]')}/ever`)
  })

  it('are left out where a value is missing', () => {
    for (const answers of [{}, { phone: '' }, { phone: '  ' }, { phone: null }, { phone: [] }])
      expect(one({ per: ['customer', 'answer.phone'] }, {}, { ...who, answers })).to.deep.equal([])
    expect(one({ per: ['participant.name'] }, {}, { ...who, participants: [{ name: 'Kim' }, {}] })).to.have.length(1)
    expect(one({ per: ['answer.constructor'] })).to.deep.equal([])
  })

  it('come with those of everybody last, and keep to keys that are short', () => {
    const shop = resolved(
      limited({ id: 'all', per: [], max: 50 }, { id: 'own', per: ['customer', 'answer.name'], max: 2 }),
    )
    const booked = assignment(shop, { service: 'cut', offering: 'director' }, WED)
    const found = limitDraws(shop, booked, { ...who, answers: { name: '名'.repeat(500) } })
    expect(found.map(({ limitId }) => limitId)).to.deep.equal(['own', 'all'])
    for (const { pool } of found) expect(pool).to.match(/^[\w/.:@-]{1,200}$/)
    expect(limitDraws(shop, booked, who, (values) => `k${values.length}`)[0]?.pool).to.equal('limit/own/k16/ever')
  })

  it('count a limit once that services in a row share', () => {
    const shop = resolved(limited({ id: 'own', per: ['customer'], max: 1 }))
    const booked = assignment(shop, { service: 'cut', offering: 'director' }, WED)
    const { service, offering, resources, options, addOns } = booked
    const segment = { service, offering, resources, options, addOns, start: booked.end ?? '', end: booked.end ?? '' }
    expect(limitDraws(shop, { ...booked, then: [segment] }, who)).to.have.length(1)
  })
})

describe('the draws of a coupon', () => {
  const shop = resolved(example('city-run'))

  it('7: are the customer’s one use and the campaign’s hundred', () => {
    for (const code of ['RUN2026', ' run2026 '])
      expect(couponDraws(shop, code, 'cus_1')).to.deep.equal([
        { pool: 'coupon/run2026/cus_1', counter: 'used', units: 1, limit: 1 },
        { pool: 'coupon/run2026', counter: 'used', units: 1, limit: 100 },
      ])
  })

  it('are none for a code nobody knows, or without a budget', () => {
    expect(couponDraws(shop, 'RUN2027', 'cus_1')).to.deep.equal([])
    const free = resolved(
      example('city-run', (one) => {
        for (const fee of one.fees ?? []) delete fee.budget
      }),
    )
    expect(couponDraws(free, 'RUN2026', 'cus_1')).to.deep.equal([])
  })
})

describe('the supply of an appointment', () => {
  it('is nothing but the time of its resources', () => {
    const shop = resolved()
    expect(supplyOf(shop, assignment(shop, { service: 'cut', offering: 'director' }, WED))).to.deep.equal([])
  })
})

describe('a digest', () => {
  it('is SHA-256', () => {
    for (let length = 0; length < 300; length++) {
      const text = 'é码𝄞'.repeat(length % 4) + 'x'.repeat(length)
      expect(digest(text)).to.equal(sha(text))
    }
  })
})
