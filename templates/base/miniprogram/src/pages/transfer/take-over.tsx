import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { acceptTransfer } from '@/api/calls'
import type { Answers } from '@/api/calls'
import { ApiError, sentenceOf } from '@/api/errors'
import { bookingFaults, filledIn } from '@/booking/answers'
import type { Fault } from '@/booking/answers'
import { askedOf } from '@/booking/asked'
import type { Asked } from '@/booking/asked'
import { answered } from '@/booking/filling'
import { Accept } from '@/components/accept'
import { Action } from '@/components/action'
import { FormFields } from '@/components/fields'
import { goToField } from '@/components/fields/focus'
import { Empty } from '@/components/states'
import { Terms } from '@/components/terms'
import { dayTitle } from '@/format/date'
import { useTranslation } from '@/i18n'
import type { Translation } from '@/i18n'
import { signedIn } from '@/session/session'
import { serviceIn } from '@/shop/store'
import type { FormContext } from '@/kaidian/form'
import type { PublicForm, PublicShop, TransferPreview } from '@/kaidian/booking'
import { draftFor, useFillingIn } from './taking-over'
import type { FillingIn } from './taking-over'

/** One form on the way: that of the order, or of one person. */
interface Step {
  /** Before the ids of its fields in the faults of a booking. */
  readonly prefix: string
  readonly title: string
  readonly form: PublicForm
  readonly context: FormContext
  readonly answers: Answers
  readonly save: (answers: Answers) => void
}

const stepsOf = ({ form, context, each }: Asked, filling: FillingIn, { say }: Translation): readonly Step[] => {
  const order: Step = {
    prefix: 'answers.',
    title: say(form.title),
    form,
    context,
    answers: filling.answers,
    save: filling.answerOrder,
  }
  const people = (each?.people ?? []).flatMap((person): readonly Step[] =>
    each
      ? [
          {
            prefix: `participants.${person.index}.`,
            title: [say(person.title), say(person.offering)].filter(Boolean).join(' · '),
            form: each.form,
            context: person.context,
            answers: filling.participants[person.index] ?? {},
            save: (answers) => filling.answerPerson(person.index, answers),
          },
        ]
      : [],
  )
  return [order, ...people]
}

const within = (faults: readonly Fault[], prefix: string): readonly Fault[] =>
  faults.flatMap(({ field, message }) =>
    field.startsWith(prefix) ? [{ field: field.slice(prefix.length), message }] : [],
  )

interface TakeOverProps {
  readonly shop: PublicShop
  readonly code: string
  readonly offer: TransferPreview
}

/** The forms of the order, filled in anew by whoever takes it over; price and place stay. */
export const TakeOver = ({ shop, code, offer }: TakeOverProps) => {
  const translation = useTranslation()
  const { t, say, locale } = translation
  const filling = useFillingIn(code)
  const [at, setAt] = useState(0)
  const [checked, setChecked] = useState<readonly number[]>([])
  const [told, setTold] = useState<readonly Fault[]>([])
  const [accepted, setAccepted] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const running = useRef(false)

  const service = serviceIn(shop, offer.service)
  const draft = draftFor(shop, offer, filling)
  const asked = draft && askedOf(shop, draft)
  const steps = asked ? stepsOf(asked, filling, translation) : []
  const step = steps[at]
  if (!service || !draft || !step) return <Empty title={t.serviceGone} hint={t.serviceGoneHint} />
  const isLast = at === steps.length - 1
  const tickets = service.offerings.flatMap(({ id, title }) => {
    const count = offer.offerings.filter((one) => one === id).length
    return count > 0 && title ? [`${say(title)}${count > 1 ? ` × ${count}` : ''}`] : []
  })

  const show = (index: number) => {
    setAt(index)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined)
  }
  /** Goes to the first fault; true when there is none. */
  const isSound = (found: readonly Fault[]): boolean => {
    const index = steps.findIndex(({ prefix }) => within(found, prefix).length > 0)
    const [first] = within(found, steps[index]?.prefix ?? '')
    if (!first) return true
    setAt(index)
    setChecked((all) => [...all, index])
    void Taro.showToast({ icon: 'none', title: t.fieldsToMend(found.length) })
    goToField(first.field)
    return false
  }
  const goOn = () => {
    const own = bookingFaults(shop, draft).filter(({ field }) => field.startsWith(step.prefix))
    if (isSound(own)) show(at + 1)
  }

  const accept = async () => {
    if (running.current || !isSound(bookingFaults(shop, draft))) return
    if (!accepted) return setFault(t.acceptFirst)
    running.current = true
    setFault(null)
    try {
      if (!(await signedIn())) return
      setBusy(true)
      const { answers, participants } = filledIn(shop, draft)
      const order = await acceptTransfer(code, answers, participants)
      filling.forget()
      await Taro.redirectTo({ url: `/pages/order/index?id=${order.id}` })
    } catch (error) {
      const fields = error instanceof ApiError ? error.fields : []
      const refused = fields.map(({ field, message }) => ({ field, message: { 'zh-CN': message } }))
      setTold(refused)
      setFault(sentenceOf(error))
      isSound(refused)
    } finally {
      running.current = false
      setBusy(false)
    }
  }

  const faults = (checked.includes(at) ? bookingFaults(shop, draft) : []).concat(told)
  return (
    <>
      <View className="card">
        <View id="transfer-what" className="transfer-title">
          {say(offer.title)}
        </View>
        <View className="soft figure">
          {[offer.day && dayTitle(offer.day, locale), offer.time, ...tickets].filter(Boolean).join(' · ')}
        </View>
        <View className="soft">{t.transferKeeps}</View>
      </View>
      <View className="card">
        <View className="card-title">
          {step.title}
          {steps.length > 1 && ` (${at + 1}/${steps.length})`}
        </View>
        <FormFields
          key={at}
          form={step.form}
          context={step.context}
          answers={step.answers}
          faults={within(faults, step.prefix)}
          onAnswer={(field, next) => {
            setTold([])
            step.save(answered(step.answers, field, next))
          }}
        />
      </View>
      {isLast && <Terms service={service} />}
      <View className="card">
        {isLast && (
          <Accept
            accepted={accepted}
            faulty={fault === t.acceptFirst}
            onChange={(next) => {
              setAccepted(next)
              setFault(null)
            }}
          />
        )}
        {fault && (
          <View id="transfer-fault" className="transfer-fault">
            {fault}
          </View>
        )}
        <View className="transfer-actions">
          {at > 0 && (
            <Action id="transfer-previous" kind="quiet" onTap={() => show(at - 1)}>
              {t.previous}
            </Action>
          )}
          <View className="grow">
            {isLast ? (
              <Action id="transfer-accept" busy={busy} onTap={accept}>
                {t.transferAccept}
              </Action>
            ) : (
              <Action id="transfer-next" onTap={goOn}>
                {t.next}
              </Action>
            )}
          </View>
        </View>
      </View>
    </>
  )
}
