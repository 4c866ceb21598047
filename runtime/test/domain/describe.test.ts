import type { FeeRule, Offering, Schedule, Service } from '@kaidian/schemas'
import { expect } from 'chai'
import { describeShop } from '../../src/domain/index.ts'
import { shopOf } from './after-sale-shop.ts'

const title = { 'zh-CN': '一', en: 'One' }
const shown = (change: Partial<Service> = {}, fees: readonly FeeRule[] = []) => {
  const [service] = describeShop(shopOf({}, change, { fees: [...fees] }), true).services
  if (!service) throw new Error('no service')
  return service
}

describe('the price of a service on the list', () => {
  const offering = (price: number, rest: Partial<Offering> = {}): Offering => ({ id: 'one', title, price, ...rest })
  const base = (apply: FeeRule['apply'], rest: Partial<FeeRule> = {}): FeeRule => ({
    id: 'rule',
    label: title,
    phase: 'base',
    apply,
    ...rest,
  })
  const week = {
    kind: 'table' as const,
    rows: [
      { days: ['sat' as const, 'sun' as const], from: '08:00', to: '22:00', amount: 12000 },
      { from: '08:00', to: '18:00', amount: 6000 },
      { from: '18:00', to: '22:00', amount: 9000 },
    ],
  }
  const when = { fact: 'answer.car', op: 'eq' as const, value: 'suv' }

  for (const [name, change, fees, from, to] of [
    ['is that of its offerings', { offerings: [offering(8800), offering(19800, { id: 'two' })] }, [], 8800, 19800],
    ['of a court by its weekly table', { offerings: [offering(0, { per: 'time' })] }, [base(week)], 6000, 12000],
    [
      'of a court whose price is for half an hour',
      { offerings: [offering(0, { per: 'time', unitMinutes: 30 })] },
      [base(week)],
      3000,
      6000,
    ],
    ['of a court booked for an hour', { duration: 60, offerings: [offering(0)] }, [base(week)], 6000, 12000],
    ['of a court booked for 90 minutes', { duration: 90, offerings: [offering(0)] }, [base(week)], 9000, 18000],
    [
      'of a court booked for as long as one likes',
      { durationChoice: { min: 120, max: 240, step: 60 }, offerings: [offering(0)] },
      [base(week)],
      6000,
      12000,
    ],
    [
      'of a table by the start',
      { duration: 90, offerings: [offering(1000)] },
      [base({ ...week, basis: 'start' })],
      7000,
      13000,
    ],
    ['of a table of another service', { offerings: [offering(500)] }, [base(week, { services: ['other'] })], 500, 500],
    ['with what is added to each', { offerings: [offering(500)] }, [base({ kind: 'flat', amount: 200 })], 700, 700],
    [
      'by the hour',
      { offerings: [offering(0, { per: 'personTime', unitMinutes: 30 })] },
      [base({ kind: 'perDuration', amount: 6000 })],
      3000,
      3000,
    ],
    [
      'of classes, one of which always holds',
      { offerings: [offering(0)] },
      [
        base({ kind: 'flat', amount: 5000 }, { id: 'car', when }),
        base({ kind: 'flat', amount: 8000 }, { id: 'suv', when }),
      ],
      5000,
      8000,
    ],
    [
      'with what some pay more',
      { offerings: [offering(3000)] },
      [base({ kind: 'flat', amount: 2000 }, { when })],
      3000,
      5000,
    ],
    [
      'in tiers',
      { offerings: [offering(0)] },
      [
        base({
          kind: 'tiered',
          fact: 'booking.people',
          tiers: [
            { from: 1, amount: 10000 },
            { from: 5, amount: 15000 },
          ],
        }),
      ],
      10000,
      15000,
    ],
    [
      'without what is added later',
      { offerings: [offering(3000)] },
      [base({ kind: 'flat', amount: 2000 }, { phase: 'surcharge' })],
      3000,
      3000,
    ],
  ] as readonly (readonly [string, Partial<Service>, readonly FeeRule[], number, number])[])
    it(`${name}: ${from} to ${to}`, () => {
      const { priceFrom, priceTo } = shown(change, fees)
      expect([priceFrom, priceTo]).to.deep.equal([from, to])
    })
})

describe('the opening hours', () => {
  const hours = (schedule: Schedule) => describeShop(shopOf({}, {}, { hours: schedule }), true).hours
  const early = { from: '08:00', to: '12:00' }
  const late = { from: '13:00', to: '20:00' }

  it('put weekdays of the same hours into one row, without the breaks', () =>
    expect(
      hours({
        weekly: [{ days: ['mon', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '10:00', to: '21:00' }],
        breaks: [{ days: ['mon'], from: '13:00', to: '14:00' }],
      }),
    ).to.deep.equal([
      { days: ['mon'], ranges: ['10:00–13:00', '14:00–21:00'], varies: false },
      { days: ['tue'], ranges: [], varies: false },
      { days: ['wed', 'thu', 'fri', 'sat', 'sun'], ranges: ['10:00–21:00'], varies: false },
    ]))

  it('of a cycle of one week are as good as weekly', () =>
    // 2026-11-30 is a Monday.
    expect(hours({ rotation: { from: '2026-11-30', days: 7, shifts: [{ on: [1, 3], ...early }] } })).to.deep.equal([
      { days: ['mon', 'wed'], ranges: ['08:00–12:00'], varies: false },
      { days: ['tue', 'thu', 'fri', 'sat', 'sun'], ranges: [], varies: false },
    ]))

  it('of two weeks in turn say on which days they vary', () =>
    expect(
      hours({
        weekly: [{ days: ['sun'], ...early }],
        rotation: {
          from: '2026-12-02',
          days: 14,
          // Wednesday of both weeks; Thursday early in one week and late in the other; Friday in the first week only.
          shifts: [
            { on: [1, 8, 2], ...early },
            { on: [9, 3], ...late },
          ],
        },
      }),
    ).to.deep.equal([
      { days: ['mon', 'tue', 'sat'], ranges: [], varies: false },
      { days: ['wed', 'sun'], ranges: ['08:00–12:00'], varies: false },
      { days: ['thu'], ranges: ['08:00–12:00', '13:00–20:00'], varies: true },
      { days: ['fri'], ranges: ['13:00–20:00'], varies: true },
    ]))

  it('of two days on and two off vary on every day', () =>
    expect(hours({ rotation: { from: '2026-12-02', days: 4, shifts: [{ on: [1, 2], ...early }] } })).to.deep.equal([
      { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], ranges: ['08:00–12:00'], varies: true },
    ]))
})

describe('the description of a shop for its customers', () => {
  it('says when booking opens and closes as instants', () => {
    const shop = shopOf({ booking: { opens: '2026-12-01T10:00', closes: '2027-02-28T23:59' } })
    expect(describeShop(shop, true).services[0]?.booking).to.include({
      opens: '2026-12-01T02:00:00.000Z',
      closes: '2027-02-28T15:59:00.000Z',
    })
  })

  it('says whether a code may be given', () => {
    const coupon = (services?: string[]): FeeRule => ({
      id: 'code',
      label: title,
      phase: 'coupon',
      code: 'RUN2026',
      apply: { kind: 'flat', amount: 3000 },
      ...(services && { services }),
    })
    expect(shown({}, [coupon()]).coupons).to.equal(true)
    expect(shown({}, [coupon(['service'])]).coupons).to.equal(true)
    expect(shown({}, [coupon(['other'])]).coupons).to.equal(false)
    expect(
      shown({}, [{ id: 'off', label: title, phase: 'discount', apply: { kind: 'flat', amount: 1 } }]).coupons,
    ).to.equal(false)
  })

  it('says whether there is a waiting list, and whether it books at once', () => {
    const [offering] = describeShop(shopOf({ waitlist: { mode: 'offer' } }), true).services
    expect(offering).to.include({ waitlist: true, waitlistMode: 'offer' })
    const [booking] = describeShop(shopOf({ waitlist: { mode: 'auto' } }), true).services
    expect(booking).to.include({ waitlist: true, waitlistMode: 'auto' })
    expect(shown()).to.include({ waitlist: false, waitlistMode: null })
  })

  it('lists the passes, memberships and stored value that may be held', () => {
    const shop = shopOf(
      {},
      {},
      {
        entitlements: [{ id: 'ten', title, kind: 'pass', uses: 10, services: ['service'] }],
      },
    )
    expect(describeShop(shop, true).entitlements).to.deep.equal([{ id: 'ten', title, description: null, kind: 'pass' }])
  })

  it('lists the coupons that everybody may see, with what they take off and when', () => {
    const coupon = (id: string, apply: FeeRule['apply'], rest: Partial<FeeRule> = {}): FeeRule => ({
      id,
      label: title,
      phase: 'coupon',
      code: id.toUpperCase(),
      listed: true,
      apply,
      ...rest,
    })
    const flat = { kind: 'flat', amount: 3000 } as const
    const tenth: FeeRule['apply'] = { kind: 'percent', rate: 1000, of: ['base'] }
    const shop = shopOf(
      {},
      {},
      {
        fees: [
          coupon('plain', flat, { code: 'Plain-1', budget: { perCustomer: 2 } }),
          coupon('secret', flat, { listed: false }),
          coupon('person', flat, { each: true, services: ['service'] }),
          coupon('tenth', tenth, { when: { fact: 'booking.people', op: 'gte', value: 3 } }),
          coupon('capped', tenth, { atMost: 5000 }),
          coupon('raised', flat, { atLeast: 4000 }),
          coupon('many', { kind: 'perUnit', fact: 'answer.area', amount: 100 }),
        ],
      },
    )
    const { coupons } = describeShop(shop, true)
    expect(coupons[0]).to.deep.equal({
      id: 'plain',
      code: 'Plain-1',
      label: title,
      takesOff: { 'zh-CN': '减 ¥30.00', en: '¥30.00 off' },
      condition: null,
      services: null,
      perCustomer: 2,
    })
    expect(coupons.map(({ id, takesOff }) => [id, takesOff?.['zh-CN'] ?? null, takesOff?.en ?? null])).to.deep.equal([
      ['plain', '减 ¥30.00', '¥30.00 off'],
      ['person', '每人减 ¥30.00', '¥30.00 off per person'],
      ['tenth', '减 10%', '10% off'],
      ['capped', '减 10%，最多 ¥50.00', '10% off, at most ¥50.00'],
      ['raised', null, null],
      ['many', null, null],
    ])
    expect(coupons[1]?.services).to.deep.equal(['service'])
    expect(coupons[2]?.condition).to.deep.equal({
      'zh-CN': '只在人数至少是 3 时适用',
      en: 'Applies only when the number of people is at least 3',
    })
  })

  it('tells beforehand what may come on top of a price or off it, and when', () => {
    const rule = (id: string, apply: FeeRule['apply'], rest: Partial<FeeRule> = {}): FeeRule => ({
      id,
      label: title,
      phase: 'surcharge',
      apply,
      ...rest,
    })
    const tenth = (rest: object = {}) => ({ kind: 'percent' as const, rate: 1000, of: ['base' as const], ...rest })
    const { feeRules } = shown({}, [
      rule('base', { kind: 'flat', amount: 5000 }, { phase: 'base' }),
      rule('other', tenth(), { services: ['other'] }),
      rule('code', tenth(), { phase: 'coupon', code: 'TENTH', listed: true }),
      rule('weekend', tenth(), { when: { fact: 'start.weekday', op: 'in', value: ['sat', 'sun'] } }),
      rule(
        'evening',
        tenth({
          during: [
            { days: ['fri', 'sat'], from: '18:00', to: '20:00' },
            { from: '21:00', to: '22:00' },
          ],
        }),
      ),
      rule('guests', { kind: 'perPerson', amount: 10000, included: 2 }),
      rule('each', { kind: 'perPerson', amount: 10000 }),
      rule('least', { kind: 'minimum', amount: 10000, of: ['base'] }),
      rule('gold', tenth(), { phase: 'discount', bestOf: 'one', services: ['service'] }),
    ])
    expect(feeRules[0]).to.deep.equal({
      id: 'weekend',
      kind: 'surcharge',
      label: title,
      amount: { 'zh-CN': '加 10%', en: '+10%' },
      condition: {
        'zh-CN': '只在到店日是周六或周日时适用',
        en: 'Applies only when the weekday is Saturday or Sunday',
      },
      bestOf: null,
    })
    const told = feeRules.map(({ id, amount, condition }) => [id, amount?.en ?? null, condition?.en ?? null])
    expect(told.slice(1)).to.deep.equal([
      ['evening', '+10%', 'Only for the time within Friday, Saturday 18:00–20:00; 21:00–22:00'],
      ['guests', '+¥100.00 for each person beyond 2', null],
      ['each', '+¥100.00 per person', null],
      ['least', null, null],
      ['gold', '10% off', null],
    ])
    expect(feeRules.at(-1)).to.deep.include({ kind: 'discount', bestOf: 'one' })
    expect(feeRules[1]?.condition?.['zh-CN']).to.equal('只算 周五、周六 18:00–20:00；21:00–22:00 之间的时间')
  })

  it('keeps to what customers may see', () => {
    const service = shown({
      mode: 'session',
      eligibility: [{ id: 'grown', when: { fact: 'participant.age', op: 'gte', value: 18 }, message: '须满 18' }],
      series: [{ id: 'spring', day: '2027-03-06', time: '10:00', seats: 12 }],
      quotas: [{ id: 'all', total: 900 }],
      offerings: [{ id: 'one', title, price: 100, quotas: ['all'], opens: '2026-12-01T10:00' }],
    })
    expect(service).to.have.all.keys(
      'id mode title category summary description image gallery duration durationChoice people priceFrom priceTo offerings options addOns requiredAddOns addOnsEach combinable form participants ageOn event requirements feedback invoice plans feeRules terms booking waitlist waitlistMode coupons'.split(
        ' ',
      ),
    )
    expect(service.offerings[0]).to.have.all.keys(
      'id title description price per unitMinutes duration level covers addOns requiredAddOns team approval grants'.split(
        ' ',
      ),
    )
    expect(() => JSON.stringify(service)).not.to.throw()
  })
})
