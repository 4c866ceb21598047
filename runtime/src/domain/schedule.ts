import type { Schedule } from '@kaidian/schemas'
import type { Words } from './booking.ts'
import { joined } from './ranges.ts'
import { type MinuteRange, type Timetable, WEEKDAYS } from './resolved.ts'
import { clockMinutes, dayName, dayNumber, weekdayIndex } from './time.ts'
import { wordsOrNull } from './words.ts'

const range = ({ from, to }: { from: string; to: string }): MinuteRange => [clockMinutes(from), clockMinutes(to)]

/** A schedule of the description, made ready to be asked about a day. */
export function timetable(schedule: Schedule): Timetable {
  const perWeekday = (rows: readonly { days?: readonly string[]; from: string; to: string }[]): MinuteRange[][] =>
    WEEKDAYS.map((weekday) => joined(rows.filter(({ days }) => !days || days.includes(weekday)).map(range)))
  return {
    weekly: perWeekday(schedule.weekly ?? []),
    breaks: perWeekday(schedule.breaks ?? []),
    exceptions: (schedule.exceptions ?? []).map(({ from, to, open, reason }) => ({
      from,
      to: to ?? from,
      open: joined(open.map(range)),
      reason: wordsOrNull(reason),
    })),
    rotation: rotation(schedule.rotation),
  }
}

function rotation(source: Schedule['rotation']): Timetable['rotation'] {
  if (!source) return null
  const { from, days, shifts } = source
  const on = (day: number): MinuteRange[] => joined(shifts.filter((shift) => shift.on.includes(day)).map(range))
  return { from: dayNumber(from), shifts: Array.from({ length: days }, (_, index) => on(index + 1)) }
}

/** Shifts of a day of the cycle; none before it begins. */
function shiftsOn({ rotation: cycle }: Timetable, day: number): readonly MinuteRange[] {
  if (!cycle || day < cycle.from) return []
  return cycle.shifts[(day - cycle.from) % cycle.shifts.length] ?? []
}

function regular(table: Timetable, day: number): readonly MinuteRange[] {
  const weekly = table.weekly[weekdayIndex(day)] ?? []
  const shifts = shiftsOn(table, day)
  return shifts.length === 0 ? weekly : joined([...weekly, ...shifts])
}

/** One day of a timetable, in minutes since midnight. Breaks stay breaks on a day whose hours are an exception. */
export interface TimetableDay {
  readonly hours: readonly MinuteRange[]
  readonly breaks: readonly MinuteRange[]
  /** Of the exception that decides. */
  readonly reason: Words | null
}

/** @param day days since 1970-01-01 */
export function onDay(table: Timetable, day: number): TimetableDay {
  const weekday = weekdayIndex(day)
  const name = dayName(day)
  const exception = table.exceptions.findLast(({ from, to }) => from <= name && name <= to)
  return {
    hours: exception ? exception.open : regular(table, day),
    breaks: table.breaks[weekday] ?? [],
    reason: exception?.reason ?? null,
  }
}
