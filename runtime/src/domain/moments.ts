import type { Words } from './booking.ts'
import { instantToWall, wallToInstant } from './time.ts'
import { both } from './words.ts'

const MINUTE = 60_000
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

/** Whether a deadline has passed; its minute still counts. */
export const hasPassed = (moment: string, now: Date, zone: string): boolean =>
  now.getTime() >= momentToInstant(moment, zone).getTime() + MINUTE

/** `2026-12-01T10:00` → `2026 年 12 月 1 日 10:00`, `1 December 2026, 10:00`. */
export function momentWords(moment: string): Required<Words> {
  const [year = 0, month = 0, day = 0] = moment.slice(0, 10).split('-').map(Number)
  const time = moment.slice(11)
  return both(`${year} 年 ${month} 月 ${day} 日 ${time}`, `${day} ${MONTHS[month - 1] ?? ''} ${year}, ${time}`)
}
