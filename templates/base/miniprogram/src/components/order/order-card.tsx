import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { whenTitle } from '@/format/date'
import { yuan } from '@/format/money'
import { useTranslation } from '@/i18n'
import type { OrderView } from '@/kaidian/booking'
import { Tap } from '../tap'
import { OrderState } from './order-state'
import './order.css'

/** An order in the list. */
export const OrderCard = ({ order }: { readonly order: OrderView }) => {
  const { say, locale } = useTranslation()
  const who = order.resources.map(({ name }) => say(name)).join(' · ')
  return (
    <Tap
      id={`order-${order.id}`}
      className="card order-card"
      onTap={() => Taro.navigateTo({ url: `/pages/order/index?id=${order.id}` })}
    >
      <View className="order-card-head">
        <View className="order-title grow">
          {say(order.serviceTitle)} · {say(order.offeringTitle)}
        </View>
        <OrderState order={order} />
      </View>
      <View className="order-card-foot">
        <View className="soft figure grow">{[whenTitle(order, locale), who].filter(Boolean).join(' · ')}</View>
        <View className="order-card-amount figure">{yuan(order.quote.total)}</View>
      </View>
    </Tap>
  )
}
