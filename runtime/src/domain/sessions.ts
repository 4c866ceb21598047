import { type NotOnSale, onSale, saleRefusal, saleWords } from './availability/sale.ts'
import { checkOptions, everyOptionChosen, extrasOf, placesOf, serviceOf } from './availability/choices.ts'
import { REASON_WORDS } from './availability/reason.ts'
import type { Assignment, Selection, SessionView, Unavailability, Words } from './booking.ts'
import { instantToMoment, momentToInstant, momentWords } from './moments.ts'
import { Refusal } from './refusals.ts'
import type { ResolvedOffering, ResolvedSeries, ResolvedService, ResolvedShop } from './resolved.ts'
import { seatCounter } from './supply.ts'
import { addDays, dayName, instantToWall, isDay, wallAt } from './time.ts'

const MINUTE = 60_000

/** What may be bought of a series: one occurrence, or the whole of it. */
interface Piece {
  readonly id: string
  readonly series: ResolvedSeries
  readonly covers: ResolvedOffering['covers']
  readonly offerings: readonly ResolvedOffering[]
  /** By the clock on the wall, in order: all that belongs to it. */
  readonly walls: readonly string[]
}

const offeringsFor = (
  { offerings }: ResolvedService,
  series: ResolvedSeries,
  covers: ResolvedOffering['covers'],
): readonly ResolvedOffering[] =>
  offerings.filter((offering) => offering.covers === covers && series.offerings.includes(offering.id))

function wholeOf(service: ResolvedService, series: ResolvedSeries): Piece | null {
  const offerings = offeringsFor(service, series, 'series')
  if (offerings.length === 0 || series.starts.length === 0) return null
  return { id: series.id, series, covers: 'series', offerings, walls: series.starts }
}

function occurrencesOf(service: ResolvedService, series: ResolvedSeries, walls: readonly string[]): readonly Piece[] {
  const offerings = offeringsFor(service, series, 'session')
  if (offerings.length === 0) return []
  return walls.map((wall) => ({ id: `${series.id}@${wall}`, series, covers: 'session', offerings, walls: [wall] }))
}

/** A piece as it can be had at a moment. */
interface Had {
  /** Occurrences that are bought; those that are over, where nothing can be had any more. */
  readonly walls: readonly string[]
  /** Why not, seats aside. */
  readonly reason: Exclude<Unavailability, 'notOpen'> | null
  /** The moment from which, or until which, it can be had. */
  readonly at: string
}

function had(shop: ResolvedShop, { policies }: ResolvedService, piece: Piece, now: Date): Had {
  const { zone } = shop
  const { notice, horizon } = policies.booking
  const startOf = (wall: string): number => momentToInstant(wall, zone).getTime()
  const isInTime = (wall: string): boolean => Math.ceil(now.getTime() / MINUTE) + notice <= startOf(wall) / MINUTE
  const ahead = piece.walls.filter(isInTime)
  const isWhole = ahead.length === piece.walls.length
  const walls = piece.series.lateJoin && ahead.length > 0 ? ahead : piece.walls
  const last = (piece.series.lateJoin ? piece.walls.at(-1) : piece.walls[0]) ?? ''
  if (ahead.length === 0 || (!isWhole && !piece.series.lateJoin)) {
    const at = instantToMoment(new Date(startOf(last) - notice * MINUTE), zone)
    return { walls, reason: startOf(last) <= now.getTime() ? 'over' : 'notice', at }
  }
  const first = instantToWall(new Date(startOf(walls[0] ?? '')), zone).day
  const opens = addDays(first, -horizon)
  const isTooFar = opens > dayName(wallAt(now.getTime(), zone).day)
  return { walls, reason: isTooFar ? 'horizon' : null, at: `${opens}T00:00` }
}

/** @throws Refusal UNKNOWN_SESSION */
function pieceOf(service: ResolvedService, session: string | undefined): Piece {
  const [id = '', wall] = (session ?? '').split('@')
  const series = service.series.get(id)
  const starts = series?.starts.filter((start) => start === wall) ?? []
  const piece = series && (wall === undefined ? wholeOf(service, series) : occurrencesOf(service, series, starts)[0])
  if (!piece) throw new Refusal('UNKNOWN_SESSION', { field: 'selection.session' })
  return piece
}

/**
 * A session, or a whole series, in which nothing is open. Seats are counted when they are drawn.
 * @throws Refusal UNKNOWN_SESSION, UNKNOWN_OFFERING, UNKNOWN_OPTION, UNKNOWN_ADD_ON, QUANTITY_INVALID, PEOPLE_INVALID,
 * INPUT_INVALID, OPTION_MISSING, NOT_OPEN_YET, REGISTRATION_CLOSED
 */
export function assignSession(
  shop: ResolvedShop,
  service: ResolvedService,
  selection: Selection,
  now: Date,
): Assignment {
  const piece = pieceOf(service, selection.session)
  const places = placesOf(service, selection)
  checkOptions(service, selection.options, 'selection')
  const named = [selection.offering, ...places.map((place) => place.offering)]
  const allowed = piece.offerings.filter(({ id }) => named.every((one) => one === undefined || one === id))
  if (allowed.length === 0) throw new Refusal('UNKNOWN_OFFERING', { field: 'selection.offering' })
  everyOptionChosen(service, selection.options, 'selection')

  const { walls, reason, at } = had(shop, service, piece, now)
  const field = 'selection.session'
  if (reason === 'over' || reason === 'notice')
    throw new Refusal('REGISTRATION_CLOSED', { field, reason, values: { at: momentWords(at) } })
  const { open, closed } = onSale(allowed, service.policies.booking, now, shop.zone)
  if (closed) throw saleRefusal(closed, field)
  if (reason === 'horizon') throw new Refusal('NOT_OPEN_YET', { field, reason, values: { at: momentWords(at) } })

  const [offering] = open
  if (!offering) throw new Error('A session without an offering was assigned.')
  const extras = extrasOf(shop, service, Array<ResolvedOffering>(places.length).fill(offering), {
    addOns: selection.addOns,
    places,
  })
  const starts = walls.map((wall) => momentToInstant(wall, shop.zone))
  return {
    service: service.id,
    offering: offering.id,
    start: starts[0]?.toISOString() ?? null,
    end: new Date((starts.at(-1)?.getTime() ?? 0) + piece.series.duration * MINUTE).toISOString(),
    session: piece.id,
    sessions: starts.map((start) => start.toISOString()),
    resources: {},
    options: { ...selection.options },
    addOns: extras.addOns,
    places: extras.places,
  }
}

/** Units taken of a counter. */
export type Used = (pool: string, counter: string) => number

interface Refused {
  readonly reason: Unavailability | null
  readonly explanation: Words | null
}

function refused({ reason }: Had, closed: NotOnSale | null, left: number, least: number): Refused {
  if (reason === 'over' || reason === 'notice') return { reason, explanation: REASON_WORDS[reason] }
  if (closed) return { reason: closed.reason, explanation: saleWords(closed) }
  if (reason) return { reason, explanation: REASON_WORDS[reason] }
  return left < least ? { reason: 'taken', explanation: REASON_WORDS.taken } : { reason: null, explanation: null }
}

function view(shop: ResolvedShop, service: ResolvedService, piece: Piece, used: Used, now: Date): SessionView {
  const { series, offerings } = piece
  const found = had(shop, service, piece, now)
  const { open, closed } = onSale(offerings, service.policies.booking, now, shop.zone)
  const start = momentToInstant(found.walls[0] ?? '', shop.zone)
  const end = new Date(momentToInstant(found.walls.at(-1) ?? '', shop.zone).getTime() + series.duration * MINUTE)
  const left = Math.min(
    ...found.walls.map((wall) => {
      const { pool, counter, limit } = seatCounter(service, series, wall)
      return Math.max(0, limit - used(pool, counter))
    }),
  )
  const no = refused(found, closed, left, service.people.min)
  return {
    id: piece.id,
    series: series.id,
    title: series.title,
    start: start.toISOString(),
    end: end.toISOString(),
    day: instantToWall(start, shop.zone).day,
    time: instantToWall(start, shop.zone).time,
    endTime: instantToWall(end, shop.zone).time,
    days: found.walls.map((wall) => wall.slice(0, 10)),
    seats: series.seats,
    left,
    offerings: (open.length > 0 ? open : offerings).map(({ id }) => id),
    ...no,
    waitlist: (no.reason ?? 'taken') === 'taken' && left < service.people.max && service.policies.waitlist !== null,
  }
}

/** Days of a calendar: `days` from `from` on. */
export interface SessionRange {
  /** `2027-03-01` */
  readonly from: string
  readonly days: number
}

/**
 * Occurrences that begin within the days, and every whole series of which something is still to come on the first of them.
 * @throws Refusal INPUT_INVALID
 */
function pieces(service: ResolvedService, { from, days }: SessionRange): readonly Piece[] {
  if (!isDay(from)) throw new Refusal('INPUT_INVALID', { field: 'from' })
  if (!Number.isInteger(days) || days < 1) throw new Refusal('INPUT_INVALID', { field: 'days' })
  const to = addDays(from, days)
  return [...service.series.values()].flatMap((series): Piece[] => {
    const whole = wholeOf(service, series)
    const isToCome = (series.starts.at(-1) ?? '') >= from
    const within = series.starts.filter((wall) => from <= wall && wall.slice(0, 10) < to)
    return [...(whole && isToCome ? [whole] : []), ...occurrencesOf(service, series, within)]
  })
}

/**
 * Pools that `sessionsOf` asks for.
 * @throws Refusal UNKNOWN_SERVICE, INPUT_INVALID
 */
export function sessionPools(shop: ResolvedShop, id: string, from: string, days: number): string[] {
  const service = serviceOf(shop, id)
  const pools = pieces(service, { from, days }).flatMap(({ series, walls }) =>
    walls.map((wall) => seatCounter(service, series, wall).pool),
  )
  return [...new Set(pools)]
}

/**
 * Sessions with the seats left and, where they cannot be booked, why; by their starts, a whole series before its sessions.
 * @param used units taken now
 * @throws Refusal UNKNOWN_SERVICE, INPUT_INVALID
 */
export function sessionsOf(
  shop: ResolvedShop,
  id: string,
  range: SessionRange,
  used: Used,
  now: Date,
): readonly SessionView[] {
  const service = serviceOf(shop, id)
  return pieces(service, range)
    .map((piece) => view(shop, service, piece, used, now))
    .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
}
