import { expect } from 'chai'
import fc from 'fast-check'
import { lineRefund, nextPayment, type Part, shareOf } from '../../src/domain/index.ts'
import { line, quoteOf } from './after-sale-shop.ts'
import { at } from './shops.ts'

describe('the share of some places or lines', () => {
  // Coding school 2: two children with materials, early bird each, the second child's discount.
  const children = quoteOf([line(596000, [0, 1]), line(40000, [0, 1]), line(-60000, [0, 1]), line(-29800, [1])])
  // A discount of the whole order, which no place can bear in equal whole fen.
  const thirds = quoteOf([line(3000, [0, 1, 2]), line(-100)])
  // Base for the booking as a whole, lunch for each, and a percentage off all of it.
  const mixed = quoteOf([line(10000), line(3000, [0, 1, 2], { phase: 'addOn' }), line(-1300)])
  // Two services in a row; the second alone has a discount.
  const row = quoteOf([
    line(8000, undefined, { segment: 0 }),
    line(6000, undefined, { segment: 1 }),
    line(-600, undefined, { segment: 1 }),
  ])

  for (const [name, quote, part, paid, share] of [
    ['the first child', children, { places: [0] }, 546200, 288000],
    ['the second child', children, { places: [1] }, 546200, 258200],
    ['both children', children, { places: [0, 1] }, 546200, 546200],
    ['the materials', children, { lines: [1] }, 546200, 34352],
    ['a first third', thirds, { places: [0] }, 2900, 966],
    ['a second third', thirds, { places: [1] }, 2900, 967],
    ['a first third of a deposit', thirds, { places: [0] }, 1000, 333],
    ['a second third of a deposit', thirds, { places: [1] }, 1000, 334],
    ['one lunch', mixed, { places: [0] }, 11700, 900],
    ['all lunches, not the booking', mixed, { places: [0, 1, 2] }, 11700, 2700],
    ['the booking', mixed, { lines: [0] }, 11700, 9000],
    ['the second service', row, { lines: [1] }, 13400, 5400],
    ['the first service', row, { lines: [0] }, 13400, 8000],
    ['nobody', children, { places: [] }, 546200, 0],
    ['of nothing paid', children, { places: [0] }, 0, 0],
    ['of what is free', quoteOf([line(5000, [0]), line(-5000, [0])]), { places: [0] }, 0, 0],
  ] as const)
    it(`${name}: ${share} of ${paid}`, () => expect(shareOf(quote, part as Part, paid)).to.equal(share))

  it('comes back at the rate of the tier, rounded once', () => {
    expect(lineRefund(children, { places: [1] }, 546200, 9500)).to.equal(245290)
    expect(lineRefund(thirds, { places: [0] }, 2900, 8000)).to.equal(773)
  })

  it('never adds up to more than was paid, and with everything to all of it', () => {
    const places = fc.option(fc.uniqueArray(fc.nat(3), { minLength: 1 }), { nil: undefined })
    const lines = fc.array(fc.tuple(fc.integer({ min: -5000, max: 20000 }), places), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(lines, fc.nat(50000), fc.nat(10000), (given, paid, rate) => {
        const quote = quoteOf(given.map(([amount, of]) => line(amount, of)))
        const shares = [0, 1, 2, 3].map((place) => shareOf(quote, { places: [place] }, paid))
        const sum = shares.reduce((a, b) => a + b)
        for (const share of shares) expect(Number.isInteger(share) && share >= 0).to.equal(true)
        expect(sum).to.be.at.most(paid)
        expect(shareOf(quote, { places: [0, 1, 2, 3] }, paid)).to.equal(sum)
        const refunds = [0, 1, 2, 3].map((place) => lineRefund(quote, { places: [place] }, paid, rate))
        expect(refunds.reduce((a, b) => a + b)).to.be.at.most(paid)
        const all = shareOf(quote, { lines: given.map((_, index) => index) }, paid)
        expect(all).to.equal(given.some(([amount]) => amount > 0) ? paid : 0)
      }),
    )
  })
})

describe('the next payment', () => {
  const app = (amount: number, due: string | null = null) => ({
    amount,
    due: due === null ? null : at(due).toISOString(),
    where: 'app' as const,
  })
  const deposit = [app(50000), app(218000, '2027-03-01 23:59')]
  const counter = [app(17484), { amount: 40796, due: null, where: 'onSite' as const }]
  const money = (captured: number, onSite = 0, charged = 0) => ({ captured, onSite, charged })

  for (const [name, schedule, paid, now, expected] of [
    ['the deposit first', deposit, money(0), '2027-02-10 12:00', { ...deposit[0], overdue: false }],
    ['then the rest', deposit, money(50000), '2027-02-10 12:00', { ...deposit[1], overdue: false }],
    ['the rest in its last minute', deposit, money(50000), '2027-03-01 23:59', { ...deposit[1], overdue: false }],
    ['the rest, overdue', deposit, money(50000), '2027-03-02 00:00', { ...deposit[1], overdue: true }],
    [
      'what a payment lacked',
      deposit,
      money(250000),
      '2027-02-10 12:00',
      { ...deposit[1], amount: 18000, overdue: false },
    ],
    ['nothing once all is paid', deposit, money(268000), '2027-03-02 12:00', null],
    ['nothing where the rest is paid on site', counter, money(17484), '2026-12-02 12:00', null],
    [
      'the deposit, though the counter took its own part',
      counter,
      money(0, 40796),
      '2026-12-02 12:00',
      { ...counter[0], overdue: false },
    ],
    ['nothing once the counter took everything', counter, money(0, 58280), '2026-12-02 12:00', null],
    ['a fee, at once', deposit, money(50000, 0, 2000), '2027-02-10 12:00', { ...app(2000), overdue: false }],
    ['a fee after everything', deposit, money(268000, 0, 2000), '2027-03-02 12:00', { ...app(2000), overdue: false }],
    [
      'the rest once the fee is paid',
      deposit,
      money(52000, 0, 2000),
      '2027-02-10 12:00',
      { ...deposit[1], overdue: false },
    ],
    ['a fee on what is free', [], money(0, 0, 2000), '2027-02-10 12:00', { ...app(2000), overdue: false }],
    ['nothing for what is free', [], money(0), '2027-02-10 12:00', null],
  ] as const)
    it(`is ${name}`, () => expect(nextPayment(schedule, paid, at(now))).to.deep.equal(expected))
})
