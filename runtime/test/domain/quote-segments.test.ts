import { expect } from 'chai'
import type { FeeRule, Shop } from '@kaidian/schemas'
import { quote } from '../../src/domain/index.ts'
import { asked, left, order, priced, shopOf, told } from './quote-shops.ts'

const rule = (id: string, apply: FeeRule['apply'], rest: Partial<FeeRule> = {}): FeeRule => ({
  id,
  label: id,
  phase: 'discount',
  apply,
  ...rest,
})

describe('services in a row', () => {
  const dye: Shop['services'][number] = {
    id: 'dye',
    title: '染发',
    mode: 'appointment',
    duration: 120,
    form: 'contact',
    combinable: true,
    offerings: [{ id: 'd', title: '染', price: 36800 }],
    options: [{ id: 'hair', title: '头发', choices: [{ id: 'long', title: '长', price: 20000 }] }],
    addOns: ['care'],
  }
  const both = (...fees: FeeRule[]) =>
    shopOf(
      { id: 'cut', title: '剪发', combinable: true, offerings: [{ id: 'c', title: '剪', price: 8800 }] },
      { fees, addOns: [{ id: 'care', title: '护发', price: 6800 }] },
      [dye],
    )
  const row = {
    service: 'cut',
    offering: 'c',
    from: '2026-12-02 17:00',
    to: '2026-12-02 20:00',
    then: [
      {
        service: 'dye',
        offering: 'd',
        start: '2026-12-02T10:00:00.000Z',
        end: '2026-12-02T12:00:00.000Z',
        resources: {},
        options: { hair: 'long' },
        addOns: { care: 1 },
      },
    ],
  }

  it('are lines of their own, each with its segment', () => {
    const { lines, total } = quote(both(), order(row), asked())
    expect(lines.map(({ rule: id, amount, segment }) => [id, amount, segment])).to.deep.equal([
      ['offering', 8800, 0],
      ['offering', 36800, 1],
      ['option:hair', 20000, 1],
      ['add-on:care', 6800, 1],
    ])
    expect(total).to.equal(72400)
  })

  it('are seen one by one by a rule for a service', () => {
    const shop = both(
      rule('dye-off', { kind: 'percent', rate: 1000, of: ['base', 'option'] }, { services: ['dye'] }),
      rule('all-off', { kind: 'percent', rate: 1000, of: ['base'] }),
    )
    const { lines } = quote(shop, order(row), asked())
    expect(lines.slice(4).map(({ rule: id, amount, segment }) => [id, amount, segment])).to.deep.equal([
      ['dye-off', -5680, 1],
      ['all-off', -4560, undefined],
    ])
  })

  it('are told apart by a condition on the service or its choices', () => {
    const shop = both(
      rule(
        'long',
        { kind: 'percent', rate: 1000, of: ['base'] },
        { phase: 'surcharge', when: { fact: 'option.hair', op: 'eq', value: 'long' } },
      ),
      rule(
        'cut',
        { kind: 'flat', amount: 100 },
        { phase: 'surcharge', when: { fact: 'service.id', op: 'eq', value: 'cut' } },
      ),
    )
    expect(priced(shop, row).slice(4)).to.deep.equal(['long 3680', 'cut 100', 76180])
  })

  it('have each its time: after 18:00 is all of the second and nothing of the first', () => {
    const during = [{ from: '18:00', to: '22:00' }]
    const evening = (services: string[]) =>
      rule(services.join('-'), { kind: 'percent', rate: 1000, of: ['base'], during }, { phase: 'surcharge', services })
    const price = quote(both(evening(['cut']), evening(['dye']), evening(['cut', 'dye'])), order(row), asked())
    expect(told(price).slice(4)).to.deep.equal(['dye 3680', 'cut-dye 3040'])
    expect(left(price)).to.deep.equal(['cut nothingLeft'])
  })

  it('leave a rule for another service out', () =>
    expect(
      left(quote(both(rule('perm', { kind: 'flat', amount: 1 }, { services: ['perm'] })), order(row), asked())),
    ).to.deep.equal(['perm service']))

  it('take a rule for each place within the services it is for', () => {
    const shop = both(
      rule(
        'each',
        { kind: 'percent', rate: 5000, of: ['base'] },
        { services: ['dye'], each: true, when: { fact: 'place.index', op: 'eq', value: 2 } },
      ),
    )
    const price = quote(shop, order({ ...row, people: 2 }), asked())
    expect(price.lines.at(-1)).to.deep.include({ rule: 'each', amount: -9200, places: [1], segment: 1 })
  })
})
