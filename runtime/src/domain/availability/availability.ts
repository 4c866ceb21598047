import type { DayAvailability, Start, Unavailability, Words } from '../booking.ts'
import { Refusal } from '../refusals.ts'
import type { ResolvedShop } from '../resolved.ts'
import { dayName, dayNumber, isDay } from '../time.ts'
import { Busy, type Claim } from './busy.ts'
import { calendarOf } from './calendar.ts'
import { REASON_WORDS } from './reason.ts'
import { type NotOnSale, saleWords } from './sale.ts'
import { type Search, search, type SearchDay, windowOf } from './search.ts'
import { MOST_DAYS, wanted, type Wish } from './wanted.ts'
import { whyNot } from './why-not.ts'

export interface AvailabilityRequest extends Wish {
  /** First day, `2026-12-02`. */
  readonly from: string
  /** 1 to 31 */
  readonly days: number
  /** Whether each start of the grid that is not offered is told with its reason. */
  readonly explain?: boolean
}

function startsOf({ window, offerAt }: Search, { grid, base }: SearchDay): Start[] {
  const starts: Start[] = []
  for (let index = 0; index < grid.instants.length; index++) {
    if ((grid.instants[index] as number) < window.earliest) continue
    const offer = offerAt(base + index)
    if (offer)
      starts.push({
        start: grid.starts[index] as string,
        time: grid.times[index] as string,
        resources: offer.resources,
        offerings: offer.offerings,
      })
  }
  return starts
}

function dayOf(found: Search, one: SearchDay, explain: boolean): DayAvailability {
  const day = dayName(one.day)
  const starts = startsOf(found, one)
  if (starts.length > 0 && !explain) return { day, starts }
  const { reason, explanation, whyNot: left } = whyNot(found, one)
  return { day, starts, ...(starts.length === 0 && { reason, explanation }), ...(explain && { whyNot: left }) }
}

const outside = (
  day: number,
  reason: Unavailability,
  explain: boolean,
  explanation: Words = REASON_WORDS[reason],
): DayAvailability => ({ day: dayName(day), starts: [], reason, explanation, ...(explain && { whyNot: [] }) })

const closedDays = (first: number, days: number, against: NotOnSale, explain: boolean): DayAvailability[] =>
  Array.from({ length: days }, (_, index) => outside(first + index, against.reason, explain, saleWords(against)))

/**
 * The starts of each day, and why there is none.
 * @throws Refusal INPUT_INVALID, and as `wanted`
 */
export function availability(
  shop: ResolvedShop,
  request: AvailabilityRequest,
  claims: readonly Claim[],
  now: Date,
): readonly DayAvailability[] {
  const { from, days, explain = false } = request
  if (!isDay(from)) throw new Refusal('INPUT_INVALID', { field: 'from' })
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) throw new Refusal('INPUT_INVALID', { field: 'days' })
  const first = dayNumber(from)
  const want = wanted(shop, request, now)
  if (want.notOnSale) return closedDays(first, days, want.notOnSale, explain)
  const found = search(shop, want, new Busy(shop, calendarOf(shop), claims, now), now, first, first + days - 1)
  const known = new Map(found.days.map((one) => [one.day, one]))
  return Array.from({ length: days }, (_, index) => {
    const one = known.get(first + index)
    return one
      ? dayOf(found, one, explain)
      : outside(first + index, first + index < found.window.today ? 'notice' : 'horizon', explain)
  })
}

/**
 * First day with a free start from `request.from` to the horizon, or null; `request.days` is not looked at.
 * @throws Refusal as `availability`
 */
export function firstFreeDay(
  shop: ResolvedShop,
  request: AvailabilityRequest,
  claims: readonly Claim[],
  now: Date,
): string | null {
  if (!isDay(request.from)) throw new Refusal('INPUT_INVALID', { field: 'from' })
  const want = wanted(shop, request, now)
  if (want.notOnSale) return null
  const busy = new Busy(shop, calendarOf(shop), claims, now)
  const { today, lastDay } = windowOf(shop, want.service, now)
  for (let day = Math.max(dayNumber(request.from), today); day <= lastDay; day += MOST_DAYS) {
    const found = search(shop, want, busy, now, day, day + MOST_DAYS - 1)
    const free = found.days.find((one) => startsOf(found, one).length > 0)
    if (free) return dayName(free.day)
  }
  return null
}
