import type { ResolvedShop } from '../resolved.ts'
import { wallAt } from '../time.ts'
import type { Flat } from './busy.ts'
import { type Calendar, calendarOf, type Grid } from './calendar.ts'
import { type Offer, offers, type Rooms } from './offers.ts'
import { room } from './room.ts'
import type { Candidate, Wanted } from './wanted.ts'

const MINUTE = 60_000
/** Longest a single booking is followed over midnights, and longest a question may be. */
export const MOST_DAYS = 31

/** What may be booked as seen from `now`: not before `earliest` (minutes since 1970), on no day after `lastDay`. */
export interface Window {
  readonly earliest: number
  readonly today: number
  readonly lastDay: number
}

export function windowOf(shop: ResolvedShop, { service }: Wanted, now: Date): Window {
  const { notice, horizon } = service.policies.booking
  const today = wallAt(now.getTime(), shop.zone).day
  return { earliest: Math.ceil(now.getTime() / MINUTE) + notice, today, lastDay: today + horizon }
}

const NOTHING: Flat = new Int32Array(0)

/** Minutes a candidate has from each start: the check behind the list and behind the claim. */
export function roomOf(
  calendar: Calendar,
  { service }: Wanted,
  candidate: Candidate,
  busy: ReadonlyMap<string, Flat>,
  starts: Int32Array,
  first: number,
  last: number,
): Int32Array {
  const longest = Math.max(...candidate.offerings.map(({ minutes }) => minutes))
  const open = calendar.open(candidate.resource, first, last + Math.min(MOST_DAYS, Math.ceil(longest / 1440)))
  return room(starts, open, busy.get(candidate.resource.id) ?? NOTHING, service.buffer.before, service.buffer.after)
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
  readonly want: Wanted
  readonly window: Window
  readonly days: readonly SearchDay[]
  readonly rooms: Rooms
  /** What can be had at a start, notice aside. */
  readonly offerAt: (at: number) => Offer | null
}

/** @param first, last days since 1970, both included; those outside the window are left out */
export function search(
  shop: ResolvedShop,
  want: Wanted,
  busy: ReadonlyMap<string, Flat>,
  now: Date,
  first: number,
  last: number,
): Search {
  const calendar = calendarOf(shop)
  const window = windowOf(shop, want, now)
  const from = Math.max(first, window.today)
  const to = Math.min(last, window.lastDay)
  const days: SearchDay[] = []
  const instants: number[] = []
  for (let day = from; day <= to; day++) {
    const grid = calendar.grid(day, want.service.policies.booking.step)
    days.push({ day, grid, base: instants.length })
    for (const instant of grid.instants) instants.push(instant)
  }
  const starts = Int32Array.from(instants)
  const rooms = want.roles.map(({ candidates }) =>
    candidates.map((candidate) => roomOf(calendar, want, candidate, busy, starts, from, to)),
  )
  return { calendar, want, window, days, rooms, offerAt: offers(want, rooms, starts.length) }
}
