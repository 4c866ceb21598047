import { expect } from 'chai'
import { type Assignment, quote, type QuoteContext } from '../../src/domain/index.ts'
import { asked, example, left, order, told } from './quote-shops.ts'
import { at } from './shops.ts'

interface Case {
  readonly name: string
  readonly assignment: Assignment
  readonly context?: Partial<QuoteContext>
  readonly lines: readonly string[]
  readonly total: number
}

function holds(shop: ReturnType<typeof example>, cases: readonly Case[]): void {
  for (const { name, assignment, context, lines, total } of cases)
    it(name, () => {
      const price = quote(shop, assignment, asked(context))
      expect(told(price)).to.deep.equal(lines)
      expect(price.total).to.equal(total)
      expect(price.lines.reduce((sum, { amount }) => sum + amount, 0)).to.equal(total)
    })
}

describe('the price of the coding school', () => {
  const shop = example('coding-school')
  const starts = shop.services.get('enlightenment')?.series.get('spring')?.starts ?? []
  const sessions = starts.map((start) => at(start.replace('T', ' ')).toISOString())
  const term = (materials: readonly boolean[]): Assignment =>
    order({
      service: 'enlightenment',
      offering: 'term',
      session: 'spring',
      sessions,
      from: '2027-03-06 10:00',
      to: '2027-05-22 11:30',
      places: materials.map((with_) => ({ offering: 'term', addOns: with_ ? { materials: 1 } : {} })),
    })
  const early = { now: at('2027-02-10 12:00') }

  holds(shop, [
    {
      name: '1: one child, early, without materials',
      assignment: term([false]),
      context: early,
      lines: ['offering 298000', 'early-bird -30000'],
      total: 268000,
    },
    {
      name: '2: two children with materials, early',
      assignment: term([true, true]),
      context: early,
      lines: ['offering 596000', 'add-on:materials 40000', 'early-bird -60000', 'sibling -29800'],
      total: 546200,
    },
    {
      name: '3: two children without materials, late',
      assignment: term([false, false]),
      context: { now: at('2027-02-25 12:00') },
      lines: ['offering 596000', 'sibling -29800'],
      total: 566200,
    },
  ])

  it('1: the last minute of the early bird is included', () => {
    const total = (now: Date): number => quote(shop, term([false]), asked({ now })).total
    expect(total(new Date(at('2027-02-20 23:59').getTime() + 59_999))).to.equal(268000)
    expect(total(at('2027-02-21 00:00'))).to.equal(298000)
  })

  it('4: with the deposit 50000 are due now and 218000 by 1 March', () => {
    const price = quote(shop, term([false]), asked({ ...early, plan: 'deposit' }))
    expect(price).to.deep.include({ plan: 'deposit', dueNow: 50000, balance: 218000 })
    expect(price.schedule).to.deep.equal([
      { amount: 50000, due: null, where: 'app' },
      { amount: 218000, due: '2027-03-01T15:59:00.000Z', where: 'app' },
    ])
  })

  it('says which place a discount belongs to', () => {
    const { lines } = quote(shop, term([true, true]), asked(early))
    expect(lines.map(({ places, quantity, unitAmount }) => [places, quantity, unitAmount])).to.deep.equal([
      [[0, 1], 2, 298000],
      [[0, 1], 2, 20000],
      [[0, 1], 2, -30000],
      [[1], 1, -29800],
    ])
  })
})

describe('the price of the city run', () => {
  const shop = example('city-run')
  const tickets = (...list: readonly (readonly [offering: string, count: number, insured: boolean])[]): Assignment => {
    const places = list.flatMap(([offering, count, insured]) =>
      Array.from({ length: count }, () => ({ offering, addOns: insured ? { insurance: 1 } : {} })),
    )
    return order({
      service: 'run',
      offering: places[0]?.offering ?? '',
      from: '2027-04-18 07:30',
      to: '2027-04-18 14:30',
      places,
    })
  }

  holds(shop, [
    {
      name: '1: one half marathon',
      assignment: tickets(['half', 1, true]),
      lines: ['offering 15000', 'add-on:insurance 1500'],
      total: 16500,
    },
    {
      name: '2: the same with RUN2026',
      assignment: tickets(['half', 1, true]),
      context: { coupon: 'run2026' },
      lines: ['offering 15000', 'add-on:insurance 1500', 'run2026 -3000'],
      total: 13500,
    },
    {
      name: '3: ten half marathons',
      assignment: tickets(['half', 10, true]),
      lines: ['offering 150000', 'add-on:insurance 15000', 'team -15000'],
      total: 150000,
    },
    {
      name: '4: five full and seven half marathons',
      assignment: tickets(['full', 5, true], ['half', 7, true]),
      lines: ['offering:full 100000', 'offering:half 105000', 'add-on:insurance 18000', 'team -20500'],
      total: 202500,
    },
    {
      name: '5: one fun run without insurance',
      assignment: tickets(['fun', 1, false]),
      lines: ['offering 6000'],
      total: 6000,
    },
  ])

  it('9 half marathons are no team, and the code was not given', () => {
    const price = quote(shop, tickets(['half', 9, true]), asked())
    expect(left(price)).to.deep.equal(['team condition', 'run2026 code'])
  })
})

describe('the price of home cleaning', () => {
  const shop = example('home-cleaning')
  const job = (from: string, to: string, people: number, windows = 0): Assignment =>
    order({
      service: 'cleaning',
      offering: 'standard',
      from: `2026-12-02 ${from}`,
      to: `2026-12-02 ${to}`,
      people,
      addOns: windows > 0 ? { window: windows } : {},
    })

  holds(shop, [
    {
      name: '1: three hours from 09:00, one cleaner, inner ring',
      assignment: job('09:00', '12:00', 1),
      context: { answers: { zone: 'inner' } },
      lines: ['offering 18000'],
      total: 18000,
    },
    {
      name: '2: three hours from 16:30, two cleaners: 1.5 h of each after 18:00',
      assignment: job('16:30', '19:30', 2),
      context: { answers: { zone: 'inner' } },
      lines: ['offering 36000', 'evening 3600'],
      total: 39600,
    },
    {
      name: '3: four hours outside the outer ring with ten windows',
      assignment: job('09:00', '13:00', 1, 10),
      context: { answers: { zone: 'outer' } },
      lines: ['offering 24000', 'add-on:window 8000', 'outer-ring 3000', 'long-job -1200'],
      total: 33800,
    },
  ])
})

describe('the price of the free lecture', () => {
  it('1: is nothing for one person and three companions, and nothing is to be paid', () => {
    const shop = example('lecture')
    const seats = order({
      service: 'lecture',
      offering: 'seat',
      session: 'january@2027-01-16T14:00',
      from: '2027-01-16 14:00',
      to: '2027-01-16 16:00',
      people: 4,
    })
    expect(quote(shop, seats, asked())).to.deep.include({
      total: 0,
      dueNow: 0,
      balance: 0,
      schedule: [],
      skipped: [],
      uses: [],
    })
  })
})
