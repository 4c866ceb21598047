import { expect } from 'chai'
import { FACTS } from '@kaidian/schemas'
import { type Assignment, type FactValue, type QuoteContext } from '../../src/domain/index.ts'
import { ageDay } from '../../src/domain/age-day.ts'
import { conditionWords } from '../../src/domain/condition-words.ts'
import { emptySums } from '../../src/domain/fees/draft.ts'
import { factsOf } from '../../src/domain/fees/facts.ts'
import { asked, example, order, shopOf } from './quote-shops.ts'
import { at, resolved } from './shops.ts'

const salon = resolved()
const stylist = [...salon.resources.values()].find(({ level }) => level === 'senior')?.id ?? ''
const dye = order({
  service: 'dye',
  offering: 'senior',
  from: '2026-12-05 22:00',
  to: '2026-12-06 00:00',
  resources: { stylist },
  options: { length: 'medium' },
  addOns: { care: 2 },
  people: 2,
})
const customer: Partial<QuoteContext> = {
  visits: 4,
  noShows: 1,
  membership: 'gold',
  coupon: 'OFF',
  answers: { note: '靠窗', home: { province: '上海', city: '上海' }, pets: [{ name: 'a' }, { name: 'b' }] },
  participants: [{ name: '一' }, { name: '二' }],
}

describe('the facts of an order', () => {
  const sums = {
    ...emptySums(),
    base: 36800,
    option: 10000,
    addOn: 13600,
    surcharge: 4680,
    discount: -2000,
    coupon: -500,
  }
  const read = factsOf(salon, dye, asked(customer), sums)
  const expected: Record<string, FactValue> = {
    'service.id': 'dye',
    'offering.id': 'senior',
    'resource.id': stylist,
    'resource.level': 'senior',
    'start.weekday': 'sat',
    'start.date': '2026-12-05',
    'start.time': '22:00',
    'booking.leadMinutes': 4 * 1440 + 13 * 60,
    'booking.durationMinutes': 120,
    'booking.people': 2,
    'booking.date': '2026-12-01',
    'booking.time': '09:00',
    'booking.endTime': '24:00',
    'customer.visits': 4,
    'customer.noShows': 1,
    'customer.membership': 'gold',
    'coupon.code': 'OFF',
    'amount.beforeDiscounts': 65080,
    'amount.afterDiscounts': 62580,
    'option.length': 'medium',
    'addOn.care': 2,
    'addOn.scalp': 0,
    'answer.note': '靠窗',
    'answer.home.province': '上海',
    'answer.pets': 2,
    'answer.nothing': undefined,
    'session.id': undefined,
    'session.left': undefined,
    'place.index': undefined,
    'participant.name': undefined,
    'participant.age': undefined,
    'answer.constructor': undefined,
    'option.toString': undefined,
  }
  for (const [fact, value] of Object.entries(expected))
    it(`${fact} is ${JSON.stringify(value)}`, () => expect(read(fact)).to.deep.equal(value))

  it('are all of the catalogue', () => {
    const known = Object.keys(expected)
    const missing = FACTS.filter(({ scope }) => (scope as readonly string[]).includes('fee')).filter(
      ({ name }) => !known.some((fact) => fact === name || (name.endsWith('.*') && fact.startsWith(name.slice(0, -1)))),
    )
    expect(missing).to.deep.equal([])
  })

  it('of sums are those of the moment they are asked', () => {
    const growing = emptySums()
    const now = factsOf(salon, dye, asked(), growing)
    expect(now('amount.beforeDiscounts')).to.equal(0)
    growing.base = 500
    expect(now('amount.beforeDiscounts')).to.equal(500)
  })
})

describe('the facts of a place', () => {
  const run = example('city-run')
  const runners = order({
    service: 'run',
    offering: 'half',
    from: '2027-04-18 07:30',
    to: '2027-04-18 14:30',
    addOns: {},
    places: [
      { offering: 'half', addOns: { insurance: 1 } },
      { offering: 'fun', addOns: {} },
    ],
  })
  const form = run.forms.get('runner')
  const birth = form?.fields.find(({ birthDate }) => birthDate === true)?.id ?? ''
  const context = asked({ participants: [{ [birth]: '2009-04-18', size: 'M' }, { [birth]: '2009-04-19' }] })
  const of = (place: number) => factsOf(run, runners, context, emptySums(), place)

  it('are its number, its ticket, its add-ons and its answers', () => {
    expect(['place.index', 'offering.id', 'addOn.insurance', 'participant.size'].map(of(0))).to.deep.equal([
      1,
      'half',
      1,
      'M',
    ])
    expect(['place.index', 'offering.id', 'addOn.insurance', 'participant.size'].map(of(1))).to.deep.equal([
      2,
      'fun',
      0,
      undefined,
    ])
  })

  it('are the age on the day the service states', () => {
    expect(of(0)('participant.age')).to.equal(18)
    expect(of(1)('participant.age')).to.equal(17)
  })
})

describe('the facts of a place where nobody is asked but the customer', () => {
  const of = (place: number) => factsOf(salon, dye, asked({ answers: { note: '靠窗' } }), emptySums(), place)

  it('are the customer’s answers at the first place, and unknown at the others', () =>
    expect([of(0)('participant.note'), of(1)('participant.note')]).to.deep.equal(['靠窗', undefined]))
})

describe('the day on which ages count', () => {
  const series = { id: 's', day: '2027-03-06', time: '10:00', rrule: 'FREQ=WEEKLY;COUNT=12', seats: 5 }
  const course = shopOf({
    mode: 'session',
    offerings: [{ id: 'a', title: '课', price: 1, covers: 'series' }],
    series: [series],
  })
  const now = at('2027-01-31 23:30')
  const joined: Assignment = order({ offering: 'a', session: 's', from: '2027-04-10 10:00', to: '2027-05-22 11:00' })

  it('is that of the first session of a course, even when joined late', () =>
    expect(ageDay(course, joined, now)).to.equal('2027-03-06'))
  it('is that of the one session that is bought', () =>
    expect(ageDay(course, { ...joined, session: 's@2027-04-10T10:00' }, now)).to.equal('2027-04-10'))
  it('is that of the start at the shop', () =>
    expect(
      ageDay(
        salon,
        order({ service: 'cut', offering: 'senior', from: '2027-02-01 00:30', to: '2027-02-01 01:30' }),
        now,
      ),
    ).to.equal('2027-02-01'))
  it('is today at the shop where there is no date', () =>
    expect(ageDay(salon, order({ service: 'cut', offering: 'senior' }), now)).to.equal('2027-01-31'))
})

describe('the facts of a course', () => {
  const school = example('coding-school')
  const sessions = ['2027-03-06T02:00:00.000Z', '2027-03-13T02:00:00.000Z', '2027-03-20T02:00:00.000Z']
  const term = order({
    service: 'enlightenment',
    offering: 'term',
    session: 'spring',
    sessions,
    from: '2027-03-06 10:00',
    to: '2027-03-20 11:30',
  })
  const read = factsOf(school, term, asked({ now: at('2027-03-07 09:00') }), emptySums())

  it('are its series, the sessions still to come, and the minutes of all that are bought', () =>
    expect(['session.id', 'session.left', 'booking.durationMinutes'].map(read)).to.deep.equal(['spring', 2, 270]))
})

describe('the words of a condition', () => {
  const run = example('city-run')
  const vocabulary = { ...run, addOns: run.addOns, resources: run.resources }
  const says = (fact: string, op: string, value?: string | number) =>
    conditionWords(
      (value === undefined ? { fact, op } : { fact, op, value }) as Parameters<typeof conditionWords>[0],
      vocabulary,
    )

  for (const [fact, op, value, zh, en] of [
    ['booking.people', 'gte', 10, '人数至少是 10', 'the number of people is at least 10'],
    [
      'booking.date',
      'lte',
      '2027-02-20',
      '下单日期不晚于 2027 年 2 月 20 日',
      'the date of the order is no later than 20 February 2027',
    ],
    ['booking.endTime', 'gt', '20:00', '结束时刻晚于 20:00', 'the time of the end is after 20:00'],
    ['place.index', 'gte', 2, '第几位至少是 2', 'the place in the order is at least 2'],
    ['participant.age', 'lt', 12, '参加者年龄小于 12', 'the age of the participant is below 12'],
    ['offering.id', 'eq', 'half', '价目是半程马拉松', 'the offering is Half marathon'],
    ['coupon.code', 'given', undefined, '优惠码已填写', 'the coupon code is given'],
  ] as const)
    it(`${fact} ${op}`, () => expect(says(fact, op, value)).to.deep.equal({ 'zh-CN': zh, en }))

  it('names an add-on, an option and its choice, and a field of a participant', () => {
    const name = (fact: string) => conditionWords({ fact, op: 'given' }, vocabulary)['zh-CN']
    expect(name('addOn.insurance')).to.equal('「赛事意外险」的份数已填写')
    expect(conditionWords({ fact: 'option.length', op: 'eq', value: 'long' }, salon)).to.deep.equal({
      'zh-CN': '「头发长度」是长发',
      en: '“Hair length” is Long',
    })
    const label = run.forms.get('runner')?.fields.find(({ kind }) => kind === 'personName')
    expect(name(`participant.${label?.id}`)).to.equal(`「${label?.label['zh-CN']}」已填写`)
  })

  it('are there for every fact whose name is whole', () => {
    for (const { name } of FACTS.filter((fact) => !fact.name.endsWith('.*'))) {
      const { 'zh-CN': zh, en } = conditionWords({ fact: name, op: 'given' }, vocabulary)
      expect(zh, name).not.to.include(name)
      expect(en, name).not.to.include(name)
    }
  })
})
