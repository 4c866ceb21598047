import { Refusal } from '../refusals.ts'
import type { ResolvedPolicies, ResolvedShop } from '../resolved.ts'

/** @throws Refusal UNKNOWN_SERVICE */
export function policiesOf(shop: ResolvedShop, service: string): ResolvedPolicies {
  const found = shop.services.get(service)
  if (!found) throw new Refusal('UNKNOWN_SERVICE', { field: 'service' })
  return found.policies
}

/** How long a chosen time is kept until it is paid. @throws Refusal UNKNOWN_SERVICE */
export const holdMinutes = (shop: ResolvedShop, service: string): number =>
  policiesOf(shop, service).booking.holdMinutes
