import { wallAt } from '../time.ts'

const MINUTE = 60_000
const DAY_MINUTES = 1440

/** Minutes `[from, to)` since midnight of a day (days since 1970-01-01), by the clock on the wall. */
export interface WallPiece {
  readonly day: number
  readonly from: number
  readonly to: number
}

/** The time a price is for: one interval, or those of every session that is bought. */
export interface BilledTime {
  /** Minutes that pass, whatever the clocks do meanwhile. */
  readonly minutes: number
  /** The same minutes by the clock on the wall, day by day; an hour that comes twice counts twice. */
  readonly pieces: readonly WallPiece[]
}

export type Interval = readonly [start: number, end: number]

function piecesOf([start, end]: Interval, zone: string): WallPiece[] {
  const pieces: WallPiece[] = []
  const push = (day: number, from: number, to: number): void => {
    const last = pieces[pieces.length - 1]
    if (last && last.day === day && last.to === from) pieces[pieces.length - 1] = { day, from: last.from, to }
    else if (from < to) pieces.push({ day, from, to })
  }
  const length = (end - start) / MINUTE
  const first = wallAt(start, zone)
  const last = wallAt(end, zone)
  if ((last.day - first.day) * DAY_MINUTES + last.minutes - first.minutes === length) {
    for (let day = first.day; day <= last.day; day++)
      push(day, day === first.day ? first.minutes : 0, day === last.day ? last.minutes : DAY_MINUTES)
    return pieces
  }
  // The offset changes within: minute by minute, each by the clock as it stands then.
  for (let minute = 0; minute < length; minute++) {
    const { day, minutes } = wallAt(start + minute * MINUTE, zone)
    push(day, minutes, minutes + 1)
  }
  return pieces
}

class Booked implements BilledTime {
  readonly minutes: number
  readonly #intervals: readonly Interval[]
  readonly #zone: string
  #pieces: readonly WallPiece[] | undefined

  constructor(intervals: readonly Interval[], zone: string) {
    let minutes = 0
    for (const [start, end] of intervals) minutes += (end - start) / MINUTE
    this.minutes = minutes
    this.#intervals = intervals
    this.#zone = zone
  }

  /** Worked out once, and only for prices that depend on the time of day. */
  get pieces(): readonly WallPiece[] {
    return (this.#pieces ??= this.#intervals.flatMap((interval) => piecesOf(interval, this.#zone)))
  }
}

/** @param intervals instants in ms, half-open */
export const billedTime = (intervals: readonly Interval[], zone: string): BilledTime => new Booked(intervals, zone)
