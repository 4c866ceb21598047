import type { AssignedPlace, PlaceChoice, Selection } from '../booking.ts'
import { Refusal } from '../refusals.ts'
import type { ResolvedOffering, ResolvedService, ResolvedShop } from '../resolved.ts'
import { both } from '../words.ts'

/** Quantities of add-ons by id. */
export type AddOns = Readonly<Record<string, number>>

export const own = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined

/** @throws Refusal UNKNOWN_SERVICE */
export function serviceOf(shop: ResolvedShop, id: string, path = 'selection'): ResolvedService {
  const service = shop.services.get(id)
  if (!service) throw new Refusal('UNKNOWN_SERVICE', { field: `${path}.service` })
  return service
}

/**
 * One choice for each person, as given or all alike; the least a service takes when nothing is said.
 * @throws Refusal INPUT_INVALID, PEOPLE_INVALID
 */
export function placesOf(
  service: ResolvedService,
  { people, places }: Pick<Selection, 'people' | 'places'>,
): readonly PlaceChoice[] {
  const count = people ?? places?.length ?? service.people.min
  checkPeople(service, count)
  if (places && places.length !== count) throw new Refusal('INPUT_INVALID', { field: 'selection.places' })
  return places ?? Array.from({ length: count }, () => ({}))
}

/** @throws Refusal PEOPLE_INVALID */
export function checkPeople({ people: { title, min, max } }: ResolvedService, count: number): void {
  if (Number.isInteger(count) && min <= count && count <= max) return
  throw new Refusal('PEOPLE_INVALID', {
    field: 'selection.people',
    values: { title: title ?? both('人数', 'Number of people'), min, max },
  })
}

/** @throws Refusal UNKNOWN_OPTION */
export function checkOptions({ options }: ResolvedService, given: Selection['options'], path: string): void {
  for (const [id, choice] of Object.entries(given ?? {}))
    if (!options.find((option) => option.id === id)?.choices.some((one) => one.id === choice))
      throw new Refusal('UNKNOWN_OPTION', { field: `${path}.options.${id}` })
}

/** @throws Refusal OPTION_MISSING */
export function everyOptionChosen({ options }: ResolvedService, given: Selection['options'], path: string): void {
  for (const { id, title } of options)
    if (own(given, id) === undefined)
      throw new Refusal('OPTION_MISSING', { field: `${path}.options.${id}`, values: { title } })
}

/** What an offering makes of the add-ons of an order: required ones counted in. */
export interface Extras {
  /** For the whole order. */
  readonly addOns: AddOns
  readonly places: readonly AssignedPlace[]
  /** Minutes that all of them add. */
  readonly minutes: number
}

/** Which add-ons may be chosen at one place, and which always are. */
interface Shelf {
  readonly allowed: readonly string[]
  readonly required: readonly string[]
}

const NONE: Shelf = { allowed: [], required: [] }

const joinedShelf = (...shelves: readonly Shelf[]): Shelf => ({
  allowed: shelves.flatMap(({ allowed }) => allowed),
  required: shelves.flatMap(({ required }) => required),
})

/** Where add-ons are chosen: those of a service by each person or once for the order; those of a ticket with the ticket. */
function shelves(
  service: ResolvedService,
  offering: ResolvedOffering,
): { readonly order: Shelf; readonly place: Shelf } {
  const ofService: Shelf = { allowed: service.addOns, required: service.requiredAddOns }
  const ofOffering: Shelf = { allowed: offering.addOns, required: offering.requiredAddOns }
  if (service.addOnsEach) return { order: NONE, place: joinedShelf(ofService, ofOffering) }
  if (service.mode === 'registration') return { order: ofService, place: ofOffering }
  return { order: joinedShelf(ofService, ofOffering), place: NONE }
}

/** @throws Refusal UNKNOWN_ADD_ON, QUANTITY_INVALID */
function taken(
  shop: ResolvedShop,
  { allowed, required }: Shelf,
  given: AddOns | undefined,
  path: string,
  least = 1,
): AddOns {
  for (const [id, quantity] of Object.entries(given ?? {})) {
    const addOn = allowed.includes(id) || required.includes(id) ? shop.addOns.get(id) : undefined
    if (!addOn) throw new Refusal('UNKNOWN_ADD_ON', { field: `${path}.addOns.${id}` })
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > addOn.max)
      throw new Refusal('QUANTITY_INVALID', { field: `${path}.addOns.${id}`, values: { max: addOn.max } })
  }
  return { ...Object.fromEntries(required.map((id) => [id, least])), ...given }
}

const minutesOf = (shop: ResolvedShop, addOns: AddOns): number =>
  Object.entries(addOns).reduce((sum, [id, quantity]) => sum + (shop.addOns.get(id)?.minutes ?? 0) * quantity, 0)

/**
 * The add-ons of an order whose places all have one offering, or of a registration each its own.
 * @param offerings of each place
 * @throws Refusal UNKNOWN_ADD_ON, QUANTITY_INVALID
 */
export function extrasOf(
  shop: ResolvedShop,
  service: ResolvedService,
  offerings: readonly ResolvedOffering[],
  chosen: { readonly addOns?: AddOns | undefined; readonly places: readonly PlaceChoice[] },
  path = 'selection',
): Extras {
  const [first] = offerings
  const addOns = first ? taken(shop, shelves(service, first).order, chosen.addOns, path) : {}
  const places = offerings.map((offering, index): AssignedPlace => ({
    offering: offering.id,
    addOns: taken(shop, shelves(service, offering).place, chosen.places[index]?.addOns, `${path}.places.${index}`),
  }))
  return {
    addOns,
    places,
    minutes: [addOns, ...places.map((place) => place.addOns)].reduce((sum, one) => sum + minutesOf(shop, one), 0),
  }
}

/**
 * The add-ons of a service that follows another one: its order has no places of its own, so what each person has is counted
 * together.
 * @throws Refusal UNKNOWN_ADD_ON, QUANTITY_INVALID
 */
export function segmentExtras(
  shop: ResolvedShop,
  service: ResolvedService,
  offering: ResolvedOffering,
  given: AddOns | undefined,
  people: number,
  path: string,
): Extras {
  const { order, place } = shelves(service, offering)
  const addOns = taken(shop, joinedShelf(order, place), given, path, service.addOnsEach ? people : 1)
  return { addOns, places: [], minutes: minutesOf(shop, addOns) }
}
