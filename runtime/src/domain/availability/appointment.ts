import type { AssignedSegment, Assignment, Selection, Unavailability, Words } from '../booking.ts'
import { Refusal } from '../refusals.ts'
import type { ResolvedService, ResolvedShop } from '../resolved.ts'
import { wallAt, wallMs } from '../time.ts'
import { both, compose, say } from '../words.ts'
import { Busy, type Claim } from './busy.ts'
import { calendarOf } from './calendar.ts'
import { everyOptionChosen } from './choices.ts'
import { fill } from './fill.ts'
import { Fit } from './fit.ts'
import type { Candidate } from './posts.ts'
import { REASON_WORDS, reasonOf } from './reason.ts'
import { saleRefusal } from './sale.ts'
import { windowOf } from './search.ts'
import { wanted, type WantedOffering, type WantedSegment } from './wanted.ts'

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

/** Members taken of each resource on the day of the start. */
function takenThatDay(claims: readonly Claim[], day: number, zone: string, now: Date): ReadonlyMap<string, number> {
  const from = wallMs(day, 0, zone)
  const to = wallMs(day + 1, 0, zone)
  const counts = new Map<string, number>()
  for (const { resource, units, start, expiresAt } of claims) {
    if (start.getTime() < from || start.getTime() >= to) continue
    if (expiresAt !== null && expiresAt.getTime() <= now.getTime()) continue
    counts.set(resource, (counts.get(resource) ?? 0) + (units ?? 1))
  }
  return counts
}

/** The day and the minute since 1970 a start names, if the grid of the shop has it. */
function startOf(
  shop: ResolvedShop,
  { policies }: ResolvedService,
  start: unknown,
): { readonly day: number; readonly minute: number } {
  const ms = typeof start === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(start) ? Date.parse(start) : NaN
  if (Number.isNaN(ms)) throw new Refusal('INPUT_INVALID', { field: 'selection.start' })
  const { day, minutes } = wallAt(ms, shop.zone)
  const { step } = policies.booking
  if (ms % MINUTE !== 0 || minutes % step !== 0 || wallMs(day, minutes, shop.zone) !== ms)
    throw unavailable('closed', both(`开始时间要在 ${step} 分钟的整档上`, `a start lies on steps of ${step} minutes`))
  return { day, minute: ms / MINUTE }
}

/** Who fills the posts of one service, and which offering it is. */
interface Chosen {
  readonly segment: WantedSegment
  readonly offering: WantedOffering
  readonly offset: number
  readonly taken: readonly Candidate[]
}

/** Posts that share a list go on sharing it. */
function sorted(
  able: readonly (readonly Candidate[])[],
  fairly: (a: Candidate, b: Candidate) => number,
): readonly (readonly Candidate[])[] {
  const lists = new Map([...new Set(able)].map((list) => [list, list.toSorted(fairly)]))
  return able.map((list) => lists.get(list) ?? list)
}

/**
 * Whom each service of the row gets at the only start of `fit`, the fairest first: the one who fills the first post decides
 * which offerings there are, and of these the first that fits is taken.
 */
function choose(fit: Fit, fairly: (a: Candidate, b: Candidate) => number): readonly Chosen[] | null {
  const dead = new Set<string>()
  const from = (index: number, offset: number): readonly Chosen[] | null => {
    const segment = fit.want.segments[index]
    if (!segment) return []
    if (dead.has(`${index} ${offset}`)) return null
    const [lead] = segment.posts
    const able = new Map(segment.offerings.map((one) => [one, sorted(fit.able(segment, offset, one, 0) ?? [], fairly)]))
    for (const first of lead?.candidates.toSorted(fairly) ?? [])
      for (const offering of segment.offerings) {
        const [leads, ...rest] = able.get(offering) ?? []
        if (!leads?.includes(first)) continue
        const taken = fill([[first], ...rest])
        const then = taken && from(index + 1, offset + offering.minutes)
        if (taken && then) return [{ segment, offering, offset, taken }, ...then]
      }
    dead.add(`${index} ${offset}`)
    return null
  }
  return from(0, 0)
}

function assigned({ segment, offering, offset, taken }: Chosen, minute: number): AssignedSegment {
  const instant = (at: number): string => new Date((minute + at) * MINUTE).toISOString()
  return {
    service: segment.service.id,
    offering: offering.id,
    start: instant(offset),
    end: instant(offset + offering.minutes),
    resources: Object.fromEntries(
      segment.posts.flatMap(({ name }, post) => (name === '' ? [] : [[name, taken[post]?.resource.id ?? '']])),
    ),
    options: { ...segment.options },
    addOns: offering.extras.addOns,
  }
}

/**
 * An appointment in which nothing is open: for each post, of those that are free, the one with the fewest bookings that day (of
 * a pool: for its size), then the first of the shop; and the first offering that the first post gives and that fits.
 * @param load resource → bookings that day; counted from the claims when left out
 * @throws Refusal those of `wanted`, INPUT_INVALID, OPTION_MISSING, NOT_OPEN_YET, REGISTRATION_CLOSED, SLOT_TAKEN,
 * SLOT_UNAVAILABLE (with `reason`)
 */
export function assignAppointment(
  shop: ResolvedShop,
  selection: Selection,
  claims: readonly Claim[],
  now: Date,
  load?: ReadonlyMap<string, number>,
): Assignment {
  const want = wanted(shop, selection, now)
  for (const { service, options, path } of want.segments) everyOptionChosen(service, options, path)
  if (want.notOnSale) throw saleRefusal(want.notOnSale, 'selection')
  const { day, minute } = startOf(shop, want.service, selection.start)
  const { earliest, lastDay } = windowOf(shop, want.service, now)
  if (minute < earliest) throw unavailable('notice')
  if (day > lastDay) throw unavailable('horizon')

  const calendar = calendarOf(shop)
  const fit = new Fit(want, calendar, new Busy(shop, calendar, claims, now), Int32Array.of(minute), day, day)
  const counts = load ?? takenThatDay(claims, day, shop.zone, now)
  const burden = ({ resource, copy }: Candidate): number =>
    ((counts.get(resource.id) ?? 0) + copy - 1) / resource.capacity
  const chosen = choose(fit, (a, b) => burden(a) - burden(b))
  if (!chosen) throw unavailable(reasonOf(calendar, fit, day, 0))

  const [first, ...then] = chosen.map((one) => assigned(one, minute))
  if (!first) throw new Error('An appointment without a service was assigned.')
  return {
    ...first,
    end: then.at(-1)?.end ?? first.end,
    places: chosen[0]?.offering.extras.places ?? [],
    ...(then.length > 0 && { then }),
  }
}
