import type { Words } from './booking.ts'
import { instantToWall, wallToInstant } from './time.ts'
import { both } from './words.ts'

/** ms */
export const MINUTE = 60_000
/** ms */
export const DAY = 1440 * MINUTE
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** The instant of a moment of the description, such as `2026-12-01T10:00`. */
export const momentToInstant = (moment: string, zone: string): Date =>
  wallToInstant(moment.slice(0, 10), moment.slice(11), zone)

/** `2026-12-01T10:00` at the shop. */
export const instantToMoment = (instant: Date, zone: string): string => {
  const { day, time } = instantToWall(instant, zone)
  return `${day}T${time}`
}

/** Whether a moment from which something holds has come. */
export const hasBegun = (moment: string, now: Date, zone: string): boolean =>
  now.getTime() >= momentToInstant(moment, zone).getTime()

/** First instant (ms) after a deadline: its minute still counts. */
export const momentOver = (moment: string, zone: string): number => momentToInstant(moment, zone).getTime() + MINUTE

/** Whether a deadline has passed. */
export const hasPassed = (moment: string, now: Date, zone: string): boolean => now.getTime() >= momentOver(moment, zone)

/** `2026-12-01` → `2026 年 12 月 1 日`, `1 December 2026`. */
export function dayWords(date: string): Required<Words> {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return both(`${year} 年 ${month} 月 ${day} 日`, `${day} ${MONTHS[month - 1] ?? ''} ${year}`)
}

/** `2026-12-01T10:00` → `2026 年 12 月 1 日 10:00`, `1 December 2026, 10:00`. */
export function momentWords(moment: string): Required<Words> {
  const day = dayWords(moment.slice(0, 10))
  const time = moment.slice(11)
  return both(`${day['zh-CN']} ${time}`, `${day.en}, ${time}`)
}
