import Taro, { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { giveFeedback } from '@/api/calls'
import type { Answers } from '@/api/calls'
import { ApiError, sentenceOf } from '@/api/errors'
import { backTo } from '@/back'
import { answersToSend, faultsOf } from '@/booking/answers'
import type { Fault } from '@/booking/answers'
import { answered } from '@/booking/filling'
import { underWay, unsent } from '@/booking/uploaded'
import { Action } from '@/components/action'
import { FormFields } from '@/components/fields'
import { goToField } from '@/components/fields/focus'
import { orderTitle } from '@/components/order/order-title'
import { SignInFirst } from '@/components/order/sign-in-first'
import { useOrder } from '@/components/order/use-order'
import { Screen } from '@/components/screen'
import { Empty, Failure, Skeleton } from '@/components/states'
import { useTranslation } from '@/i18n'
import { formIn, useShop } from '@/shop/store'
import { keep, recall } from '@/storage'

/** What the server found wrong with the answers, by field. */
const faultsIn = (error: unknown): readonly Fault[] =>
  error instanceof ApiError
    ? error.fields.map(({ field, message }) => ({
        field: field.replace(/^answers\./, ''),
        message: { 'zh-CN': message },
      }))
    : []

/** The questions the shop asks afterwards; what is answered is kept until it is sent. */
const FeedbackPage = () => {
  const { t, say } = useTranslation()
  const { order: id = '' } = useRouter().params
  const { order, failure, signedIn, load } = useOrder(id)
  const { shop } = useShop()
  const kept = `feedback:${id}`
  const [answers, setAnswers] = useState<Answers>(() => recall<Answers>(kept) ?? {})
  const [asked, setAsked] = useState(false)
  const [told, setTold] = useState<readonly Fault[]>([])
  const [busy, setBusy] = useState(false)

  const form = shop ? formIn(shop, order?.feedback?.form) : undefined
  const own = form && asked ? faultsOf(form, answers) : []
  const faults = own.concat(told)

  const send = async () => {
    if (!form) return
    if (underWay.get() > 0) return Taro.showToast({ icon: 'none', title: t.waitForUploads })
    setAsked(true)
    const [first] = faultsOf(form, answers)
    if (first) return goToField(first.field)
    const [lost] = unsent.get()
    if (lost !== undefined) {
      goToField(lost)
      return Taro.showToast({ icon: 'none', title: t.unsentFiles })
    }
    setBusy(true)
    try {
      await giveFeedback(id, answersToSend(form, answers))
      keep(kept, null)
      void Taro.showToast({ icon: 'success', title: t.feedbackThanks })
      await backTo(['order'], `/pages/order/index?id=${id}`)
    } catch (error) {
      const found = faultsIn(error)
      setTold(found)
      if (found[0]) goToField(found[0].field)
      else void Taro.showToast({ icon: 'none', title: sentenceOf(error) })
    } finally {
      setBusy(false)
    }
  }

  const content = () => {
    if (!signedIn) return <SignInFirst title={t.signInForOrders} />
    if (!order) return failure ? <Failure message={failure} onRetry={load} /> : <Skeleton heights={[60, 320]} />
    if (!form || !order.can.feedback)
      return (
        <Empty picture="done" title={order.feedback?.answers ? t.feedbackThanks : t.noFeedbackNow}>
          <Action
            id="see-order"
            kind="quiet"
            small
            onTap={() => Taro.redirectTo({ url: `/pages/order/index?id=${id}` })}
          >
            {t.seeOrder}
          </Action>
        </Empty>
      )
    return (
      <>
        <View className="card">
          <View className="order-title">{orderTitle(order, say)}</View>
        </View>
        <View className="card">
          <FormFields
            form={form}
            answers={answers}
            faults={faults}
            onAnswer={(field, next) => {
              const changed = answered(answers, field, next)
              setAnswers(changed)
              setTold([])
              keep(kept, changed)
            }}
          />
        </View>
      </>
    )
  }

  return (
    <Screen
      id="feedback"
      title={form ? say(form.title) : t.giveFeedback}
      skeleton={[60, 320]}
      footer={() =>
        form &&
        order?.can.feedback && (
          <View className="grow">
            <Action id="feedback-send" busy={busy} onTap={send}>
              {t.feedbackSend}
            </Action>
          </View>
        )
      }
    >
      {content}
    </Screen>
  )
}

export default FeedbackPage
