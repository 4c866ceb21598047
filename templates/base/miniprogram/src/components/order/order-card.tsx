import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { whenTitle } from '@/format/date'
import { yuan } from '@/format/money'
import { useTranslation } from '@/i18n'
import { serviceIn } from '@/shop/store'
import type { OrderView, PublicShop } from '@/kaidian/booking'
import { Tap } from '../tap'
import { isMoveFee } from './next-steps'
import { OrderState } from './order-state'
import { orderTitle } from './order-title'
import './order.css'

/** An order in the list. */
export const OrderCard = ({ order, shop }: { readonly order: OrderView; readonly shop: PublicShop }) => {
  const { t, say, locale } = useTranslation()
  const { selection, nextPayment: next } = order
  const when = order.day ? order : serviceIn(shop, selection.service)?.event
  const sessions = selection.sessions ?? []
  const people = selection.places.length - order.withdrawn.length
  const facts = [
    when ? whenTitle(when, locale) : '',
    sessions.length > 1 ? t.sessionsInAll(sessions.length) : '',
    order.resources.map(({ name }) => say(name)).join(' · '),
    people > 1 ? t.peopleInAll(people) : '',
  ]
  const isFurther = order.state === 'confirmed' && order.can.pay && next !== null
  return (
    <Tap
      id={`order-${order.id}`}
      className="card order-card"
      onTap={() => Taro.navigateTo({ url: `/pages/order/index?id=${order.id}` })}
    >
      <View className="order-card-head">
        <View className="order-title grow">{orderTitle(order, say)}</View>
        <OrderState order={order} />
      </View>
      <View className="order-card-foot">
        <View className="soft figure grow">{facts.filter(Boolean).join(' · ')}</View>
        <View className="order-card-amount figure">{order.quote.total > 0 ? yuan(order.quote.total) : t.noCharge}</View>
      </View>
      {isFurther && (
        <View className="order-card-due figure">
          {isMoveFee(order) ? t.moveFeeDue(yuan(next.amount)) : t.balanceDue(yuan(next.amount))}
        </View>
      )}
    </Tap>
  )
}
