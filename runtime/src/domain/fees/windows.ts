import type { Weekday } from '@kaidian/schemas'
import type { WallPiece } from './billed-time.ts'
import { common, joined, type Range, without } from '../ranges.ts'
import { WEEKDAYS } from '../resolved.ts'
import { clockMinutes, dayName, weekdayIndex } from '../time.ts'

/** A time of day, on some weekdays or dates. One that ends before it begins runs past midnight and belongs to the day it begins on. */
export interface Window {
  readonly days?: readonly Weekday[]
  readonly dates?: readonly { readonly from: string; readonly to?: string }[]
  readonly from: string
  readonly to: string
}

const DAY_MINUTES = 1440

function isOn({ days, dates }: Window, day: number): boolean {
  const weekday = WEEKDAYS[weekdayIndex(day)]
  if (days && (weekday === undefined || !days.includes(weekday))) return false
  if (!dates) return true
  const name = dayName(day)
  return dates.some(({ from, to }) => from <= name && name <= (to ?? from))
}

/** The minutes of a day that a window covers. */
function rangesOn(window: Window, day: number): Range[] {
  const from = clockMinutes(window.from)
  const to = clockMinutes(window.to)
  if (from <= to) return from < to && isOn(window, day) ? [[from, to]] : []
  const ranges: Range[] = []
  if (to > 0 && isOn(window, day - 1)) ranges.push([0, to])
  if (isOn(window, day)) ranges.push([from, DAY_MINUTES])
  return ranges
}

const lengthOf = (ranges: readonly Range[]): number => ranges.reduce((sum, [from, to]) => sum + to - from, 0)

/** Minutes of the pieces that lie in any of the windows. */
export function minutesWithin(windows: readonly Window[], pieces: readonly WallPiece[]): number {
  let minutes = 0
  for (const { day, from, to } of pieces)
    minutes += lengthOf(common([[from, to]], joined(windows.flatMap((window) => rangesOn(window, day)))))
  return minutes
}

/** Minutes of the pieces for each window; a minute goes to the first that covers it. */
export function minutesOfFirst(windows: readonly Window[], pieces: readonly WallPiece[]): number[] {
  const minutes = windows.map(() => 0)
  for (const { day, from, to } of pieces) {
    let left: Range[] = [[from, to]]
    for (const [index, window] of windows.entries()) {
      if (left.length === 0) break
      const covered = rangesOn(window, day)
      minutes[index] = (minutes[index] ?? 0) + lengthOf(common(left, covered))
      left = without(left, covered)
    }
  }
  return minutes
}

/** The first window that covers a minute. */
export const firstAt = <W extends Window>(windows: readonly W[], day: number, minute: number): W | undefined =>
  windows.find((window) => rangesOn(window, day).some(([from, to]) => from <= minute && minute < to))
