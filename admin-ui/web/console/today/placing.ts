import { minutesOf } from '../format.ts'

const DAY = 24 * 60

/** A stretch of one day, in wall times. */
export interface Timed {
  readonly time: string
  readonly endTime: string
}

export interface Placed<T> {
  readonly booking: T
  /** Minutes since midnight; one that runs past midnight ends with the day. */
  readonly from: number
  readonly to: number
  /** Which of `lanes` side by side columns it is drawn in, where several overlap. */
  readonly lane: number
  readonly lanes: number
}

const endOf = ({ time, endTime }: Timed): number => {
  const end = minutesOf(endTime)
  return end <= minutesOf(time) ? DAY : end
}

/** Bookings of one resource in order of time, those that overlap side by side. */
export function place<T extends Timed>(bookings: readonly T[]): readonly Placed<T>[] {
  const sorted = [...bookings].sort((a, b) => minutesOf(a.time) - minutesOf(b.time) || endOf(a) - endOf(b))
  const placed: Placed<T>[] = []
  let group: { booking: T; from: number; to: number; lane: number }[] = []
  let ends: number[] = []
  const close = (): void => {
    placed.push(...group.map((one) => ({ ...one, lanes: ends.length })))
    group = []
    ends = []
  }
  for (const booking of sorted) {
    const from = minutesOf(booking.time)
    if (ends.every((end) => end <= from)) close()
    const free = ends.findIndex((end) => end <= from)
    const lane = free === -1 ? ends.length : free
    const to = endOf(booking)
    ends[lane] = to
    group.push({ booking, from, to, lane })
  }
  close()
  return placed
}

/**
 * Whole hours the day's timeline covers, as minutes since midnight: opening hours (`10:00–21:00`) widened by whatever is
 * booked outside of them; nine to six when the shop is closed and nothing is booked.
 */
export function span(
  ranges: readonly string[],
  bookings: readonly Timed[],
): { readonly from: number; readonly to: number } {
  const bounds = ranges.map((range) => {
    const [time = '09:00', endTime = '18:00'] = range.split('–')
    return { time, endTime }
  })
  const all = [...bounds, ...bookings]
  if (all.length === 0) return { from: 9 * 60, to: 18 * 60 }
  const from = Math.min(...all.map(({ time }) => minutesOf(time)))
  const to = Math.max(...all.map(endOf))
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 }
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** The opening hours of a day's weekday, of rows as the shop shows them. */
export function rangesOn(
  day: string,
  hours: readonly { readonly days: readonly string[]; readonly ranges: readonly string[] }[],
): readonly string[] {
  const weekday = WEEKDAYS[new Date(`${day}T12:00:00Z`).getUTCDay()] ?? ''
  return hours.filter(({ days }) => days.includes(weekday)).flatMap(({ ranges }) => ranges)
}
