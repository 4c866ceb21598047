import type { PublicService, PublicShop } from '@/kaidian/booking'
import type { Draft } from './draft'

/** List price of what is chosen so far: offering, options and add-ons, before the rules of the day. In fen. */
export const listPrice = (shop: PublicShop, service: PublicService, draft: Draft): number => {
  const base = service.offerings.find(({ id }) => id === draft.offering)?.price ?? service.priceFrom
  const options = service.options.reduce(
    (sum, option) => sum + (option.choices.find(({ id }) => id === draft.options[option.id])?.price ?? 0),
    0,
  )
  const addOns = shop.addOns.reduce((sum, { id, price }) => sum + price * (draft.addOns[id] ?? 0), 0)
  return base + options + addOns
}

/** Minutes the chosen service takes, with its options and add-ons. */
export const plannedMinutes = (shop: PublicShop, service: PublicService, draft: Draft): number => {
  const base = service.offerings.find(({ id }) => id === draft.offering)?.duration ?? service.duration
  const options = service.options.reduce(
    (sum, option) => sum + (option.choices.find(({ id }) => id === draft.options[option.id])?.minutes ?? 0),
    0,
  )
  return base + options + shop.addOns.reduce((sum, { id, minutes }) => sum + minutes * (draft.addOns[id] ?? 0), 0)
}
