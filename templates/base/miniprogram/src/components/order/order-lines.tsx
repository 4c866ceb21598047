import { View } from '@tarojs/components'
import { dayTitle } from '@/format/date'
import { useTranslation } from '@/i18n'
import type { OrderView } from '@/kaidian/booking'
import './order.css'

/** What, when and with whom of an order. */
export const OrderLines = ({ order }: { readonly order: OrderView }) => {
  const { t, say, locale } = useTranslation()
  return (
    <View>
      <View className="order-title">
        {say(order.serviceTitle)} · {say(order.offeringTitle)}
      </View>
      <View className="line">
        <View className="line-label">{t.time}</View>
        <View id="order-time" className="line-value figure">
          {dayTitle(order.day, locale)} {order.time}–{order.endTime}
        </View>
      </View>
      {order.resources.map(({ role, name }, at) => (
        <View key={at} className="line">
          <View className="line-label">{say(role)}</View>
          <View className="line-value">{say(name)}</View>
        </View>
      ))}
    </View>
  )
}
