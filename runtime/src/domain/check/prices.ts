import type { Offering, Service, Shop } from '@kaidian/schemas'
import { shortest } from './durations.ts'
import { servicesOf } from './places.ts'
import { party } from './possible.ts'

/** Whether some rule may add to the price of a service. */
const maybeMore = (shop: Shop, service: Service): boolean =>
  (shop.fees ?? []).some(
    (rule) => (rule.phase === 'base' || rule.phase === 'surcharge') && servicesOf(shop, rule).includes(service),
  )

function quantity(service: Service, offering: Offering): number {
  const { per = service.mode === 'appointment' ? 'booking' : 'person', unitMinutes = 60, team } = offering
  const people = Math.max(party(service).min, team?.min ?? 1)
  const times = shortest(service, offering) / unitMinutes
  switch (per) {
    case 'booking':
      return 1
    case 'person':
      return people
    case 'time':
      return times
    case 'personTime':
      return times * people
  }
}

/**
 * The least that an order of an offering comes to before discounts, in fen, add-ons of choice left out; null where rules may add
 * to it, so that nothing is certain.
 */
export function leastPrice(shop: Shop, service: Service, offering: Offering): number | null {
  if (maybeMore(shop, service) || offering.prorate === true) return null
  const options = (service.options ?? []).reduce(
    (sum, { choices }) => sum + Math.min(...choices.map(({ price = 0 }) => price)),
    0,
  )
  const included = [...(service.requiredAddOns ?? []), ...(offering.requiredAddOns ?? [])]
  const addOns = (shop.addOns ?? []).reduce((sum, { id, price }) => sum + (included.includes(id) ? price : 0), 0)
  return Math.floor(offering.price * quantity(service, offering)) + options + addOns * party(service).min
}

/** The cheapest offering of a service that costs anything, with the price of an order and of the offering; null where that is not certain. */
export function cheapest(
  shop: Shop,
  service: Service,
): { readonly offering: Offering; readonly price: number; readonly base: number } | null {
  const priced = service.offerings.flatMap((offering) => {
    const price = leastPrice(shop, service, offering)
    return price === null || price === 0 ? [] : [{ offering, price, base: offering.price }]
  })
  return priced.toSorted((a, b) => a.price - b.price)[0] ?? null
}
