import type { Assignment, Draw } from './booking.ts'
import { digest } from './digest.ts'
import type { ResolvedLimit, ResolvedSeries, ResolvedService, ResolvedShop } from './resolved.ts'
import { dayName, dayNumber, instantToWall, wallToInstant, weekdayIndex } from './time.ts'

/** Whether all occurrences of a series are counted in one pool: as soon as somebody may buy the whole of it. */
export const isSoldWhole = ({ offerings }: ResolvedService, series: ResolvedSeries): boolean =>
  offerings.some(({ id, covers }) => covers === 'series' && series.offerings.includes(id))

/** Where the seats of an occurrence are counted. @param wall start by the clock on the wall, `2027-03-06T10:00` */
export function seatCounter(service: ResolvedService, series: ResolvedSeries, wall: string): Omit<Draw, 'units'> {
  const pool = `seats/${service.id}/${series.id}`
  return isSoldWhole(service, series)
    ? { pool, counter: wall, limit: series.seats }
    : { pool: `${pool}@${wall}`, counter: 'seats', limit: series.seats }
}

export const quotaPool = (service: string): string => `quotas/${service}`

const wallInstant = (wall: string, zone: string): string =>
  wallToInstant(wall.slice(0, 10), wall.slice(11), zone).toISOString()

/** Occurrences of a series that an assignment buys, as the series writes them. */
function wallsOf(series: ResolvedSeries, { sessions = [] }: Assignment, zone: string): string[] {
  const bought = new Set(sessions)
  return series.starts.filter((wall) => bought.has(wallInstant(wall, zone)))
}

function seats(shop: ResolvedShop, service: ResolvedService, assignment: Assignment): Draw[] {
  const [id = ''] = (assignment.session ?? '').split('@')
  const series = service.series.get(id)
  if (!series) return []
  const units = assignment.places.length
  return wallsOf(series, assignment, shop.zone).map((wall) => ({ ...seatCounter(service, series, wall), units }))
}

function quotas(service: ResolvedService, { places }: Assignment): Draw[] {
  const tickets = new Map(service.offerings.map((offering) => [offering.id, offering.quotas]))
  const draws = [...service.quotas].flatMap(([counter, { total }]): Draw[] => {
    const units = places.filter(({ offering }) => tickets.get(offering)?.includes(counter)).length
    return units > 0 ? [{ pool: quotaPool(service.id), counter, units, limit: total }] : []
  })
  return draws.toSorted((a, b) => a.limit - b.limit)
}

/** What an assignment takes of the seats of its sessions, or of the quotas of its tickets; narrow ones first. */
export function supplyOf(shop: ResolvedShop, assignment: Assignment): Draw[] {
  const service = shop.services.get(assignment.service)
  if (service?.mode === 'session') return seats(shop, service, assignment)
  return service?.mode === 'registration' ? quotas(service, assignment) : []
}

/** Who an order is counted for. */
export interface Counted {
  /** Id of the customer. */
  readonly customer: string
  /** As `checkAnswers` keeps them. */
  readonly answers: Readonly<Record<string, unknown>>
  readonly participants: readonly Readonly<Record<string, unknown>>[]
}

/** Alike for what people take as alike: case, width, spaces around. Undefined: nothing was said. */
function alike(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFKC').trim().toLowerCase() || undefined
  if (value === null || value === undefined) return undefined
  if (Array.isArray(value)) return value.length > 0 ? value.map((one) => alike(one) ?? null) : undefined
  if (typeof value !== 'object') return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return entries.map(([key, one]) => [key, alike(one) ?? null])
}

const own = (record: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(record, key) ? record[key] : undefined

/** The values a limit counts by, or undefined where one of them is missing. */
function valuesOf(
  { per }: ResolvedLimit,
  { customer, answers }: Counted,
  participant: Readonly<Record<string, unknown>>,
): unknown[] | undefined {
  const values = per.map((name) => {
    if (name === 'customer') return customer
    if (name.startsWith('participant.')) return alike(own(participant, name.slice('participant.'.length)))
    return alike(own(answers, name.slice('answer.'.length)))
  })
  return values.includes(undefined) ? undefined : values
}

/** The stretch a limit counts within, by the day of the start; what has no date is counted for good. */
function windowOf({ within }: ResolvedLimit, { start, session }: Assignment, zone: string): string {
  if (within === 'ever' || start === null) return within === 'session' ? (session ?? 'ever') : 'ever'
  if (within === 'session') return session ?? start
  const { day } = instantToWall(new Date(start), zone)
  if (within === 'day') return day
  if (within === 'month') return day.slice(0, 7)
  const number = dayNumber(day)
  return dayName(number - weekdayIndex(number))
}

/** Limits of the service and of those that follow; one that several share is counted once. */
function limitsOf(shop: ResolvedShop, { service, then = [] }: Assignment): ResolvedLimit[] {
  const limits = [service, ...then.map((segment) => segment.service)].flatMap(
    (id) => shop.services.get(id)?.policies.booking.limits ?? [],
  )
  return limits.filter(({ id }, index) => limits.findIndex((other) => other.id === id) === index)
}

/**
 * What an order takes of the limits of its service: one draw for the order, or one for each participant where the limit counts
 * them. Values are compared without regard to case and to spaces around; a limit whose value is missing does not count.
 * @param key text of the values → what stands for them in the name of a pool; a keyed one keeps phone numbers from being guessed
 */
export function limitDraws(
  shop: ResolvedShop,
  assignment: Assignment,
  who: Counted,
  key: (values: string) => string = digest,
): (Draw & { limitId: string })[] {
  const draws = new Map<string, Draw & { limitId: string }>()
  for (const limit of limitsOf(shop, assignment)) {
    const isEach = limit.per.some((name) => name.startsWith('participant.'))
    const window = windowOf(limit, assignment, shop.zone)
    for (const participant of isEach ? who.participants : [{}]) {
      const values = valuesOf(limit, who, participant)
      if (!values) continue
      const pool = `limit/${limit.id}/${values.length > 0 ? key(JSON.stringify(values)) : 'all'}/${window}`
      const units = (isEach || limit.count === 'orders' ? 1 : assignment.places.length) + (draws.get(pool)?.units ?? 0)
      draws.set(pool, { pool, counter: 'used', units, limit: limit.max, limitId: limit.id })
    }
  }
  // Few share the pool of a customer, everybody that of all; those who are refused should not have touched the latter.
  return [...draws.values()].toSorted((a, b) => Number(a.pool.includes('/all/')) - Number(b.pool.includes('/all/')))
}

/** What one use of a code takes of its budget: the customer's first, then that of the campaign. */
export function couponDraws(shop: ResolvedShop, code: string, customer: string): Draw[] {
  const wanted = code.trim().toUpperCase()
  const fee = shop.fees.find((one) => one.phase === 'coupon' && one.code === wanted)
  if (!fee) return []
  const draw = (pool: string, limit: number | null): Draw[] =>
    limit === null ? [] : [{ pool, counter: 'used', units: 1, limit }]
  const pool = `coupon/${fee.id}`
  return [...draw(`${pool}/${customer}`, fee.budget.perCustomer), ...draw(pool, fee.budget.total)]
}
