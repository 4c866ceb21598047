import { expect } from 'chai'
import fc from 'fast-check'
import type { FeeRule } from '@kaidian/schemas'
import { formatFen, portion, quote, type QuoteContext, type ResolvedShop, resolveShop } from '../../src/domain/index.ts'
import { assignment, at, salon } from './shops.ts'

describe('portion', () => {
  for (const [amount, rate, due] of [
    [1999, 600, 120],
    [25, 200, 1],
    [-25, 200, -1],
    [24, 200, 0],
    [58280, 3000, 17484],
    [0, 5000, 0],
    [1, 10000, 1],
    [45_000_000_000, 100_000, 450_000_000_000],
  ] as const)
    it(`takes ${rate} bp of ${amount} as ${due}`, () => expect(portion(amount, rate)).to.equal(due))

  it('is what whole numbers without bounds would give', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), fc.integer({ min: 0, max: 100_000 }), (amount, rate) => {
        const doubled = BigInt(Math.abs(amount)) * BigInt(rate) * 2n
        const rounded = Number((doubled + 10_000n) / 20_000n)
        expect(portion(amount, rate) + 0).to.equal(amount < 0 ? -rounded + 0 : rounded)
      }),
    )
  })
})

describe('an amount in words', () => {
  for (const [fen, text] of [
    [8800, '¥88.00'],
    [5, '¥0.05'],
    [-2000, '-¥20.00'],
    [0, '¥0.00'],
  ] as const)
    it(`${fen} is ${text}`, () => expect(formatFen(fen)).to.equal(text))
})

const rule = fc.record<FeeRule>({
  id: fc.constant('x'),
  label: fc.constant('Rule'),
  phase: fc.constantFrom('surcharge', 'discount'),
  apply: fc.oneof(
    fc.record({ kind: fc.constant('flat' as const), amount: fc.integer({ min: 0, max: 60_000 }) }),
    fc.record({
      kind: fc.constant('percent' as const),
      rate: fc.integer({ min: 0, max: 20_000 }),
      of: fc.uniqueArray(fc.constantFrom('base' as const, 'option' as const, 'addOn' as const), { minLength: 1 }),
    }),
  ),
})
const rules = fc.array(
  fc.tuple(
    rule,
    fc.option(fc.constantFrom('one', 'two')),
    fc.option(
      fc.constantFrom<FeeRule['when'] & object>(
        { fact: 'start.weekday', op: 'in', value: ['sat', 'sun'] },
        { fact: 'customer.visits', op: 'eq', value: 0 },
        { not: { fact: 'resource.level', op: 'eq', value: 'director' } },
      ),
    ),
  ),
  { maxLength: 12 },
)

const shopWith = (fees: FeeRule[]): ResolvedShop =>
  resolveShop(
    salon((shop) => void (shop.fees = fees)),
    'test',
  )
const choice = fc.record({
  wall: fc.constantFrom('2026-12-02 14:00', '2026-12-05 14:00'),
  offering: fc.constantFrom('senior', 'director'),
  length: fc.constantFrom('short', 'medium', 'long'),
  care: fc.integer({ min: 0, max: 9 }),
  visits: fc.integer({ min: 0, max: 2 }),
})

describe('a quote', () => {
  const asked = fc.tuple(rules, choice).map(([list, { wall, offering, length, care, visits }]) => {
    const fees = list.map(([one, group, when], index): FeeRule => ({
      ...one,
      id: `rule-${index}`,
      ...(group && { bestOf: `${group}-${one.phase}` }),
      ...(when && { when }),
    }))
    const context: QuoteContext = { now: at('2026-12-01 09:00'), visits, membership: null, answers: {} }
    const selection = { service: 'dye', offering, options: { length }, addOns: care > 0 ? { care } : {} }
    return { fees, context, wall, selection }
  })

  it('has lines that sum to a total of whole fen, never below zero, of which a part is due now', () => {
    fc.assert(
      fc.property(asked, ({ fees, context, wall, selection }) => {
        const shop = shopWith(fees)
        const price = quote(shop, assignment(shop, selection, wall), context)
        expect(price.lines.reduce((sum, { amount }) => sum + amount, 0)).to.equal(price.total)
        expect(price.total).to.be.at.least(0)
        expect(price.dueNow + price.balance).to.equal(price.total)
        for (const value of [price.dueNow, price.balance, ...price.lines.map(({ amount }) => amount)])
          expect(Number.isSafeInteger(value)).to.equal(true)
        for (const { quantity, unitAmount, amount } of price.lines) expect(quantity * unitAmount).to.equal(amount)
        expect([price.dueNow, price.balance].every((value) => value >= 0)).to.equal(true)
      }),
    )
  })

  it('is the same for the same input, and tells of every rule once', () => {
    fc.assert(
      fc.property(asked, ({ fees, context, wall, selection }) => {
        const [one, two] = [shopWith(fees), shopWith(fees)]
        const price = quote(one, assignment(one, selection, wall), context)
        expect(quote(two, assignment(two, selection, wall), context)).to.deep.equal(price)
        const told = [...price.lines.map((line) => line.rule), ...price.skipped.map((skipped) => skipped.rule)]
        expect(told.filter((id) => id.startsWith('rule-')).toSorted()).to.deep.equal(
          fees.map(({ id }) => id).toSorted(),
        )
        for (const { explanation } of price.skipped)
          expect([explanation['zh-CN'], explanation.en].every(Boolean)).to.equal(true)
      }),
    )
  })

  it('never takes the worse of a group', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 1, maxLength: 6 }), (amounts) => {
        const shop = shopWith(
          amounts.map((amount, index) => ({
            id: `off-${index}`,
            label: 'Off',
            phase: 'discount',
            bestOf: 'one',
            apply: { kind: 'flat', amount },
          })),
        )
        const price = quote(
          shop,
          assignment(shop, { service: 'dye', offering: 'senior', options: { length: 'short' } }, '2026-12-02 14:00'),
          {
            now: at('2026-12-01 09:00'),
            visits: 0,
            membership: null,
            answers: {},
          },
        )
        expect(price.total).to.equal(36800 - Math.max(...amounts))
      }),
    )
  })

  const cut = { service: 'cut', offering: 'designer' }
  const plain: QuoteContext = { now: at('2026-12-01 09:00'), visits: 0, membership: null, answers: {} }

  it('takes off no more than there is, and says so of the next', () => {
    const off = (id: string, amount: number): FeeRule => ({
      id,
      label: 'Off',
      phase: 'discount',
      apply: { kind: 'flat', amount },
    })
    const shop = shopWith([off('first', 8000), off('second', 5000), off('third', 100)])
    const price = quote(shop, assignment(shop, cut, '2026-12-02 14:00'), plain)
    expect(price.lines.map(({ rule: id, amount }) => [id, amount])).to.deep.equal([
      ['offering', 8800],
      ['first', -8000],
      ['second', -800],
    ])
    expect(price.skipped.map(({ rule: id, reason }) => [id, reason])).to.deep.equal([['third', 'nothingLeft']])
    expect(price.total).to.equal(0)
  })

  it('takes the first of equal discounts of a group', () => {
    const off = (id: string): FeeRule => ({
      id,
      label: id,
      phase: 'discount',
      bestOf: 'one',
      apply: { kind: 'flat', amount: 100 },
    })
    const shop = shopWith([off('first'), off('second')])
    const price = quote(shop, assignment(shop, cut, '2026-12-02 14:00'), plain)
    expect(price.lines.map((line) => line.rule)).to.deep.equal(['offering', 'first'])
  })

  it('names the services that a rule is for', () => {
    const shop = shopWith([
      { id: 'perm-only', label: 'Perm', phase: 'surcharge', services: ['perm'], apply: { kind: 'flat', amount: 1 } },
    ])
    const [skipped] = quote(shop, assignment(shop, cut, '2026-12-02 14:00'), plain).skipped
    expect(skipped).to.deep.include({ reason: 'service', explanation: { 'zh-CN': '只用于烫发', en: 'Only for Perm' } })
  })

  for (const [name, fact, op, value, answers, applies] of [
    ['an answer', 'answer.name', 'eq', '王', { name: '王' }, true],
    ['an answer that was not given', 'answer.name', 'eq', '王', {}, false],
    ['an answer that every object has', 'answer.constructor', 'given', undefined, {}, false],
    ['the date', 'start.date', 'gte', '2026-12-02', {}, true],
    ['the time', 'start.time', 'lt', '14:00', {}, false],
    ['the time in advance', 'booking.leadMinutes', 'eq', 29 * 60, {}, true],
    ['the duration', 'booking.durationMinutes', 'eq', 60, {}, true],
    ['the offering', 'offering.id', 'in', ['designer'], {}, true],
    ['the level', 'resource.level', 'eq', 'designer', {}, true],
    ['the service', 'service.id', 'ne', 'cut', {}, false],
    ['a membership nobody has', 'customer.membership', 'missing', undefined, {}, true],
  ] as const)
    it(`may ask for ${name}`, () => {
      const when = (value === undefined ? { fact, op } : { fact, op, value }) as FeeRule['when'] & object
      const shop = resolveShop(
        salon((one) => {
          one.fees = [{ id: 'asks', label: 'Asks', phase: 'surcharge', when, apply: { kind: 'flat', amount: 7 } }]
          if (fact === 'answer.constructor') one.forms[0]?.fields.push({ id: 'constructor', kind: 'text', label: 'C' })
        }),
        'test',
      )
      const price = quote(shop, assignment(shop, cut, '2026-12-02 14:00'), { ...plain, answers })
      expect(price.total).to.equal(applies ? 8807 : 8800)
    })
})
