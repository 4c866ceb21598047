import { Refusal } from '../refusals.ts'
import type { ResolvedResource, ResolvedService, ResolvedShop } from '../resolved.ts'

/** What a customer asks for, as far as it is said; the start comes separately. */
export interface Wish {
  readonly service: string
  readonly offering?: string
  /** role → resource id */
  readonly resources?: Readonly<Record<string, string>>
  /** option id → choice id */
  readonly options?: Readonly<Record<string, string>>
  /** add-on id → quantity */
  readonly addOns?: Readonly<Record<string, number>>
}

/** An offering with the minutes it takes, options and add-ons included. */
export interface WantedOffering {
  readonly id: string
  readonly minutes: number
}

/** Who may do it: `offerings` are those the candidate gives (of the first role), or all of them. */
export interface Candidate {
  readonly resource: ResolvedResource
  readonly offerings: readonly WantedOffering[]
}

export interface WantedRole {
  readonly role: string
  readonly candidates: readonly Candidate[]
}

/** A wish held against the shop: every id is known. */
export interface Wanted {
  readonly service: ResolvedService
  readonly roles: readonly WantedRole[]
  readonly offerings: readonly WantedOffering[]
  readonly shortest: number
  readonly longest: number
  /** Whether a resource may stand in two roles, so that roles cannot be filled one by one. */
  readonly overlapping: boolean
}

const own = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined

/** Minutes that the choices add; an option without a choice counts with its shortest. */
function optionMinutes(service: ResolvedService, options: Wish['options']): number {
  for (const id of Object.keys(options ?? {}))
    if (!service.options.some((option) => option.id === id))
      throw new Refusal('UNKNOWN_OPTION', { field: `selection.options.${id}` })
  let minutes = 0
  for (const option of service.options) {
    const chosen = own(options, option.id)
    const choice = option.choices.find(({ id }) => id === chosen)
    if (chosen !== undefined && !choice)
      throw new Refusal('UNKNOWN_OPTION', { field: `selection.options.${option.id}` })
    minutes += choice ? choice.minutes : Math.min(...option.choices.map((one) => one.minutes))
  }
  return minutes
}

function addOnMinutes(shop: ResolvedShop, service: ResolvedService, addOns: Wish['addOns']): number {
  let minutes = 0
  for (const [id, quantity] of Object.entries(addOns ?? {})) {
    const addOn = service.addOns.includes(id) ? shop.addOns.get(id) : undefined
    if (!addOn) throw new Refusal('UNKNOWN_ADD_ON', { field: `selection.addOns.${id}` })
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > 9)
      throw new Refusal('QUANTITY_INVALID', { field: `selection.addOns.${id}` })
    minutes += addOn.minutes * quantity
  }
  return minutes
}

/** @throws Refusal UNKNOWN_SERVICE, UNKNOWN_OFFERING, UNKNOWN_RESOURCE, UNKNOWN_OPTION, UNKNOWN_ADD_ON, QUANTITY_INVALID */
export function wanted(shop: ResolvedShop, wish: Wish): Wanted {
  const service = shop.services.get(wish.service)
  if (!service) throw new Refusal('UNKNOWN_SERVICE', { field: 'selection.service' })
  const extra = optionMinutes(service, wish.options) + addOnMinutes(shop, service, wish.addOns)
  const allowed = service.offerings.filter(({ id }) => wish.offering === undefined || id === wish.offering)
  if (allowed.length === 0) throw new Refusal('UNKNOWN_OFFERING', { field: 'selection.offering' })
  for (const role of Object.keys(wish.resources ?? {}))
    if (!service.requirements.some((requirement) => requirement.role === role))
      throw new Refusal('UNKNOWN_RESOURCE', { field: `selection.resources.${role}` })
  const offerings = allowed.map(({ id, duration }): WantedOffering => ({ id, minutes: duration + extra }))
  const roles = service.requirements.map(({ role, choice, resources }, index): WantedRole => {
    const named = own(wish.resources, role)
    if (named !== undefined && (choice === 'any' || !resources.includes(named)))
      throw new Refusal('UNKNOWN_RESOURCE', { field: `selection.resources.${role}` })
    const candidates = (named === undefined ? resources : [named]).flatMap((id): Candidate[] => {
      const resource = shop.resources.get(id)
      if (!resource) return []
      const given =
        index > 0 ? offerings : offerings.filter((_, at) => (allowed[at]?.level ?? resource.level) === resource.level)
      return given.length > 0 ? [{ resource, offerings: given }] : []
    })
    return { role, candidates }
  })
  const everyone = roles.flatMap(({ candidates }) => candidates.map(({ resource }) => resource.id))
  return {
    service,
    roles,
    offerings,
    shortest: Math.min(...offerings.map(({ minutes }) => minutes)),
    longest: Math.max(...offerings.map(({ minutes }) => minutes)),
    overlapping: new Set(everyone).size < everyone.length,
  }
}
