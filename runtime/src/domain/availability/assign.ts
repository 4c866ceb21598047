import type { Assignment, Selection, Unavailability, Words } from '../booking.ts'
import { Refusal } from '../refusals.ts'
import type { ResolvedService, ResolvedShop } from '../resolved.ts'
import { wallAt, wallMs } from '../time.ts'
import { both, compose, say } from '../words.ts'
import { busyTimes, type Claim } from './busy.ts'
import { calendarOf } from './calendar.ts'
import { fill } from './fill.ts'
import { REASON_WORDS, reasonOf } from './reason.ts'
import { roomOf, windowOf } from './search.ts'
import { type Candidate, type Wanted, wanted } from './wanted.ts'

const MINUTE = 60_000

function unavailable(reason: Unavailability, words?: Words): Refusal {
  if (reason === 'taken') return new Refusal('SLOT_TAKEN', { field: 'selection.start', reason })
  const because = words ?? REASON_WORDS[reason]
  return new Refusal('SLOT_UNAVAILABLE', {
    field: 'selection.start',
    reason,
    words: compose((locale) =>
      locale === 'en'
        ? `This time cannot be booked: ${say(because, locale)}. Choose another.`
        : `这个时间约不了：${say(because, locale)}。请换一个。`,
    ),
  })
}

function everyOptionChosen(service: ResolvedService, options: Selection['options'] = {}): void {
  for (const { id, title } of service.options)
    if (!Object.hasOwn(options, id))
      throw new Refusal('OPTION_MISSING', { field: `selection.options.${id}`, values: { title } })
}

/** Bookings of each resource on the day of the start. */
function bookingsThatDay(claims: readonly Claim[], day: number, zone: string, now: Date): ReadonlyMap<string, number> {
  const from = wallMs(day, 0, zone)
  const to = wallMs(day + 1, 0, zone)
  const counts = new Map<string, number>()
  for (const { resource, start, expiresAt } of claims) {
    if (start.getTime() < from || start.getTime() >= to) continue
    if (expiresAt !== null && expiresAt.getTime() <= now.getTime()) continue
    counts.set(resource, (counts.get(resource) ?? 0) + 1)
  }
  return counts
}

/** The day and the minute since 1970 a start names, if the grid of the shop has it. */
function startOf(shop: ResolvedShop, { service }: Wanted, start: unknown): { day: number; minute: number } {
  const ms = typeof start === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(start) ? Date.parse(start) : NaN
  if (Number.isNaN(ms)) throw new Refusal('INPUT_INVALID', { field: 'selection.start' })
  const { day, minutes } = wallAt(ms, shop.zone)
  const { step } = service.policies.booking
  if (ms % MINUTE !== 0 || minutes % step !== 0 || wallMs(day, minutes, shop.zone) !== ms)
    throw unavailable('closed', both(`开始时间要在 ${step} 分钟的整档上`, `a start lies on steps of ${step} minutes`))
  return { day, minute: ms / MINUTE }
}

/**
 * Fills in what the customer left open: of the resources that are free the one with the fewest bookings that day, then the
 * first of the shop; and the first offering that this resource gives and that fits.
 * @param load resource → bookings that day; counted from the claims when left out
 * @throws Refusal those of `availability`, INPUT_INVALID, OPTION_MISSING, SLOT_TAKEN, SLOT_UNAVAILABLE (with `reason`)
 */
export function assign(
  shop: ResolvedShop,
  selection: Selection,
  claims: readonly Claim[],
  now: Date,
  load?: ReadonlyMap<string, number>,
): Assignment {
  const want = wanted(shop, selection)
  everyOptionChosen(want.service, selection.options)
  const { day, minute } = startOf(shop, want, selection.start)
  const { earliest, lastDay } = windowOf(shop, want, now)
  if (minute < earliest) throw unavailable('notice')
  if (day > lastDay) throw unavailable('horizon')

  const calendar = calendarOf(shop)
  const busy = busyTimes(claims, now)
  const counts = load ?? bookingsThatDay(claims, day, shop.zone, now)
  const fairly = (a: Candidate, b: Candidate): number =>
    (counts.get(a.resource.id) ?? 0) - (counts.get(b.resource.id) ?? 0)
  const roles = want.roles.map(({ candidates }) => candidates.toSorted(fairly))
  const rooms = new Map<Candidate, number>()
  for (const candidate of roles.flat())
    rooms.set(candidate, roomOf(calendar, want, candidate, busy, Int32Array.of(minute), day, day)[0] ?? 0)

  for (const first of roles[0] ?? [])
    for (const offering of first.offerings) {
      const able = roles.map((candidates, role) =>
        (role === 0 ? [first] : candidates).flatMap((one) =>
          (rooms.get(one) ?? 0) >= offering.minutes ? [one.resource.id] : [],
        ),
      )
      const taken = fill(able)
      if (!taken) continue
      return {
        service: selection.service,
        offering: offering.id,
        start: new Date(minute * MINUTE).toISOString(),
        end: new Date((minute + offering.minutes) * MINUTE).toISOString(),
        resources: Object.fromEntries(want.roles.map(({ role }, index) => [role, taken[index] ?? ''])),
        options: { ...selection.options },
        addOns: { ...selection.addOns },
        places: [{ offering: offering.id, addOns: {} }],
      }
    }
  throw unavailable(
    reasonOf(calendar, want, day, minute, (role, candidate) => {
      const one = want.roles[role]?.candidates[candidate]
      return one !== undefined && (rooms.get(one) ?? 0) >= want.shortest
    }),
  )
}

/** What a booking takes of each resource, buffers included. */
export function claimsOf(
  shop: ResolvedShop,
  assignment: Assignment,
): readonly (Omit<Claim, 'expiresAt'> & { readonly units: number })[] {
  const { before, after } = shop.services.get(assignment.service)?.buffer ?? { before: 0, after: 0 }
  if (assignment.start === null || assignment.end === null) return []
  const start = new Date(Date.parse(assignment.start) - before * MINUTE)
  const end = new Date(Date.parse(assignment.end) + after * MINUTE)
  return Object.values(assignment.resources).map((resource) => ({ resource, start, end, units: 1 }))
}

/**
 * The same booking at another start: whom the customer may choose stays unless another is named, the rest is assigned anew.
 * @param change role → resource id in `resources`
 */
export function moved(
  shop: ResolvedShop,
  assignment: Assignment,
  change: { readonly start: string; readonly resources?: Selection['resources'] },
): Selection {
  const { end: _end, resources: assigned, ...rest } = assignment
  const requirements = shop.services.get(assignment.service)?.requirements ?? []
  const kept = requirements.flatMap(({ role, choice }): [string, string][] => {
    const resource = assigned[role]
    return choice === 'customer' && resource !== undefined ? [[role, resource]] : []
  })
  return { ...rest, start: change.start, resources: { ...Object.fromEntries(kept), ...change.resources } }
}
