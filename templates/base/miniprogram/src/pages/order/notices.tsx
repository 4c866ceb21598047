import { View } from '@tarojs/components'
import { isMoveFee, momentTitle } from '@/components/order/next-steps'
import { clockFace } from '@/format/date'
import { yuan } from '@/format/money'
import { useTranslation } from '@/i18n'
import type { OrderView, PublicShop } from '@/kaidian/booking'

interface NoticesProps {
  readonly order: OrderView
  readonly shop: PublicShop
  /** Until an unpaid order expires. */
  readonly seconds: number | null
}

/** What the customer must know first: what is to be paid by when, what was decided, and what the shop says about it. */
export const Notices = ({ order, shop, seconds }: NoticesProps) => {
  const { t, locale } = useTranslation()
  const { nextPayment: next, booking, note, state, money } = order
  const isRejected = booking === 'rejected'
  return (
    <>
      {seconds !== null && seconds > 0 && (
        <View id="pay-before" className="order-notice order-notice-urgent figure">
          {t.payBefore(clockFace(seconds))}
        </View>
      )}
      {state === 'confirmed' && next?.due && order.can.pay && (
        <View id="further-payment" className="order-notice order-notice-urgent figure">
          {isMoveFee(order)
            ? t.stepMoveFee(yuan(next.amount), momentTitle(next.due, shop.zone, locale))
            : t.stepBalance(yuan(next.amount), momentTitle(next.due, shop.zone, locale))}
        </View>
      )}
      {state === 'awaiting_approval' && (
        <View id="awaiting" className="order-notice">
          <View className="order-notice-title">{t.stateAwaitingApproval}</View>
          {money.captured > 0 ? t.stepRejectedRefund : t.stepPayOnceApproved}
        </View>
      )}
      {isRejected && (
        <View id="rejected" className="order-notice order-notice-urgent">
          <View className="order-notice-title">{t.rejected}</View>
          {money.refunded > 0 ? t.rejectedRefund(yuan(money.refunded)) : t.rejectedHint}
        </View>
      )}
      {booking === 'no_show' && <View className="order-notice order-notice-urgent">{t.noShowHint}</View>}
      {note && (
        <View id="order-note" className="order-notice">
          <View className="order-notice-title">{t.noteOfShop}</View>
          {note}
        </View>
      )}
    </>
  )
}
