import type { Resource, Shop } from '@kaidian/schemas'
import { common, joined, type Range, without } from '../ranges.ts'
import type { MinuteRange, Timetable } from '../resolved.ts'
import { timetable } from '../schedule.ts'

/** Ranges of each weekday on which it may be open; a shift of a rotation may fall on any of them. Breaks are not taken out. */
export function everOpen({ weekly, rotation }: Timetable): MinuteRange[][] {
  const shifts = rotation?.shifts.flat() ?? []
  return weekly.map((hours) => joined([...hours, ...shifts]))
}

/** The same without breaks. */
export const everWorked = (table: Timetable): Range[][] =>
  everOpen(table).map((hours, day) => without(hours, table.breaks[day] ?? []))

/** Two weeks of hours in minutes, so that a range over the midnight of Sunday is whole. */
function fortnight(table: Timetable): Range[] {
  const days = everWorked(table)
  return joined(
    [...days, ...days].flatMap((hours, day) => hours.map(([from, to]): Range => [day * 1440 + from, day * 1440 + to])),
  )
}

const longest = (ranges: readonly Range[]): number => Math.max(0, ...ranges.map(([from, to]) => to - from))

/** When resources may be there, within the hours of the shop. */
export interface Presence {
  /** Minutes of two weeks from a Monday. */
  readonly usual: (resource: Resource) => readonly Range[]
  /** The longest time in one piece; exceptions are taken as they stand, which can only be too kind. */
  readonly longest: (resource: Resource) => number
}

/** Each resource is looked at once. */
export function presence(shop: Shop): Presence {
  const table = timetable(shop.hours)
  const hours = fortnight(table)
  const known = new Map<Resource, { usual: readonly Range[]; longest: number }>()
  const look = (resource: Resource) => {
    const found = known.get(resource)
    if (found) return found
    const own = resource.schedule ? timetable(resource.schedule) : null
    const usual = own ? common(hours, fortnight(own)) : hours
    const special = [...table.exceptions, ...(own?.exceptions ?? [])].flatMap(({ open }) => open)
    const made = { usual, longest: Math.max(longest(usual), longest(special)) }
    known.set(resource, made)
    return made
  }
  return { usual: (resource) => look(resource).usual, longest: (resource) => look(resource).longest }
}
