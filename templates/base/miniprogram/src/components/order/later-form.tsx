import Taro, { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
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
import { Screen } from '@/components/screen'
import { Empty, Failure, Skeleton } from '@/components/states'
import { useTranslation } from '@/i18n'
import { formIn, useShop } from '@/shop/store'
import { keep, recall } from '@/storage'
import type { OrderView } from '@/kaidian/booking'
import { orderTitle } from './order-title'
import { SignInFirst } from './sign-in-first'
import { useOrder } from './use-order'

/** What the server found wrong with the answers, by field. */
const faultsIn = (error: unknown): readonly Fault[] =>
  error instanceof ApiError
    ? error.fields.map(({ field, message }) => ({
        field: field.replace(/^answers\./, ''),
        message: { 'zh-CN': message },
      }))
    : []

interface LaterFormProps {
  /** Of the page, and of the button that sends. */
  readonly id: 'feedback' | 'invoice'
  /** Whether what is filled in is kept until it is sent. */
  readonly keeps?: boolean
  readonly words: {
    readonly title: string
    readonly send: string
    readonly sent: string
    /** Where there is nothing to be filled in now. */
    readonly closed: string
  }
  readonly send: (order: string, answers: Answers) => Promise<OrderView>
}

/** A form about an order that is there already, named by `order` in the address: what the guest thought of it, an invoice. */
export const LaterForm = ({ id: page, keeps = false, words, send: sendAnswers }: LaterFormProps) => {
  const { t, say } = useTranslation()
  const { order: id = '' } = useRouter().params
  const { order, failure, signedIn, load } = useOrder(id)
  const { shop } = useShop()
  const kept = `${page}:${id}`
  const [typed, setTyped] = useState<Answers | null>(() => (keeps ? recall<Answers>(kept) : null))
  const [asked, setAsked] = useState(false)
  const [told, setTold] = useState<readonly Fault[]>([])
  const [busy, setBusy] = useState(false)

  const wanted = order?.[page] ?? null
  const answers = typed ?? wanted?.answers ?? {}
  const form = shop ? formIn(shop, wanted?.form) : undefined
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
      await sendAnswers(id, answersToSend(form, answers))
      if (keeps) keep(kept, null)
      void Taro.showToast({ icon: 'success', title: words.sent })
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
    if (!form || !order.can[page])
      return (
        <Empty picture="done" title={wanted?.answers ? words.sent : words.closed}>
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
              setTyped(changed)
              setTold([])
              if (keeps) keep(kept, changed)
            }}
          />
        </View>
      </>
    )
  }

  return (
    <Screen
      id={page}
      title={form ? say(form.title) : words.title}
      skeleton={[60, 320]}
      footer={() =>
        form &&
        order?.can[page] && (
          <View className="grow">
            <Action id={`${page}-send`} busy={busy} onTap={send}>
              {words.send}
            </Action>
          </View>
        )
      }
    >
      {content}
    </Screen>
  )
}
