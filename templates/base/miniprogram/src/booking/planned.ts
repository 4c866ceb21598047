import type { Assignment, PublicService, PublicShop } from '@/kaidian/booking'

const MINUTE = 60_000

/**
 * The minutes that were chosen for an appointment, read off how long it takes without its options and add-ons; undefined where
 * the service leaves no choice.
 */
export const durationOf = (shop: PublicShop, service: PublicService, selection: Assignment): number | undefined => {
  const { start, end, then = [], options, addOns, places } = selection
  const until = then[0]?.start ?? end
  if (!service.durationChoice || !start || !until) return undefined
  const ofOptions = service.options.reduce(
    (sum, option) => sum + (option.choices.find(({ id }) => id === options[option.id])?.minutes ?? 0),
    0,
  )
  const ofAddOns = [addOns, ...places.map((place) => place.addOns)].reduce(
    (sum, chosen) => sum + shop.addOns.reduce((all, { id, minutes }) => all + minutes * (chosen[id] ?? 0), 0),
    0,
  )
  return (Date.parse(until) - Date.parse(start)) / MINUTE - ofOptions - ofAddOns
}
