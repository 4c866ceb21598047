import type { DayAvailability, Start, Unavailability, Words } from '../booking.ts'
import { Refusal } from '../refusals.ts'
import type { ResolvedShop } from '../resolved.ts'
import { clockTime, dayName, dayNumber, isDay, wallAt } from '../time.ts'
import { type Claim, type Flat, busyTimes } from './busy.ts'
import { type Calendar, calendarOf } from './calendar.ts'
import { fill } from './fill.ts'
import { REASON_WORDS, reasonOf } from './reason.ts'
import { room } from './room.ts'
import { type Wanted, wanted, type Wish } from './wanted.ts'

const MINUTE = 60_000
const MOST_DAYS = 31

export interface AvailabilityRequest extends Wish {
  /** First day, `2026-12-02`. */
  readonly from: string
  /** 1 to 31 */
  readonly days: number
  /** Whether each start of the grid that is not offered is told with its reason. */
  readonly explain?: boolean
}

/** What may be booked as seen from `now`: not before `earliest` (minutes since 1970), on no day after `lastDay`. */
export function window(
  shop: ResolvedShop,
  { service }: Wanted,
  now: Date,
): { earliest: number; today: number; lastDay: number } {
  const { notice, horizon } = service.policies.booking
  const today = wallAt(now.getTime(), shop.zone).day
  return { earliest: Math.ceil(now.getTime() / MINUTE) + notice, today, lastDay: today + horizon }
}

/** Open ranges from one day to another and as long after as the service takes, joined over midnight. */
export function openRanges(
  calendar: Calendar,
  candidate: Wanted['roles'][number]['candidates'][number],
  first: number,
  last: number,
): Flat {
  const flat: number[] = []
  const longest = Math.max(...candidate.offerings.map(({ minutes }) => minutes))
  for (let day = first; day <= last + Math.min(MOST_DAYS, Math.ceil(longest / 1440)); day++)
    for (const [from, to] of calendar.resource(candidate.resource, day).open)
      if (flat.length > 0 && flat[flat.length - 1] === from) flat[flat.length - 1] = to
      else flat.push(from, to)
  return flat
}

const NOBODY: Flat = []

/** Rooms of every candidate at every start: `rooms[role][candidate][start]`. */
function roomsOf(
  calendar: Calendar,
  { service, roles }: Wanted,
  busy: ReadonlyMap<string, Flat>,
  first: number,
  last: number,
  starts: readonly number[],
): number[][][] {
  const { before, after } = service.buffer
  return roles.map(({ candidates }) =>
    candidates.map((candidate) =>
      room(
        starts,
        openRanges(calendar, candidate, first, last),
        busy.get(candidate.resource.id) ?? NOBODY,
        before,
        after,
      ),
    ),
  )
}

interface Offer {
  readonly resources: Start['resources']
  readonly offerings: readonly string[]
}

/** Who and what can be had at one start; null when nothing. */
function offer(
  { roles, offerings, overlapping }: Wanted,
  rooms: readonly (readonly (readonly number[])[])[],
  at: number,
): Offer | null {
  const had = new Set<string>()
  const free = roles.map(() => new Set<string>())
  for (const offering of offerings) {
    const able = roles.map(({ candidates }, role) =>
      candidates.flatMap(({ resource, offerings: given }, index) =>
        given.includes(offering) && (rooms[role]?.[index]?.[at] ?? 0) >= offering.minutes ? [resource.id] : [],
      ),
    )
    if (able.some((ids) => ids.length === 0)) continue
    for (const [role, ids] of able.entries())
      for (const id of ids) {
        if (overlapping && !fill(able.map((all, other) => (other === role ? [id] : all)))) continue
        had.add(offering.id)
        free[role]?.add(id)
      }
  }
  if (had.size === 0) return null
  const resources: Record<string, readonly string[]> = {}
  for (const [index, { role, candidates }] of roles.entries())
    resources[role] = candidates.flatMap(({ resource: { id } }) => (free[index]?.has(id) ? [id] : []))
  return { resources, offerings: [...had] }
}

/** One role is the rule: then an offer depends only on who has how much room, and most starts share one. */
function offers(want: Wanted, rooms: readonly (readonly (readonly number[])[])[]): (at: number) => Offer | null {
  const known = new Map<string, Offer | null>()
  const enough = [...new Set(want.offerings.map(({ minutes }) => minutes))].toSorted((a, b) => a - b)
  const shortest = enough[0] ?? 0
  const lists = rooms.flat()
  return (at) => {
    let key = ''
    let some = false
    for (const list of lists) {
      const minutes = list[at] as number
      let level = 0
      if (minutes >= shortest) {
        some = true
        while (level < enough.length && (enough[level] as number) <= minutes) level++
      }
      key += String.fromCharCode(48 + level)
    }
    if (!some) return null
    let found = known.get(key)
    if (found === undefined) known.set(key, (found = offer(want, rooms, at)))
    return found
  }
}

/** Of all starts that are not free the chief reason for the day: what one could have had but for others, or for the hour. */
const CHIEF: readonly Unavailability[] = ['taken', 'notice', 'shift', 'break', 'closed']

function emptyDay(
  calendar: Calendar,
  want: Wanted,
  day: number,
  reasons: ReadonlySet<Unavailability>,
): { reason: Unavailability; explanation: Words } {
  const chief = CHIEF.find((reason) => reasons.has(reason)) ?? 'closed'
  const named = want.roles.flatMap(({ candidates }) => (candidates.length === 1 ? candidates : []))
  const own =
    chief === 'closed'
      ? calendar.shop(day).reason
      : chief === 'shift'
        ? (named.map(({ resource }) => calendar.resource(resource, day).reason).find((words) => words !== null) ?? null)
        : null
  return { reason: chief, explanation: own ?? REASON_WORDS[chief] }
}

/**
 * The starts of each day, and why there is none.
 * @throws Refusal INPUT_INVALID, UNKNOWN_SERVICE, UNKNOWN_OFFERING, UNKNOWN_RESOURCE, UNKNOWN_OPTION, UNKNOWN_ADD_ON, QUANTITY_INVALID
 */
export function availability(
  shop: ResolvedShop,
  request: AvailabilityRequest,
  claims: readonly Claim[],
  now: Date,
): readonly DayAvailability[] {
  if (!isDay(request.from)) throw new Refusal('INPUT_INVALID', { field: 'from' })
  if (!Number.isInteger(request.days) || request.days < 1 || request.days > MOST_DAYS)
    throw new Refusal('INPUT_INVALID', { field: 'days' })
  return daysOf(
    shop,
    wanted(shop, request),
    dayNumber(request.from),
    request.days,
    request.explain === true,
    busyTimes(claims, now),
    now,
  )
}

function daysOf(
  shop: ResolvedShop,
  want: Wanted,
  from: number,
  count: number,
  explain: boolean,
  busy: ReadonlyMap<string, Flat>,
  now: Date,
): DayAvailability[] {
  const calendar = calendarOf(shop)
  const { earliest, today, lastDay } = window(shop, want, now)
  const first = Math.max(from, today)
  const last = Math.min(from + count - 1, lastDay)
  const { step } = want.service.policies.booking
  const instants: number[] = []
  for (let day = first; day <= last; day++)
    for (const instant of calendar.grid(day, step).instants) instants.push(instant)
  const rooms = roomsOf(calendar, want, busy, first, last, instants)
  const offerAt = offers(want, rooms)

  let at = 0
  return Array.from({ length: count }, (_, index): DayAvailability => {
    const day = from + index
    const name = dayName(day)
    if (day < first || day > last) {
      const reason = day < today ? 'notice' : 'horizon'
      return { day: name, starts: [], reason, explanation: REASON_WORDS[reason], ...(explain && { whyNot: [] }) }
    }
    const grid = calendar.grid(day, step)
    const base = at
    const starts: Start[] = []
    for (const instant of grid.instants) {
      const found = instant >= earliest ? offerAt(at) : null
      if (found)
        starts.push({
          start: new Date(instant * MINUTE).toISOString(),
          time: clockTime(grid.walls[at - base] as number),
          resources: found.resources,
          offerings: found.offerings,
        })
      at += 1
    }
    if (starts.length > 0 && !explain) return { day: name, starts }
    return { day: name, starts, ...explained(base, day, grid.instants, grid.walls, starts) }
  })

  function explained(
    base: number,
    day: number,
    walls: readonly number[],
    names: readonly number[],
    starts: readonly Start[],
  ): Partial<DayAvailability> {
    const reasons = new Set<Unavailability>()
    const whyNot: { time: string; reason: Unavailability }[] = []
    for (const [index, instant] of walls.entries()) {
      const isFree = offerAt(base + index) !== null
      if (isFree && instant >= earliest) continue
      const reason = isFree
        ? 'notice'
        : reasonOf(
            calendar,
            want,
            day,
            instant,
            (role, candidate) => (rooms[role]?.[candidate]?.[base + index] ?? 0) >= want.shortest,
          )
      // What was taken before the notice began is no reason why the day has nothing left.
      if (reason !== 'taken' || instant >= earliest) reasons.add(reason)
      whyNot.push({ time: clockTime(names[index] ?? 0), reason: instant < earliest ? 'notice' : reason })
    }
    if (reasons.size === 0 && whyNot.length > 0) reasons.add('notice')
    return { ...(starts.length === 0 && emptyDay(calendar, want, day, reasons)), ...(explain && { whyNot }) }
  }
}

/** First day with a free start from `request.from` to the horizon, or null; `request.days` is not looked at. @throws Refusal as `availability` */
export function firstFreeDay(
  shop: ResolvedShop,
  request: AvailabilityRequest,
  claims: readonly Claim[],
  now: Date,
): string | null {
  if (!isDay(request.from)) throw new Refusal('INPUT_INVALID', { field: 'from' })
  const want = wanted(shop, request)
  const busy = busyTimes(claims, now)
  const { today, lastDay } = window(shop, want, now)
  for (let from = Math.max(dayNumber(request.from), today); from <= lastDay; from += MOST_DAYS) {
    const days = daysOf(shop, want, from, MOST_DAYS, false, busy, now)
    const found = days.find(({ starts }) => starts.length > 0)
    if (found) return found.day
  }
  return null
}
