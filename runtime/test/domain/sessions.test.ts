import { expect } from 'chai'
import type { Shop } from '@kaidian/schemas'
import {
  assign,
  type Assignment,
  claimsOf,
  instantToWall,
  moved,
  type ResolvedShop,
  type Selection,
  sessionPools,
  sessionsOf,
  type SessionView,
  supplyOf,
  type Used,
} from '../../src/domain/index.ts'
import { refusal, refused } from './asking.ts'
import { at, example, resolved } from './shops.ts'

const NOBODY: Used = () => 0
const SATURDAYS = [
  '2027-03-06',
  '2027-03-13',
  '2027-03-20',
  '2027-03-27',
  '2027-04-03',
  '2027-04-10',
  '2027-04-17',
  '2027-04-24',
  '2027-05-01',
  '2027-05-08',
  '2027-05-15',
  '2027-05-22',
]

/** The school, whose course may also be joined late and for one lesson. */
const dropIn = (shop: Shop): void => {
  const [course] = shop.services
  if (!course) throw new Error('no course')
  course.offerings.push({ id: 'lesson', title: 'One lesson', price: 60000 })
  for (const series of course.series ?? []) series.lateJoin = true
}

const school = resolved(example('coding-school'))
const open = resolved(example('coding-school', dropIn))
const enrol = (shop: ResolvedShop, selection: Partial<Selection>, now: string): Assignment =>
  assign(shop, { service: 'enlightenment', session: 'spring', ...selection }, [], at(now))

describe('a course that is sold whole', () => {
  it('13: is on twelve Saturdays', () => {
    const booked = enrol(school, {}, '2027-02-10 10:00')
    expect(booked.sessions?.map((start) => instantToWall(new Date(start), 'Asia/Shanghai'))).to.deep.equal(
      SATURDAYS.map((day) => ({ day, time: '10:00', weekday: 'sat' })),
    )
    expect([booked.start, booked.end]).to.deep.equal([
      at('2027-03-06 10:00').toISOString(),
      at('2027-05-22 11:30').toISOString(),
    ])
    expect([booked.session, booked.offering, booked.resources]).to.deep.equal(['spring', 'term', {}])
    expect(claimsOf(school, booked)).to.deep.equal([])
  })

  it('takes a seat for each child in every lesson', () => {
    const booked = enrol(school, { places: [{ addOns: { materials: 1 } }, {}] }, '2027-02-10 10:00')
    expect(booked.places).to.deep.equal([
      { offering: 'term', addOns: { materials: 1 } },
      { offering: 'term', addOns: {} },
    ])
    expect(supplyOf(school, booked)).to.deep.equal(
      SATURDAYS.map((day) => ({
        pool: 'seats/enlightenment/spring',
        counter: `${day}T10:00`,
        units: 2,
        limit: 12,
      })),
    )
  })

  it('is refused once it has begun', () => {
    expect(enrol(school, {}, '2027-03-06 10:00').sessions).to.have.length(12)
    const late = refused(() => enrol(school, {}, '2027-03-06 10:01'))
    expect([late.code, late.field, late.reason, late.words.en]).to.deep.equal([
      'REGISTRATION_CLOSED',
      'selection.session',
      'over',
      'It closed at 6 March 2027, 10:00.',
    ])
  })

  it('is refused before its horizon, with the day from which it is open', () => {
    // 180 days before 6 March 2027.
    expect(enrol(school, {}, '2026-09-07 00:00').offering).to.equal('term')
    const early = refused(() => enrol(school, {}, '2026-09-06 23:59'))
    expect([early.code, early.reason, early.words.en]).to.deep.equal([
      'NOT_OPEN_YET',
      'horizon',
      'It opens at 7 September 2026, 00:00.',
    ])
  })

  for (const [name, selection, expected] of [
    ['a session nobody knows', { session: 'autumn' }, ['UNKNOWN_SESSION', 'selection.session']],
    ['no session', { session: undefined }, ['UNKNOWN_SESSION', 'selection.session']],
    ['one lesson of it', { session: 'spring@2027-03-06T10:00' }, ['UNKNOWN_SESSION', 'selection.session']],
    ['an offering nobody knows', { offering: 'x' }, ['UNKNOWN_OFFERING', 'selection.offering']],
    ['six children', { people: 6 }, ['PEOPLE_INVALID', 'selection.people']],
    ['an add-on for all', { addOns: { materials: 1 } }, ['UNKNOWN_ADD_ON', 'selection.addOns.materials']],
    [
      'two kits for one',
      { places: [{ addOns: { materials: 2 } }] },
      ['QUANTITY_INVALID', 'selection.places.0.addOns.materials'],
    ],
    ['an option', { options: { x: 'y' } }, ['UNKNOWN_OPTION', 'selection.options.x']],
    ['a resource', { resources: { teacher: 'teacher-gu' } }, ['UNKNOWN_RESOURCE', 'selection.resources.teacher']],
    ['a service after it', { then: [{ service: 'trial' }] }, ['COMBINATION_INVALID', 'selection.then']],
  ] as const)
    it(`is refused for ${name}`, () =>
      expect(
        refusal(() => enrol(school, selection as Partial<Selection>, '2027-02-10 10:00')).slice(0, 2),
      ).to.deep.equal(expected))
})

describe('a course that may be joined late, and for one lesson', () => {
  it('takes the lessons that are left', () => {
    const booked = enrol(open, {}, '2027-04-01 10:00')
    expect(booked.sessions).to.have.length(8)
    expect(booked.start).to.equal(at('2027-04-03 10:00').toISOString())
    expect(supplyOf(open, booked).map(({ counter }) => counter)).to.deep.equal(
      SATURDAYS.slice(4).map((day) => `${day}T10:00`),
    )
    expect(refusal(() => enrol(open, {}, '2027-05-22 10:01'))[0]).to.equal('REGISTRATION_CLOSED')
  })

  it('counts lessons and courses on the same seats', () => {
    const lesson = enrol(open, { session: 'spring@2027-03-13T10:00' }, '2027-02-10 10:00')
    expect(lesson).to.deep.include({
      offering: 'lesson',
      session: 'spring@2027-03-13T10:00',
      sessions: [at('2027-03-13 10:00').toISOString()],
      end: at('2027-03-13 11:30').toISOString(),
    })
    expect(supplyOf(open, lesson)).to.deep.equal([
      { pool: 'seats/enlightenment/spring', counter: '2027-03-13T10:00', units: 1, limit: 12 },
    ])
    expect(
      refusal(() => enrol(open, { session: 'spring@2027-03-13T10:00', offering: 'term' }, '2027-02-10 10:00'))[0],
    ).to.equal('UNKNOWN_OFFERING')
  })

  it('moves to another lesson', () => {
    const lesson = enrol(open, { session: 'spring@2027-03-13T10:00', people: 2 }, '2027-02-10 10:00')
    const change = moved(open, lesson, { session: 'spring@2027-03-20T10:00' })
    expect(change).to.deep.equal({
      service: 'enlightenment',
      offering: 'lesson',
      session: 'spring@2027-03-20T10:00',
      options: {},
      addOns: {},
      places: lesson.places,
    })
    expect(assign(open, change, [], at('2027-02-10 10:00')).start).to.equal(at('2027-03-20 10:00').toISOString())
  })
})

describe('the list of sessions', () => {
  const views = (shop: ResolvedShop, service: string, from: string, days: number, used: Used, now: string) =>
    sessionsOf(shop, service, { from, days }, used, at(now))
  const told = ({ id, left, reason, waitlist }: SessionView) => [id, left, reason, waitlist]

  it('tells a whole course and each lesson that is sold, within the days', () => {
    const found = views(open, 'enlightenment', '2027-03-06', 14, NOBODY, '2027-02-10 10:00')
    expect(found.map(({ id }) => id)).to.deep.equal(['spring', 'spring@2027-03-06T10:00', 'spring@2027-03-13T10:00'])
    expect(found[0]).to.deep.include({
      series: 'spring',
      day: '2027-03-06',
      time: '10:00',
      endTime: '11:30',
      days: SATURDAYS,
      seats: 12,
      left: 12,
      offerings: ['term'],
      reason: null,
      explanation: null,
      waitlist: false,
    })
    expect(found[1]).to.deep.include({ days: ['2027-03-06'], offerings: ['lesson'] })
    expect(
      views(school, 'enlightenment', '2027-01-01', 1, NOBODY, '2027-02-10 10:00').map(({ id }) => id),
    ).to.deep.equal(['spring'])
    expect(views(school, 'enlightenment', '2027-05-23', 31, NOBODY, '2027-02-10 10:00')).to.deep.equal([])
  })

  it('10: has no seat left in a course when one of its lessons has none', () => {
    const used: Used = (pool, counter) =>
      pool === 'seats/enlightenment/spring' ? (counter === '2027-05-01T10:00' ? 12 : 7) : 0
    expect(views(open, 'enlightenment', '2027-05-01', 8, used, '2027-02-10 10:00').map(told)).to.deep.equal([
      ['spring', 0, 'taken', true],
      ['spring@2027-05-01T10:00', 0, 'taken', true],
      ['spring@2027-05-08T10:00', 5, null, false],
    ])
    // A party of five does not fit into four.
    const four: Used = () => 8
    expect(views(school, 'enlightenment', '2027-03-06', 1, four, '2027-02-10 10:00').map(told)).to.deep.equal([
      ['spring', 4, null, true],
    ])
  })

  it('says what is over, too close, too far, not on sale', () => {
    const reasons = (now: string) =>
      views(open, 'enlightenment', '2027-05-15', 8, NOBODY, now).map(({ reason }) => reason)
    expect(reasons('2027-05-15 10:01')).to.deep.equal(['over', null, null])
    expect(reasons('2026-09-07 00:00')).to.deep.equal([null, 'horizon', 'horizon'])
    const trial = (now: string) => views(school, 'trial', '2027-01-10', 1, NOBODY, now).map(({ reason }) => reason)
    expect(trial('2027-01-10 13:00')).to.deep.equal([null])
    expect(trial('2027-01-10 13:01')).to.deep.equal(['notice'])
    expect(trial('2027-01-10 14:00')).to.deep.equal(['over'])
    const sold = resolved(
      example('coding-school', (one) => {
        for (const offering of one.services[0]?.offerings ?? []) {
          offering.opens = '2027-01-01T10:00'
          offering.closes = '2027-02-28T23:59'
        }
      }),
    )
    const term = (now: string) => views(sold, 'enlightenment', '2027-03-06', 1, NOBODY, now)[0]
    expect(term('2027-01-01 09:59')).to.deep.include({
      reason: 'notOpen',
      explanation: { 'zh-CN': '2027 年 1 月 1 日 10:00 起开放', en: 'It opens on 1 January 2027, 10:00' },
      offerings: ['term'],
    })
    expect(term('2027-02-28 23:59')?.reason).to.equal(null)
    expect(term('2027-03-01 00:00')?.reason).to.equal('over')
    expect(
      refusal(() => assign(sold, { service: 'enlightenment', session: 'spring' }, [], at('2027-01-01 09:59'))),
    ).to.deep.equal(['NOT_OPEN_YET', 'selection.session', 'notOpen'])
  })

  it('asks for the pools it counts on', () => {
    expect(sessionPools(open, 'enlightenment', '2027-03-06', 14)).to.deep.equal(['seats/enlightenment/spring'])
    expect(sessionPools(school, 'trial', '2027-01-31', 22)).to.deep.equal([
      'seats/trial/sunday@2027-01-31T14:00',
      'seats/trial/sunday@2027-02-21T14:00',
    ])
    const asked = new Set<string>()
    const used: Used = (pool, counter) => (asked.add(`${pool} ${counter}`), 0)
    sessionsOf(school, 'trial', { from: '2027-01-31', days: 22 }, used, at('2027-01-10 10:00'))
    expect([...asked]).to.deep.equal([
      'seats/trial/sunday@2027-01-31T14:00 seats',
      'seats/trial/sunday@2027-02-21T14:00 seats',
    ])
  })

  it('is refused for what is no day, and for no days', () => {
    const ask = (from: string, days: number) => () => views(school, 'trial', from, days, NOBODY, '2027-02-10 10:00')
    expect(refusal(ask('2027-02-30', 7)).slice(0, 2)).to.deep.equal(['INPUT_INVALID', 'from'])
    expect(refusal(ask('2027-02-10', 0)).slice(0, 2)).to.deep.equal(['INPUT_INVALID', 'days'])
    expect(refusal(() => views(school, 'x', '2027-02-10', 7, NOBODY, '2027-02-10 10:00'))[0]).to.equal(
      'UNKNOWN_SERVICE',
    )
  })

  it('lists exactly what can be bought', () => {
    for (const now of [
      '2026-09-01 12:00',
      '2027-02-10 10:00',
      '2027-03-06 09:59',
      '2027-03-06 10:01',
      '2027-06-01 10:00',
    ])
      for (const shop of [school, open])
        for (const { id, reason } of views(shop, 'enlightenment', '2027-03-01', 100, NOBODY, now)) {
          const act = () => assign(shop, { service: 'enlightenment', session: id }, [], at(now))
          if (reason === null) expect(act().session).to.equal(id)
          else expect(refusal(act)[2], `${id} ${now}`).to.equal(reason)
        }
  })
})

describe('a series over a change of the clock', () => {
  for (const [zone, day, rrule, utc] of [
    ['America/New_York', '2027-03-07', 'FREQ=WEEKLY;COUNT=2', ['15:00', '14:00']],
    ['Australia/Sydney', '2027-03-28', 'FREQ=WEEKLY;COUNT=2', ['23:00', '00:00']],
    ['Europe/London', '2027-10-24', 'FREQ=WEEKLY;COUNT=2', ['09:00', '10:00']],
    ['America/Sao_Paulo', '2027-10-24', 'FREQ=WEEKLY;COUNT=2', ['13:00', '13:00']],
  ] as const)
    it(`stays at its hour in ${zone}`, () => {
      const shop = resolved(
        example('coding-school', (one) => {
          one.zone = zone
          const [course] = one.services
          if (course) course.series = [{ id: 'spring', day, time: '10:00', rrule, seats: 3 }]
        }),
      )
      const now = new Date(`${day}T00:00:00Z`)
      const before = new Date(now.getTime() - 5 * 86_400_000)
      const booked = assign(shop, { service: 'enlightenment', session: 'spring' }, [], before)
      expect(booked.sessions?.map((start) => start.slice(11, 16))).to.deep.equal(utc)
      expect(booked.sessions?.map((start) => instantToWall(new Date(start), zone).time)).to.deep.equal([
        '10:00',
        '10:00',
      ])
      expect(supplyOf(shop, booked).map(({ counter }) => counter.slice(11))).to.deep.equal(['10:00', '10:00'])
    })
})
