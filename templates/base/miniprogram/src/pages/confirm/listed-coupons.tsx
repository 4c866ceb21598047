import { View } from '@tarojs/components'
import { changeDraft } from '@/booking/draft'
import { Action } from '@/components/action'
import { listedIn, servicesOf, useCouponsLeft } from '@/coupons/listed'
import { useTranslation } from '@/i18n'
import type { PublicService, PublicShop } from '@/kaidian/booking'

interface ListedCouponsProps {
  readonly shop: PublicShop
  readonly service: PublicService
  readonly asking: boolean
}

/** Coupons that everybody may see and this customer has not used up, for this service: one tap instead of a code. */
export const ListedCoupons = ({ shop, service, asking }: ListedCouponsProps) => {
  const { t, say } = useTranslation()
  const { leftOf, isKnown } = useCouponsLeft()
  const offered = listedIn(shop).filter(
    (coupon) => leftOf(coupon) !== 0 && servicesOf(shop, coupon).some(({ id }) => id === service.id),
  )
  if (!isKnown) return null
  return (
    <>
      {offered.map(({ id, code, label, takesOff, condition }) => (
        <View key={id} className="coupon-listed">
          <View className="grow">
            <View className="figure">{say(takesOff ?? label)}</View>
            {takesOff && <View className="soft figure">{say(label)}</View>}
            {condition && <View className="soft figure">{say(condition)}</View>}
          </View>
          <Action
            id={`coupon-use-${id}`}
            kind="quiet"
            small
            disabled={asking}
            onTap={() => changeDraft({ coupon: code })}
          >
            {t.couponApply}
          </Action>
        </View>
      ))}
    </>
  )
}
