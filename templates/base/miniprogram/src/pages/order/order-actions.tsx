import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Action } from '@/components/action'
import { AddToCalendar } from '@/components/order/add-to-calendar'
import { isMoveFee } from '@/components/order/next-steps'
import { isPurchase } from '@/components/order/purchase'
import { RemindMe } from '@/components/order/remind-me'
import { yuan } from '@/format/money'
import { useTranslation } from '@/i18n'
import { callShop } from '@/shop/contact'
import { serviceIn } from '@/shop/store'
import type { OrderView, PublicShop } from '@/kaidian/booking'

const open = (url: string) => () => Taro.navigateTo({ url })

const isOver = ({ state }: OrderView): boolean => state === 'completed' || state === 'expired' || state === 'cancelled'

interface OrderActionsProps {
  readonly order: OrderView
  readonly shop: PublicShop
  readonly busy: boolean
  readonly onPay: () => unknown
  readonly onCancel: () => unknown
}

/** What can be done about the order now; nothing of what cannot. */
export const OrderActions = ({ order, shop, busy, onPay, onCancel }: OrderActionsProps) => {
  const { t } = useTranslation()
  const { can, nextPayment: next, id, selection } = order
  const cancelWords = (): string => {
    if (serviceIn(shop, selection.service)?.mode === 'appointment') return t.cancelBooking
    return isPurchase(shop, order) ? t.cancelPurchase : t.cancelSignUp
  }
  const payWords = (amount: string): string => {
    if (order.state === 'pending') return t.pay(amount)
    return isMoveFee(order) ? t.payMoveFee(amount) : t.payBalance(amount)
  }
  return (
    <View className="order-actions">
      {can.cancel && (
        <Action id="order-cancel" kind="plain" small onTap={onCancel}>
          {cancelWords()}
        </Action>
      )}
      {mayMove(order) && !(next && isMoveFee(order)) && (
        <Action id="order-reschedule" kind="quiet" small onTap={open(reschedulePath(order))}>
          {t.reschedule}
        </Action>
      )}
      {isOver(order) && (
        <Action id="order-again" kind="quiet" small onTap={open(`/pages/service/index?id=${selection.service}`)}>
          {t.bookAgain}
        </Action>
      )}
      {FEATURES.feedback && can.feedback && (
        <Action id="order-feedback" small onTap={open(`/pages/feedback/index?order=${id}`)}>
          {t.giveFeedback}
        </Action>
      )}
      {can.pay && next && (
        <Action id="order-pay" small busy={busy} onTap={onPay}>
          {payWords(yuan(next.amount))}
        </Action>
      )}
    </View>
  )
}

/** An order of a kind that the shop no longer offers can be moved by the shop alone. */
const mayMove = ({ can, selection }: OrderView): boolean =>
  can.reschedule && (selection.session ? FEATURES.sessions : FEATURES.appointments)

const reschedulePath = ({ id, selection }: OrderView): string =>
  FEATURES.sessions && selection.session ? `/pages/sessions/index?order=${id}` : `/pages/time/index?order=${id}`

/** Whether the bar of actions has anything in it. */
export const hasActions = (order: OrderView): boolean => {
  const { cancel, pay, feedback } = order.can
  return cancel || mayMove(order) || pay || (FEATURES.feedback && feedback) || isOver(order)
}

interface MoreActionsProps {
  readonly order: OrderView
  readonly shop: PublicShop
  readonly onTransfer: () => unknown
}

/** What is wanted less often, at the end of the page. */
export const MoreActions = ({ order, shop, onTransfer }: MoreActionsProps) => {
  const { t } = useTranslation()
  const lies = order.state === 'confirmed' && order.booking === 'confirmed'
  const { phone } = shop.profile
  const awaitsInvoice = FEATURES.invoices && order.invoice?.answers && !order.invoice.issued
  const ahead = [
    ...(awaitsInvoice ? ['invoice.issued'] : []),
    ...(lies ? ['reminder.due', 'order.balance_due', 'order.cancelled'] : []),
  ]
  return (
    <View className="order-more">
      {lies && <AddToCalendar order={order} shop={shop} />}
      {ahead.length > 0 && <RemindMe shop={shop} events={ahead} />}
      {FEATURES.transfers && order.can.transfer && (
        <Action id="order-transfer" kind="quiet" small onTap={onTransfer}>
          {t.transfer}
        </Action>
      )}
      {FEATURES.invoices && order.can.invoice && (
        <Action id="order-invoice" kind="quiet" small onTap={open(`/pages/invoice/index?order=${order.id}`)}>
          {order.invoice?.answers ? t.invoiceChange : t.invoiceAsk}
        </Action>
      )}
      {phone && (
        <Action id="order-contact" kind="plain" small onTap={() => callShop(phone)}>
          {t.contactShop} {phone}
        </Action>
      )}
    </View>
  )
}
