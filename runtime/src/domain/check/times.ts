import type { Shop } from '@kaidian/schemas'
import { dayNumber, isDay, isZone } from '../time.ts'
import { problem, type Rule } from './finding.ts'
import { policies, schedules, services } from './places.ts'

export const zoneIsKnown: Rule = function* ({ zone }) {
  if (!isZone(zone))
    yield problem(
      '/zone',
      'UNKNOWN_ZONE',
      '没有这个时区，请写 IANA 时区名，如 Asia/Shanghai。',
      'There is no such zone; write the name of an IANA zone, such as Asia/Shanghai.',
    )
}

type TimeRanges = readonly { readonly from: string; readonly to: string }[]

/** Every list of ranges of time of day of the schedules. */
function* ranges(shop: Shop): Generator<{ ranges: TimeRanges; at: string }> {
  for (const { schedule, pointer } of schedules(shop)) {
    yield { ranges: schedule.weekly ?? [], at: `${pointer}/weekly` }
    yield { ranges: schedule.breaks ?? [], at: `${pointer}/breaks` }
    yield { ranges: schedule.rotation?.shifts ?? [], at: `${pointer}/rotation/shifts` }
    for (const [index, { open }] of (schedule.exceptions ?? []).entries())
      yield { ranges: open, at: `${pointer}/exceptions/${index}/open` }
  }
}

export const timesEndAfterTheyBegin: Rule = function* (shop) {
  for (const { ranges: list, at } of ranges(shop))
    for (const [index, { from, to }] of list.entries())
      if (to <= from)
        yield problem(
          `${at}/${index}/to`,
          'END_NOT_AFTER_START',
          `结束时刻 ${to} 不晚于开始时刻 ${from}。过了半夜的，请分成两段：${from}–24:00 和次日 00:00–${to}。`,
          `The end ${to} is not after the start ${from}. A range over midnight is written as two: ${from}–24:00, and 00:00–${to} of the next day.`,
        )
}

export const timesOfFeesHaveALength: Rule = function* ({ fees = [] }) {
  for (const [index, { apply }] of fees.entries()) {
    // Here a range may run past midnight.
    const list = apply.kind === 'table' ? apply.rows : apply.kind === 'percent' ? (apply.during ?? []) : []
    for (const [at, { from, to }] of list.entries())
      if (from === to)
        yield problem(
          `/fees/${index}/apply/${apply.kind === 'table' ? 'rows' : 'during'}/${at}/to`,
          'END_NOT_AFTER_START',
          `从 ${from} 到 ${to} 没有时间。请改结束时刻；整天写 00:00–24:00。`,
          `From ${from} to ${to} there is no time. Change the end; a whole day is 00:00–24:00.`,
        )
  }
}

/** Every stretch of days: exceptions of schedules, dates of tables, days of events. */
function* stretches(shop: Shop): Generator<{ from: string; to: string | undefined; at: string }> {
  for (const { schedule, pointer } of schedules(shop))
    for (const [index, { from, to }] of (schedule.exceptions ?? []).entries())
      yield { from, to, at: `${pointer}/exceptions/${index}/to` }
  for (const [index, { apply }] of (shop.fees ?? []).entries())
    if (apply.kind === 'table')
      for (const [row, { dates = [] }] of apply.rows.entries())
        for (const [date, { from, to }] of dates.entries())
          yield { from, to, at: `/fees/${index}/apply/rows/${row}/dates/${date}/to` }
  for (const { service, pointer } of services(shop))
    if (service.event) yield { from: service.event.day, to: service.event.endDay, at: `${pointer}/event/endDay` }
}

export const daysEndAfterTheyBegin: Rule = function* (shop) {
  for (const { from, to, at } of stretches(shop))
    if (to !== undefined && dayNumber(to) < dayNumber(from))
      yield problem(
        at,
        'END_NOT_AFTER_START',
        `末日 ${to} 早于首日 ${from}，请对调。`,
        `The last day ${to} is before the first day ${from}; swap them.`,
      )
}

export const eventsEndAfterTheyBegin: Rule = function* (shop) {
  for (const { service, pointer } of services(shop)) {
    const { event } = service
    if (event && (event.endDay ?? event.day) === event.day && event.endTime <= event.time)
      yield problem(
        `${pointer}/event/endTime`,
        'END_NOT_AFTER_START',
        `活动 ${event.endTime} 结束，不晚于开始的 ${event.time}。过了半夜的，请写结束日期（endDay）。`,
        `The event ends at ${event.endTime}, which is not after its start at ${event.time}. Over midnight, write its last day (endDay).`,
      )
  }
}

export const shiftsLieInTheCycle: Rule = function* (shop) {
  for (const { schedule, pointer } of schedules(shop)) {
    const { rotation } = schedule
    for (const [index, { on }] of (rotation?.shifts ?? []).entries())
      for (const [at, day] of on.entries())
        if (rotation && day > rotation.days)
          yield problem(
            `${pointer}/rotation/shifts/${index}/on/${at}`,
            'SHIFT_OUTSIDE_CYCLE',
            `一轮只有 ${rotation.days} 天，没有第 ${day} 天。请改天数或班次。`,
            `A cycle has ${rotation.days} days, so there is no day ${day}. Change the days or the shift.`,
          )
  }
}

/** Every wall-clock moment of a shop; a schema only sees that its digits are where they belong. */
function* moments(shop: Shop): Generator<{ moment: string | undefined; at: string }> {
  const of = (value: unknown, at: string): { moment: string; at: string }[] => {
    if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value) ? [{ moment: value, at }] : []
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, inner]) => of(inner, `${at}/${key}`))
  }
  yield* of(shop.policies, '/policies')
  for (const { service, pointer } of services(shop)) {
    yield* of(service.policies, `${pointer}/policies`)
    for (const [index, { opens, closes }] of service.offerings.entries()) {
      yield { moment: opens, at: `${pointer}/offerings/${index}/opens` }
      yield { moment: closes, at: `${pointer}/offerings/${index}/closes` }
    }
    for (const [index, { also = [] }] of (service.series ?? []).entries())
      for (const [at, moment] of also.entries()) yield { moment, at: `${pointer}/series/${index}/also/${at}` }
  }
}

export const momentsAreInTheCalendar: Rule = function* (shop) {
  for (const { moment, at } of moments(shop))
    if (moment !== undefined && !isDay(moment.slice(0, 10)))
      yield problem(
        at,
        'NO_SUCH_DAY',
        `日历上没有 ${moment.slice(0, 10)} 这一天，请改日期。`,
        `There is no ${moment.slice(0, 10)} in the calendar; change the date.`,
      )
}

export const salesOpenBeforeTheyClose: Rule = function* (shop) {
  const windows = [
    ...[...policies(shop, 'booking')].map(({ given, pointer }) => ({ ...given, at: pointer })),
    ...services(shop).flatMap(({ service, pointer }) =>
      service.offerings.map(({ opens, closes }, index) => ({ opens, closes, at: `${pointer}/offerings/${index}` })),
    ),
  ]
  for (const { opens, closes, at } of windows)
    if (opens !== undefined && closes !== undefined && opens > closes)
      yield problem(
        `${at}/closes`,
        'CLOSES_BEFORE_OPENING',
        `${closes.replace('T', ' ')} 就截止了，早于开放的 ${opens.replace('T', ' ')}。请对调。`,
        `It closes at ${closes.replace('T', ' ')}, before it opens at ${opens.replace('T', ' ')}. Swap them.`,
      )
}
