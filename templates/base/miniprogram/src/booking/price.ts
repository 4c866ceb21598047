import type { PublicOffering, PublicService, PublicShop } from '@/kaidian/booking'
import type { Draft } from './draft'
import { shelfOfOrder, shelfOfPlace } from './shelves'

type Counts = Readonly<Record<string, number>>
type Choices = Readonly<Record<string, string>>
type Amount = 'price' | 'minutes'

const chosenOptions = ({ options }: PublicService, chosen: Choices, what: Amount): number =>
  options.reduce((sum, { id, choices }) => sum + (choices.find((each) => each.id === chosen[id])?.[what] ?? 0), 0)

const chosenAddOns = (shop: PublicShop, required: readonly string[], chosen: Counts, what: Amount): number =>
  shop.addOns.reduce((sum, addOn) => {
    const count = chosen[addOn.id] ?? (required.includes(addOn.id) ? 1 : 0)
    return sum + addOn[what] * count
  }, 0)

export const offeringIn = ({ offerings }: PublicService, id: string | null | undefined): PublicOffering | undefined =>
  offerings.find((offering) => offering.id === id)

/** Minutes of the service itself, without options and add-ons. */
const ownMinutes = (service: PublicService, offering: PublicOffering | undefined, duration: number | null): number =>
  duration ?? (offering?.duration || service.duration)

/** The list price of an offering for one unit; where rules alone make the price, the lowest they make. */
const unitPrice = ({ priceFrom }: PublicService, offering: PublicOffering | undefined): number =>
  offering?.price || priceFrom

const baseFor = (
  service: PublicService,
  offering: PublicOffering | undefined,
  { people, minutes }: { readonly people: number; readonly minutes: number },
): number => {
  const { per = 'booking', unitMinutes = 60 } = offering ?? {}
  const heads = per === 'person' || per === 'personTime' ? people : 1
  const units = per === 'time' || per === 'personTime' ? minutes / unitMinutes : 1
  return Math.round(unitPrice(service, offering) * heads * units)
}

/** Each ticket with the add-ons of its person; a ticket for the whole order counts once. */
const ticketsPrice = (shop: PublicShop, service: PublicService, { places, addOns }: Draft): number => {
  const ofPlaces = places.reduce((sum, place, at) => {
    const offering = offeringIn(service, place.offering)
    const isFurther = offering?.per === 'booking' && places.findIndex((one) => one.offering === place.offering) < at
    const extras = chosenAddOns(shop, shelfOfPlace(service, offering).required, place.addOns, 'price')
    return sum + (isFurther ? 0 : (offering?.price ?? 0)) + extras
  }, 0)
  return ofPlaces + chosenAddOns(shop, shelfOfOrder(service, undefined).required, addOns, 'price')
}

/** What a service comes to by its price list, before the rules of the day, in fen, and how many minutes it takes. */
const listed = (
  shop: PublicShop,
  service: PublicService,
  draft: Pick<Draft, 'offering' | 'options' | 'addOns' | 'people' | 'duration' | 'places'>,
): { readonly price: number; readonly minutes: number } => {
  const { options, addOns, people, duration, places } = draft
  const offering = offeringIn(service, draft.offering)
  const own = ownMinutes(service, offering, duration)
  const required = shelfOfOrder(service, offering).required
  const ofPlace = shelfOfPlace(service, offering).required
  const persons: readonly Counts[] =
    places.length > 0 ? places.map((place) => place.addOns) : Array.from({ length: people }, () => ({}))
  const extras = (what: Amount): number =>
    chosenOptions(service, options, what) +
    chosenAddOns(shop, required, addOns, what) +
    persons.reduce<number>((sum, chosen) => sum + chosenAddOns(shop, ofPlace, chosen, what), 0)
  return {
    price: baseFor(service, offering, { people, minutes: own }) + extras('price'),
    minutes: own + extras('minutes'),
  }
}

/** The service of the draft and those right after it. */
const allListed = (shop: PublicShop, service: PublicService, draft: Draft) => [
  listed(shop, service, draft),
  ...draft.then.flatMap((segment) => {
    const further = shop.services.find(({ id }) => id === segment.service)
    return further ? [listed(shop, further, { ...segment, people: draft.people, duration: null, places: [] })] : []
  }),
]

/** List price of what is chosen so far, before the rules of the day. In fen. */
export const listPrice = (shop: PublicShop, service: PublicService, draft: Draft): number =>
  service.mode === 'registration'
    ? ticketsPrice(shop, service, draft)
    : allListed(shop, service, draft).reduce((sum, { price }) => sum + price, 0)

/** Minutes that everything chosen takes. */
export const plannedMinutes = (shop: PublicShop, service: PublicService, draft: Draft): number =>
  allListed(shop, service, draft).reduce((sum, { minutes }) => sum + minutes, 0)
