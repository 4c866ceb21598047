import Taro, { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { sentenceOf } from '@/api/errors'
import { useSecondsUntil } from '@/booking/hold'
import { Action } from '@/components/action'
import { AddToCalendar } from '@/components/order/add-to-calendar'
import { MoneyLines } from '@/components/order/money-lines'
import { NextSteps } from '@/components/order/next-steps'
import { OrderLines } from '@/components/order/order-lines'
import { isPurchase } from '@/components/order/purchase'
import { RemindMe } from '@/components/order/remind-me'
import { SeePasses } from '@/components/order/see-passes'
import { Screen } from '@/components/screen'
import { Empty, Failure, Skeleton } from '@/components/states'
import { clockFace } from '@/format/date'
import { yuan } from '@/format/money'
import { useTranslation } from '@/i18n'
import type { Messages } from '@/i18n'
import { pay } from '@/payment'
import { serviceIn } from '@/shop/store'
import type { OrderView, PublicShop } from '@/kaidian/booking'
import { useOutcome } from './use-outcome'
import './index.css'

/** What a message may still be about. */
const AHEAD: Partial<Record<OrderView['state'], readonly string[]>> = {
  awaiting_approval: ['order.approved', 'order.rejected', 'order.confirmed'],
  confirmed: ['reminder.due', 'order.balance_due', 'order.cancelled', 'order.rescheduled'],
}

const titleOf = (order: OrderView, shop: PublicShop, t: Messages): string => {
  const { state, money, nextPayment } = order
  if (state === 'awaiting_approval') return money.captured > 0 ? t.paidAwaiting : t.appliedFor
  if (nextPayment?.due && money.state === 'deposit') return t.depositPaid
  if (isPurchase(shop, order)) return t.bought
  return serviceIn(shop, order.selection.service)?.mode === 'appointment' ? t.booked : t.signedUp
}

const hintOf = ({ state, money }: OrderView, t: Messages): string => {
  if (state === 'awaiting_approval') return t.awaitingHint
  return money.captured > 0 ? t.paidHint(yuan(money.captured)) : t.nothingPaidHint
}

/** What became of the order and its payment, and what happens next. Only the order on the server says so. */
const ResultPage = () => {
  const { t } = useTranslation()
  const { id = '', unpaid, captured } = useRouter().params
  const asked = { id, captured: captured === undefined ? null : Number(captured), unpaid: unpaid !== undefined }
  const { order, failure, asking, slow, settled, askAgain } = useOutcome(asked)
  const [busy, setBusy] = useState(false)
  const seconds = useSecondsUntil(order?.state === 'pending' ? order.expiresAt : null)
  useEffect(() => {
    if (seconds === 0) void askAgain()
  }, [seconds])

  const payAgain = async (due: OrderView) => {
    setBusy(true)
    try {
      await pay(due)
    } catch (error) {
      void Taro.showToast({ icon: 'none', title: sentenceOf(error) })
      void askAgain()
    } finally {
      setBusy(false)
    }
  }
  const seeOrder = (
    <Action id="see-order" kind="quiet" small onTap={() => Taro.redirectTo({ url: `/pages/order/index?id=${id}` })}>
      {t.seeOrder}
    </Action>
  )
  const home = (
    <Action id="back-home" kind="plain" small onTap={() => Taro.switchTab({ url: '/pages/home/index' })}>
      {t.backHome}
    </Action>
  )

  const payAction = (due: OrderView) =>
    due.can.pay &&
    due.nextPayment && (
      <Action id="pay-again" small busy={busy} onTap={() => payAgain(due)}>
        {t.pay(yuan(due.nextPayment.amount))}
      </Action>
    )

  const open = (shown: OrderView) =>
    asking && !unpaid ? (
      <Empty picture="waiting" title={t.checkingPayment} hint={slow ? t.checkingPaymentLong : t.checkingPaymentHint}>
        {slow && payAction(shown)}
      </Empty>
    ) : (
      <Empty
        picture="waiting"
        title={unpaid ? t.notPaid : t.stillChecking}
        hint={unpaid && seconds ? t.notPaidHint(clockFace(seconds)) : t.stillCheckingHint}
      >
        <Action id="check-again" kind="quiet" small onTap={askAgain}>
          {t.checkAgain}
        </Action>
        {payAction(shown)}
      </Empty>
    )

  const outcome = (shop: PublicShop) => {
    if (!order) return failure ? <Failure message={failure} onRetry={askAgain} /> : <Skeleton heights={[260, 180]} />
    if (!settled) return open(order)
    if (order.state === 'expired' || order.state === 'cancelled')
      return (
        <Empty
          title={order.state === 'expired' ? t.orderExpired : t.cancelled}
          {...(order.state === 'expired' ? { hint: t.orderExpiredHint } : {})}
        >
          {seeOrder}
          {home}
        </Empty>
      )
    return (
      <>
        <Empty
          picture={order.state === 'awaiting_approval' ? 'waiting' : 'done'}
          title={titleOf(order, shop, t)}
          hint={hintOf(order, t)}
        >
          {home}
          {seeOrder}
        </Empty>
        <View className="result-actions">
          {FEATURES.entitlements && order.state === 'confirmed' && isPurchase(shop, order) && <SeePasses />}
          <AddToCalendar order={order} shop={shop} />
          <RemindMe shop={shop} events={AHEAD[order.state] ?? []} />
        </View>
        <NextSteps order={order} shop={shop} />
      </>
    )
  }

  return (
    <Screen id="result" title={t.resultTitle} skeleton={[260, 180]}>
      {(shop) => (
        <View id={`result-${order?.state ?? 'loading'}`} className="result">
          {outcome(shop)}
          {order && (
            <View className="card">
              <OrderLines order={order} shop={shop} />
              <MoneyLines order={order} />
            </View>
          )}
        </View>
      )}
    </Screen>
  )
}

export default ResultPage
