import { View } from '@tarojs/components'
import { wallOf, whenTitle } from '@/format/date'
import { useTranslation } from '@/i18n'
import { serviceIn } from '@/shop/store'
import type { OrderView, PublicShop } from '@/kaidian/booking'
import { Line } from './line'
import { OrderState } from './order-state'
import { SelectionLines } from './selection-lines'
import { orderTitle } from './order-title'
import './order.css'

interface OrderLinesProps {
  readonly order: OrderView
  readonly shop: PublicShop
  readonly withState?: boolean
}

/** What, when, for whom and with whom of an order. */
export const OrderLines = ({ order, shop, withState = false }: OrderLinesProps) => {
  const { t, say, locale } = useTranslation()
  const service = serviceIn(shop, order.selection.service)
  const days = (order.selection.sessions ?? []).map((session) => wallOf(new Date(session), shop.zone).day)
  return (
    <View>
      <View className="order-card-head">
        <View className="order-title grow">
          {service?.mode === 'registration' ? say(order.serviceTitle) : orderTitle(order, say)}
        </View>
        {withState && <OrderState order={order} />}
      </View>
      {service ? (
        <SelectionLines
          shop={shop}
          service={service}
          selection={order.selection}
          when={order.day ? { ...order, days } : service.event}
          timeId="order-time"
          resources={order.resources}
          withdrawn={order.withdrawn}
        />
      ) : (
        <>
          {order.day && (
            <Line id="order-time" label={t.time} figure>
              {whenTitle(order, locale)}
            </Line>
          )}
          {order.resources.map(({ role, name }, at) => (
            <Line key={at} label={say(role)}>
              {say(name)}
            </Line>
          ))}
        </>
      )}
    </View>
  )
}
