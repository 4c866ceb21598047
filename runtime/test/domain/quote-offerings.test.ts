import { expect } from 'chai'
import type { FeeRule } from '@kaidian/schemas'
import { quote } from '../../src/domain/index.ts'
import { asked, order, priced, shopOf } from './quote-shops.ts'

const rule = (apply: FeeRule['apply'], rest: Partial<FeeRule> = {}): FeeRule => ({
  id: 'rule',
  label: { 'zh-CN': '规则', en: 'Rule' },
  phase: 'surcharge',
  apply,
  ...rest,
})

const HOUR = { offering: 'a', from: '2026-12-02 14:00', to: '2026-12-02 15:00' }

describe('the price of an offering', () => {
  const offering = (per: 'booking' | 'person' | 'time' | 'personTime', price: number, unitMinutes?: number) =>
    shopOf({ offerings: [{ id: 'a', title: '甲', price, per, ...(unitMinutes && { unitMinutes }) }] })
  const halfPastThree = { ...HOUR, to: '2026-12-02 15:30' }

  for (const [name, shop, people, quantity, unitAmount] of [
    ['for the booking is charged once for three people', offering('booking', 6000), 3, 1, 6000],
    ['for a person is charged three times for three', offering('person', 6000), 3, 3, 6000],
    ['for time is charged once for three people', offering('time', 6000), 3, 1, 9000],
    ['for a person and time is charged for each', offering('personTime', 6000), 3, 3, 9000],
    ['for half an hour is charged in whole units', offering('time', 3000, 30), 1, 3, 3000],
    ['for time is rounded half up once', offering('time', 6001), 1, 1, 9002],
  ] as const)
    it(name, () => {
      const { lines } = quote(shop, order({ ...halfPastThree, people }), asked())
      expect(lines).to.have.length(1)
      expect(lines[0]).to.deep.include({ rule: 'offering', quantity, unitAmount, amount: quantity * unitAmount })
    })

  it('for time leaves out the minutes of add-ons and options, which have prices of their own', () => {
    const studio = shopOf(
      {
        offerings: [{ id: 'a', title: '棚拍', price: 20000, per: 'time' }],
        options: [{ id: 'set', title: '布景', choices: [{ id: 'big', title: '大', price: 5000, minutes: 30 }] }],
        addOns: ['makeup'],
      },
      { addOns: [{ id: 'makeup', title: '化妆', price: 15000, minutes: 45 }] },
    )
    const chosen = { options: { set: 'big' }, addOns: { makeup: 2 } }
    expect(priced(studio, { ...HOUR, to: '2026-12-02 18:00', ...chosen })).to.deep.equal([
      'offering 40000',
      'option:set 5000',
      'add-on:makeup 30000',
      75000,
    ])
  })

  it('for time counts the minutes that pass when the clocks go back', () => {
    const shop = { ...offering('time', 6000), zone: 'America/New_York' }
    const night = { ...order(HOUR), start: '2026-11-01T04:30:00.000Z', end: '2026-11-01T07:30:00.000Z' }
    expect(quote(shop, night, asked()).total).to.equal(18000)
  })
})

describe('a course that is joined late', () => {
  const shop = (prorate: boolean) =>
    shopOf({
      mode: 'session',
      offerings: [{ id: 'a', title: '整期', price: 298000, covers: 'series', prorate }],
      series: [{ id: 'spring', day: '2027-03-06', time: '10:00', rrule: 'FREQ=WEEKLY;COUNT=12', seats: 12 }],
    })
  const late = {
    offering: 'a',
    session: 'spring',
    from: '2027-04-10 10:00',
    to: '2027-05-22 11:00',
    sessions: Array.from({ length: 7 }, (_, week) => new Date(Date.UTC(2027, 3, 10 + 7 * week, 2)).toISOString()),
  }

  it('costs the share of the sessions left: 298000 × 7/12 = 173833.33', () =>
    expect(priced(shop(true), late)).to.deep.equal(['offering 173833', 173833]))
  it('costs as much for each child', () =>
    expect(priced(shop(true), { ...late, people: 2 })).to.deep.equal(['offering 347666', 347666]))
  it('costs the whole where nothing is said', () =>
    expect(priced(shop(false), late)).to.deep.equal(['offering 298000', 298000]))
})

describe('a car wash', () => {
  const shop = shopOf(
    {
      offerings: [{ id: 'a', title: '精洗', price: 8800 }],
      options: [
        {
          id: 'class',
          title: '车型',
          choices: [
            { id: 'small', title: '轿车' },
            { id: 'suv', title: 'SUV', price: 3000 },
          ],
        },
      ],
    },
    {
      fees: [
        rule(
          { kind: 'percent', rate: 2000, of: ['base', 'option'] },
          { id: 'muddy', when: { fact: 'answer.muddy', op: 'eq', value: true } },
        ),
        rule(
          { kind: 'flat', amount: 1000 },
          {
            id: 'suv-weekday',
            phase: 'discount',
            when: {
              all: [
                { fact: 'option.class', op: 'eq', value: 'suv' },
                { fact: 'start.weekday', op: 'notIn', value: ['sat', 'sun'] },
              ],
            },
          },
        ),
      ],
    },
  )

  it('of a small car costs the service', () =>
    expect(priced(shop, { ...HOUR, options: { class: 'small' } })).to.deep.equal(['offering 8800', 8800]))
  it('of a muddy SUV costs its class, a fifth more, and less on a weekday', () =>
    expect(priced(shop, { ...HOUR, options: { class: 'suv' } }, { answers: { muddy: true } })).to.deep.equal([
      'offering 8800',
      'option:class 3000',
      'muddy 2360',
      'suv-weekday -1000',
      13160,
    ]))
})
