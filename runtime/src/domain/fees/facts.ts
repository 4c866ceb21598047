import type { Assignment } from '../booking.ts'
import type { FactValue } from '../condition.ts'
import { ageDay, seriesOf } from '../age-day.ts'
import { ageOf } from '../form/age.ts'
import { answerFact } from '../form/facts.ts'
import { type ResolvedShop, WEEKDAYS } from '../resolved.ts'
import { clockTime, dayName, wallAt, weekdayIndex } from '../time.ts'
import type { Sums } from './fee-kind.ts'
import { type OrderSegment, segmentsOf, timeOfOrder } from './segments.ts'

type Answers = Readonly<Record<string, unknown>>

/** Who asks, when and for what: all that a price depends on beside the booking itself. */
export interface QuoteContext {
  readonly now: Date
  /** Earlier visits of the customer. */
  readonly visits: number
  /** Bookings the customer did not come to; 0 when left out. */
  readonly noShows?: number
  readonly membership: string | null
  /** Of the order's form, as `checkAnswers` keeps them. */
  readonly answers: Answers
  /** Of the participants, as `checkParticipants` keeps them. */
  readonly participants?: readonly Answers[]
  /** Code given by the customer. */
  readonly coupon?: string
  /** Id of the way to pay; the first of the service when left out. */
  readonly plan?: string
  /** Passes and stored value the customer wants to use, in this order. */
  readonly entitlements?: readonly {
    readonly id: string
    readonly product: string
    /** Uses or fen. */
    readonly left: number
  }[]
}

export type Read = (fact: string) => FactValue

const MINUTE = 60_000

const own = (answers: Answers | undefined, id: string): unknown =>
  answers && Object.hasOwn(answers, id) ? answers[id] : undefined

/** Answers of the person at a place (0 is the first) and the form they are in: where none is asked, the customer's own. */
export function participantAt(
  shop: ResolvedShop,
  service: string,
  { answers, participants = [] }: Pick<QuoteContext, 'answers' | 'participants'>,
  place: number,
): { readonly form: string; readonly answers: Answers; readonly index: number | null } | undefined {
  const found = shop.services.get(service)
  if (!found) return undefined
  const asked = found.participants
  const index = asked === null ? -1 : asked.who === 'companions' ? place - 1 : place
  if (asked === null || index < 0) return place === 0 ? { form: found.form, answers, index: null } : undefined
  return { form: asked.form, answers: participants[index] ?? {}, index }
}

const sumBefore = (sums: Sums): number => sums.base + sums.option + sums.addOn + sums.surcharge

/** Facts about the order as a whole and the one who makes it. */
function orderFact(fact: string, shop: ResolvedShop, assignment: Assignment, context: QuoteContext): FactValue {
  switch (fact) {
    case 'customer.visits':
      return context.visits
    case 'customer.membership':
      return context.membership
    case 'customer.noShows':
      return context.noShows ?? 0
    case 'coupon.code':
      return context.coupon
    case 'booking.people':
      return assignment.places.length
    case 'booking.leadMinutes':
      return assignment.start === null
        ? undefined
        : Math.floor((Date.parse(assignment.start) - context.now.getTime()) / MINUTE)
    case 'booking.durationMinutes':
      return assignment.start === null ? undefined : timeOfOrder(shop, assignment).minutes
    case 'booking.date':
      return dayName(wallAt(context.now.getTime(), shop.zone).day)
    case 'booking.time':
      return clockTime(wallAt(context.now.getTime(), shop.zone).minutes)
    case 'booking.endTime':
      return endTime(assignment, shop.zone)
    case 'session.id':
      return assignment.session === undefined ? undefined : seriesOf(assignment.session)
    case 'session.left':
      return assignment.sessions?.filter((start) => Date.parse(start) > context.now.getTime()).length
    default:
      return undefined
  }
}

/** `24:00` for an end at the midnight after the start, so that a late end is later than an early one. */
function endTime({ start, end }: Assignment, zone: string): string | undefined {
  if (start === null || end === null) return undefined
  const { day, minutes } = wallAt(Date.parse(end), zone)
  return minutes === 0 && day > wallAt(Date.parse(start), zone).day ? '24:00' : clockTime(minutes)
}

/** A start by the clock on the wall, worked out when it is first asked for. */
class Start {
  readonly ms: number | null
  readonly #zone: string
  #wall: ReturnType<typeof wallAt> | undefined

  constructor({ start }: Pick<OrderSegment, 'start'>, zone: string) {
    this.ms = start === null ? null : Date.parse(start)
    this.#zone = zone
  }

  get wall(): ReturnType<typeof wallAt> | null {
    if (this.ms === null) return null
    return (this.#wall ??= wallAt(this.ms, this.#zone))
  }
}

/** Facts about the service: of services in a row, about one of them. */
function segmentFact(
  fact: string,
  shop: ResolvedShop,
  segment: OrderSegment,
  offering: string,
  { wall }: Start,
): FactValue {
  switch (fact) {
    case 'service.id':
      return segment.service
    case 'offering.id':
      return offering
    case 'resource.id':
    case 'resource.level': {
      const role = shop.services.get(segment.service)?.requirements[0]?.role
      const id = role === undefined ? undefined : segment.resources[role]
      return fact === 'resource.id' || id === undefined ? id : shop.resources.get(id)?.level
    }
    case 'start.weekday':
      return wall ? WEEKDAYS[weekdayIndex(wall.day)] : undefined
    case 'start.date':
      return wall ? dayName(wall.day) : undefined
    case 'start.time':
      return wall ? clockTime(wall.minutes) : undefined
    default:
      return undefined
  }
}

/** Of the whole order, or where a place is asked about, its own and those of the whole order. */
function addOnQuantity(id: string, segment: OrderSegment, assignment: Assignment, place: number | undefined): number {
  const whole = Number(own(segment.addOns, id) ?? 0)
  if (place !== undefined) return whole + Number(own(assignment.places[place]?.addOns, id) ?? 0)
  return assignment.places.reduce((sum, { addOns }) => sum + Number(own(addOns, id) ?? 0), whole)
}

/** A fact whose name ends in the id of something of the shop's own. */
function namedFact(
  fact: string,
  shop: ResolvedShop,
  assignment: Assignment,
  context: QuoteContext,
  segment: OrderSegment,
  place: number | undefined,
): FactValue {
  const dot = fact.indexOf('.')
  const name = fact.slice(dot + 1)
  switch (fact.slice(0, dot)) {
    case 'answer':
      return answerFact((id) => own(context.answers, id), name)
    case 'option':
      return own(segment.options, name) as FactValue
    case 'addOn':
      return addOnQuantity(name, segment, assignment, place)
    case 'place':
      return name === 'index' && place !== undefined ? place + 1 : undefined
    case 'participant': {
      const person = place === undefined ? undefined : participantAt(shop, assignment.service, context, place)
      if (!person) return undefined
      if (name !== 'age') return answerFact((id) => own(person.answers, id), name)
      const form = shop.forms.get(person.form)
      return form && ageOf(form, person.answers, ageDay(shop, assignment, context.now))
    }
    default:
      return undefined
  }
}

/**
 * The facts of the catalogue that rules and conditions of taking part may ask for.
 * @param sums fen of each phase; read when a fact asks for them, so they may grow meanwhile
 * @param place index of the place that is asked about, 0 for the first; `participant.*` and `place.*` are known only with it
 * @param segment index among services in a row
 */
export function factsOf(
  shop: ResolvedShop,
  assignment: Assignment,
  context: QuoteContext,
  sums: Sums,
  place?: number,
  segment = 0,
): Read {
  const about: OrderSegment = assignment.then ? (segmentsOf(assignment)[segment] ?? assignment) : assignment
  const offering = (place !== undefined && segment === 0 && assignment.places[place]?.offering) || about.offering
  const start = new Start(about, shop.zone)
  const known = new Map<string, FactValue>()
  return (fact) => {
    switch (fact) {
      // These change while a price grows.
      case 'amount.beforeDiscounts':
        return sumBefore(sums)
      case 'amount.afterDiscounts':
        return sumBefore(sums) + sums.discount + sums.coupon
      default: {
        let value = known.get(fact)
        if (value === undefined && !known.has(fact)) {
          value =
            orderFact(fact, shop, assignment, context) ??
            segmentFact(fact, shop, about, offering, start) ??
            namedFact(fact, shop, assignment, context, about, place)
          known.set(fact, value)
        }
        return value
      }
    }
  }
}
