import type { PublicOffering, PublicService } from '@/kaidian/booking'

/** Ids of add-ons: those one may choose, and those that always come with it. */
export interface Shelf {
  readonly optional: readonly string[]
  readonly required: readonly string[]
}

const NONE: Shelf = { optional: [], required: [] }

const shelfOf = (...from: readonly (Pick<PublicOffering, 'addOns' | 'requiredAddOns'> | undefined)[]): Shelf => {
  const required = from.flatMap((one) => one?.requiredAddOns ?? [])
  return { optional: from.flatMap((one) => one?.addOns ?? []).filter((id) => !required.includes(id)), required }
}

/** What is chosen once for the whole order. */
export const shelfOfOrder = (service: PublicService, offering: PublicOffering | undefined): Shelf => {
  if (service.addOnsEach) return NONE
  return service.mode === 'registration' ? shelfOf(service) : shelfOf(service, offering)
}

/** What each person chooses for themselves. */
export const shelfOfPlace = (service: PublicService, offering: PublicOffering | undefined): Shelf => {
  if (service.addOnsEach) return shelfOf(service, offering)
  return service.mode === 'registration' ? shelfOf(offering) : NONE
}

/** `chosen` without what is not on the shelf. */
export const onShelf = (chosen: Readonly<Record<string, number>>, { optional }: Shelf): Record<string, number> =>
  Object.fromEntries(Object.entries(chosen).filter(([id]) => optional.includes(id)))
