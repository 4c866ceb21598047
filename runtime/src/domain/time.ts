import { Temporal } from 'temporal-polyfill'
import { WEEKDAYS } from './resolved.ts'

export interface Wall {
  /** `2026-12-02` */
  readonly day: string
  /** `14:30` */
  readonly time: string
  readonly weekday: (typeof WEEKDAYS)[number]
}

const MINUTE = 60_000
const DAY = 86_400_000

/** A stretch of instants (ms, half-open) in which a zone keeps one offset. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly offset: number
}

const stretches = new Map<string, Stretch[]>()

/** The stretch an instant lies in: asked of Temporal once per stretch, since that is slow, and then arithmetic will do. */
function stretchAt(zone: string, ms: number): Stretch {
  let known = stretches.get(zone)
  if (!known) stretches.set(zone, (known = []))
  const found = known.find((stretch) => stretch.from <= ms && ms < stretch.to)
  if (found) return found
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
  const next = at.getTimeZoneTransition('next')
  const before = at.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  const stretch = {
    from: before ? before.epochMilliseconds : -Infinity,
    to: next ? next.epochMilliseconds : Infinity,
    offset: at.offsetNanoseconds / 1_000_000,
  }
  known.push(stretch)
  return stretch
}

/** Whether the name is one of the IANA zones (an offset such as `+08:00` is not). */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Temporal.ZonedDateTime(0n, name)
    return true
  } catch {
    return false
  }
}

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`)

/** Minutes since midnight → `14:30`; 1440 → `24:00`. */
export const clockTime = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** `14:30` → minutes since midnight. */
export const clockMinutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** `2026-12-02` → days since 1970-01-01. */
export const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY)

/** Days since 1970-01-01 → `2026-12-02`. */
export const dayName = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10)

/** 0 is Monday; 1970-01-01 was a Thursday. */
export const weekdayIndex = (number: number): number => (((number + 3) % 7) + 7) % 7

/** Whether it is a day of the calendar: `2026-02-30` is not. */
export const isDay = (day: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false
  const ms = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === day
}

export const addDays = (day: string, count: number): string => dayName(dayNumber(day) + count)

/**
 * Instant (ms) of a wall time, given in minutes from midnight of a day. A time that a change of offset skips moves on by the
 * change; one that comes twice is the first ('compatible' in Temporal's words).
 */
export function wallMs(day: number, minutes: number, zone: string): number {
  const local = day * DAY + minutes * MINUTE
  const stretch = stretchAt(zone, local)
  const settled = local - stretch.offset
  // No zone is a whole day off, so a stretch that reaches that far on both sides leaves no doubt.
  if (stretch.from <= Math.min(local, settled) - DAY && Math.max(local, settled) + DAY < stretch.to) return settled
  return Temporal.PlainDateTime.from(new Date(local).toISOString().slice(0, -1)).toZonedDateTime(zone, {
    disambiguation: 'compatible',
  }).epochMilliseconds
}

/**
 * As `wallMs`, for the end of a range: a time that a change of offset skips is the moment of the change, so that ranges that
 * follow one another on the wall follow one another in time.
 */
export function wallEdgeMs(day: number, minutes: number, zone: string): number {
  const ms = wallMs(day, minutes, zone)
  const stretch = stretchAt(zone, ms)
  return ms + stretch.offset === day * DAY + minutes * MINUTE ? ms : stretch.from
}

/** Day and minute by the clock on the wall; seconds are dropped. */
export function wallAt(ms: number, zone: string): { day: number; minutes: number } {
  const local = ms + stretchAt(zone, ms).offset
  const day = Math.floor(local / DAY)
  return { day, minutes: Math.floor((local - day * DAY) / MINUTE) }
}

/** A time that a change of offset skips moves on by the change; one that comes twice is the first. `24:00` is the next midnight. */
export const wallToInstant = (day: string, time: string, zone: string): Date =>
  new Date(wallMs(dayNumber(day), clockMinutes(time), zone))

export function instantToWall(instant: Date, zone: string): Wall {
  const { day, minutes } = wallAt(instant.getTime(), zone)
  return { day: dayName(day), time: clockTime(minutes), weekday: WEEKDAYS[weekdayIndex(day)] ?? 'mon' }
}
