import { expect } from 'chai'
import type { FeeRule } from '@kaidian/schemas'
import { quote, type ResolvedShop } from '../../src/domain/index.ts'
import { FEE_KINDS } from '../../src/domain/fees/kinds/index.ts'
import { asked, KINDS_OF_THE_LANGUAGE, left, order, priced, shopOf, told } from './quote-shops.ts'

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

describe('the kinds of fees', () => {
  it('are those of the language, each in its file', () => {
    expect(Object.keys(FEE_KINDS)).to.have.members(KINDS_OF_THE_LANGUAGE)
    for (const [name, { kind }] of Object.entries(FEE_KINDS)) expect(kind).to.equal(name)
  })
})

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

describe('a rule', () => {
  const cases: readonly (readonly [string, FeeRule['apply'], Partial<FeeRule>, string[]])[] = [
    ['flat adds its amount', { kind: 'flat', amount: 500 }, {}, ['rule 500']],
    ['flat takes off as a discount', { kind: 'flat', amount: 500 }, { phase: 'discount' }, ['rule -500']],
    ['percent takes its share', { kind: 'percent', rate: 1250, of: ['base'] }, {}, ['rule 1250']],
    ['perPerson leaves out those included', { kind: 'perPerson', amount: 300, included: 1 }, {}, ['rule 600']],
    ['perPerson is nothing within the included', { kind: 'perPerson', amount: 300, included: 3 }, {}, []],
    ['perUnit counts', { kind: 'perUnit', fact: 'answer.n', amount: 800 }, {}, ['rule 12000']],
    [
      'perUnit counts a begun unit whole',
      { kind: 'perUnit', fact: 'answer.n', amount: 100, unit: 4 },
      {},
      ['rule 400'],
    ],
    [
      'perUnit leaves out the included',
      { kind: 'perUnit', fact: 'answer.n', amount: 100, included: 10 },
      {},
      ['rule 500'],
    ],
    ['perUnit asks a fact nobody gave', { kind: 'perUnit', fact: 'answer.x', amount: 100 }, {}, []],
    ['perDuration charges by the minute', { kind: 'perDuration', amount: 1000, minutes: 40 }, {}, ['rule 1500']],
    [
      'perDuration charges begun stretches whole',
      { kind: 'perDuration', amount: 1000, minutes: 40, part: 'begun' },
      {},
      ['rule 2000'],
    ],
    ['perDuration leaves out the included', { kind: 'perDuration', amount: 1000, included: 30 }, {}, ['rule 500']],
    [
      'perDuration is for each person where said',
      { kind: 'perDuration', amount: 1000, perPerson: true },
      {},
      ['rule 3000'],
    ],
    ['minimum adds what is lacking', { kind: 'minimum', amount: 12000, of: ['base'] }, {}, ['rule 2000']],
    ['minimum adds nothing where nothing is lacking', { kind: 'minimum', amount: 10000, of: ['base'] }, {}, []],
    [
      'cap takes off what is beyond',
      { kind: 'cap', amount: 8800, of: ['base'] },
      { phase: 'discount' },
      ['rule -1200'],
    ],
    ['cap takes nothing off below', { kind: 'cap', amount: 10000, of: ['base'] }, { phase: 'discount' }, []],
    ['is raised to its least', { kind: 'percent', rate: 100, of: ['base'] }, { atLeast: 700 }, ['rule 700']],
    [
      'is cut to its most',
      { kind: 'percent', rate: 5000, of: ['base'] },
      { phase: 'discount', atMost: 3000 },
      ['rule -3000'],
    ],
    ['that comes to nothing is not raised', { kind: 'perUnit', fact: 'answer.x', amount: 1 }, { atLeast: 700 }, []],
  ]
  for (const [name, apply, rest, lines] of cases)
    it(name, () => {
      const price = quote(plain(rule(apply, rest)), order({ ...HOUR, people: 3 }), asked({ answers: { n: 15 } }))
      expect(told(price)).to.deep.equal(['offering 10000', ...lines])
      if (lines.length === 0) expect(left(price)).to.deep.equal(['rule nothingLeft'])
    })

  for (const [mode, total] of [
    ['down', 12300],
    ['half', 12300],
    ['up', 12400],
  ] as const)
    it(`rounds 12345 to whole yuan, ${mode}: ${total}`, () => {
      const shop = plain(
        rule({ kind: 'flat', amount: 2345 }),
        rule({ kind: 'round', to: 100, mode }, { id: 'round', phase: 'rounding' }),
      )
      expect(quote(shop, order(HOUR), asked()).total).to.equal(total)
    })

  it('rounds half a unit up', () => {
    const shop = plain(
      rule({ kind: 'flat', amount: 50 }),
      rule({ kind: 'round', to: 100, mode: 'half' }, { phase: 'rounding' }),
    )
    expect(quote(shop, order(HOUR), asked()).total).to.equal(10100)
  })

  it('rounds no further down than to nothing, however many there are', () => {
    const shop = shopOf(
      { offerings: [{ id: 'a', title: '甲', price: 9 }] },
      {
        fees: [10, 100].map((to) => rule({ kind: 'round', to }, { id: `to-${to}`, phase: 'rounding' })),
      },
    )
    const price = quote(shop, order(HOUR), asked())
    expect(told(price)).to.deep.equal(['offering 9', 'to-10 -9'])
    expect(left(price)).to.deep.equal(['to-100 nothingLeft'])
  })

  it('of the base is a price of its own', () => {
    const shop = shopOf(
      { offerings: [{ id: 'a', title: '甲', price: 0 }] },
      {
        fees: [
          rule({ kind: 'perDuration', amount: 8000 }, { phase: 'base' }),
          rule({ kind: 'percent', rate: 1000, of: ['base'] }, { id: 'tax' }),
        ],
      },
    )
    expect(priced(shop, HOUR)).to.deep.equal(['offering 0', 'rule 8000', 'tax 800', 8800])
  })
})

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

describe('tiers', () => {
  const by = (
    apply: Omit<Extract<FeeRule['apply'], { kind: 'tiered' }>, 'kind' | 'fact'>,
    count: number,
    phase: FeeRule['phase'] = 'surcharge',
  ) =>
    quote(
      plain(rule({ kind: 'tiered', fact: 'booking.people', ...apply }, { phase })),
      order({ ...HOUR, people: count }),
      asked(),
    )
      .lines.slice(1)
      .map(({ quantity, unitAmount }) => [quantity, unitAmount])

  it('give the amount of the tier the number falls into, its first number included', () => {
    const tiers = [
      { from: 10, amount: 3000 },
      { from: 2, amount: 500 },
      { from: 5, amount: 1000 },
    ]
    expect([1, 2, 4, 5, 9, 10, 30].map((count) => by({ tiers }, count))).to.deep.equal([
      [],
      [[1, 500]],
      [[1, 500]],
      [[1, 1000]],
      [[1, 1000]],
      [[1, 3000]],
      [[1, 3000]],
    ])
  })

  it('give a share of earlier phases where they state a rate', () => {
    const tiers = [
      { from: 3, rate: 500 },
      { from: 5, rate: 1000 },
    ]
    expect([2, 3, 5].map((count) => by({ tiers, of: ['base'] }, count, 'discount'))).to.deep.equal([
      [],
      [[1, -500]],
      [[1, -1000]],
    ])
  })

  it('counted from the first: ten at 10 yuan, from the eleventh at 8', () => {
    const tiers = [
      { from: 1, amount: 1000 },
      { from: 11, amount: 800 },
    ]
    const counted = (count: number) => by({ tiers, graduated: true }, count)
    expect(counted(10)).to.deep.equal([[10, 1000]])
    expect(counted(11)).to.deep.equal([
      [10, 1000],
      [1, 800],
    ])
    expect(counted(15)).to.deep.equal([
      [10, 1000],
      [5, 800],
    ])
  })

  it('measured from nothing: the first ten at 10 yuan, what is beyond at 8', () => {
    const tiers = [
      { from: 0, amount: 1000 },
      { from: 10, amount: 800 },
    ]
    const measured = (count: number) => by({ tiers, graduated: true }, count)
    expect(measured(10)).to.deep.equal([[10, 1000]])
    expect(measured(15)).to.deep.equal([
      [10, 1000],
      [5, 800],
    ])
  })

  it('measure a part of a unit and round it once', () => {
    const shop = plain(
      rule({
        kind: 'tiered',
        fact: 'answer.area',
        graduated: true,
        tiers: [
          { from: 0, amount: 0 },
          { from: 50, amount: 333 },
        ],
      }),
    )
    expect(quote(shop, order(HOUR), asked({ answers: { area: 62.5 } })).total).to.equal(10000 + 4163)
  })
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
