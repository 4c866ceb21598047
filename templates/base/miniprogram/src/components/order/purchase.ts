import { serviceIn } from '@/shop/store'
import type { OrderView, PublicShop } from '@/kaidian/booking'

/** Whether all that was ordered are passes, memberships or stored value: they are there at once, and nobody comes for them. */
export const isPurchase = (shop: PublicShop, { selection }: Pick<OrderView, 'selection'>): boolean => {
  const service = FEATURES.entitlements ? serviceIn(shop, selection.service) : undefined
  if (!service || service.mode !== 'registration' || service.event) return false
  const grants = (id: string): boolean => service.offerings.some((offering) => offering.id === id && offering.grants)
  return selection.places.every(({ offering }) => grants(offering))
}
