import { View } from '@tarojs/components'
import { whenTitle } from '@/format/date'
import { useTranslation } from '@/i18n'
import type { OrderView } from '@/kaidian/booking'
import { OrderState } from './order-state'
import './order.css'

interface OrderLinesProps {
  readonly order: OrderView
  readonly withState?: boolean
}

/** What, when and with whom of an order. */
export const OrderLines = ({ order, withState = false }: OrderLinesProps) => {
  const { t, say, locale } = useTranslation()
  return (
    <View>
      <View className="order-card-head">
        <View className="order-title grow">
          {say(order.serviceTitle)} · {say(order.offeringTitle)}
        </View>
        {withState && <OrderState order={order} />}
      </View>
      {order.day && (
        <View className="line">
          <View className="line-label">{t.time}</View>
          <View id="order-time" className="line-value figure">
            {whenTitle(order, locale)}
          </View>
        </View>
      )}
      {order.resources.map(({ role, name }, at) => (
        <View key={at} className="line">
          <View className="line-label">{say(role)}</View>
          <View className="line-value">{say(name)}</View>
        </View>
      ))}
    </View>
  )
}
