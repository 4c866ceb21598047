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
    [
      'perUnit counts 1.1 as eleven tenths',
      { kind: 'perUnit', fact: 'answer.length', amount: 100, unit: 0.1 },
      {},
      ['rule 1100'],
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
      const price = quote(
        plain(rule(apply, rest)),
        order({ ...HOUR, people: 3 }),
        asked({ answers: { n: 15, length: 1.1 } }),
      )
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
