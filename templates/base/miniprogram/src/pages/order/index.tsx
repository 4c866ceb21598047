import Taro, { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { sentenceOf } from '@/api/errors'
import { useSecondsUntil } from '@/booking/hold'
import { Action } from '@/components/action'
import { CheckInCode } from '@/components/order/check-in-code'
import { Line } from '@/components/order/line'
import { MoneyLines } from '@/components/order/money-lines'
import { OrderLines } from '@/components/order/order-lines'
import { orderTitle } from '@/components/order/order-title'
import { PaymentPlan } from '@/components/order/payment-plan'
import { namesOf } from '@/components/order/people'
import { isPurchase } from '@/components/order/purchase'
import { SeePasses } from '@/components/order/see-passes'
import { SignInFirst } from '@/components/order/sign-in-first'
import { useOrder } from '@/components/order/use-order'
import { QuoteLines, isFree } from '@/components/quote-lines'
import { Screen } from '@/components/screen'
import { Failure, Skeleton } from '@/components/states'
import { Terms } from '@/components/terms'
import { dayTitle, wallOf } from '@/format/date'
import { yuan } from '@/format/money'
import { useTranslation } from '@/i18n'
import { pay } from '@/payment'
import { invitationPath } from '@/share/invitation'
import { useShareCard } from '@/share/share'
import { serviceIn } from '@/shop/store'
import { usePullDown } from '@/shop/use-pull-down'
import type { OrderView, PublicShop } from '@/kaidian/booking'
import { CancelSheet } from './cancel-sheet'
import { FeedbackGiven } from './feedback-given'
import { InvoiceAsked } from './invoice-asked'
import { Notices } from './notices'
import { MoreActions, OrderActions, hasActions } from './order-actions'
import { OrderPeople } from './order-people'
import { TransferSheet } from './transfer-sheet'
import './index.css'

const Price = ({ order, shop }: { readonly order: OrderView; readonly shop: PublicShop }) => {
  const { t, say } = useTranslation()
  const { selection, quote, state, money, withdrawn } = order
  const service = serviceIn(shop, selection.service)
  const names = namesOf(shop, service, selection.places.length, order, t.personNumber)
  const then = selection.then ?? []
  const segments = [service, ...then.map((one) => serviceIn(shop, one.service))].map((each) => say(each?.title))
  // Once somebody has left, the payments are not those of the plan any more.
  const stands =
    (state === 'pending' || state === 'confirmed' || state === 'awaiting_approval') && withdrawn.length === 0
  return (
    <View className="card">
      <View className="card-title">{t.priceDetail}</View>
      <QuoteLines quote={quote} settled names={names} segments={segments} />
      <MoneyLines order={order} />
      {withdrawn.length > 0 && <View className="soft">{t.totalBefore}</View>}
      {stands && <PaymentPlan schedule={quote.schedule} zone={shop.zone} captured={money.captured} />}
    </View>
  )
}

const Facts = ({ order, shop }: { readonly order: OrderView; readonly shop: PublicShop }) => {
  const { t, locale } = useTranslation()
  const ordered = wallOf(new Date(order.createdAt), shop.zone)
  return (
    <View className="card">
      <Line id="order-number" label={t.orderNumber} figure>
        {order.number}
      </Line>
      <Line label={t.orderedAt} figure>
        {dayTitle(ordered.day, locale)} {ordered.time}
      </Line>
    </View>
  )
}

/** One order: its code for the shop, what was booked, paid and decided, and what can still be done about it. */
const OrderPage = () => {
  const { t, say } = useTranslation()
  const { id = '' } = useRouter().params
  const { order, failure, signedIn, load, setOrder } = useOrder(id)
  const [sheet, setSheet] = useState<'cancel' | 'transfer' | null>(null)
  const [transferCode, setTransferCode] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const seconds = useSecondsUntil(order?.state === 'pending' ? order.expiresAt : null)

  useEffect(() => {
    if (seconds === 0) void load()
  }, [seconds])
  usePullDown(load)
  useShareCard(() =>
    transferCode && order
      ? { title: t.transferCard(orderTitle(order, say)), path: invitationPath(transferCode) }
      : null,
  )

  const payNow = async (due: OrderView) => {
    setBusy(true)
    try {
      await pay(due)
    } catch (error) {
      void Taro.showToast({ icon: 'none', title: sentenceOf(error) })
      await load()
    } finally {
      setBusy(false)
    }
  }

  const content = (shop: PublicShop) => {
    if (!signedIn) return <SignInFirst title={t.signInForOrders} hint={t.signInForOrdersHint} />
    if (!order) return failure ? <Failure message={failure} onRetry={load} /> : <Skeleton heights={[120, 300, 200]} />
    const service = serviceIn(shop, order.selection.service)
    return (
      <>
        {failure && (
          <View id="stale" className="order-notice order-notice-urgent">
            <View>{t.stale(failure)}</View>
            <Action id="retry" kind="quiet" small onTap={load}>
              {t.retry}
            </Action>
          </View>
        )}
        <Notices order={order} shop={shop} seconds={seconds} />
        {order.checkInCode && !isPurchase(shop, order) && (
          <CheckInCode
            code={order.checkInCode}
            checkedInAt={order.checkedInAt && wallOf(new Date(order.checkedInAt), shop.zone).time}
          />
        )}
        <View className="card">
          <OrderLines order={order} shop={shop} withState />
          {FEATURES.entitlements && order.state === 'confirmed' && isPurchase(shop, order) && (
            <View className="order-passes">
              <SeePasses />
            </View>
          )}
          {order.can.reschedule && (
            <View className="soft">
              {t.reschedulesLeft(order.reschedulesLeft)}
              {order.rescheduleFee > 0 && ` · ${t.rescheduleCosts(yuan(order.rescheduleFee))}`}
            </View>
          )}
        </View>
        {!isFree(order.quote) && <Price order={order} shop={shop} />}
        <OrderPeople order={order} shop={shop} />
        {FEATURES.invoices && <InvoiceAsked order={order} shop={shop} />}
        {FEATURES.feedback && <FeedbackGiven order={order} shop={shop} />}
        <Facts order={order} shop={shop} />
        {service && <Terms service={service} />}
        <MoreActions order={order} shop={shop} onTransfer={() => setSheet('transfer')} />
      </>
    )
  }

  const overlay = (shop: PublicShop) => {
    if (!order || !sheet) return null
    if (FEATURES.transfers && sheet === 'transfer')
      return <TransferSheet order={order} onCode={setTransferCode} onClose={() => setSheet(null)} />
    const service = serviceIn(shop, order.selection.service)
    return (
      <CancelSheet
        order={order}
        names={namesOf(shop, service, order.selection.places.length, order, t.personNumber)}
        partly={service !== undefined && service.mode !== 'appointment' && order.state === 'confirmed'}
        onClose={() => setSheet(null)}
        onCancelled={(next) => {
          setOrder(next)
          setSheet(null)
        }}
      />
    )
  }

  return (
    <Screen
      id="order"
      title={t.orderTitle}
      skeleton={[300, 180, 200]}
      footer={(shop) =>
        signedIn &&
        order &&
        hasActions(order) && (
          <OrderActions
            order={order}
            shop={shop}
            busy={busy}
            onPay={() => payNow(order)}
            onCancel={() => setSheet('cancel')}
          />
        )
      }
      overlay={overlay}
    >
      {content}
    </Screen>
  )
}

export default OrderPage
