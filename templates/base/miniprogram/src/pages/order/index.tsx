import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { fetchOrder } from '@/api/calls'
import { sentenceOf } from '@/api/errors'
import { useSecondsUntil } from '@/booking/hold'
import { Action } from '@/components/action'
import { AnswerLines } from '@/components/answer-lines'
import { CheckInCode } from '@/components/order/check-in-code'
import { MoneyLines } from '@/components/order/money-lines'
import { OrderLines } from '@/components/order/order-lines'
import { QuoteLines } from '@/components/quote-lines'
import { Screen } from '@/components/screen'
import { Empty, Failure, Skeleton } from '@/components/states'
import { Terms } from '@/components/terms'
import { clockFace, dayTitle, wallOf } from '@/format/date'
import { yuan } from '@/format/money'
import { useTranslation } from '@/i18n'
import { pay } from '@/payment'
import { signedIn } from '@/session/session'
import { token } from '@/session/token'
import { callShop } from '@/shop/contact'
import { formIn, serviceIn } from '@/shop/store'
import { useStore } from '@/store'
import type { OrderView, PublicShop } from '@/kaidian/booking'
import { CancelSheet } from './cancel-sheet'
import './index.css'

const OrderFacts = ({ order, shop }: { readonly order: OrderView; readonly shop: PublicShop }) => {
  const { t, locale } = useTranslation()
  const ordered = wallOf(new Date(order.createdAt), shop.zone)
  const form = formIn(shop, serviceIn(shop, order.selection.service)?.form)
  return (
    <View className="card">
      {form && <AnswerLines form={form} answers={order.answers} />}
      <View className="line">
        <View className="line-label">{t.orderNumber}</View>
        <View id="order-number" className="line-value figure">
          {order.number}
        </View>
      </View>
      <View className="line">
        <View className="line-label">{t.orderedAt}</View>
        <View className="line-value figure">
          {dayTitle(ordered.day, locale)} {ordered.time}
        </View>
      </View>
    </View>
  )
}

const over = ({ state }: OrderView): boolean => state !== 'pending' && state !== 'confirmed'

/** One order: its code for the shop, what was booked and paid, and what can still be done about it. */
const OrderPage = () => {
  const { t } = useTranslation()
  const { id = '' } = useRouter().params
  const session = useStore(token)
  const [order, setOrder] = useState<OrderView | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [cancelling, setCancelling] = useState(false)
  const [busy, setBusy] = useState(false)
  const seconds = useSecondsUntil(order?.state === 'pending' ? order.expiresAt : null)

  const load = () =>
    token.get()
      ? fetchOrder(id).then(
          (found) => {
            setOrder(found)
            setFailure(null)
          },
          (error: unknown) => setFailure(sentenceOf(error)),
        )
      : Promise.resolve()
  useDidShow(() => void load())
  useEffect(() => void load(), [session])
  useEffect(() => {
    if (seconds === 0) void load()
  }, [seconds])

  const payNow = async () => {
    setBusy(true)
    try {
      await pay(id)
    } catch (error) {
      void Taro.showToast({ icon: 'none', title: sentenceOf(error) })
      await load()
    } finally {
      setBusy(false)
    }
  }

  const actions = (shown: OrderView) => (
    <>
      {shown.can.cancel && (
        <Action id="order-cancel" kind="plain" small onTap={() => setCancelling(true)}>
          {t.cancelBooking}
        </Action>
      )}
      {shown.can.reschedule && (
        <Action
          id="order-reschedule"
          kind="quiet"
          small
          onTap={() => Taro.navigateTo({ url: `/pages/time/index?order=${shown.id}` })}
        >
          {t.reschedule}
        </Action>
      )}
      {over(shown) && (
        <Action
          id="order-again"
          kind="quiet"
          small
          onTap={() => Taro.navigateTo({ url: `/pages/service/index?id=${shown.selection.service}` })}
        >
          {t.bookAgain}
        </Action>
      )}
      {shown.can.pay && (
        <Action id="order-pay" small busy={busy} onTap={payNow}>
          {t.pay(yuan(shown.quote.dueNow))}
        </Action>
      )}
    </>
  )

  const content = (shop: PublicShop) => {
    if (!session)
      return (
        <Empty picture="orders" title={t.signInForOrders} hint={t.signInForOrdersHint}>
          <Action id="sign-in" kind="quiet" small onTap={signedIn}>
            {t.signIn}
          </Action>
        </Empty>
      )
    if (!order) return failure ? <Failure message={failure} onRetry={load} /> : <Skeleton heights={[120, 300, 200]} />
    const service = serviceIn(shop, order.selection.service)
    return (
      <>
        {order.checkInCode && (
          <CheckInCode
            code={order.checkInCode}
            checkedInAt={order.checkedInAt && wallOf(new Date(order.checkedInAt), shop.zone).time}
          />
        )}
        {seconds !== null && seconds > 0 && <View className="order-pay-before">{t.payBefore(clockFace(seconds))}</View>}
        <View className="card">
          <OrderLines order={order} withState />
          {order.can.reschedule && <View className="soft">{t.reschedulesLeft(order.reschedulesLeft)}</View>}
        </View>
        <View className="card">
          <View className="card-title">{t.priceDetail}</View>
          <QuoteLines quote={order.quote} settled={order.state !== 'pending'} />
          <MoneyLines order={order} />
        </View>
        <OrderFacts order={order} shop={shop} />
        {service && <Terms service={service} />}
        {shop.profile.phone && (
          <Action id="order-contact" kind="plain" small onTap={() => callShop(shop.profile.phone)}>
            {t.contactShop} {shop.profile.phone}
          </Action>
        )}
      </>
    )
  }

  return (
    <Screen
      id="order"
      title={t.orderTitle}
      skeleton={[300, 180, 200]}
      footer={() =>
        order &&
        (order.can.cancel || order.can.reschedule || order.can.pay || over(order)) && (
          <View className="order-actions">{actions(order)}</View>
        )
      }
      overlay={() =>
        cancelling && order ? (
          <CancelSheet
            order={order}
            onClose={() => setCancelling(false)}
            onCancelled={(next) => {
              setOrder(next)
              setCancelling(false)
            }}
          />
        ) : null
      }
    >
      {content}
    </Screen>
  )
}

export default OrderPage
