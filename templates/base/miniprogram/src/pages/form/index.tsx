import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { sentenceOf } from '@/api/errors'
import { fillInPhone, isChosen, saveAnswers, useDraft } from '@/booking/draft'
import { holdDraft, useSecondsUntil } from '@/booking/hold'
import { faultsOf, neededFields, shownFields } from '@/booking/answers'
import { Action } from '@/components/action'
import { FieldRow } from '@/components/fields'
import { HoldBar } from '@/components/hold-bar'
import { HoldOver } from '@/components/hold-over'
import { Screen } from '@/components/screen'
import { Empty } from '@/components/states'
import { useTranslation } from '@/i18n'
import { signedInPhone } from '@/session/token'
import { useStore } from '@/store'
import { formIn, serviceIn, useShop } from '@/shop/store'

/** The questions of the service's form; what is typed is kept at once. */
const FormPage = () => {
  const { t, say } = useTranslation()
  const { shop } = useShop()
  const draft = useDraft()
  const [asked, setAsked] = useState(false)
  const seconds = useSecondsUntil(draft?.hold?.expiresAt)

  const form = shop ? formIn(shop, serviceIn(shop, draft?.service)?.form) : undefined
  const answers = draft?.answers ?? {}

  const phone = useStore(signedInPhone)
  useEffect(() => {
    if (form && phone) fillInPhone(form.fields, phone)
  }, [form, phone])

  const needed = form ? neededFields(form, answers) : []
  const faults = form && asked ? faultsOf(form, answers) : []
  const faultOf = (field: string): string | null => {
    const fault = faults.find((each) => each.field === field)
    return fault ? say(fault.message) : null
  }

  const goOn = () => {
    if (!form) return
    setAsked(true)
    const found = faultsOf(form, answers)
    const first = found[0]
    if (!first) return Taro.navigateTo({ url: '/pages/confirm/index' })
    void Taro.showToast({ icon: 'none', title: t.fieldsToMend(found.length) })
    return Taro.pageScrollTo({ selector: `#field-row-${first.field}`, offsetTop: -72, duration: 250 }).catch(
      () => undefined,
    )
  }
  const holdAgain = async () => {
    try {
      await holdDraft()
    } catch (error) {
      void Taro.showToast({ icon: 'none', title: sentenceOf(error) })
      await Taro.navigateBack()
    }
  }

  return (
    <Screen
      id="form"
      title={form ? say(form.title) : t.formTitle}
      skeleton={[40, 320]}
      footer={() =>
        form &&
        isChosen(draft) && (
          <View className="grow">
            <Action id="next" disabled={seconds === 0} onTap={goOn}>
              {t.next}
            </Action>
          </View>
        )
      }
    >
      {() =>
        form && isChosen(draft) ? (
          <>
            {seconds !== null && seconds > 0 && <HoldBar seconds={seconds} />}
            {seconds === 0 && <HoldOver onHoldAgain={holdAgain} />}
            <View className="card">
              {shownFields(form, answers).map((field) => (
                <FieldRow
                  key={field.id}
                  field={field}
                  value={answers[field.id]}
                  required={needed.includes(field.id)}
                  fault={faultOf(field.id)}
                  onChange={(value) => saveAnswers({ ...answers, [field.id]: value })}
                />
              ))}
            </View>
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

export default FormPage
