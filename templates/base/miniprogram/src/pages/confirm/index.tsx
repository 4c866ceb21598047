import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { fetchQuote, placeOrder } from '@/api/calls'
import { ApiError, codeOf, sentenceOf } from '@/api/errors'
import { answersToSend, faultsOf } from '@/booking/answers'
import { isChosen, saveDraft, useDraft } from '@/booking/draft'
import { holdDraft, useSecondsUntil } from '@/booking/hold'
import { Action } from '@/components/action'
import { AnswerLines } from '@/components/answer-lines'
import { HoldBar } from '@/components/hold-bar'
import { HoldOver } from '@/components/hold-over'
import { QuoteLines } from '@/components/quote-lines'
import { Screen } from '@/components/screen'
import { Empty } from '@/components/states'
import { Terms } from '@/components/terms'
import { yuan } from '@/format/money'
import { useTranslation } from '@/i18n'
import { pay, showResult } from '@/payment'
import { signedIn } from '@/session/session'
import { formIn, serviceIn, useShop } from '@/shop/store'
import type { Quote } from '@/kaidian/booking'
import { Accept } from './accept'
import { BookingSummary } from './booking-summary'
import './index.css'

/** What is booked, for how much, under which rules; then the order and its payment. */
const ConfirmPage = () => {
  const { t } = useTranslation()
  const { shop } = useShop()
  const draft = useDraft()
  const hold = draft?.hold ?? null
  const seconds = useSecondsUntil(hold?.expiresAt)
  const [latest, setLatest] = useState<Quote | null>(null)
  const [accepted, setAccepted] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)

  const service = shop ? serviceIn(shop, draft?.service) : undefined
  const form = shop ? formIn(shop, service?.form) : undefined
  const answers = draft?.answers ?? {}
  const quote = latest ?? hold?.quote ?? null

  // Some rules look at the answers, which the hold was made without.
  useEffect(() => {
    if (!hold || !form) return
    fetchQuote({ hold: hold.id, answers: answersToSend(form, answers) }).then(setLatest, () => undefined)
  }, [hold?.id, form])

  const holdAgain = async () => {
    try {
      await holdDraft()
      setFault(null)
    } catch (error) {
      void Taro.showToast({ icon: 'none', title: sentenceOf(error) })
    }
  }

  const order = async () => {
    if (!accepted) {
      setFault(t.acceptFirst)
      return
    }
    if (!form || !hold || busy || !(await signedIn())) return
    setBusy(true)
    setFault(null)
    try {
      const placed = await placeOrder(hold.id, { answers: answersToSend(form, answers) })
      saveDraft(null)
      if (placed.state === 'pending' && placed.quote.dueNow !== quote?.dueNow) {
        // Nobody pays another amount than the one they saw.
        void Taro.showToast({ icon: 'none', title: t.priceChanged })
        await Taro.redirectTo({ url: `/pages/order/index?id=${placed.id}` })
      } else if (placed.state === 'pending') {
        // The order stands even when the payment cannot be started; it can be paid from its own page.
        await pay(placed.id).catch(async (error: unknown) => {
          void Taro.showToast({ icon: 'none', title: sentenceOf(error) })
          await Taro.redirectTo({ url: `/pages/order/index?id=${placed.id}` })
        })
      } else await showResult(placed.id)
    } catch (error) {
      setFault(sentenceOf(error))
      if (error instanceof ApiError && codeOf(error) === 'ANSWERS_INVALID') await Taro.navigateBack()
    } finally {
      setBusy(false)
    }
  }

  return (
    <Screen
      id="confirm"
      title={t.confirmTitle}
      skeleton={[40, 180, 200]}
      footer={() =>
        isChosen(draft) &&
        quote && (
          <View className="confirm-footer">
            <Accept
              accepted={accepted}
              faulty={fault === t.acceptFirst}
              onChange={(next) => {
                setAccepted(next)
                setFault(null)
              }}
            />
            {fault && (
              <View id="confirm-fault" className="confirm-fault">
                {fault}
              </View>
            )}
            <View className="confirm-pay">
              <View className="footer-sum">
                <View id="due-now" className="footer-amount figure">
                  {yuan(quote.dueNow)}
                </View>
                <View className="footer-note figure">
                  {quote.balance > 0 ? `${t.balance} ${yuan(quote.balance)}` : t.dueNow}
                </View>
              </View>
              <Action id="pay" busy={busy} disabled={seconds === 0} onTap={order}>
                {quote.dueNow > 0 ? t.pay(yuan(quote.dueNow)) : t.bookFree}
              </Action>
            </View>
          </View>
        )
      }
    >
      {(of) =>
        isChosen(draft) && service && quote && form && faultsOf(form, answers).length === 0 ? (
          <>
            {seconds !== null && seconds > 0 && <HoldBar seconds={seconds} />}
            {seconds === 0 && <HoldOver onHoldAgain={holdAgain} />}
            <BookingSummary shop={of} service={service} draft={draft} />
            <View className="card">
              <View className="card-title">{t.priceDetail}</View>
              <QuoteLines quote={quote} />
            </View>
            <View className="card">
              <View className="card-title">{t.answers}</View>
              <AnswerLines form={form} answers={answers} />
            </View>
            <Terms service={service} />
          </>
        ) : (
          <Empty title={t.nothingToConfirm} hint={t.nothingToConfirmHint}>
            <Action kind="quiet" small onTap={() => Taro.switchTab({ url: '/pages/home/index' })}>
              {t.backHome}
            </Action>
          </Empty>
        )
      }
    </Screen>
  )
}

export default ConfirmPage
