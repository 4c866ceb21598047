import type { Policies } from '@kaidian/schemas'
import { expect } from 'chai'
import { type Assignment, cancellationPreview, type ResolvedShop } from '../../src/domain/index.ts'
import { bought, shopOf } from './after-sale-shop.ts'
import { at } from './shops.ts'

const preview = (
  shop: ResolvedShop,
  assignment: Assignment,
  now: string,
  paid: number,
  by: 'customer' | 'merchant' = 'customer',
) => cancellationPreview(shop, { assignment, paid, now: at(now), by })

type Tiers = NonNullable<Policies['cancellation']>['tiers']

const tiersOf = (tiers: Tiers, mode: 'appointment' | 'session' | 'registration' = 'appointment') =>
  shopOf({ cancellation: { tiers } }, { mode })

const DAY = 1440

const salon = tiersOf([
  { before: DAY, refund: 10000 },
  { before: 120, refund: 5000 },
])
const school = tiersOf(
  [
    { before: 7 * DAY, refund: 9500 },
    { before: 0, refund: 9000 },
    { refund: 9000, basis: 'sessionsLeft' },
  ],
  'session',
)
const run = tiersOf([{ until: '2027-02-28T23:59', refund: 8000 }], 'registration')
const cleaning = tiersOf([
  { before: 720, refund: 10000 },
  { before: 0, refund: 7000 },
])

const saturdays = Array.from({ length: 12 }, (_, week) =>
  new Date(at('2027-03-06 10:00').getTime() + week * 7 * 86_400_000).toISOString(),
)
const course = bought('2027-03-06 10:00', '2027-05-22 11:30', { sessions: saturdays })
const cut = bought('2026-12-05 14:00')
const race = bought('2027-04-18 07:00', '2027-04-18 14:00')
const job = bought('2026-12-02 09:00', '2026-12-02 12:00')
const undated = bought(null)

describe('what a cancellation brings back', () => {
  for (const [name, shop, assignment, now, paid, refund] of [
    ['salon 7: 25 h before', salon, cut, '2026-12-04 13:00', 21780, 21780],
    ['salon: 24 h before, to the minute', salon, cut, '2026-12-04 14:00', 21780, 21780],
    ['salon: a minute later', salon, cut, '2026-12-04 14:01', 21780, 10890],
    ['salon 7: 3 h before', salon, cut, '2026-12-05 11:00', 21780, 10890],
    ['salon 7: 1 h before', salon, cut, '2026-12-05 13:00', 21780, 0],
    ['coding school 5: two weeks before', school, course, '2027-02-20 12:00', 268000, 254600],
    ['coding school: 7 days before, to the minute', school, course, '2027-02-27 10:00', 268000, 254600],
    ['coding school 6: four days before', school, course, '2027-03-02 12:00', 268000, 241200],
    ['coding school 7: after 4 sessions', school, course, '2027-03-28 12:00', 268000, 160800],
    ['coding school: as the first session begins', school, course, '2027-03-06 10:00', 268000, 221100],
    ['coding school: during the last session', school, course, '2027-05-22 10:30', 268000, 0],
    ['city run 13: on 1 February', run, race, '2027-02-01 12:00', 16500, 13200],
    ['city run: in the last minute', run, race, '2027-02-28 23:59', 16500, 13200],
    ['city run: a minute later', run, race, '2027-03-01 00:00', 16500, 0],
    ['home cleaning 7: 11 h before', cleaning, job, '2026-12-01 22:00', 18000, 12600],
    ['home cleaning: 12 h before', cleaning, job, '2026-12-01 21:00', 18000, 18000],
    ['without a date: until the moment', run, undated, '2027-02-01 12:00', 990, 792],
    ['without a date: past the moment', run, undated, '2027-03-02 12:00', 990, 0],
    ['without a date: minutes before a start say nothing', salon, undated, '2026-12-01 12:00', 990, 0],
    ['without a date: an open tier', school, undated, '2029-01-01 12:00', 990, 891],
  ] as const)
    it(`${name}: ${refund} of ${paid}`, () =>
      expect(preview(shop, assignment, now, paid)).to.include({ allowed: true, refund, paid }))

  it('is rounded half up once: 7 of 12 sessions of 1001 at 90% are 525.525, of 1002 at 50% 292.25', () => {
    const now = '2027-04-07 12:00' // 5 sessions have begun
    expect(preview(school, course, now, 1001).refund).to.equal(526)
    const half = tiersOf([{ refund: 5000, basis: 'sessionsLeft' }], 'session')
    expect(preview(half, course, now, 1002).refund).to.equal(292)
    // 3 of 4 sessions of 1 at 50% are 0.375; rounded twice it would be 1, and half of that 1 again.
    const four = { ...course, sessions: saturdays.slice(0, 4) }
    expect(preview(half, four, '2027-03-07 12:00', 1).refund).to.equal(0)
  })

  it('is decided by the nearest deadline ahead, in whatever order the tiers stand', () => {
    const tiers = [
      { refund: 1000 },
      { before: DAY, refund: 5000 },
      { until: '2026-12-01T12:00', refund: 10000 },
      { before: 2 * DAY, refund: 8000 },
    ]
    for (const order of [tiers, tiers.toReversed()])
      for (const [now, rate] of [
        ['2026-12-01 12:00', 10000],
        ['2026-12-01 12:01', 8000],
        ['2026-12-03 14:01', 5000],
        ['2026-12-04 14:01', 1000],
        ['2026-12-05 14:30', 1000],
      ] as const)
        expect(preview(tiersOf(order), cut, now, 10000).rate, now).to.equal(rate)
  })

  it('is everything when the shop cancels, even after the end', () =>
    expect(preview(salon, cut, '2026-12-09 14:00', 21780, 'merchant')).to.include({
      allowed: true,
      refund: 21780,
      rate: 10000,
    }))

  for (const [name, shop, assignment, now] of [
    ['what has begun', salon, cut, '2026-12-05 14:00'],
    ['what has begun, though its moment is still to come', run, bought('2027-01-10 07:00'), '2027-01-10 07:30'],
    ['what is over, though a tier has no deadline', school, course, '2027-05-22 11:30'],
  ] as const)
    it(`is nothing, and no customer may cancel, for ${name}`, () =>
      expect(preview(shop, assignment, now, 10000)).to.include({ allowed: false, refund: 0, rate: 0 }))

  it('looks at the start it is told, where that is not the booking’s own', () => {
    const question = { assignment: cut, paid: 100, now: at('2026-12-05 13:00'), by: 'customer' as const }
    expect(cancellationPreview(salon, { ...question, start: at('2026-12-07 14:00') }).refund).to.equal(100)
  })
})

describe('the reason for a refund', () => {
  for (const [name, shop, assignment, now, paid, zh, en] of [
    [
      'time to the start',
      salon,
      cut,
      '2026-12-04 13:00',
      21780,
      '离开始还有 24 小时以上，退还 ¥217.80（已付 ¥217.80）。',
      'It is 24 hours or more to the start: ¥217.80 of ¥217.80 comes back.',
    ],
    [
      'too little time',
      salon,
      cut,
      '2026-12-05 13:00',
      21780,
      '离开始不足 2 小时，不退款。',
      'It is less than 2 hours to the start: nothing comes back.',
    ],
    [
      'a moment ahead',
      run,
      race,
      '2027-02-01 12:00',
      16500,
      '2027 年 2 月 28 日 23:59 前取消，退还 ¥132.00（已付 ¥165.00）。',
      'Cancelled by 28 February 2027, 23:59: ¥132.00 of ¥165.00 comes back.',
    ],
    [
      'a moment past',
      run,
      race,
      '2027-03-01 00:00',
      16500,
      '已过 2027 年 2 月 28 日 23:59，不退款。',
      'It is past 28 February 2027, 23:59: nothing comes back.',
    ],
    [
      'sessions left',
      school,
      course,
      '2027-03-28 12:00',
      268000,
      '还剩 8 次（共 12 次），退还 ¥1608.00（已付 ¥2680.00）。',
      '8 of 12 sessions are left: ¥1608.00 of ¥2680.00 comes back.',
    ],
    [
      'any time before the start',
      cleaning,
      job,
      '2026-12-01 22:00',
      18000,
      '现在取消，退还 ¥126.00（已付 ¥180.00）。',
      'Cancelled now: ¥126.00 of ¥180.00 comes back.',
    ],
    [
      'nothing paid',
      salon,
      cut,
      '2026-12-05 13:00',
      0,
      '没有付款，可以直接取消。',
      'Nothing was paid; it can simply be cancelled.',
    ],
    [
      'begun',
      salon,
      cut,
      '2026-12-05 14:30',
      21780,
      '已经开始，不能取消了。',
      'It has begun, and can no longer be cancelled.',
    ],
  ] as const)
    it(`is told: ${name}`, () =>
      expect(preview(shop, assignment, now, paid).explanation).to.deep.equal({ 'zh-CN': zh, en }))
})
