import type { PublicShop } from './booking.ts'
import { joined, without } from './ranges.ts'
import { type MinuteRange, type Timetable, WEEKDAYS } from './resolved.ts'
import { clockTime, weekdayIndex } from './time.ts'

const DAYS_OF_WEEK = 7

/** What the cycle has on the days that can fall on a weekday (Monday is 0): one entry for each of them. */
function turns({ rotation }: Timetable, weekday: number): readonly (readonly MinuteRange[])[] {
  if (!rotation || rotation.shifts.length === 0) return [[]]
  const { from, shifts } = rotation
  const first = (weekday - weekdayIndex(from) + DAYS_OF_WEEK) % DAYS_OF_WEEK
  // After as many weeks as the cycle has days, it has gone through every day that meets this weekday.
  const places = shifts.map((_, week) => (first + week * DAYS_OF_WEEK) % shifts.length)
  return [...new Set(places)].map((place) => shifts[place] ?? [])
}

const written = (ranges: readonly MinuteRange[]): string[] =>
  ranges.map(([from, to]) => `${clockTime(from)}–${clockTime(to)}`)

/** Opening hours as rows: weekdays of the same hours share one; rows follow the first of their days. */
export function hoursOf(table: Timetable): PublicShop['hours'] {
  const rows = new Map<string, { days: string[]; ranges: string[]; varies: boolean }>()
  for (const [index, weekday] of WEEKDAYS.entries()) {
    const breaks = table.breaks[index] ?? []
    const open = (shifts: readonly MinuteRange[]): string[] =>
      written(without(joined([...(table.weekly[index] ?? []), ...shifts]), breaks))
    const cycle = turns(table, index)
    const ranges = open(cycle.flat())
    const varies = new Set(cycle.map((shifts) => open(shifts).join(' '))).size > 1
    const key = `${ranges.join(' ')} ${varies}`
    const row = rows.get(key)
    if (row) row.days.push(weekday)
    else rows.set(key, { days: [weekday], ranges, varies })
  }
  return [...rows.values()]
}
