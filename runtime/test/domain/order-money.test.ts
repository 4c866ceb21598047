import { expect } from 'chai'
import fc from 'fast-check'
import {
  allocateRefund,
  type Charge,
  money,
  onSiteLeft,
  paidByPlaces,
  paidLeft,
  Refusal,
  scheduleLeft,
  totalLeft,
  type Withdrawal,
} from '../../src/domain/index.ts'
import { entry, line, quoteOf } from './after-sale-shop.ts'
import { at } from './shops.ts'

const whole = (total: number) => quoteOf([line(total)])
const deposit = quoteOf(
  [line(58280)],
  [
    { amount: 17484, due: null, where: 'app' },
    { amount: 40796, due: null, where: 'onSite' },
  ],
)
const fee: Charge = { id: 'chg_1', kind: 'reschedule', amount: 2000, at: at('2026-12-01 10:00') }

describe('the money of an order', () => {
  for (const [name, entries, price, expected] of [
    ['nothing to pay', [], whole(0), [0, 0, 0, 'nothing']],
    ['not paid yet', [], whole(8800), [0, 0, 0, 'unpaid']],
    ['an attempt that failed', [entry('capture', 8800, 'failed')], whole(8800), [0, 0, 0, 'unpaid']],
    ['an attempt under way', [entry('capture', 8800, 'requested')], whole(8800), [0, 0, 0, 'unpaid']],
    ['paid', [entry('capture', 8800)], whole(8800), [8800, 0, 0, 'paid']],
    ['a deposit', [entry('capture', 17484)], deposit, [17484, 0, 0, 'deposit']],
    [
      'a deposit and the rest in the shop',
      [entry('capture', 17484), entry('on_site', 40796)],
      deposit,
      [17484, 40796, 0, 'paid'],
    ],
    [
      'on its way back',
      [entry('capture', 8800), entry('refund', 8800, 'requested')],
      whole(8800),
      [8800, 0, 8800, 'refunding'],
    ],
    ['given back', [entry('capture', 8800), entry('refund', 8800)], whole(8800), [8800, 0, 8800, 'refunded']],
    [
      'half given back',
      [entry('capture', 8800), entry('refund', 4400)],
      whole(8800),
      [8800, 0, 4400, 'partly_refunded'],
    ],
    [
      'a refund that failed',
      [entry('capture', 8800), entry('refund', 8800, 'failed')],
      whole(8800),
      [8800, 0, 0, 'paid'],
    ],
  ] as const)
    it(name, () => {
      const { captured, onSite, refunded, charged, state } = money(entries, price)
      expect([captured, onSite, refunded, state]).to.deep.equal(expected)
      expect(charged).to.equal(0)
    })

  for (const [paid, state] of [
    [8800, 'deposit'],
    [10800, 'paid'],
  ] as const)
    it(`with a fee of 2000 beside 8800, ${paid} is ${state}`, () =>
      expect(money([entry('capture', paid)], whole(8800), { charges: [fee] })).to.include({ charged: 2000, state }))

  it('is shared among captures, oldest first', () => {
    const entries = [
      entry('capture', 500, 'succeeded', { id: 'b', at: at('2026-12-01 10:00') }),
      entry('capture', 300, 'succeeded', { id: 'a' }),
      entry('refund', 100, 'succeeded', { capture: 'a' }),
      entry('refund', 100, 'requested', { capture: 'b' }),
    ]
    expect(allocateRefund(entries, 350)).to.deep.equal([
      { capture: 'a', amount: 200 },
      { capture: 'b', amount: 150 },
    ])
    expect(() => allocateRefund(entries, 601))
      .to.throw(Refusal)
      .with.property('code', 'REFUND_TOO_LARGE')
    expect(() => allocateRefund(entries, -1)).to.throw(Refusal)
  })

  it('never gives back more than was captured, however often it is asked', () => {
    const amount = fc.integer({ min: 0, max: 5000 })
    fc.assert(
      fc.property(
        fc.array(amount, { maxLength: 4 }),
        fc.array(fc.tuple(amount, fc.constantFrom('succeeded', 'requested', 'failed'), fc.boolean())),
        (paid, wanted) => {
          const entries = paid.map((one, index) => entry('capture', one, 'succeeded', { id: `c${index}` }))
          for (const [ask, state, named] of wanted) {
            let shares: ReturnType<typeof allocateRefund>
            try {
              shares = allocateRefund(entries, ask)
            } catch {
              const { captured, refunded } = money(entries, whole(0))
              expect(ask).to.be.greaterThan(captured - refunded)
              continue
            }
            expect(shares.reduce((sum, share) => sum + share.amount, 0)).to.equal(ask)
            entries.push(
              ...shares.map((share) => entry('refund', share.amount, state, named ? { capture: share.capture } : {})),
            )
          }
          const { captured, refunded } = money(entries, whole(0))
          expect(refunded).to.be.at.most(captured)
          for (const { id, amount: most } of entries.filter(({ kind }) => kind === 'capture')) {
            const out = entries.filter((one) => one.kind === 'refund' && one.state !== 'failed' && one.capture === id)
            expect(out.reduce((sum, one) => sum + one.amount, 0)).to.be.at.most(most)
          }
        },
      ),
    )
  })
})

describe('what is to be paid at the counter', () => {
  for (const [name, entries, left] of [
    ['before anything', [], 40796],
    ['after the deposit', [entry('capture', 17484)], 40796],
    ['after a part of it', [entry('capture', 17484), entry('on_site', 10000)], 30796],
    ['after all of it', [entry('capture', 17484), entry('on_site', 40796)], 0],
    ['after a refund, which is not asked for again', [entry('capture', 58280), entry('refund', 5000)], 0],
  ] as const)
    it(`${name} is ${left}`, () => expect(onSiteLeft(deposit, money(entries, deposit), [])).to.equal(left))

  it('is nothing where all is paid in the app', () =>
    expect(onSiteLeft(whole(8800), money([], whole(8800)), [])).to.equal(0))

  it('is the part of those who stay', () => {
    const two = quoteOf(
      [line(2000, [0, 1])],
      [
        { amount: 600, due: null, where: 'app' },
        { amount: 1400, due: null, where: 'onSite' },
      ],
    )
    const gone = [{ places: [1], paid: 300, refund: 300, at: at('2027-02-20 12:00') }]
    const paid = money([entry('capture', 600), entry('refund', 300)], two, { withdrawals: gone })
    expect(onSiteLeft(two, paid, gone)).to.equal(700)
  })
})

describe('an order of which some places were given up', () => {
  // Two children: 288000 for the first, 258200 for the second; 100000 with the order, the rest by March.
  const children = quoteOf(
    [line(596000, [0, 1]), line(40000, [0, 1]), line(-60000, [0, 1]), line(-29800, [1])],
    [
      { amount: 100000, due: null, where: 'app' },
      { amount: 446200, due: '2027-03-01T15:59:00.000Z', where: 'app' },
    ],
  )
  const all = [entry('capture', 546200)]
  const left = (paid: number, refund: number): Withdrawal => ({
    places: [1],
    paid,
    refund,
    at: at('2027-02-20 12:00'),
  })

  it('comes to what the others cost', () => {
    expect(totalLeft(children, [left(258200, 245290)])).to.equal(288000)
    expect(totalLeft(children, [])).to.equal(546200)
    const three = quoteOf([line(3000, [0, 1, 2])])
    const went = (place: number) => ({ places: [place], paid: 1000, refund: 0, at: at('2027-02-20 12:00') })
    expect(totalLeft(three, [went(0), went(2)])).to.equal(1000)
  })

  it('has their part of each payment left', () => {
    // 288000 of 546200: of 100000 it is 52727.94.
    expect(scheduleLeft(children, [left(47272, 0)]).map(({ amount }) => amount)).to.deep.equal([52728, 235272])
    expect(scheduleLeft(children, [])).to.equal(children.schedule)
  })

  it('has paid the share of those who go, and of the deposit no more', () => {
    expect(paidByPlaces(children, [1], money(all, children), [])).to.equal(258200)
    expect(paidByPlaces(children, [1], money([entry('capture', 100000)], children), [])).to.equal(47272)
    expect(paidByPlaces(children, [1], money([], children), [])).to.equal(0)
  })

  it('has paid for a place that goes later what the balance brought too', () => {
    const three = quoteOf([line(3000, [0, 1, 2])])
    const gone = [{ places: [0], paid: 100, refund: 100, at: at('2027-02-20 12:00') }]
    // 300 for three, of which 100 went; then 1800 for two.
    const paid = money([entry('capture', 300), entry('refund', 100), entry('capture', 1800)], three, {
      withdrawals: gone,
    })
    expect(paidByPlaces(three, [1], paid, gone)).to.equal(1000)
  })

  it('gives back of the rest what was paid for the rest: what the shop kept of one place is not reckoned to another', () => {
    const withdrawals = [left(258200, 245290)]
    const paid = money([...all, entry('refund', 245290)], children, { withdrawals })
    expect(paid.state).to.equal('partly_refunded')
    expect(paidLeft(paid, withdrawals, 'customer')).to.equal(288000)
    expect(paidLeft(paid, withdrawals, 'merchant')).to.equal(288000)
  })

  it('is paid for once the others are, though nothing came back', () => {
    const withdrawals = [left(47272, 0)]
    const after = (captured: number) => money([entry('capture', captured)], children, { withdrawals }).state
    expect(after(100000)).to.equal('deposit')
    expect(after(47272 + 287999)).to.equal('deposit')
    expect(after(47272 + 288000)).to.equal('paid')
  })

  it('keeps a fee that a customer owed, and gives it back when the shop cancels', () => {
    const paid = money([entry('capture', 10800)], whole(8800), { charges: [fee] })
    expect(paidLeft(paid, [], 'customer')).to.equal(8800)
    expect(paidLeft(paid, [], 'merchant')).to.equal(10800)
  })
})
