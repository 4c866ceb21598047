import { expect } from 'chai'
import type { FeeRule, Offering, Shop } from '@kaidian/schemas'
import { quote, type QuoteContext } from '../../src/domain/index.ts'
import { asked, left, order, shopOf, told } from './quote-shops.ts'

const entitlements: Shop['entitlements'] = [
  { id: 'hours', title: '十小时卡', kind: 'pass', uses: 10, per: 'time' },
  { id: 'halves', title: '半小时卡', kind: 'pass', uses: 10, per: 'time', unitMinutes: 30 },
  { id: 'visits', title: '十次卡', kind: 'pass', uses: 10 },
]
const shop = (offering: Partial<Offering>, ...fees: FeeRule[]) =>
  shopOf({ offerings: [{ id: 'a', title: '场地', price: 6000, per: 'time', ...offering }] }, { entitlements, fees })
const wednesday = (from: string, to: string, people = 1) =>
  order({ offering: 'a', from: `2026-12-02 ${from}`, to: `2026-12-02 ${to}`, people })
const uses = (...given: (readonly [product: string, left: number])[]): QuoteContext =>
  asked({ entitlements: given.map(([product, rest], index) => ({ id: `ent_${index + 1}`, product, left: rest })) })

describe('a pass by time', () => {
  it('takes a use for each hour', () => {
    const price = quote(shop({}), wednesday('10:00', '12:00'), uses(['hours', 10]))
    expect(price.lines[1]).to.deep.include({ rule: 'ent_1', quantity: 2, unitAmount: -6000, places: [0] })
    expect(price.uses).to.deep.equal([{ entitlement: 'ent_1', units: 2, amount: 12000 }])
    expect(price.total).to.equal(0)
  })

  it('takes a use for an hour begun', () =>
    expect(quote(shop({}), wednesday('10:00', '11:30'), uses(['hours', 10])).uses).to.deep.equal([
      { entitlement: 'ent_1', units: 2, amount: 9000 },
    ]))

  it('counts in stretches of its own length', () =>
    expect(quote(shop({}), wednesday('10:00', '11:30'), uses(['halves', 10])).uses).to.deep.equal([
      { entitlement: 'ent_1', units: 3, amount: 9000 },
    ]))

  it('with too few uses pays for as many stretches as it has', () => {
    // An hour of an hour and a half.
    const price = quote(shop({}), wednesday('10:00', '11:30'), uses(['hours', 1]))
    expect(told(price)).to.deep.equal(['offering 9000', 'ent_1 -6000'])
    expect(price.uses).to.deep.equal([{ entitlement: 'ent_1', units: 1, amount: 6000 }])
  })

  it('pays for a stretch of a price by the hour of the day in proportion of the minutes', () => {
    const table: FeeRule = {
      id: 'table',
      label: '场地费',
      phase: 'base',
      apply: {
        kind: 'table',
        rows: [
          { days: ['wed'], from: '09:00', to: '17:00', amount: 3000 },
          { days: ['wed'], from: '17:00', to: '22:00', amount: 6000 },
        ],
      },
    }
    // 3000 + 6000 for two hours, of which one.
    const price = quote(shop({ price: 0, per: 'booking' }, table), wednesday('16:00', '18:00'), uses(['hours', 1]))
    expect(price.uses).to.deep.equal([{ entitlement: 'ent_1', units: 1, amount: 4500 }])
    expect(price.total).to.equal(4500)
  })

  it('with too few uses pays for nothing of a price that is not by time, and keeps them', () => {
    const price = quote(shop({ per: 'booking' }), wednesday('10:00', '12:00'), uses(['hours', 1]))
    expect(left(price)).to.deep.equal(['ent_1 nothingLeft'])
    expect(price).to.deep.include({ total: 6000, uses: [] })
  })

  it('pays for the whole of such a price where it has the uses', () =>
    expect(quote(shop({ per: 'booking' }), wednesday('10:00', '12:00'), uses(['hours', 2])).uses).to.deep.equal([
      { entitlement: 'ent_1', units: 2, amount: 6000 },
    ]))

  it('pays for nothing of a price that is only partly by time', () => {
    const extra: FeeRule = { id: 'extra', label: '灯光费', phase: 'base', apply: { kind: 'flat', amount: 500 } }
    expect(quote(shop({}, extra), wednesday('10:00', '12:00'), uses(['hours', 1])).total).to.equal(12500)
    expect(quote(shop({}, extra), wednesday('10:00', '12:00'), uses(['hours', 2])).total).to.equal(0)
  })

  it('takes the uses of each place, the last of them in part', () => {
    // 3000 an hour for each of two people: the first whole, of the second one hour.
    const price = quote(shop({ price: 3000, per: 'personTime' }), wednesday('10:00', '12:00', 2), uses(['hours', 3]))
    expect(price.uses).to.deep.equal([{ entitlement: 'ent_1', units: 3, amount: 9000 }])
    expect(price.total).to.equal(3000)
  })

  it('pays its part of a price for all, and all places together the whole of it', () => {
    // 12000 for three people and two hours: twice 4000, and one hour of the third.
    const part = quote(shop({}), wednesday('10:00', '12:00', 3), uses(['hours', 5]))
    expect(part.uses).to.deep.equal([{ entitlement: 'ent_1', units: 5, amount: 10000 }])
    expect(quote(shop({}), wednesday('10:00', '12:00', 3), uses(['hours', 6])).total).to.equal(0)
  })

  it('goes on where another one ended', () => {
    const price = quote(shop({}), wednesday('10:00', '12:00'), uses(['hours', 1], ['hours', 10]))
    expect(price.uses).to.deep.equal([
      { entitlement: 'ent_1', units: 1, amount: 6000 },
      { entitlement: 'ent_2', units: 1, amount: 6000 },
    ])
  })

  it('leaves the rest of a place to a pass for places', () => {
    const price = quote(shop({}), wednesday('10:00', '12:00'), uses(['hours', 1], ['visits', 10]))
    expect(price.uses.map(({ units, amount }) => [units, amount])).to.deep.equal([
      [1, 6000],
      [1, 6000],
    ])
  })

  it('takes the uses of each session of a series by itself', () => {
    const course = shopOf(
      {
        mode: 'session',
        duration: 90,
        offerings: [{ id: 'a', title: '整期', price: 30000, covers: 'series' }],
        series: [{ id: 'spring', day: '2026-12-05', time: '10:00', rrule: 'FREQ=WEEKLY;COUNT=3', seats: 5 }],
      },
      { entitlements },
    )
    const sessions = ['2026-12-05', '2026-12-12', '2026-12-19'].map((day) => `${day}T02:00:00.000Z`)
    const bought = {
      ...order({ offering: 'a', from: '2026-12-05 10:00', to: '2026-12-19 11:30' }),
      session: 'spring',
      sessions,
    }
    // An hour and a half each: two of them, three times.
    expect(quote(course, bought, uses(['hours', 10])).uses[0]).to.deep.include({ units: 6, amount: 30000 })
    expect(quote(course, bought, uses(['hours', 5])).uses).to.deep.equal([])
  })

  it('takes one use of what has no time', () => {
    const talk = shopOf({ mode: 'registration', offerings: [{ id: 'a', title: '票', price: 5000 }] }, { entitlements })
    expect(quote(talk, order({ offering: 'a' }), uses(['hours', 4])).uses[0]).to.deep.include({
      units: 1,
      amount: 5000,
    })
  })
})
