import Taro, { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Row } from '@/components/row'
import { Screen } from '@/components/screen'
import { Sheet } from '@/components/sheet'
import { Empty } from '@/components/states'
import { listedIn, servicesOf, useCouponsLeft } from '@/coupons/listed'
import { useTranslation } from '@/i18n'
import { refreshShop } from '@/shop/store'
import { usePullDown } from '@/shop/use-pull-down'
import type { PublicCoupon, PublicShop } from '@/kaidian/booking'
import { Coupon } from './coupon'
import './index.css'

const openWith = (service: string, { code }: PublicCoupon) =>
  Taro.navigateTo({ url: `/pages/service/index?id=${service}&coupon=${code}` })

/** The coupons that the shop shows to everybody. Who is not signed in sees them too, and only not how often they are left. */
const CouponsPage = () => {
  const { t, say } = useTranslation()
  const [choosing, setChoosing] = useState<PublicCoupon | null>(null)
  const { leftOf, reload } = useCouponsLeft()
  useDidShow(() => void reload())
  usePullDown(() => Promise.all([refreshShop(), reload()]))

  const use = (shop: PublicShop, coupon: PublicCoupon) => {
    const [only, ...further] = servicesOf(shop, coupon)
    if (only && further.length === 0) return openWith(only.id, coupon)
    return setChoosing(coupon)
  }
  return (
    <Screen
      id="coupons"
      title={t.coupons}
      skeleton={[130, 130]}
      overlay={(shop) =>
        choosing && (
          <Sheet title={t.couponWhere} onClose={() => setChoosing(null)}>
            {servicesOf(shop, choosing).map((service) => (
              <Row
                key={service.id}
                id={`coupon-for-${service.id}`}
                icon="calendar"
                title={say(service.title)}
                onTap={() => {
                  setChoosing(null)
                  return openWith(service.id, choosing)
                }}
              />
            ))}
          </Sheet>
        )
      }
    >
      {(shop) => {
        const coupons = listedIn(shop)
        if (coupons.length === 0) return <Empty title={t.noCoupons} hint={t.noCouponsHint} />
        return (
          <View>
            {coupons.map((coupon) => (
              <Coupon
                key={coupon.id}
                shop={shop}
                coupon={coupon}
                left={leftOf(coupon)}
                onUse={() => use(shop, coupon)}
              />
            ))}
          </View>
        )
      }}
    </Screen>
  )
}

export default CouponsPage
