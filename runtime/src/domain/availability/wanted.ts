import type { PlaceChoice, Segment, Selection } from '../booking.ts'
import { Refusal } from '../refusals.ts'
import type { ResolvedOffering, ResolvedService, ResolvedShop } from '../resolved.ts'
import { checkOptions, checkPeople, type Extras, extrasOf, own, placesOf, segmentExtras, serviceOf } from './choices.ts'
import { type Post, postsOf } from './posts.ts'
import { type NotOnSale, onSale } from './sale.ts'

/** Longest a booking is followed over midnights, and longest a question may be. */
export const MOST_DAYS = 31
/** Most services in one order. */
const MOST_SEGMENTS = 6

/** What a customer asks for, as far as it is said; the start comes separately. */
export type Wish = Omit<Selection, 'start' | 'session'>

/** An offering with the minutes it takes, options and add-ons included. */
export interface WantedOffering {
  readonly id: string
  readonly minutes: number
  /** Given only by resources of this level, at the posts of the first requirement. */
  readonly level: string | null
  readonly extras: Extras
}

/** One of the services in a row. */
export interface WantedSegment {
  readonly service: ResolvedService
  readonly options: Selection['options']
  /** Where in the request it stands: `selection`, `selection.then.0` … */
  readonly path: string
  readonly posts: readonly Post[]
  readonly offerings: readonly WantedOffering[]
  /** Whether somebody may fill either of two posts, so that they cannot be filled one by one. */
  readonly overlapping: boolean
}

/** A wish held against the shop: every id is known. */
export interface Wanted {
  /** The first one, whose policies hold. */
  readonly service: ResolvedService
  readonly segments: readonly WantedSegment[]
  /** Minutes of the whole, at most. */
  readonly longest: number
  readonly notOnSale: NotOnSale | null
}

/** Minutes that the choices add; an option without a choice counts with its shortest. */
function optionMinutes({ options }: ResolvedService, given: Selection['options']): number {
  return options.reduce((sum, { id, choices }) => {
    const chosen = choices.find((choice) => choice.id === own(given, id))
    return sum + (chosen ? chosen.minutes : Math.min(...choices.map(({ minutes }) => minutes)))
  }, 0)
}

interface Timed {
  readonly offering: ResolvedOffering
  readonly minutes: number
}

/** @throws Refusal DURATION_INVALID */
function timed(
  { durationChoice }: ResolvedService,
  offerings: readonly ResolvedOffering[],
  duration: number | undefined,
  path: string,
): readonly Timed[] {
  const refusal = (min: number, max: number, step: number): Refusal =>
    new Refusal('DURATION_INVALID', { field: `${path}.duration`, values: { min, max, step } })
  if (durationChoice) {
    const { min, max, step } = durationChoice
    const minutes = duration ?? min
    if (!Number.isInteger(minutes) || minutes < min || minutes > max || (minutes - min) % step !== 0)
      throw refusal(min, max, step)
    return offerings.map((offering) => ({ offering, minutes }))
  }
  const all = offerings.map((offering) => ({ offering, minutes: offering.duration }))
  const found = all.filter(({ minutes }) => duration === undefined || minutes === duration)
  if (found.length > 0) return found
  const [min, max] = [Math.min(...all.map(({ minutes }) => minutes)), Math.max(...all.map(({ minutes }) => minutes))]
  throw refusal(min, max, Math.max(1, max - min))
}

/**
 * Offerings that can have all that was chosen, with the minutes this takes.
 * @throws Refusal that of the first offering where none can
 */
function withExtras(offerings: readonly Timed[], extras: (offering: ResolvedOffering) => Extras): WantedOffering[] {
  const found: WantedOffering[] = []
  let first: Refusal | undefined
  for (const { offering, minutes } of offerings)
    try {
      const had = extras(offering)
      found.push({ id: offering.id, level: offering.level, minutes: minutes + had.minutes, extras: had })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      first ??= error
    }
  if (found.length === 0 && first) throw first
  return found
}

/** The choices of one service, the first's places included. */
interface Part extends Segment {
  readonly places?: readonly PlaceChoice[]
}

function segmentOf(
  shop: ResolvedShop,
  service: ResolvedService,
  { offering: named, duration, resources, options, addOns, places }: Part,
  { people, path, now }: { readonly people: number; readonly path: string; readonly now: Date },
): { readonly segment: WantedSegment; readonly notOnSale: NotOnSale | null } {
  checkOptions(service, options, path)
  const allowed = service.offerings.filter(({ id }) =>
    [named, ...(places ?? []).map(({ offering }) => offering)].every((one) => one === undefined || one === id),
  )
  if (allowed.length === 0) throw new Refusal('UNKNOWN_OFFERING', { field: `${path}.offering` })
  const { open, closed } = onSale(allowed, service.policies.booking, now, shop.zone)
  const extra = optionMinutes(service, options)
  const offerings = withExtras(timed(service, closed ? allowed : open, duration, path), (offering) =>
    places
      ? extrasOf(shop, service, Array<ResolvedOffering>(people).fill(offering), { addOns, places }, path)
      : segmentExtras(shop, service, offering, addOns, people, path),
  ).map((one) => ({ ...one, minutes: one.minutes + extra }))
  const posts = postsOf(shop, service, { resources, people, path, levels: offerings.map(({ level }) => level) })
  const lists = new Set(posts.map(({ candidates }) => candidates))
  const everyone = [...lists].flat()
  const overlapping = lists.size < posts.length || new Set(everyone).size < everyone.length
  return { segment: { service, options, path, posts, offerings, overlapping }, notOnSale: closed }
}

/** @throws Refusal UNKNOWN_SERVICE, COMBINATION_INVALID */
function combined(shop: ResolvedShop, first: ResolvedService, then: readonly Segment[]): readonly ResolvedService[] {
  const services = then.map(({ service }, index) => serviceOf(shop, service, `selection.then.${index}`))
  const isCombinable = ({ mode, combinable }: ResolvedService): boolean => mode === 'appointment' && combinable
  const wrong = services.findIndex((service) => !isCombinable(service))
  if (wrong >= 0) throw new Refusal('COMBINATION_INVALID', { field: `selection.then.${wrong}` })
  if (services.length >= MOST_SEGMENTS || (services.length > 0 && !isCombinable(first)))
    throw new Refusal('COMBINATION_INVALID', { field: 'selection.then' })
  return services
}

/**
 * @throws Refusal UNKNOWN_SERVICE (of another mode, too), UNKNOWN_OFFERING, UNKNOWN_RESOURCE, UNKNOWN_OPTION, UNKNOWN_ADD_ON,
 * QUANTITY_INVALID, DURATION_INVALID, PEOPLE_INVALID, COMBINATION_INVALID
 */
export function wanted(shop: ResolvedShop, wish: Wish, now: Date): Wanted {
  const { then = [] } = wish
  const service = serviceOf(shop, wish.service)
  if (service.mode !== 'appointment') throw new Refusal('UNKNOWN_SERVICE', { field: 'selection.service' })
  const further = combined(shop, service, then)
  const places = placesOf(service, wish)
  for (const one of further) checkPeople(one, places.length)
  const people = places.length
  const first = segmentOf(shop, service, { ...wish, places }, { people, now, path: 'selection' })
  const rest = further.map((one, index) =>
    segmentOf(shop, one, then[index] ?? { service: one.id }, { people, now, path: `selection.then.${index}` }),
  )
  const all = [first, ...rest]
  const longest = all.reduce(
    (sum, { segment }) => sum + Math.max(...segment.offerings.map(({ minutes }) => minutes)),
    0,
  )
  if (longest > MOST_DAYS * 1440)
    throw new Refusal('DURATION_INVALID', {
      field: 'selection.duration',
      values: { min: 1, max: MOST_DAYS * 1440, step: 1 },
    })
  const against = all.flatMap(({ notOnSale }) => (notOnSale ? [notOnSale] : []))
  const over = against.filter(({ reason }) => reason === 'over')
  return {
    service,
    segments: all.map(({ segment }) => segment),
    longest,
    notOnSale: over[0] ?? against.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null,
  }
}
