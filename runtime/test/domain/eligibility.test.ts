import { expect } from 'chai'
import type { Shop } from '@kaidian/schemas'
import { eligibilityFaults } from '../../src/domain/eligibility.ts'
import { asked, example, order, shopOf } from './quote-shops.ts'
import { at } from './shops.ts'

const birthField = (shop: ReturnType<typeof example>, form: string): string =>
  shop.forms.get(form)?.fields.find(({ birthDate }) => birthDate === true)?.id ?? ''
const nameField = (shop: ReturnType<typeof example>, form: string): string =>
  shop.forms.get(form)?.fields.find(({ kind }) => kind === 'personName')?.id ?? ''

describe('taking part in the city run', () => {
  const run = example('city-run')
  const [name, birth] = [nameField(run, 'runner'), birthField(run, 'runner')]
  const runners = (...offerings: string[]) =>
    order({
      service: 'run',
      offering: offerings[0] ?? '',
      from: '2027-04-18 07:30',
      to: '2027-04-18 14:30',
      places: offerings.map((offering) => ({ offering, addOns: {} })),
    })
  const people = (...born: string[]) =>
    asked({ participants: born.map((date, index) => ({ [name]: `跑者${index + 1}号`, [birth]: date })) })

  it('9: a runner of 17 on race day may not run the half, and is named', () => {
    const faults = eligibilityFaults(run, runners('half', 'half'), people('2000-01-01', '2009-04-19'))
    expect(faults).to.deep.equal([
      {
        field: `participants.1.${run.services.get('run')?.offerings.find(({ id }) => id === 'half')?.eligibility[0]?.field}`,
        code: 'NOT_ELIGIBLE',
        message: {
          'zh-CN': '跑者2号：半马要在比赛日满 18 岁。',
          en: '跑者2号: Half marathon runners must be 18 on race day.',
        },
      },
    ])
  })

  it('9: the same runner may take the fun run, and one who is 18 that day the half', () => {
    expect(eligibilityFaults(run, runners('fun'), people('2009-04-19'))).to.deep.equal([])
    expect(eligibilityFaults(run, runners('half'), people('2009-04-18'))).to.deep.equal([])
  })

  it('looks at each ticket by its own rules', () => {
    const faults = eligibilityFaults(
      run,
      runners('fun', 'full', 'half'),
      people('2008-01-01', '2008-01-01', '2008-01-01'),
    )
    expect(faults.map(({ field }) => field.split('.')[1])).to.deep.equal(['1'])
  })

  it('does not take part who is not known', () =>
    expect(eligibilityFaults(run, runners('half'), asked())).to.have.length(1))
})

describe('taking part in the coding school', () => {
  const school = example('coding-school')
  const birth = birthField(school, 'child')
  const term = order({
    service: 'enlightenment',
    offering: 'term',
    session: 'spring',
    from: '2027-03-06 10:00',
    to: '2027-05-22 11:30',
  })
  const faults = (born: string) =>
    eligibilityFaults(school, term, asked({ now: at('2027-02-10 12:00'), participants: [{ [birth]: born }] }))

  it('8: five on 6 March is too young, six that day is not', () => {
    expect(faults('2021-03-07').map(({ field }) => field)).to.deep.equal([`participants.0.${birth}`])
    expect(faults('2021-03-06')).to.deep.equal([])
  })
  it('twelve is not too old, thirteen that day is', () => {
    expect(faults('2014-03-07')).to.deep.equal([])
    expect(faults('2014-03-06')).to.have.length(1)
  })
  it('names one without a name by what a participant is called', () =>
    expect(faults('2021-03-07')[0]?.message).to.deep.include({ 'zh-CN': '第 1 位孩子：开课第一天要满 6 岁。' }))
})

describe('taking part in home cleaning', () => {
  const cleaning = example('home-cleaning')
  const job = order({ service: 'cleaning', offering: 'standard', from: '2026-12-02 09:00', to: '2026-12-02 12:00' })

  it('4: the suburban counties are refused at the field', () =>
    expect(eligibilityFaults(cleaning, job, asked({ answers: { zone: 'suburb' } }))).to.deep.equal([
      {
        field: 'answers.zone',
        code: 'NOT_ELIGIBLE',
        message: { 'zh-CN': '郊县暂时不接单。', en: 'We do not serve the suburban counties yet.' },
      },
    ]))
  it('4: the inner ring is served', () =>
    expect(eligibilityFaults(cleaning, job, asked({ answers: { zone: 'inner' } }))).to.deep.equal([]))
})

describe('a condition of taking part', () => {
  const forms: Shop['forms'] = [
    { id: 'contact', title: '联系人', fields: [{ id: 'born', kind: 'date', label: '生日', birthDate: true }] },
    { id: 'guest', title: '同伴', fields: [{ id: 'born', kind: 'date', label: '生日', birthDate: true }] },
  ]
  const adult = {
    id: 'adult',
    each: true,
    field: 'born',
    message: '要满 18 岁。',
    when: { fact: 'participant.age', op: 'gte' as const, value: 18 },
  }
  const offerings = [{ id: 'a', title: '甲', price: 1 }]
  const day = { offering: 'a', from: '2026-12-02 14:00', to: '2026-12-02 15:00' }

  it('for each is about the customer’s own answers where nobody else is asked', () => {
    const shop = shopOf({ offerings, eligibility: [adult] }, { forms })
    expect(eligibilityFaults(shop, order(day), asked({ answers: { born: '2009-01-01' } }))).to.deep.equal([
      { field: 'answers.born', code: 'NOT_ELIGIBLE', message: { 'zh-CN': '要满 18 岁。' } },
    ])
  })

  it('for each counts companions from the second place', () => {
    const shop = shopOf(
      { offerings, eligibility: [adult], participants: { form: 'guest', who: 'companions' } },
      { forms },
    )
    const about = asked({
      answers: { born: '1990-01-01' },
      participants: [{ born: '1990-01-01' }, { born: '2015-01-01' }],
    })
    const [fault, ...more] = eligibilityFaults(shop, order({ ...day, people: 3 }), about)
    expect(more).to.deep.equal([])
    expect(fault).to.deep.include({
      field: 'participants.1.born',
      message: { 'zh-CN': '第 3 位：要满 18 岁。', en: 'Person 3: 要满 18 岁。' },
    })
  })

  it('of the order without a field is about the answers as a whole', () => {
    const party = { id: 'party', message: '至少两人。', when: { fact: 'booking.people', op: 'gte' as const, value: 2 } }
    const shop = shopOf({ offerings, eligibility: [party] }, { forms })
    expect(eligibilityFaults(shop, order(day), asked()).map(({ field }) => field)).to.deep.equal(['answers'])
    expect(eligibilityFaults(shop, order({ ...day, people: 2 }), asked())).to.deep.equal([])
  })

  it('of a second service in a row is asked too', () => {
    const second = {
      ...shopOf({ offerings }).source.services[0],
      id: 'second',
      eligibility: [
        { id: 'members', message: '仅限会员。', when: { fact: 'customer.membership', op: 'given' as const } },
      ],
    }
    const shop = shopOf({ offerings }, { forms }, [second as Shop['services'][number]])
    const then = [
      {
        service: 'second',
        offering: 'a',
        start: '2026-12-02T07:00:00.000Z',
        end: '2026-12-02T08:00:00.000Z',
        resources: {},
        options: {},
        addOns: {},
      },
    ]
    expect(eligibilityFaults(shop, order({ ...day, then }), asked())).to.have.length(1)
    expect(eligibilityFaults(shop, order({ ...day, then }), asked({ membership: 'gold' }))).to.deep.equal([])
  })
})
