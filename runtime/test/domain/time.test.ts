import { expect } from 'chai'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import type { Shop } from '@kaidian/schemas'
import { addDays, availability, instantToWall, wallToInstant } from '../../src/domain/index.ts'
import { hasBegun, hasPassed, instantToMoment, momentToInstant, momentWords } from '../../src/domain/moments.ts'
import { resolved, salon, unchecked } from './shops.ts'

const day = fc.integer({ min: 0, max: 365 * 40 }).map((count) => addDays('2000-01-01', count))
const time = fc
  .integer({ min: 0, max: 1439 })
  .map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`)
const zone = fc.constantFrom(
  'Australia/Sydney',
  'America/New_York',
  'Asia/Shanghai',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'UTC',
)

/** Days on which the offset changes, and their neighbours: what random days hardly meet. */
const turning = fc.constantFrom(
  '2026-03-08',
  '2026-11-01',
  '2026-04-05',
  '2026-10-04',
  '2026-04-04',
  '2026-10-03',
  '2026-11-02',
  '2027-03-14',
)

describe('wall times', () => {
  it('are the instants that Temporal says, in every zone and on every day', () => {
    fc.assert(
      fc.property(fc.oneof(day, turning), time, zone, (on, at, where) => {
        const expected = Temporal.PlainDateTime.from(`${on}T${at}`).toZonedDateTime(where).epochMilliseconds
        expect(wallToInstant(on, at, where).getTime()).to.equal(expected)
      }),
      { numRuns: 2000 },
    )
  })

  it('come back from their instants, unless a change of offset skips them', () => {
    fc.assert(
      fc.property(fc.oneof(day, turning), time, zone, (on, at, where) => {
        const instant = wallToInstant(on, at, where)
        const there = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(where)
        const weekday = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'][there.dayOfWeek - 1]
        expect(instantToWall(instant, where)).to.deep.equal({
          day: there.toPlainDate().toString(),
          time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
          weekday,
        })
      }),
      { numRuns: 2000 },
    )
  })

  for (const [name, on, at, where, utc] of [
    ['a skipped time moves on', '2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    ['a repeated time is the first', '2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['24:00 is the next midnight', '2026-12-02', '24:00', 'Asia/Shanghai', '2026-12-02T16:00:00.000Z'],
    ['24:00 of a long day is its end', '2026-04-05', '24:00', 'Australia/Sydney', '2026-04-05T14:00:00.000Z'],
  ] as const)
    it(name, () => expect(wallToInstant(on, at, where).toISOString()).to.equal(utc))
})

describe('the starts of a day that changes its offset', () => {
  const open = (where: string, step: number, from = '09:00', to = '17:00') =>
    resolved(
      salon((shop: Shop) => {
        shop.zone = where
        const every = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
        shop.hours = { weekly: [{ days: [...every], from, to }], breaks: [{ from: '12:00', to: '13:00' }] }
        for (const resource of shop.resources ?? []) delete resource.schedule
        shop.policies.booking = { notice: 0, horizon: 3, step }
      }),
    )
  const times = (shop: ReturnType<typeof open>, on: string) => {
    const now = wallToInstant(addDays(on, -1), '00:00', shop.zone)
    return availability(shop, { service: 'cut', from: on, days: 1 }, [], now).flatMap(({ starts }) => starts)
  }

  for (const where of ['Australia/Sydney', 'America/New_York'])
    it(`are those of any other day in ${where}`, () => {
      const shop = open(where, 30)
      fc.assert(
        fc.property(fc.oneof(turning, day), (on) => {
          const starts = times(shop, on)
          expect(starts.map((one) => one.time)).to.deep.equal(times(shop, '2026-06-10').map((one) => one.time))
          for (const { start, time: called } of starts) {
            expect(instantToWall(new Date(start), where)).to.include({ day: on, time: called })
            expect(start).to.equal(wallToInstant(on, called, where).toISOString())
          }
        }),
        { numRuns: 60 },
      )
    })

  it('have no wall time that is skipped, and each other once', () => {
    const shop = open('America/New_York', 30, '00:00', '06:00')
    expect(times(shop, '2026-03-08').map((one) => one.time)).to.deep.equal([
      '00:00',
      '00:30',
      '01:00',
      '01:30',
      '03:00',
      '03:30',
      '04:00',
      '04:30',
      '05:00',
    ])
    const back = times(shop, '2026-11-01').map((one) => one.time)
    expect(back).to.deep.equal([...new Set(back)])
  })

  it('lose nothing to a break that is skipped, and have hours that end where the skipping begins', () => {
    const night = (from: string, to: string, pause: { from: string; to: string }) =>
      unchecked(
        salon((shop: Shop) => {
          shop.zone = 'America/New_York'
          shop.hours = { weekly: [{ days: ['sun', 'mon', 'sat'], from, to }], breaks: [pause] }
          for (const resource of shop.resources ?? []) delete resource.schedule
          shop.policies.booking = { notice: 0, horizon: 3, step: 30 }
        }),
      )
    // 02:00 is 03:00 that night.
    const skipped = night('00:00', '06:00', { from: '02:15', to: '02:45' })
    expect(times(skipped, '2026-03-08').map((one) => one.time)).to.deep.equal([
      '00:00',
      '00:30',
      '01:00',
      '01:30',
      '03:00',
      '03:30',
      '04:00',
      '04:30',
      '05:00',
    ])
    const until = night('00:00', '02:30', { from: '00:00', to: '00:30' })
    expect(times(until, '2026-03-08').map((one) => one.time)).to.deep.equal(['00:30', '01:00'])
    expect(times(until, '2026-03-09').map((one) => one.time)).to.deep.equal(['00:30', '01:00', '01:30'])
    const since = night('02:30', '05:00', { from: '00:00', to: '00:30' })
    expect(times(since, '2026-03-08').map((one) => one.time)).to.deep.equal(['03:00', '03:30', '04:00'])
  })
})

describe('moments', () => {
  const zone = 'Asia/Shanghai'
  const at = (time: string): Date => wallToInstant('2026-12-01', time, zone)

  it('have begun at their minute and passed after it', () => {
    const moment = '2026-12-01T10:00'
    expect(['09:59', '10:00', '10:01'].map((time) => hasBegun(moment, at(time), zone))).to.deep.equal([
      false,
      true,
      true,
    ])
    expect(['09:59', '10:00', '10:01'].map((time) => hasPassed(moment, at(time), zone))).to.deep.equal([
      false,
      false,
      true,
    ])
    expect(hasPassed(moment, new Date(at('10:01').getTime() - 1), zone)).to.equal(false)
  })

  it('are said in words, and come back from their instants', () => {
    expect(momentWords('2026-12-01T09:05')).to.deep.equal({
      'zh-CN': '2026 年 12 月 1 日 09:05',
      en: '1 December 2026, 09:05',
    })
    expect(instantToMoment(momentToInstant('2026-12-01T09:05', zone), zone)).to.equal('2026-12-01T09:05')
  })
})
