import { wallToInstant } from '../time.ts'

export const MINUTE = 60_000
export const DAY = 1440 * MINUTE

/** `2026-12-01T10:00` at the shop → the instant. */
export const momentAt = (moment: string, zone: string): Date =>
  wallToInstant(moment.slice(0, 10), moment.slice(11), zone)

/** First instant (ms) after a deadline that is stated as a moment: that minute is included. */
export const momentOver = (moment: string, zone: string): number => momentAt(moment, zone).getTime() + MINUTE

/** `2026-12-01T10:00` as it is read: `2026-12-01 10:00`. */
export const momentWords = (moment: string): string => moment.replace('T', ' ')
