import Taro, { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { fetchOrder } from '@/api/calls'
import { sentenceOf } from '@/api/errors'
import { useSecondsUntil } from '@/booking/hold'
import { Action } from '@/components/action'
import { MoneyLines } from '@/components/order/money-lines'
import { OrderLines } from '@/components/order/order-lines'
import { Screen } from '@/components/screen'
import { Empty, Failure, Skeleton } from '@/components/states'
import { clockFace } from '@/format/date'
import { yuan } from '@/format/money'
import { useTranslation } from '@/i18n'
import { pay } from '@/payment'
import type { OrderView } from '@/kaidian/booking'
import './index.css'

/** Pauses between questions to the server while a payment may still arrive: about half a minute in all. */
const PAUSES_MS = [0, 800, 1200, 1600, 2000, 2500, 3000, 4000, 5000, 6000]

/** What became of the payment. Only the order on the server says so, so it is asked until it does. */
const ResultPage = () => {
  const { t } = useTranslation()
  const { id = '', unpaid } = useRouter().params
  const [order, setOrder] = useState<OrderView | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [asking, setAsking] = useState(true)
  const [busy, setBusy] = useState(false)
  const round = useRef(0)
  const seconds = useSecondsUntil(order?.state === 'pending' ? order.expiresAt : null)

  const ask = async (pauses: readonly number[]) => {
    const mine = ++round.current
    setAsking(true)
    setFailure(null)
    let last: unknown = null
    for (const pause of pauses) {
      await new Promise((resolve) => setTimeout(resolve, pause))
      if (mine !== round.current) return
      try {
        const found = await fetchOrder(id)
        if (mine !== round.current) return
        last = null
        setOrder(found)
        if (found.state !== 'pending') break
      } catch (error) {
        last = error
      }
    }
    if (mine !== round.current) return
    setAsking(false)
    if (last) setFailure(sentenceOf(last))
  }

  useEffect(() => {
    void ask(unpaid ? PAUSES_MS.slice(0, 2) : PAUSES_MS)
    return () => {
      round.current++
    }
  }, [id])
  useEffect(() => {
    if (seconds === 0) void ask([0, 1500])
  }, [seconds])

  const payAgain = async () => {
    setBusy(true)
    try {
      await pay(id)
    } catch (error) {
      void Taro.showToast({ icon: 'none', title: sentenceOf(error) })
      void ask([0])
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

  const outcome = () => {
    if (!order)
      return failure ? <Failure message={failure} onRetry={() => ask([0])} /> : <Skeleton heights={[260, 180]} />
    if (order.state === 'confirmed' || order.state === 'completed')
      return (
        <Empty picture="done" title={t.booked} hint={t.bookedHint}>
          {home}
          {seeOrder}
        </Empty>
      )
    if (order.state === 'pending' && asking && !unpaid)
      return <Empty picture="waiting" title={t.checkingPayment} hint={t.checkingPaymentHint} />
    if (order.state === 'pending')
      return (
        <Empty
          picture="waiting"
          title={unpaid ? t.notPaid : t.stillChecking}
          hint={unpaid && seconds ? t.notPaidHint(clockFace(seconds)) : t.stillCheckingHint}
        >
          <Action id="check-again" kind="quiet" small onTap={() => ask([0, 1500])}>
            {t.checkAgain}
          </Action>
          {order.can.pay && (
            <Action id="pay-again" small busy={busy} onTap={payAgain}>
              {t.pay(yuan(order.quote.dueNow))}
            </Action>
          )}
        </Empty>
      )
    return (
      <Empty
        title={order.state === 'expired' ? t.orderExpired : t.cancelled}
        {...(order.state === 'expired' ? { hint: t.orderExpiredHint } : {})}
      >
        {seeOrder}
        {home}
      </Empty>
    )
  }

  return (
    <Screen id="result" title={t.resultTitle} skeleton={[260, 180]}>
      {() => (
        <View id={`result-${order?.state ?? 'loading'}`} className="result">
          {outcome()}
          {order && (
            <View className="card">
              <OrderLines order={order} />
              <MoneyLines order={order} />
            </View>
          )}
        </View>
      )}
    </Screen>
  )
}

export default ResultPage
