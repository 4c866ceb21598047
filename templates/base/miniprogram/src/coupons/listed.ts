import { fetchCouponsLeft } from '@/api/calls'
import { useLoaded } from '@/shop/use-loaded'
import { token } from '@/session/token'
import { useStore } from '@/store'
import type { PublicCoupon, PublicService, PublicShop } from '@/kaidian/booking'

/** Coupons that everybody may see. A shop that was kept by an earlier version of the app has none. */
export const listedIn = (shop: PublicShop): readonly PublicCoupon[] =>
  FEATURES.listedCoupons ? (shop.coupons ?? []) : []

/** Where a coupon can be used. */
export const servicesOf = (shop: PublicShop, { services }: PublicCoupon): readonly PublicService[] =>
  shop.services.filter(({ id, coupons }) => coupons && (services === null || services.includes(id)))

/** How often the customer who is signed in may still use each; undefined while that is not known, null without a limit. */
export const useCouponsLeft = () => {
  const session = useStore(token)
  const { value, error, reload } = useLoaded(session, () => fetchCouponsLeft().then(({ coupons }) => coupons))
  return {
    leftOf: ({ id }: PublicCoupon): number | null | undefined => value?.find((one) => one.id === id)?.left,
    /** Or could not be asked for: then any may be tried. */
    isKnown: value !== null || error !== null,
    reload,
  }
}
