import { expect } from 'chai'
import type { FeeRule, Shop } from '@kaidian/schemas'
import { quote, type QuoteContext, Refusal } from '../../src/domain/index.ts'
import { asked, left, order, shopOf, told } from './quote-shops.ts'

const entitlements: Shop['entitlements'] = [
  { id: 'ten', title: '十次卡', kind: 'pass', uses: 10 },
  { id: 'extras', title: '畅享卡', kind: 'pass', uses: 10, covers: ['base', 'addOn'] },
  { id: 'card', title: '储值卡', kind: 'storedValue', value: 100000 },
  { id: 'gold', title: '金卡', kind: 'membership', membership: 'gold' },
  { id: 'perm', title: '烫发卡', kind: 'pass', uses: 3, services: ['perm'] },
]
type Per = 'booking' | 'person'

const shop = (per: Per, ...fees: FeeRule[]) =>
  shopOf(
    {
      offerings: [
        { id: 'a', title: '课', price: 10000, per },
        { id: 'b', title: '大师课', price: 15000, per },
      ],
      addOns: ['mat'],
    },
    { entitlements, fees, addOns: [{ id: 'mat', title: '垫子', price: 500 }] },
  )
const HOUR = { offering: 'a', from: '2026-12-02 14:00', to: '2026-12-02 15:00' }
const uses = (...given: (readonly [id: string, product: string, left: number])[]): Partial<QuoteContext> => ({
  entitlements: given.map(([id, product, rest]) => ({ id, product, left: rest })),
})

describe('a pass', () => {
  it('takes off the base, not the add-ons, and one use', () => {
    const price = quote(shop('person'), order({ ...HOUR, addOns: { mat: 1 } }), asked(uses(['ent_1', 'ten', 10])))
    expect(told(price)).to.deep.equal(['offering 10000', 'add-on:mat 500', 'ent_1 -10000'])
    expect(price.uses).to.deep.equal([{ entitlement: 'ent_1', units: 1, amount: 10000 }])
    expect(price).to.deep.include({ total: 500, dueNow: 500 })
  })

  it('takes off all that it covers', () =>
    expect(
      quote(shop('person'), order({ ...HOUR, addOns: { mat: 1 } }), asked(uses(['ent_1', 'extras', 1]))).total,
    ).to.equal(0))

  it('takes as many places as it has uses', () => {
    const price = quote(shop('person'), order({ ...HOUR, people: 4 }), asked(uses(['ent_1', 'ten', 3])))
    expect(price.lines[1]).to.deep.include({
      rule: 'ent_1',
      phase: 'entitlement',
      quantity: 3,
      unitAmount: -10000,
      places: [0, 1, 2],
    })
    expect(price.uses).to.deep.equal([{ entitlement: 'ent_1', units: 3, amount: 30000 }])
  })

  it('takes the dearest places first, wherever they stand', () => {
    const class_ = shopOf(
      {
        mode: 'registration',
        offerings: [
          { id: 'a', title: '课', price: 10000 },
          { id: 'b', title: '大师课', price: 15000 },
        ],
      },
      { entitlements },
    )
    const places = ['a', 'b', 'a'].map((offering) => ({ offering, addOns: {} }))
    const price = quote(class_, order({ ...HOUR, places }), asked(uses(['ent_1', 'ten', 2])))
    expect(price.total).to.equal(10000)
    expect(price.uses).to.deep.equal([{ entitlement: 'ent_1', units: 2, amount: 25000 }])
  })

  it('pays its part of a price for the booking, all places together the whole of it', () => {
    const third = quote(shop('booking'), order({ ...HOUR, people: 3 }), asked(uses(['ent_1', 'ten', 1])))
    expect(third.uses).to.deep.equal([{ entitlement: 'ent_1', units: 1, amount: 3333 }])
    const all = quote(
      shop('booking'),
      order({ ...HOUR, people: 3 }),
      asked(uses(['ent_1', 'ten', 1], ['ent_2', 'ten', 2])),
    )
    expect(all.total).to.equal(0)
    expect(all.uses.map(({ units, amount }) => [units, amount])).to.deep.equal([
      [1, 3333],
      [2, 6667],
    ])
  })

  it('of a use each pay a price for the booking to the fen', () => {
    const given = uses(['ent_1', 'ten', 1], ['ent_2', 'ten', 1], ['ent_3', 'ten', 1])
    const price = quote(shop('booking'), order({ ...HOUR, people: 3 }), asked(given))
    expect(price.uses.map(({ amount }) => amount)).to.deep.equal([3333, 3334, 3333])
    expect(price.total).to.equal(0)
  })

  it('leaves places that another one paid for', () => {
    const price = quote(
      shop('person'),
      order({ ...HOUR, people: 2 }),
      asked(uses(['ent_1', 'ten', 1], ['ent_2', 'ten', 5])),
    )
    expect(told(price)).to.deep.equal(['offering 20000', 'ent_1 -10000', 'ent_2 -10000'])
    expect(price.uses.map(({ units }) => units)).to.deep.equal([1, 1])
  })

  it('that finds nothing to pay for is left out and keeps its uses', () => {
    const price = quote(shop('person'), order(HOUR), asked(uses(['ent_1', 'ten', 1], ['ent_2', 'ten', 5])))
    expect(left(price)).to.deep.equal(['ent_2 nothingLeft'])
    expect(price.uses).to.have.length(1)
  })

  it('takes no more than discounts left', () => {
    const off: FeeRule = { id: 'off', label: '减', phase: 'discount', apply: { kind: 'flat', amount: 4000 } }
    const price = quote(shop('person', off), order(HOUR), asked(uses(['ent_1', 'ten', 1])))
    expect(told(price)).to.deep.equal(['offering 10000', 'off -4000', 'ent_1 -6000'])
    expect(price.total).to.equal(0)
  })
})

describe('stored value', () => {
  it('pays as far as it goes', () => {
    const price = quote(shop('person'), order(HOUR), asked(uses(['ent_1', 'card', 6000])))
    expect(told(price)).to.deep.equal(['offering 10000', 'ent_1 -6000'])
    expect(price.uses).to.deep.equal([{ entitlement: 'ent_1', units: 6000, amount: 6000 }])
  })

  it('keeps what is beyond the total', () => {
    const price = quote(shop('person'), order(HOUR), asked(uses(['ent_1', 'card', 88000])))
    expect(price).to.deep.include({ total: 0, dueNow: 0, schedule: [] })
    expect(price.uses[0]?.units).to.equal(10000)
  })

  it('follows a pass in the order given', () => {
    const price = quote(
      shop('person'),
      order({ ...HOUR, addOns: { mat: 2 } }),
      asked(uses(['ent_1', 'ten', 1], ['ent_2', 'card', 700])),
    )
    expect(told(price)).to.deep.equal(['offering 10000', 'add-on:mat 1000', 'ent_1 -10000', 'ent_2 -700'])
    expect(price.total).to.equal(300)
  })

  it('comes before rounding', () => {
    const round: FeeRule = { id: 'round', label: '抹零', phase: 'rounding', apply: { kind: 'round', to: 1000 } }
    const price = quote(shop('person', round), order(HOUR), asked(uses(['ent_1', 'card', 1234])))
    expect(told(price)).to.deep.equal(['offering 10000', 'ent_1 -1234', 'round -766'])
  })
})

describe('an entitlement is refused', () => {
  for (const [name, code, ...given] of [
    ['that the shop does not have', 'UNKNOWN_ENTITLEMENT', ['ent_1', 'none', 1]],
    ['for another service', 'UNKNOWN_ENTITLEMENT', ['ent_1', 'perm', 3]],
    ['that is a membership', 'UNKNOWN_ENTITLEMENT', ['ent_1', 'gold', 1]],
    ['that is given twice', 'UNKNOWN_ENTITLEMENT', ['ent_1', 'ten', 3], ['ent_1', 'ten', 3]],
    ['with nothing left', 'ENTITLEMENT_USED_UP', ['ent_1', 'ten', 0]],
  ] as const)
    it(name, () => {
      const act = () => quote(shop('person'), order({ ...HOUR, people: 2 }), asked(uses(...given)))
      expect(act)
        .to.throw(Refusal)
        .that.includes({ code, field: `entitlements.${given.length - 1}` })
    })
})
