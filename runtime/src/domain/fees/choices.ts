/** What was chosen: a line for each offering, option and add-on. */
import type { AssignedPlace, Assignment } from '../booking.ts'
import { Refusal } from '../refusals.ts'
import type { ResolvedAddOn, ResolvedOffering, ResolvedService, ResolvedShop } from '../resolved.ts'
import { add, type Belonging, type Draft } from './draft.ts'
import { joinedLabel } from './labels.ts'
import { boughtSeries, type OrderSegment, segmentsOf, timeOfOrder, timeOfSegments } from './segments.ts'
import { share } from './share.ts'

interface Priced {
  readonly quantity: number
  readonly unitAmount: number
}

/** How many prices of an offering one person or the order pays, and how much each is: whole units of time where they fit. */
function timed(price: number, minutes: number, unitMinutes: number): Priced {
  return minutes % unitMinutes === 0
    ? { quantity: minutes / unitMinutes, unitAmount: price }
    : { quantity: 1, unitAmount: share(price, minutes, unitMinutes) }
}

/** The price of a whole series for one who joins late: by the sessions that are bought. */
function seriesPrice(shop: ResolvedShop, { price, prorate, covers }: ResolvedOffering, assignment: Assignment): number {
  const series = prorate && covers === 'series' ? boughtSeries(shop, assignment) : undefined
  const left = assignment.sessions?.length
  return !series || left === undefined
    ? price
    : share(price, Math.min(left, series.starts.length), series.starts.length)
}

/** Minutes that options and add-ons make an appointment longer by; they have prices of their own. */
function extraMinutes(shop: ResolvedShop, assignment: Assignment, segment: OrderSegment): number {
  const { mode, options } = serviceOf(shop, segment)
  if (mode !== 'appointment') return 0
  let minutes = 0
  for (const { id, choices } of options)
    minutes += choices.find((choice) => choice.id === segment.options[id])?.minutes ?? 0
  const isFirst = segment.start === assignment.start
  for (const { addOns } of isFirst ? [segment, ...assignment.places] : [segment])
    for (const id of Object.keys(addOns)) minutes += (shop.addOns.get(id)?.minutes ?? 0) * (addOns[id] ?? 0)
  return minutes
}

/** The price of one offering: for the order, or for one person, as its `per` says. Time is that of the service itself. */
function priceOf(
  shop: ResolvedShop,
  offering: ResolvedOffering,
  assignment: Assignment,
  segment: OrderSegment,
): Priced {
  if (offering.per === 'booking' || offering.per === 'person')
    return { quantity: 1, unitAmount: seriesPrice(shop, offering, assignment) }
  const { minutes } = assignment.then ? timeOfSegments(shop, [segment]) : timeOfOrder(shop, assignment)
  const own = Math.max(0, minutes - extraMinutes(shop, assignment, segment))
  return timed(offering.price, own, offering.unitMinutes)
}

const isPerPerson = ({ per }: ResolvedOffering): boolean => per === 'person' || per === 'personTime'

const everyPlace = (places: readonly unknown[]): number[] => places.map((_, index) => index)

function placesOf(places: readonly AssignedPlace[]): ReadonlyMap<string, readonly number[]> {
  const byOffering = new Map<string, number[]>()
  for (const [index, { offering }] of places.entries()) {
    const found = byOffering.get(offering)
    if (found) found.push(index)
    else byOffering.set(offering, [index])
  }
  return byOffering
}

function addOffering(
  draft: Draft,
  shop: ResolvedShop,
  service: ResolvedService,
  assignment: Assignment,
  segment: OrderSegment,
  id: string,
  rule: string,
  places: readonly number[],
  belonging: Belonging | undefined,
): void {
  const offering = service.offerings.find((one) => one.id === id)
  if (!offering) throw new Refusal('UNKNOWN_OFFERING', { field: 'selection.offering' })
  const { quantity, unitAmount } = priceOf(shop, offering, assignment, segment)
  const label = joinedLabel(service.title, offering.title)
  if (isPerPerson(offering))
    add(draft, 'base', rule, label, quantity * places.length, unitAmount, { ...belonging, places })
  else if (places.length === assignment.places.length) add(draft, 'base', rule, label, quantity, unitAmount, belonging)
  else add(draft, 'base', rule, label, quantity, unitAmount, { ...belonging, places })
}

/** One line for each offering of an order: the one of a segment, or the ticket types of a registration. */
export function addOfferings(draft: Draft, shop: ResolvedShop, assignment: Assignment): void {
  for (const [index, segment] of segmentsOf(assignment).entries()) {
    const service = serviceOf(shop, segment)
    const belonging = belongingOf(assignment, index)
    const tickets = index === 0 && service.mode === 'registration' ? placesOf(assignment.places) : null
    if (tickets && tickets.size > 1)
      for (const [id, places] of tickets)
        addOffering(draft, shop, service, assignment, segment, id, `offering:${id}`, places, belonging)
    else {
      const id = tickets ? (assignment.places[0]?.offering ?? segment.offering) : segment.offering
      const places = everyPlace(assignment.places)
      addOffering(draft, shop, service, assignment, segment, id, 'offering', places, belonging)
    }
  }
}

export function serviceOf(shop: ResolvedShop, { service }: { readonly service: string }): ResolvedService {
  const found = shop.services.get(service)
  if (!found) throw new Refusal('UNKNOWN_SERVICE', { field: 'selection.service' })
  return found
}

/** Absent where there is one service: its lines belong to the whole order. */
const belongingOf = ({ then }: Assignment, segment: number): Belonging | undefined => (then ? { segment } : undefined)

export function addOptions(draft: Draft, shop: ResolvedShop, assignment: Assignment): void {
  for (const [index, segment] of segmentsOf(assignment).entries())
    for (const option of serviceOf(shop, segment).options) {
      const { id, title } = option
      const chosen = Object.hasOwn(segment.options, id) ? segment.options[id] : undefined
      const choice = option.choices.find((one) => one.id === chosen)
      if (!choice) throw new Refusal('OPTION_MISSING', { field: `selection.options.${id}`, values: { title } })
      if (choice.price === 0) continue
      const label = joinedLabel(title, choice.title)
      add(draft, 'option', `option:${id}`, label, 1, choice.price, belongingOf(assignment, index))
    }
}

/** An add-on that this service, or this ticket, may or must have. */
function addOnOf(shop: ResolvedShop, service: ResolvedService, id: string, ticket?: string): ResolvedAddOn {
  const own = ticket === undefined ? undefined : service.offerings.find((offering) => offering.id === ticket)
  const lists = [service.addOns, service.requiredAddOns, own?.addOns, own?.requiredAddOns]
  const addOn = lists.some((list) => list?.includes(id)) ? shop.addOns.get(id) : undefined
  if (!addOn) throw new Refusal('UNKNOWN_ADD_ON', { field: `selection.addOns.${id}` })
  return addOn
}

export function addAddOns(draft: Draft, shop: ResolvedShop, assignment: Assignment): void {
  for (const [index, segment] of segmentsOf(assignment).entries()) {
    const service = serviceOf(shop, segment)
    for (const id of Object.keys(segment.addOns)) {
      const { title, price } = addOnOf(shop, service, id, segment.offering)
      add(draft, 'addOn', `add-on:${id}`, title, segment.addOns[id] ?? 0, price, belongingOf(assignment, index))
    }
  }
  addAddOnsOfPlaces(draft, shop, assignment)
}

/** Places that have as many of an add-on share its line. */
function addAddOnsOfPlaces(draft: Draft, shop: ResolvedShop, assignment: Assignment): void {
  const service = serviceOf(shop, assignment)
  const shared = new Map<
    string,
    { readonly addOn: ResolvedAddOn; readonly quantity: number; readonly places: number[] }
  >()
  for (const [place, { addOns, offering }] of assignment.places.entries())
    for (const id of Object.keys(addOns)) {
      const quantity = addOns[id] ?? 0
      const key = `${id} ${quantity}`
      const found = shared.get(key)
      if (found) found.places.push(place)
      else shared.set(key, { addOn: addOnOf(shop, service, id, offering), quantity, places: [place] })
    }
  for (const { addOn, quantity, places } of shared.values()) {
    const belonging = { ...belongingOf(assignment, 0), places }
    add(draft, 'addOn', `add-on:${addOn.id}`, addOn.title, quantity * places.length, addOn.price, belonging)
  }
}
