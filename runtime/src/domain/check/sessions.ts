import type { Resource, Series, Service, Shop } from '@kaidian/schemas'
import { holds, joined, type Range, without } from '../ranges.ts'
import { onDay, timetable } from '../schedule.ts'
import type { Timetable } from '../resolved.ts'
import { clockMinutes, dayNumber } from '../time.ts'
import { problem, quoted, type Rule } from './finding.ts'
import { services } from './places.ts'
import { startsOf } from './series.ts'

interface PlacedSeries {
  readonly series: Series
  readonly service: Service
  readonly pointer: string
  /** Wall-clock starts; none when they cannot be told. */
  readonly starts: readonly string[]
  readonly minutes: number
}

/** Resources that the sessions of a series take, each with its place. */
export const takenBy = ({ series, pointer }: PlacedSeries): { readonly id: string; readonly at: string }[] => [
  ...(series.resources ?? []).map((id, index) => ({ id, at: `${pointer}/resources/${index}` })),
  ...(series.rooms ?? []).map(({ resource }, index) => ({ id: resource, at: `${pointer}/rooms/${index}/resource` })),
]

export function* everySeries(shop: Shop): Generator<PlacedSeries> {
  for (const { service, pointer } of services(shop)) {
    if (service.mode !== 'session') continue
    for (const [index, series] of (service.series ?? []).entries())
      yield {
        series,
        service,
        pointer: `${pointer}/series/${index}`,
        starts: startsOf(series) ?? [],
        minutes: series.duration ?? service.duration ?? 0,
      }
  }
}

export const seriesHaveOccurrences: Rule = function* (shop) {
  for (const { series, pointer, starts } of everySeries(shop))
    if (startsOf(series) === null)
      yield problem(
        `${pointer}/rrule`,
        'RRULE_UNREADABLE',
        `看不懂重复规则「${quoted(series.rrule ?? '')}」，请照 FREQ=WEEKLY;COUNT=12 这样写。`,
        `The repetition “${quoted(series.rrule ?? '')}” cannot be read; write it like FREQ=WEEKLY;COUNT=12.`,
      )
    else if (starts.length === 0)
      yield problem(
        pointer,
        'NO_OCCURRENCE',
        '算下来一场也没有。请检查重复规则的次数、截止日和除去的日子。',
        'There is no occurrence at all. Look at the count and the end of the repetition, and at the days left out.',
      )
}

export const daysLeftOutAreOccurrences: Rule = function* (shop) {
  for (const { series, pointer } of everySeries(shop)) {
    const { except = [] } = series
    if (except.length === 0) continue
    const { except: _except, ...whole } = series
    const days = new Set((startsOf(whole) ?? []).map((start) => start.slice(0, 10)))
    if (days.size === 0) continue
    for (const [index, day] of except.entries())
      if (!days.has(day))
        yield problem(
          `${pointer}/except/${index}`,
          'NOT_AN_OCCURRENCE',
          `${day} 本来就没有场次，不用除去。请检查日期。`,
          `There is no occurrence on ${day} to leave out. Look at the date.`,
        )
  }
}

/** Days since 1970-01-01 and minutes of the day of a wall-clock moment. */
const wall = (moment: string): { day: number; minutes: number } => ({
  day: dayNumber(moment.slice(0, 10)),
  minutes: clockMinutes(moment.slice(11)),
})

const isRegular = ({ weekly, rotation }: Timetable): boolean =>
  rotation !== null || weekly.some((day) => day.length > 0)

/** Open minutes of a day and the day after, so that a session over midnight is judged as one. */
function openOn(table: Timetable, day: number): Range[] {
  return joined(
    [0, 1].flatMap((later) => {
      const { hours, breaks } = onDay(table, day + later)
      return without(hours, breaks).map(([from, to]): Range => [from + later * 1440, to + later * 1440])
    }),
  )
}

export const sessionsAreOnOpenDays: Rule = function* (shop) {
  const table = timetable(shop.hours)
  for (const { pointer, starts, series } of everySeries(shop)) {
    const closed = starts.find((start) => {
      // A shop without regular hours is neither open nor closed by them; its closures still count.
      const judged = isRegular(table) || isException(table, start.slice(0, 10))
      return judged && onDay(table, wall(start).day).hours.length === 0
    })
    if (closed === undefined) continue
    const day = closed.slice(0, 10)
    yield problem(
      series.rrule === undefined ? `${pointer}/day` : pointer,
      'SESSION_ON_CLOSED_DAY',
      `${day} 店铺不营业，却有这一场。请把它写进 except（除去的日子），或改营业时间。`,
      `The shop is closed on ${day}, but there is a session. Put the day into except, or change the opening hours.`,
    )
  }
}

const isException = ({ exceptions }: Timetable, day: string): boolean =>
  exceptions.some(({ from, to }) => from <= day && day <= to)

export const sessionsAreInHoursOfTheirResources: Rule = function* (shop) {
  const tables = new Map(
    (shop.resources ?? []).flatMap(({ id, schedule }) => (schedule ? [[id, timetable(schedule)] as const] : [])),
  )
  for (const placed of everySeries(shop))
    for (const { id, at } of takenBy(placed)) {
      const { starts, minutes } = placed
      const table = tables.get(id)
      if (!table) continue
      const away = starts.find((start) => {
        const { day, minutes: from } = wall(start)
        return !holds(openOn(table, day), from, from + minutes)
      })
      if (away !== undefined)
        yield problem(
          at,
          'SESSION_OUTSIDE_HOURS',
          `${away.replace('T', ' ')} 这一场不在资源「${id}」的时间里。请改场次，或改它的时间表。`,
          `The session of ${away.replace('T', ' ')} is outside the hours of “${id}”. Move the session, or change that schedule.`,
        )
    }
}

interface Taken {
  readonly from: number
  readonly to: number
  readonly start: string
  readonly at: string
}

/** When each resource of one place is taken by sessions, in order. */
function takenTimes(shop: Shop): Map<Resource, Taken[]> {
  const single = new Map(
    (shop.resources ?? []).filter(({ capacity = 1 }) => capacity === 1).map((one) => [one.id, one]),
  )
  const taken = new Map<Resource, Taken[]>()
  for (const placed of everySeries(shop)) {
    const { starts, minutes } = placed
    const each = takenBy(placed)
    for (const { id, at } of each.filter((one, index) => each.findIndex((other) => other.id === one.id) === index)) {
      const resource = single.get(id)
      if (!resource) continue
      const list = taken.get(resource) ?? []
      taken.set(resource, list)
      for (const start of starts) {
        const { day, minutes: from } = wall(start)
        const since = day * 1440 + from
        list.push({ from: since, to: since + minutes, start, at })
      }
    }
  }
  for (const list of taken.values()) list.sort((a, b) => a.from - b.from)
  return taken
}

export const sessionsDoNotShareAResource: Rule = function* (shop) {
  for (const [{ id }, list] of takenTimes(shop)) {
    const told = new Set<string>()
    for (const [index, one] of list.entries()) {
      const before = list[index - 1]
      if (!before || before.to <= one.from || told.has(one.at)) continue
      told.add(one.at)
      yield problem(
        one.at,
        'RESOURCE_TWICE',
        `${one.start.replace('T', ' ')} 这一场开始时，「${id}」还被 ${before.start.replace('T', ' ')} 的一场占着。请错开，或换一个资源。`,
        `When the session of ${one.start.replace('T', ' ')} begins, “${id}” is still taken by that of ${before.start.replace('T', ' ')}. Move one, or take another resource.`,
      )
    }
  }
}

export const sellsSeries = (service: Service, series: Series): boolean =>
  service.offerings.some(
    ({ id, covers }) => covers === 'series' && (series.offerings === undefined || series.offerings.includes(id)),
  )

export const lateJoiningIsOfSeries: Rule = function* (shop) {
  for (const { service, series, pointer } of everySeries(shop))
    if (series.lateJoin === true && !sellsSeries(service, series))
      yield problem(
        `${pointer}/lateJoin`,
        'LATE_JOIN_WITHOUT_SERIES',
        '这组场次只卖单场，没有插班。请加一个 covers 为 series 的价目，或删掉 lateJoin。',
        'This series is sold by the session only, so nobody joins late. Add an offering that covers the series, or take lateJoin out.',
      )
  for (const { service, pointer } of services(shop))
    for (const [index, { prorate, covers }] of service.offerings.entries())
      if (prorate === true && service.mode === 'session' && covers !== 'series')
        yield problem(
          `${pointer}/offerings/${index}/prorate`,
          'LATE_JOIN_WITHOUT_SERIES',
          '只有整期的价目才按剩余次数收。请写上 "covers": "series"，或删掉 prorate。',
          'Only an offering of the whole series is priced by the sessions left. Write "covers": "series", or take prorate out.',
        )
}

export const furtherOccurrencesAreNew: Rule = function* (shop) {
  for (const { series, pointer } of everySeries(shop)) {
    if (series.also === undefined) continue
    const { also, ...regular } = series
    const known = new Set(startsOf(regular))
    for (const [index, moment] of also.entries())
      if (known.has(moment))
        yield problem(
          `${pointer}/also/${index}`,
          'OCCURRENCE_TWICE',
          `${moment.replace('T', ' ')} 这一场本来就有，不用另加。请删掉，或改时刻。`,
          `There is an occurrence at ${moment.replace('T', ' ')} already. Take it out, or change the time.`,
        )
  }
}

/** Last day on which something of a service begins; null when nothing fixes it. */
export function lastStart(service: Service): string | null {
  if (service.mode === 'registration') return service.event ? `${service.event.day}T${service.event.time}` : null
  if (service.mode !== 'session') return null
  const starts = (service.series ?? []).flatMap((series) => startsOf(series) ?? [])
  return starts.length === 0 ? null : (starts.toSorted().at(-1) ?? null)
}
