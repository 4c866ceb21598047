import { expect } from 'chai'
import type { PaymentPlan, Shop } from '@kaidian/schemas'
import { quote, type QuoteContext, Refusal } from '../../src/domain/index.ts'
import { asked, order, shopOf } from './quote-shops.ts'
import { at } from './shops.ts'

type Payment = NonNullable<NonNullable<Shop['policies']>['payment']>

function schedule(
  payment: Payment,
  { price = 10000, people = 1, ...about }: Partial<QuoteContext> & { price?: number; people?: number } = {},
) {
  const shop = shopOf({ offerings: [{ id: 'a', title: '甲', price, per: 'person' }], policies: { payment } })
  return quote(shop, order({ offering: 'a', from: '2026-12-20 14:00', to: '2026-12-20 15:00', people }), asked(about))
}

const plan = (payment: PaymentPlan, about: Parameters<typeof schedule>[1] = {}) =>
  schedule(payment, about).schedule.map(({ amount, due, where }) => [amount, due, where])

const NOW = at('2026-12-01 09:00')

describe('the payments of an order', () => {
  it('are one where it is paid in full', () => expect(plan({ kind: 'full' })).to.deep.equal([[10000, null, 'app']]))
  it('are one in the shop where it is paid there', () =>
    expect(plan({ kind: 'onSite' })).to.deep.equal([[10000, null, 'onSite']]))
  it('are none where nothing is due', () => {
    for (const kind of ['full', 'onSite', 'free'] as const) expect(plan({ kind }, { price: 0 })).to.deep.equal([])
    expect(plan({ kind: 'deposit', amount: 500 }, { price: 0 })).to.deep.equal([])
  })

  it('are a deposit of a share, rounded once, and the rest in the shop', () => {
    const price = schedule({ kind: 'deposit', rate: 3000 }, { price: 9995 })
    expect(price.schedule).to.deep.equal([
      { amount: 2999, due: null, where: 'app' },
      { amount: 6996, due: null, where: 'onSite' },
    ])
    expect(price).to.deep.include({ dueNow: 2999, balance: 6996, plan: null })
  })

  it('are a deposit for each person', () =>
    expect(plan({ kind: 'deposit', amount: 3000, each: true }, { people: 3 })).to.deep.equal([
      [9000, null, 'app'],
      [21000, null, 'onSite'],
    ]))

  it('are one deposit where nothing is said of people', () =>
    expect(plan({ kind: 'deposit', amount: 3000 }, { people: 3 })[0]).to.deep.equal([3000, null, 'app']))

  it('are the whole where the deposit is no less', () =>
    expect(plan({ kind: 'deposit', amount: 20000, balance: { after: 60 } })).to.deep.equal([[10000, null, 'app']]))

  for (const [name, balance, due] of [
    ['by a moment at the shop', { at: '2026-12-10T18:00' }, '2026-12-10T10:00:00.000Z'],
    ['so long before the start', { before: 2 * 1440 }, '2026-12-18T06:00:00.000Z'],
    ['so long after the order', { after: 90 }, '2026-12-01T02:30:00.000Z'],
  ] as const)
    it(`leave a balance due ${name}`, () =>
      expect(plan({ kind: 'deposit', amount: 4000, balance })).to.deep.equal([
        [4000, null, 'app'],
        [6000, due, 'app'],
      ]))

  it('are all due with the order once the moment of the balance has passed', () => {
    const late = schedule({ kind: 'deposit', amount: 4000, balance: { at: '2026-12-01T08:00' } }, { now: NOW })
    expect(late.schedule).to.deep.equal([{ amount: 10000, due: null, where: 'app' }])
    expect(late).to.deep.include({ dueNow: 10000, balance: 0 })
  })

  it('are instalments of which the last is the rest', () =>
    expect(
      plan(
        {
          kind: 'instalments',
          parts: [{ rate: 3333 }, { amount: 2000, due: { after: 1440 } }, { due: { before: 1440 } }],
        },
        { price: 10001 },
      ),
    ).to.deep.equal([
      [3333, null, 'app'],
      [2000, '2026-12-02T01:00:00.000Z', 'app'],
      [4668, '2026-12-19T06:00:00.000Z', 'app'],
    ]))

  it('never ask for more than there is', () =>
    expect(
      plan({
        kind: 'instalments',
        parts: [{ amount: 8000 }, { amount: 8000, due: { after: 10 } }, { due: { after: 20 } }],
      }),
    ).to.deep.equal([
      [8000, null, 'app'],
      [2000, '2026-12-01T01:10:00.000Z', 'app'],
    ]))

  it('stand in the order of their moments', () =>
    expect(
      plan({
        kind: 'instalments',
        parts: [{ amount: 1000 }, { amount: 2000, due: { after: 2880 } }, { due: { after: 1440 } }],
      }).map(([amount]) => amount),
    ).to.deep.equal([1000, 7000, 2000]))
})

describe('a choice of ways to pay', () => {
  const choice: Payment = {
    kind: 'choice',
    plans: [
      { id: 'full', title: '全款', payment: { kind: 'full' } },
      { id: 'deposit', title: '定金', payment: { kind: 'deposit', amount: 500 } },
    ],
  }

  it('takes the first where none is chosen', () =>
    expect(schedule(choice)).to.deep.include({ plan: 'full', dueNow: 10000 }))
  it('takes the one that is chosen', () =>
    expect(schedule(choice, { plan: 'deposit' })).to.deep.include({ plan: 'deposit', dueNow: 500, balance: 9500 }))
  it('is remembered where nothing is due', () =>
    expect(schedule(choice, { plan: 'deposit', price: 0 })).to.deep.include({ plan: 'deposit', total: 0 }))
  it('refuses one that is not there', () => {
    expect(() => schedule(choice, { plan: 'later' }))
      .to.throw(Refusal)
      .that.includes({ code: 'UNKNOWN_PLAN', field: 'plan' })
    expect(() => schedule({ kind: 'full' }, { plan: 'full' }))
      .to.throw(Refusal)
      .that.includes({ code: 'UNKNOWN_PLAN' })
  })
})
