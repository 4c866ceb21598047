import type { PublicService, PublicShop } from '@/kaidian/booking'
import type { Draft, DraftSegment } from './draft'
import { offeringIn } from './price'
import { onShelf, shelfOfOrder } from './shelves'

type Options = Readonly<Record<string, string>>

/** A choice for every option: the one made, else the first. */
const settledOptions = ({ options }: PublicService, chosen: Options): Options =>
  Object.fromEntries(
    options.flatMap(({ id, choices }) => {
      const choice = choices.find((each) => each.id === chosen[id]) ?? choices[0]
      return choice ? [[id, choice.id]] : []
    }),
  )

const settledOffering = (service: PublicService, chosen: string | null): string | null =>
  (offeringIn(service, chosen) ?? service.offerings[0])?.id ?? null

/** Within the choice of the service, on one of its steps. */
const settledDuration = ({ durationChoice }: PublicService, chosen: number | null): number | null => {
  if (!durationChoice) return null
  const { min, max, step } = durationChoice
  const wanted = Math.min(max, Math.max(min, chosen ?? min))
  return min + Math.floor((wanted - min) / step) * step
}

const settledSegment = (service: PublicService, segment: DraftSegment): DraftSegment => {
  const offering = settledOffering(service, segment.offering)
  const shelf = shelfOfOrder(service, offeringIn(service, offering))
  return {
    service: service.id,
    offering,
    options: settledOptions(service, segment.options),
    addOns: onShelf(segment.addOns, shelf),
  }
}

/** A service that is put right after another one: with the same choices where it has them, else with the first. */
export const newSegment = (service: PublicService, options: Options): DraftSegment =>
  settledSegment(service, { service: service.id, offering: null, options, addOns: {} })

type Option = PublicService['options'][number]

const isSame = (one: Option, other: Option): boolean =>
  one.id === other.id && one.choices.map(({ id }) => id).join() === other.choices.map(({ id }) => id).join()

/** Options of its own; one that the first service has, too, is answered there: a car has one size, whatever is done to it. */
export const ownOptions = (service: PublicService, first: PublicService): PublicService['options'] =>
  service.options.filter((option) => !first.options.some((other) => isSame(option, other)))

/** What changes when the first service has its options chosen: those that follow have the same ones. */
export const withOptions = (shop: PublicShop, draft: Draft, options: Options): Partial<Draft> => ({
  options,
  then: draft.then.map((segment) => {
    const service = shop.services.find(({ id }) => id === segment.service)
    return service ? settledSegment(service, { ...segment, options: { ...segment.options, ...options } }) : segment
  }),
  start: null,
  session: null,
})

/** Services that may follow `service` without a gap. */
export const followers = (shop: PublicShop, service: PublicService): readonly PublicService[] =>
  service.mode === 'appointment' && service.combinable
    ? shop.services.filter(({ id, mode, combinable }) => id !== service.id && mode === 'appointment' && combinable)
    : []

/** The draft with a choice made wherever one is needed, and nothing in it that the shop no longer offers. */
export const settled = (shop: PublicShop, service: PublicService, draft: Draft): Partial<Draft> => {
  const offering = service.mode === 'registration' ? null : settledOffering(service, draft.offering)
  const others = followers(shop, service)
  return {
    offering,
    options: settledOptions(service, draft.options),
    addOns: onShelf(draft.addOns, shelfOfOrder(service, offeringIn(service, offering))),
    people:
      service.mode === 'registration'
        ? draft.people
        : Math.min(service.people.max, Math.max(service.people.min, draft.people)),
    duration: settledDuration(service, draft.duration),
    then: draft.then.flatMap((segment) => {
      const further = others.find(({ id }) => id === segment.service)
      return further ? [settledSegment(further, segment)] : []
    }),
  }
}
