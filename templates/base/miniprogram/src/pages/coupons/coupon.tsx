import { View } from '@tarojs/components'
import { servicesOf } from '@/coupons/listed'
import { Action } from '@/components/action'
import { useTranslation } from '@/i18n'
import type { PublicCoupon, PublicShop } from '@/kaidian/booking'

interface CouponProps {
  readonly shop: PublicShop
  readonly coupon: PublicCoupon
  /** Uses; null: without a limit, undefined: not known. */
  readonly left: number | null | undefined
  readonly onUse: () => unknown
}

/** One of them: what it takes off, under which condition, where, and how often it is still good. */
export const Coupon = ({ shop, coupon, left, onUse }: CouponProps) => {
  const { t, say, locale } = useTranslation()
  const { id, code, label, takesOff, condition, services, perCustomer } = coupon
  const isOver = left === 0
  const name = say(label)
  const titles = servicesOf(shop, coupon).map(({ title }) => say(title))
  const uses = isOver
    ? t.couponUsedUp
    : typeof left === 'number'
      ? t.usesLeft(left)
      : perCustomer === null
        ? null
        : t.couponEach(perCustomer)
  const lines = [
    takesOff === null ? null : name,
    name.includes(code) ? null : t.couponCode(code),
    condition === null ? null : say(condition),
    shop.services.length === 1
      ? null
      : services === null
        ? t.couponForAll
        : t.couponFor(titles.join(locale === 'en' ? ', ' : '、')),
    uses,
  ]
  return (
    <View id={`coupon-${id}`} className={`card coupon ${isOver ? 'coupon-over' : ''}`}>
      <View className="grow">
        <View className="coupon-off figure">{takesOff === null ? name : say(takesOff)}</View>
        {lines.map(
          (line, at) =>
            line !== null && (
              <View key={at} className="soft figure">
                {line}
              </View>
            ),
        )}
      </View>
      <Action id={`coupon-use-${id}`} kind="quiet" small disabled={isOver} onTap={onUse}>
        {t.couponGoUse}
      </Action>
    </View>
  )
}
