import type { Weekday, WeeklyRange } from '@kaidian/schemas'
import { listOf, recordOf, stringOf, stringsOf } from '../draft/document.ts'

export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** One range on one day; `entry` is its place in the list of the description. */
export interface DayRangeOf {
  readonly from: string
  readonly to: string
  readonly entry: number
}

const isWeekday = (day: string): day is Weekday => (WEEKDAYS as readonly string[]).includes(day)

/** The weekly ranges day by day, each day in the order of its hours. */
export function weekOf(weekly: unknown): Readonly<Record<Weekday, readonly DayRangeOf[]>> {
  const week: Record<Weekday, DayRangeOf[]> = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
  listOf(weekly).forEach((value, entry) => {
    const { days, from, to } = recordOf(value)
    for (const day of stringsOf(days).filter(isWeekday))
      week[day].push({ from: stringOf(from), to: stringOf(to), entry })
  })
  for (const day of WEEKDAYS) week[day].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  return week
}

/** Back into the list: days with the same range share one entry. */
export function weeklyOf(week: Readonly<Record<Weekday, readonly Omit<DayRangeOf, 'entry'>[]>>): WeeklyRange[] {
  const entries = new Map<string, { days: Weekday[]; from: string; to: string }>()
  for (const day of WEEKDAYS)
    for (const { from, to } of week[day]) {
      const entry = entries.get(`${from} ${to}`) ?? { days: [], from, to }
      if (!entry.days.includes(day)) entry.days.push(day)
      entries.set(`${from} ${to}`, entry)
    }
  return [...entries.values()]
}

/** A wall-clock time as people type it: `9`, `930`, `9:30`, `21:00` → `09:30`; null when it is none. */
export function wallTimeOf(text: string): string | null {
  const match = /^(\d{1,2})(?:[:\uFF1A.]?(\d{2}))?$/.exec(text.trim())
  if (!match) return null
  const hours = Number(match[1])
  const minutes = Number(match[2] ?? '0')
  if (hours > 24 || minutes > 59 || (hours === 24 && minutes > 0)) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** Share of a day, 0 to 1. */
export function shareOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':')
  return Math.min(1, Math.max(0, (Number(hours) * 60 + Number(minutes)) / 1440)) || 0
}
