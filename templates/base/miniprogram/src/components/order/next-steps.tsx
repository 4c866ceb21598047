import { View } from '@tarojs/components'
import { dayTitle, wallOf } from '@/format/date'
import { yuan } from '@/format/money'
import { useTranslation } from '@/i18n'
import type { Translation } from '@/i18n'
import { serviceIn } from '@/shop/store'
import type { OrderView, PublicShop } from '@/kaidian/booking'
import { approvalOf } from './approval'
import { isPurchase } from './purchase'
import './next-steps.css'

/** `3月17日 周三 14:00` at the shop. */
export const momentTitle = (instant: string, zone: string, locale: Translation['locale']): string => {
  const { day, time } = wallOf(new Date(instant), zone)
  return `${dayTitle(day, locale)} ${time}`
}

/** Whether what is to be paid next is the fee of a move: no payment of the plan is due then. */
export const isMoveFee = ({ nextPayment, quote, state }: OrderView): boolean =>
  state === 'confirmed' &&
  nextPayment !== null &&
  nextPayment.due !== null &&
  !quote.schedule.some(({ due }) => due === nextPayment.due)

const stepsOf = (order: OrderView, shop: PublicShop, { t, locale }: Translation): readonly string[] => {
  const { state, nextPayment: next, onSiteDue, money } = order
  const service = serviceIn(shop, order.selection.service)
  if (state === 'awaiting_approval') {
    const kind = service ? approvalOf(service, order.selection.places) : 'beforePayment'
    const paid = money.captured > 0 || kind === 'afterPayment'
    return paid ? [t.stepApprovalPaid, t.stepRejectedRefund] : [t.stepApproval, t.stepPayOnceApproved]
  }
  if (state === 'pending') return next ? [t.stepPay(yuan(next.amount))] : []
  if (state !== 'confirmed') return []
  const when = next?.due ? momentTitle(next.due, shop.zone, locale) : null
  return [
    ...(next && when
      ? [isMoveFee(order) ? t.stepMoveFee(yuan(next.amount), when) : t.stepBalance(yuan(next.amount), when)]
      : []),
    ...(onSiteDue > 0 ? [t.stepOnSite(yuan(onSiteDue))] : []),
    ...(isPurchase(shop, order)
      ? [t.stepUsePass]
      : order.booking === 'confirmed' && order.checkInCode
        ? [t.stepShowCode]
        : []),
  ]
}

/** What happens next, in the order in which it happens; nothing of an order that is over. */
export const NextSteps = ({ order, shop }: { readonly order: OrderView; readonly shop: PublicShop }) => {
  const translation = useTranslation()
  const steps = stepsOf(order, shop, translation)
  if (steps.length === 0) return null
  return (
    <View id="next-steps" className="card">
      <View className="card-title">{translation.t.whatNext}</View>
      {steps.map((step, at) => (
        <View key={step} className="next-step">
          <View className="next-step-mark figure">{at + 1}</View>
          <View className="grow">{step}</View>
        </View>
      ))}
    </View>
  )
}
