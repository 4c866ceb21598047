import { expect } from 'chai'
import fc from 'fast-check'
import type { FeeRule, Shop } from '@kaidian/schemas'
import { type Assignment, type Quote, quote, type QuoteContext, Refusal } from '../../src/domain/index.ts'
import { order, shopOf } from './quote-shops.ts'
import { at } from './shops.ts'

type Condition = NonNullable<FeeRule['when']>
type Apply = FeeRule['apply']

const amount = fc.integer({ min: 0, max: 60_000 })
const rate = fc.integer({ min: 0, max: 20_000 })
const clock = fc.integer({ min: 0, max: 24 }).map((hour) => `${String(hour).padStart(2, '0')}:00`)
const hours = fc.tuple(clock, clock).map(([from, to]) => ({ from, to }))
const fact = fc.constantFrom(
  'booking.people',
  'booking.durationMinutes',
  'answer.area',
  'addOn.mat',
  'amount.beforeDiscounts',
)

const EARLIER: Record<
  FeeRule['phase'],
  readonly ('base' | 'option' | 'addOn' | 'surcharge' | 'discount' | 'coupon')[]
> = {
  base: [],
  surcharge: ['base', 'option', 'addOn'],
  discount: ['base', 'option', 'addOn', 'surcharge'],
  coupon: ['base', 'option', 'addOn', 'surcharge', 'discount'],
  rounding: ['base'],
}

function applies(phase: FeeRule['phase']): fc.Arbitrary<Apply> {
  if (phase === 'rounding')
    return fc.record({
      kind: fc.constant('round' as const),
      to: fc.constantFrom(1, 10, 100, 500),
      mode: fc.constantFrom('down' as const, 'half' as const, 'up' as const),
    })
  const alone: fc.Arbitrary<Apply>[] = [
    fc.record({ kind: fc.constant('flat' as const), amount }),
    fc.record({ kind: fc.constant('perPerson' as const), amount, included: fc.nat(2) }),
    fc.record({
      kind: fc.constant('perUnit' as const),
      fact,
      amount: fc.nat(500),
      unit: fc.constantFrom(1, 7, 0.5),
      included: fc.nat(3),
    }),
    fc.record({
      kind: fc.constant('perDuration' as const),
      amount,
      minutes: fc.constantFrom(7, 30, 60),
      included: fc.nat(90),
      perPerson: fc.boolean(),
      part: fc.constantFrom('exact' as const, 'begun' as const),
    }),
    fc.record({
      kind: fc.constant('tiered' as const),
      fact,
      tiers: fc.array(fc.record({ from: fc.integer({ min: 0, max: 200 }), amount: fc.nat(900) }), {
        minLength: 1,
        maxLength: 4,
      }),
      graduated: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('table' as const),
      rows: fc.array(
        fc.tuple(hours, amount).map(([row, fen]) => ({ ...row, amount: fen })),
        { minLength: 1, maxLength: 4 },
      ),
      basis: fc.constantFrom('time' as const, 'start' as const),
      minutes: fc.constantFrom(7, 60),
      perPerson: fc.boolean(),
    }),
  ]
  const earlier = EARLIER[phase]
  if (earlier.length === 0) return fc.oneof(...alone)
  const of = fc.uniqueArray(fc.constantFrom(...earlier), { minLength: 1 })
  return fc.oneof(
    ...alone,
    fc.record({ kind: fc.constant('percent' as const), rate, of }),
    fc.record({
      kind: fc.constant('percent' as const),
      rate,
      of,
      during: fc.array(hours, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('cap' as const), amount, of }),
    fc.record({ kind: fc.constant('minimum' as const), amount, of }),
  )
}

const ofOrder = fc.constantFrom<Condition>(
  { fact: 'booking.people', op: 'gte', value: 3 },
  { fact: 'start.time', op: 'gte', value: '17:00' },
  { not: { fact: 'customer.membership', op: 'eq', value: 'gold' } },
  { fact: 'amount.beforeDiscounts', op: 'gte', value: 20_000 },
)
const ofPlace = fc.constantFrom<Condition>(
  { fact: 'participant.vip', op: 'eq', value: true },
  { fact: 'offering.id', op: 'eq', value: 'b' },
  { fact: 'addOn.mat', op: 'gte', value: 1 },
)

const rule: fc.Arbitrary<FeeRule> = fc
  .tuple(
    fc.constantFrom('base' as const, 'surcharge' as const, 'discount' as const, 'coupon' as const, 'rounding' as const),
    fc.boolean(),
  )
  .chain(([phase, wantsEach]) => {
    const each = wantsEach && phase !== 'rounding'
    return fc
      .tuple(
        applies(phase),
        fc.option(each ? fc.oneof(ofOrder, ofPlace) : ofOrder),
        fc.option(fc.constantFrom('one', 'two')),
        fc.option(amount),
        fc.option(amount),
      )
      .map(([apply, when, group, least, most]): FeeRule => ({
        id: 'rule',
        label: 'Rule',
        phase,
        each,
        apply,
        ...(when && { when }),
        ...(group !== null && { bestOf: `${group}-${phase}` }),
        ...(least !== null && most !== null && { atLeast: Math.min(least, most), atMost: Math.max(least, most) }),
      }))
  })
const rules = fc
  .array(rule, { maxLength: 10 })
  .map((list) => list.map((one, index) => ({ ...one, id: `rule-${index}` })))

const entitlements: Shop['entitlements'] = [
  { id: 'pass', title: 'Pass', kind: 'pass', covers: ['base', 'addOn'] },
  { id: 'value', title: 'Value', kind: 'storedValue' },
]

const price = fc.constantFrom(0, 1, 9999, 10_000, 25_001)
const shop = fc
  .tuple(
    price,
    price,
    fc.constantFrom('booking' as const, 'person' as const, 'time' as const, 'personTime' as const),
    rules,
  )
  .map(([a, b, per, fees]) => ({ a, b, per, fees }))
type Described = typeof shop extends fc.Arbitrary<infer One> ? One : never

const resolvedOf = ({ a, b, per, fees }: Described) =>
  shopOf(
    {
      mode: 'registration',
      offerings: [
        { id: 'a', title: 'A', price: a, per, unitMinutes: 45 },
        { id: 'b', title: 'B', price: b, per, unitMinutes: 45 },
      ],
      addOns: ['mat'],
      participants: { form: 'guest' },
      policies: { payment: { kind: 'deposit', rate: 3333 } },
    },
    { fees, entitlements, addOns: [{ id: 'mat', title: 'Mat', price: 501 }] },
  )

const person = fc.record({ offering: fc.constantFrom('a', 'b'), mats: fc.nat(2), vip: fc.boolean() })
type Person = typeof person extends fc.Arbitrary<infer One> ? One : never

const asking = fc.record({
  people: fc.array(person, { minLength: 1, maxLength: 6 }),
  from: fc.constantFrom('10:00', '16:30', '17:45'),
  to: fc.constantFrom('18:07', '20:00', '23:59'),
  area: fc.constantFrom(0, 3, 62.5),
  membership: fc.constantFrom('gold', null),
  given: fc.array(fc.record({ product: fc.constantFrom('pass', 'value'), left: fc.integer({ min: 1, max: 30_000 }) }), {
    maxLength: 3,
  }),
})
type Asking = typeof asking extends fc.Arbitrary<infer One> ? One : never

const orderOf = ({ people, from, to }: Asking): Assignment =>
  order({
    offering: people[0]?.offering ?? 'a',
    from: `2026-12-02 ${from}`,
    to: `2026-12-02 ${to}`,
    places: people.map(({ offering, mats }) => ({ offering, addOns: mats > 0 ? { mat: mats } : {} })),
  })

const contextOf = ({ people, area, membership, given }: Asking): QuoteContext => ({
  now: at('2026-12-01 09:00'),
  visits: 0,
  membership,
  answers: { area },
  participants: people.map(({ vip }) => ({ vip })),
  entitlements: given.map((one, index) => ({ id: `ent_${index}`, ...one })),
})

const priceOf = (described: Described, asked: Asking): Quote =>
  quote(resolvedOf(described), orderOf(asked), contextOf(asked))

describe('any price', () => {
  it('has lines of whole fen that sum to a total, never below zero, of which payments make up the whole', () => {
    fc.assert(
      fc.property(shop, asking, (described, asked) => {
        const { lines, total, dueNow, balance, schedule, uses } = priceOf(described, asked)
        expect(lines.reduce((sum, one) => sum + one.amount, 0)).to.equal(total)
        expect(total).to.be.at.least(0)
        expect(dueNow + balance).to.equal(total)
        expect(schedule.reduce((sum, one) => sum + one.amount, 0)).to.equal(total)
        for (const { quantity, unitAmount, amount: sum } of lines) {
          expect([quantity, unitAmount, sum].every(Number.isSafeInteger)).to.equal(true)
          expect(quantity * unitAmount).to.equal(sum)
        }
        for (const payment of schedule) expect(payment.amount).to.be.greaterThan(0)
        for (const use of uses) {
          const given = contextOf(asked).entitlements?.find(({ id }) => id === use.entitlement)
          expect(use.units).to.be.within(1, given?.left ?? 0)
          expect(use.amount).to.be.greaterThan(0)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('tells of every rule, as a line or as left out with words in both languages, and never as both', () => {
    fc.assert(
      fc.property(shop, asking, (described, asked) => {
        const { lines, skipped } = priceOf(described, asked)
        const charged = new Set(lines.map((one) => one.rule))
        const told = skipped.map((one) => one.rule)
        for (const { id } of described.fees)
          expect([charged.has(id), told.includes(id)].filter(Boolean), id).to.have.length(1)
        expect(new Set(told).size).to.equal(told.length)
        for (const { explanation } of skipped)
          expect([explanation['zh-CN'], explanation.en].every(Boolean)).to.equal(true)
      }),
      { numRuns: 300 },
    )
  })

  it('is the same for the same input', () => {
    fc.assert(
      fc.property(shop, asking, (described, asked) => {
        expect(priceOf(structuredClone(described), structuredClone(asked))).to.deep.equal(priceOf(described, asked))
      }),
      { numRuns: 200 },
    )
  })

  it('is not changed by a rule that can never apply', () => {
    const never: Condition = {
      all: [
        { fact: 'booking.people', op: 'gt', value: 5 },
        { fact: 'booking.people', op: 'lt', value: 5 },
      ],
    }
    fc.assert(
      fc.property(shop, asking, rule, fc.nat(10), (described, asked, extra, position) => {
        const fees = [...described.fees]
        fees.splice(position, 0, { ...extra, id: 'never', when: never })
        const without = priceOf(described, asked)
        const price = priceOf({ ...described, fees }, asked)
        expect({ ...price, skipped: price.skipped.filter((one) => one.rule !== 'never') }).to.deep.equal(without)
        expect(price.skipped.filter((one) => one.rule === 'never')).to.have.length(1)
      }),
      { numRuns: 300 },
    )
  })

  it('is the same in all whatever the order of the places', () => {
    const shuffled = asking.chain((asked) =>
      fc
        .shuffledSubarray(asked.people, { minLength: asked.people.length })
        .map((people: Person[]) => ({ asked, people })),
    )
    fc.assert(
      fc.property(shop, shuffled, (described, { asked, people }) => {
        expect(priceOf(described, { ...asked, people }).total).to.equal(priceOf(described, asked).total)
      }),
      { numRuns: 500 },
    )
  })

  it('is refused with a code where a coupon or a pass is not one of the shop’s', () => {
    fc.assert(
      fc.property(shop, asking, fc.string({ minLength: 1 }), (described, asked, coupon) => {
        if (coupon.trim() === '') return
        const act = () => quote(resolvedOf(described), orderOf(asked), { ...contextOf(asked), coupon })
        expect(act).to.throw(Refusal).that.includes({ code: 'COUPON_UNKNOWN' })
      }),
      { numRuns: 50 },
    )
  })
})
