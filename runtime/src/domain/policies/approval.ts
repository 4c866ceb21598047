import type { Assignment } from '../booking.ts'
import type { Approval, ResolvedShop } from '../resolved.ts'

/** The approval an order waits for: that of any of its places or services counts, the one before payment first. */
export function approvalOf(
  shop: ResolvedShop,
  { service, offering, places, then = [] }: Pick<Assignment, 'service' | 'offering' | 'places' | 'then'>,
): Approval {
  const approvals = [
    { service, offering },
    ...places.map((place) => ({ service, offering: place.offering })),
    ...then,
  ].map((part) => shop.services.get(part.service)?.offerings.find(({ id }) => id === part.offering)?.approval)
  return approvals.includes('beforePayment')
    ? 'beforePayment'
    : approvals.includes('afterPayment')
      ? 'afterPayment'
      : 'none'
}
