import { expect } from 'chai'
import type { FeeRule } from '@kaidian/schemas'
import { quote, type ResolvedShop } from '../../src/domain/index.ts'
import { asked, order, priced, shopOf, told } from './quote-shops.ts'

const rule = (apply: FeeRule['apply'], rest: Partial<FeeRule> = {}): FeeRule => ({
  id: 'rule',
  label: { 'zh-CN': '规则', en: 'Rule' },
  phase: 'surcharge',
  apply,
  ...rest,
})

/** One offering of 100 yuan an order, and rules. */
const plain = (...fees: FeeRule[]): ResolvedShop =>
  shopOf({ offerings: [{ id: 'a', title: '甲', price: 10000 }] }, { fees })

const HOUR = { offering: 'a', from: '2026-12-02 14:00', to: '2026-12-02 15:00' }

describe('a percentage by time of day', () => {
  const evening = (from: string, to: string, days?: ('fri' | 'sat')[]) =>
    plain(rule({ kind: 'percent', rate: 2000, of: ['base'], during: [{ from, to, ...(days && { days }) }] }))

  for (const [name, shop, from, to, amount] of [
    ['half of two hours', evening('18:00', '20:00'), '2026-12-02 17:00', '2026-12-02 19:00', 1000],
    ['one minute of an hour: 33.33', evening('18:00', '20:00'), '2026-12-02 17:01', '2026-12-02 18:01', 33],
    ['past midnight, all of it', evening('22:00', '02:00'), '2026-12-02 23:00', '2026-12-03 01:00', 2000],
    [
      'the end of a night that began yesterday',
      evening('22:00', '02:00'),
      '2026-12-02 01:00',
      '2026-12-02 03:00',
      1000,
    ],
    [
      'a night that belongs to the Friday',
      evening('22:00', '02:00', ['fri']),
      '2026-12-05 00:00',
      '2026-12-05 01:00',
      2000,
    ],
    [
      'a night that is not the Saturday’s yet',
      evening('22:00', '02:00', ['sat']),
      '2026-12-05 00:00',
      '2026-12-05 01:00',
      0,
    ],
  ] as const)
    it(name, () => {
      const price = quote(shop, order({ offering: 'a', from, to }), asked())
      expect(price.total).to.equal(10000 + amount)
    })

  it('ranges that overlap count once', () => {
    const during = [
      { from: '14:00', to: '14:40' },
      { from: '14:20', to: '14:45' },
    ]
    expect(
      quote(plain(rule({ kind: 'percent', rate: 2000, of: ['base'], during })), order(HOUR), asked()).total,
    ).to.equal(11500)
  })

  it('counts an hour that comes twice twice', () => {
    const shop = {
      ...plain(rule({ kind: 'percent', rate: 1000, of: ['base'], during: [{ from: '01:00', to: '02:00' }] })),
      zone: 'America/New_York',
    }
    const night = { ...order(HOUR), start: '2026-11-01T04:00:00.000Z', end: '2026-11-01T08:00:00.000Z' }
    expect(quote(shop, night, asked()).total).to.equal(10000 + 500)
  })
})

describe('a table by time', () => {
  const court = (rows: Extract<FeeRule['apply'], { kind: 'table' }>['rows'], more: object = {}) =>
    shopOf(
      { offerings: [{ id: 'a', title: '场地', price: 0 }] },
      { fees: [rule({ kind: 'table', rows, ...more }, { phase: 'base' })] },
    )
  const weekday = court([
    { title: '白天', from: '09:00', to: '19:00', amount: 6000 },
    { title: '晚上', from: '19:00', to: '23:00', amount: 9000 },
  ])
  const evening = { offering: 'a', from: '2026-12-02 18:30', to: '2026-12-02 20:30' }

  it('charges 18:30–20:30 half an hour at 60 and one and a half at 90', () => {
    const price = quote(weekday, order(evening), asked())
    expect(told(price)).to.deep.equal(['offering 0', 'rule 3000', 'rule 13500'])
    expect(price.total).to.equal(16500)
    expect(price.lines.slice(1).map(({ label }) => label)).to.deep.equal([
      { 'zh-CN': '规则 · 白天', en: 'Rule · 白天' },
      { 'zh-CN': '规则 · 晚上', en: 'Rule · 晚上' },
    ])
  })

  it('gives a minute to the first row that covers it', () => {
    const shop = court([
      { days: ['sat', 'sun'], from: '00:00', to: '24:00', amount: 10000 },
      { dates: [{ from: '2027-01-01', to: '2027-01-03' }], from: '00:00', to: '24:00', amount: 12000 },
      { from: '00:00', to: '24:00', amount: 6000 },
    ])
    const two = (day: string) => priced(shop, { offering: 'a', from: `${day} 10:00`, to: `${day} 12:00` }).slice(1)
    expect(two('2026-12-02')).to.deep.equal(['rule 12000', 12000])
    expect(two('2026-12-05')).to.deep.equal(['rule 20000', 20000])
    expect(two('2027-01-01')).to.deep.equal(['rule 24000', 24000])
    expect(two('2027-01-02')).to.deep.equal(['rule 20000', 20000])
  })

  it('takes the hours over midnight from the next day', () => {
    const shop = court([
      { days: ['fri'], from: '00:00', to: '24:00', amount: 6000 },
      { days: ['sat'], from: '00:00', to: '24:00', amount: 12000 },
    ])
    expect(priced(shop, { offering: 'a', from: '2026-12-04 23:00', to: '2026-12-05 00:30' }).slice(1)).to.deep.equal([
      'rule 6000',
      'rule 6000',
      12000,
    ])
  })

  it('charges nothing for time that no row covers', () =>
    expect(priced(weekday, { offering: 'a', from: '2026-12-02 08:00', to: '2026-12-02 10:00' }).at(-1)).to.equal(6000))

  it('charges by the start alone where it is the basis', () => {
    const shop = court(
      [
        { from: '09:00', to: '19:00', amount: 6000 },
        { from: '19:00', to: '23:00', amount: 9000 },
      ],
      { basis: 'start' },
    )
    expect(priced(shop, evening).at(-1)).to.equal(6000)
    expect(priced(shop, { ...evening, from: '2026-12-02 19:00' }).at(-1)).to.equal(9000)
  })

  it('charges for each person where said', () => {
    const shop = court([{ from: '09:00', to: '23:00', amount: 1000 }], { perPerson: true, minutes: 30 })
    expect(priced(shop, { ...evening, people: 3 }).at(-1)).to.equal(4 * 1000 * 3)
  })

  it('charges each session of a course', () => {
    const shop = shopOf(
      {
        mode: 'session',
        offerings: [{ id: 'a', title: '整期', price: 0, covers: 'series' }],
        series: [{ id: 's', day: '2026-12-03', time: '18:30', duration: 60, rrule: 'FREQ=WEEKLY;COUNT=2', seats: 5 }],
      },
      {
        fees: [
          rule(
            {
              kind: 'table',
              rows: [
                { from: '09:00', to: '19:00', amount: 6000 },
                { from: '19:00', to: '23:00', amount: 9000 },
              ],
            },
            { phase: 'base' },
          ),
        ],
      },
    )
    const sessions = ['2026-12-03T10:30:00.000Z', '2026-12-10T10:30:00.000Z']
    expect(
      priced(shop, { offering: 'a', session: 's', sessions, from: '2026-12-03 18:30', to: '2026-12-10 19:30' }),
    ).to.deep.equal(['offering 0', 'rule 6000', 'rule 9000', 15000])
  })
})
