import type { ResolvedService, ResolvedShop } from '../resolved.ts'
import { wallAt } from '../time.ts'
import type { Busy } from './busy.ts'
import { type Calendar, calendarOf, type Grid } from './calendar.ts'
import { Fit } from './fit.ts'
import { type Offer, offers } from './offers.ts'
import type { Wanted } from './wanted.ts'

const MINUTE = 60_000

/** What may be booked as seen from `now`: not before `earliest` (minutes since 1970), on no day after `lastDay`. */
export interface Window {
  readonly earliest: number
  readonly today: number
  readonly lastDay: number
}

export function windowOf({ zone }: ResolvedShop, { policies }: ResolvedService, now: Date): Window {
  const { notice, horizon } = policies.booking
  const today = wallAt(now.getTime(), zone).day
  return { earliest: Math.ceil(now.getTime() / MINUTE) + notice, today, lastDay: today + horizon }
}

/** One day of a search. */
export interface SearchDay {
  readonly day: number
  readonly grid: Grid
  /** Index of its first start among those of the search. */
  readonly base: number
}

/** All starts of some days in a row, each looked at by every candidate in one pass. */
export interface Search {
  readonly calendar: Calendar
  readonly fit: Fit
  readonly window: Window
  readonly days: readonly SearchDay[]
  /** What can be had at a start, notice aside. */
  readonly offerAt: (at: number) => Offer | null
}

/** @param first, last days since 1970, both included; those outside the window are left out */
export function search(shop: ResolvedShop, want: Wanted, busy: Busy, now: Date, first: number, last: number): Search {
  const calendar = calendarOf(shop)
  const window = windowOf(shop, want.service, now)
  const from = Math.max(first, window.today)
  const to = Math.min(last, window.lastDay)
  const days: SearchDay[] = []
  const instants: number[] = []
  for (let day = from; day <= to; day++) {
    const grid = calendar.grid(day, want.service.policies.booking.step)
    days.push({ day, grid, base: instants.length })
    for (const instant of grid.instants) instants.push(instant)
  }
  const fit = new Fit(want, calendar, busy, Int32Array.from(instants), from, to)
  return { calendar, fit, window, days, offerAt: offers(fit) }
}
