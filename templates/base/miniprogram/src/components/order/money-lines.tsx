import { View } from '@tarojs/components'
import { yuanAligned } from '@/format/money'
import { useTranslation } from '@/i18n'
import type { OrderView } from '@/kaidian/booking'

/** What has been paid and refunded so far, and what is left for the shop while the booking stands. */
export const MoneyLines = ({ order }: { readonly order: OrderView }) => {
  const { t } = useTranslation()
  const { captured, onSite, refunded, charged, state } = order.money
  // Once somebody has left, the plan of payments says no more what is to come.
  const next = order.withdrawn.length > 0 && order.state === 'confirmed' ? order.nextPayment : null
  const lines = [
    ['charged', t.moveFee, charged],
    ['paid', t.paid, captured],
    ['on-site', t.paidOnSite, onSite],
    ['refunded', state === 'refunding' ? t.refunding : t.refunded, refunded],
    ['further', t.stillToPay, next?.amount ?? 0],
    ['left', t.balance, order.state === 'confirmed' ? order.onSiteDue : 0],
  ] as const
  return (
    <>
      {lines.map(
        ([id, title, amount]) =>
          amount > 0 && (
            <View key={id} className="line">
              <View className="line-label">{title}</View>
              <View id={`order-${id}`} className="figure">
                {yuanAligned(amount)}
              </View>
            </View>
          ),
      )}
    </>
  )
}
