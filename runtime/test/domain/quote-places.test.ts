import { expect } from 'chai'
import type { FeeRule, Shop } from '@kaidian/schemas'
import { quote, type ResolvedShop } from '../../src/domain/index.ts'
import { asked, left, order, priced, shopOf, told } from './quote-shops.ts'

const rule = (id: string, apply: FeeRule['apply'], rest: Partial<FeeRule> = {}): FeeRule => ({
  id,
  label: id,
  phase: 'discount',
  apply,
  ...rest,
})

const HOUR = { offering: 'a', from: '2026-12-02 14:00', to: '2026-12-02 15:00' }

/** A trip at 100 yuan a person, with a form for everyone that asks for the birth date. */
function trip(...fees: FeeRule[]): ResolvedShop {
  const forms: Shop['forms'] = [
    { id: 'contact', title: '联系人', fields: [{ id: 'name', kind: 'personName', label: '姓名' }] },
    {
      id: 'guest',
      title: '同行人',
      fields: [
        { id: 'born', kind: 'date', label: '生日', birthDate: true },
        { id: 'vip', kind: 'consent', label: '贵宾' },
      ],
    },
  ]
  return shopOf(
    {
      mode: 'registration',
      offerings: [
        { id: 'a', title: '一日游', price: 10000 },
        { id: 'b', title: '夜游', price: 6000 },
      ],
      participants: { form: 'guest' },
    },
    { fees, forms },
  )
}

const child: Partial<FeeRule> = { each: true, when: { fact: 'participant.age', op: 'lt', value: 12 } }
const born = (...dates: string[]) => ({ participants: dates.map((date) => ({ born: date })) })

describe('a rule for each place', () => {
  it('takes half off the children alone, by their age on the day', () => {
    const shop = trip(rule('child', { kind: 'percent', rate: 5000, of: ['base'] }, child))
    const price = quote(shop, order({ ...HOUR, people: 3 }), asked(born('1990-01-01', '2014-12-03', '2014-12-02')))
    expect(told(price)).to.deep.equal(['offering 30000', 'child -5000'])
    expect(price.lines[1]?.places).to.deep.equal([1])
  })

  it('is one line for places that owe the same, and another where they do not', () => {
    const shop = trip(rule('child', { kind: 'percent', rate: 5000, of: ['base'] }, child))
    const places = ['a', 'b', 'a'].map((offering) => ({ offering, addOns: {} }))
    const price = quote(shop, order({ ...HOUR, places }), asked(born('2020-01-01', '2020-01-01', '2020-01-01')))
    expect(price.lines.slice(2)).to.deep.equal([
      {
        phase: 'discount',
        rule: 'child',
        label: { 'zh-CN': 'child' },
        quantity: 2,
        unitAmount: -5000,
        amount: -10000,
        places: [0, 2],
      },
      {
        phase: 'discount',
        rule: 'child',
        label: { 'zh-CN': 'child' },
        quantity: 1,
        unitAmount: -3000,
        amount: -3000,
        places: [1],
      },
    ])
    expect(price.total).to.equal(26000 - 13000)
  })

  it('may ask for the place: from the second on', () => {
    const shop = trip(
      rule('second', { kind: 'flat', amount: 700 }, { each: true, when: { fact: 'place.index', op: 'gte', value: 2 } }),
    )
    expect(priced(shop, { ...HOUR, people: 3 })).to.deep.equal(['offering 30000', 'second -1400', 28600])
  })

  it('may ask for the ticket of the place', () => {
    const shop = trip(
      rule(
        'night',
        { kind: 'flat', amount: 500 },
        { each: true, phase: 'surcharge', when: { fact: 'offering.id', op: 'eq', value: 'b' } },
      ),
    )
    const places = ['a', 'b'].map((offering) => ({ offering, addOns: {} }))
    expect(priced(shop, { ...HOUR, places })).to.deep.equal(['offering:a 10000', 'offering:b 6000', 'night 500', 16500])
  })

  it('is left out where it applies to nobody', () => {
    const shop = trip(rule('child', { kind: 'percent', rate: 5000, of: ['base'] }, child))
    const price = quote(shop, order({ ...HOUR, people: 2 }), asked(born('1990-01-01', '1990-01-01')))
    expect(left(price)).to.deep.equal(['child condition'])
    expect(price.skipped[0]?.explanation).to.deep.equal({
      'zh-CN': '只在参加者年龄小于 12 时适用',
      en: 'Applies only when the age of the participant is below 12',
    })
  })

  it('bears its part of what belongs to the whole order', () => {
    const shop = shopOf(
      { offerings: [{ id: 'a', title: '包车', price: 9000 }] },
      {
        fees: [
          rule(
            'third',
            { kind: 'percent', rate: 10000, of: ['base'] },
            { each: true, when: { fact: 'place.index', op: 'eq', value: 3 } },
          ),
        ],
      },
    )
    expect(priced(shop, { ...HOUR, people: 3 })).to.deep.equal(['offering 9000', 'third -3000', 6000])
  })

  it('takes no more off a place than it costs', () => {
    const shop = trip(rule('off', { kind: 'flat', amount: 8000 }, { each: true }))
    const places = ['a', 'b'].map((offering) => ({ offering, addOns: {} }))
    expect(priced(shop, { ...HOUR, places })).to.deep.equal([
      'offering:a 10000',
      'offering:b 6000',
      'off -8000',
      'off -6000',
      2000,
    ])
  })

  it('keeps to its bounds in each place', () => {
    const shop = trip(
      rule('off', { kind: 'percent', rate: 5000, of: ['base'] }, { each: true, atMost: 4000, atLeast: 3500 }),
    )
    const places = ['a', 'b'].map((offering) => ({ offering, addOns: {} }))
    expect(priced(shop, { ...HOUR, places }).slice(2)).to.deep.equal(['off -4000', 'off -3500', 8500])
  })

  it('leaves each place the best of a group', () => {
    const shop = trip(
      rule('child', { kind: 'percent', rate: 5000, of: ['base'] }, { ...child, bestOf: 'one' }),
      rule('everyone', { kind: 'flat', amount: 1000 }, { each: true, bestOf: 'one' }),
    )
    const price = quote(shop, order({ ...HOUR, people: 2 }), asked(born('1990-01-01', '2020-01-01')))
    expect(told(price)).to.deep.equal(['offering 20000', 'child -5000', 'everyone -1000'])
    expect(price.skipped).to.deep.equal([])
  })

  it('is compared by what it comes to in all with rules of the order', () => {
    const shop = trip(
      rule('child', { kind: 'percent', rate: 5000, of: ['base'] }, { ...child, bestOf: 'one' }),
      rule('order', { kind: 'flat', amount: 6000 }, { bestOf: 'one' }),
    )
    const price = quote(shop, order({ ...HOUR, people: 2 }), asked(born('1990-01-01', '2020-01-01')))
    expect(told(price)).to.deep.equal(['offering 20000', 'order -6000'])
    expect(left(price)).to.deep.equal(['child betterOffer'])
  })

  it('reads the customer’s own answers for the first place where only companions are asked', () => {
    const shop = trip(rule('child', { kind: 'percent', rate: 5000, of: ['base'] }, child))
    const service = shop.services.get('service')
    if (!service) throw new Error('no service')
    const forms = new Map(shop.forms).set('contact', {
      id: 'contact',
      title: { 'zh-CN': '' },
      pages: [],
      fields: shop.forms.get('guest')?.fields ?? [],
    })
    const companions = { ...service, participants: { form: 'guest', who: 'companions' as const, title: null } }
    const changed = { ...shop, forms, services: new Map([['service', companions]]) }
    const price = quote(
      changed,
      order({ ...HOUR, people: 3 }),
      asked({ answers: { born: '2020-01-01' }, ...born('1990-01-01', '2019-01-01') }),
    )
    expect(price.lines[1]?.places).to.deep.equal([0, 2])
  })
})

describe('a best-of group', () => {
  it('of surcharges takes the smallest that comes to something', () => {
    const shop = trip(
      rule(
        'evening',
        { kind: 'percent', rate: 2000, of: ['base'], during: [{ from: '18:00', to: '20:00' }] },
        { phase: 'surcharge', bestOf: 'one' },
      ),
      rule('week', { kind: 'flat', amount: 900 }, { phase: 'surcharge', bestOf: 'one' }),
      rule('month', { kind: 'flat', amount: 800 }, { phase: 'surcharge', bestOf: 'one' }),
    )
    const price = quote(shop, order(HOUR), asked())
    expect(told(price)).to.deep.equal(['offering 10000', 'month 800'])
    expect(left(price)).to.deep.equal(['evening nothingLeft', 'week betterOffer'])
  })
})

describe('add-ons', () => {
  const shop = shopOf(
    {
      mode: 'registration',
      offerings: [{ id: 'a', title: '票', price: 6000, addOns: ['shirt'], requiredAddOns: ['insurance'] }],
      addOns: ['parking'],
      addOnsEach: true,
    },
    {
      addOns: [
        { id: 'shirt', title: 'T 恤', price: 5000 },
        { id: 'insurance', title: '保险', price: 1500 },
        { id: 'parking', title: '停车', price: 2000 },
      ],
    },
  )
  const place = (addOns: Record<string, number>) => ({ offering: 'a', addOns })

  it('of the places and of the order are added up', () => {
    const { lines } = quote(
      shop,
      order({ ...HOUR, addOns: { parking: 1 }, places: [place({ insurance: 1, shirt: 2 }), place({ insurance: 1 })] }),
      asked(),
    )
    expect(
      lines.slice(1).map(({ rule: id, quantity, amount, places }) => [id, quantity, amount, places]),
    ).to.deep.equal([
      ['add-on:parking', 1, 2000, undefined],
      ['add-on:insurance', 2, 3000, [0, 1]],
      ['add-on:shirt', 2, 10000, [0]],
    ])
  })

  it('that the service does not have are refused, naming the field', () => {
    const act = () => quote(shop, order({ ...HOUR, addOns: { towel: 1 } }), asked())
    expect(act).to.throw().that.includes({ code: 'UNKNOWN_ADD_ON', field: 'selection.addOns.towel' })
  })
})
