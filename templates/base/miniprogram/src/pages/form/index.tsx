import Taro, { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { sentenceOf } from '@/api/errors'
import { goBack } from '@/back'
import { bookingFaults } from '@/booking/answers'
import { askedOf } from '@/booking/asked'
import { fillInPhone, isChosen, useDraft } from '@/booking/draft'
import { answersOf, saveAnswersOf } from '@/booking/filling'
import { holdDraft, useSecondsUntil } from '@/booking/hold'
import { keepParticipant, nameIn, useKeptParticipants } from '@/booking/participants'
import { faultsOfStep, stepsOf } from '@/booking/steps'
import type { Step } from '@/booking/steps'
import { useServerFaults } from '@/booking/told'
import { underWay, unsent } from '@/booking/uploaded'
import { Action } from '@/components/action'
import { goToField } from '@/components/fields/focus'
import { HoldBar } from '@/components/hold-bar'
import { HoldOver } from '@/components/hold-over'
import { Screen } from '@/components/screen'
import { Empty } from '@/components/states'
import { Tick } from '@/components/tick'
import { useTranslation } from '@/i18n'
import { signedInPhone } from '@/session/token'
import { useStore } from '@/store'
import { useShop } from '@/shop/store'
import { KeptSheet } from './kept-sheet'
import { PeopleTabs } from './people-tabs'
import { PersonAids } from './person-aids'
import { Progress } from './progress'
import { StepView } from './step-view'
import { useSteps } from './use-steps'
import './index.css'

/** What a booking asks for, step by step: the order's form, and that of each participant. */
const FormPage = () => {
  const { t, say } = useTranslation()
  const { shop } = useShop()
  const draft = useDraft()
  const seconds = useSecondsUntil(draft?.hold?.expiresAt)
  const told = useServerFaults(draft)
  const kept = useKeptParticipants()
  const [checked, setChecked] = useState<readonly string[]>([])
  const [keeping, setKeeping] = useState<Readonly<Record<number, boolean>>>({})
  const [picking, setPicking] = useState(false)

  const asked = shop && draft ? askedOf(shop, draft) : null
  const steps = asked && draft ? stepsOf(asked, draft) : []
  const found = shop && draft ? bookingFaults(shop, draft) : []
  const { at, step, goTo } = useSteps(draft, steps)

  const phone = useStore(signedInPhone)
  useEffect(() => {
    const first = asked?.form.fields.find(({ kind }) => kind === 'phone')
    if (first && phone) fillInPhone([first], phone)
  }, [asked?.form, phone])

  const show = (next: Step) => {
    goTo(next)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined)
  }
  const showFault = (of: Step, field: string) => {
    goTo(of)
    if (field === '') void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined)
    else goToField(field)
  }
  const faultsIn = (of: Step) => faultsOfStep(of, steps, told.concat(found))

  useDidShow(() => {
    const faulty = steps.find((one) => faultsOfStep(one, steps, told).length > 0)
    const [first] = faulty ? faultsOfStep(faulty, steps, told) : []
    if (faulty && first) showFault(faulty, first.field)
  })

  /** Shows the faults of a step and goes to the first; true when there is none. */
  const passes = (of: Step): boolean => {
    const faults = faultsIn(of)
    setChecked((all) => (all.includes(of.key) ? all : all.concat(of.key)))
    if (!faults[0]) return true
    void Taro.showToast({ icon: 'none', title: t.fieldsToMend(faults.length) })
    showFault(of, faults[0].field)
    return false
  }
  const goOn = () => {
    if (underWay.get() > 0) return Taro.showToast({ icon: 'none', title: t.waitForUploads })
    if (step && !passes(step)) return undefined
    const [lost] = unsent.get()
    if (step && lost !== undefined) {
      showFault(step, lost)
      return Taro.showToast({ icon: 'none', title: t.unsentFiles })
    }
    if (step?.person && step.closes && keeping[step.person.index]) keepParticipant(step.form, answersOf(step.subject))
    const next = steps[at + 1]
    if (next) return show(next)
    const left = steps.find((one) => faultsIn(one).length > 0)
    if (left) return passes(left)
    return Taro.navigateTo({ url: '/pages/confirm/index' })
  }
  const holdAgain = async () => {
    try {
      await holdDraft()
    } catch (error) {
      void Taro.showToast({ icon: 'none', title: sentenceOf(error) })
      await goBack()
    }
  }

  const person = step?.person ?? null
  const titleOf = (of: Step): string => (of.person ? say(of.person.title) : say(of.form.title))
  const heading = (of: Step): string => {
    const parts = [titleOf(of), of.person?.offering && say(of.person.offering), of.page.title && say(of.page.title)]
    return parts.filter(Boolean).join(' · ')
  }
  const tabs = steps
    .filter(({ opens }) => opens)
    .map((one) => ({
      subject: one.subject,
      title: titleOf(one),
      note: one.person
        ? nameIn(one.form, draft?.participants[one.person.index] ?? {}) ||
          (one.person.offering ? say(one.person.offering) : '')
        : '',
      complete: steps.every((other) => other.subject !== one.subject || faultsIn(other).length === 0),
    }))
  const answers = step?.subject === 'order' ? draft?.answers : step ? draft?.participants[step.subject] : undefined
  const name = person && step ? nameIn(step.form, answers ?? {}) : ''
  const withDocument = step?.form.fields.some(({ kind }) => kind === 'idDocument') ?? false
  const isKept = person !== null && kept.some((one) => one.form === step?.form.id && one.name === name)
  const keepWords = isKept ? t.keepPersonAgain : t.keepPerson(withDocument)

  return (
    <Screen
      id="form"
      title={step ? titleOf(step) : t.formTitle}
      skeleton={[40, 320]}
      footer={() =>
        isChosen(draft) &&
        asked && (
          <View className="form-footer">
            {at > 0 && (
              <Action id="previous" kind="quiet" onTap={() => steps[at - 1] && show(steps[at - 1] as Step)}>
                {t.previous}
              </Action>
            )}
            <View className="grow">
              <Action id="next" disabled={seconds === 0} onTap={goOn}>
                {t.next}
              </Action>
            </View>
          </View>
        )
      }
      overlay={() =>
        FEATURES.participants &&
        picking &&
        step?.person && (
          <KeptSheet
            kept={kept.filter((one) => one.form === step.form.id)}
            onClose={() => setPicking(false)}
            onPick={(one) => {
              saveAnswersOf(step.subject, step.form, { ...answersOf(step.subject), ...one.answers })
              setPicking(false)
            }}
          />
        )
      }
    >
      {() =>
        asked && isChosen(draft) ? (
          <>
            {seconds !== null && seconds > 0 && <HoldBar seconds={seconds} />}
            {seconds === 0 && <HoldOver onHoldAgain={holdAgain} />}
            {FEATURES.participants && tabs.length > 1 && step && (
              <PeopleTabs
                tabs={tabs}
                chosen={step.subject}
                onChoose={(subject) => {
                  const first = steps.find((one) => one.subject === subject)
                  if (first) show(first)
                }}
              />
            )}
            {steps.length > 1 && step && <Progress step={at + 1} steps={steps.length} title={heading(step)} />}
            {FEATURES.participants && person && step?.opens && (
              <PersonAids asked={asked} draft={draft} person={person} onPickKept={() => setPicking(true)} />
            )}
            {step ? (
              <StepView
                key={step.key}
                step={step}
                answers={answers ?? {}}
                faults={faultsOfStep(step, steps, checked.includes(step.key) ? told.concat(found) : told)}
              />
            ) : (
              <View className="card soft">{t.nothingAsked}</View>
            )}
            {person && step?.closes && name !== '' && (
              <View className="card keep-person">
                <Tick
                  id="keep-person"
                  label={keepWords}
                  ticked={keeping[person.index] ?? false}
                  onChange={(next) => setKeeping({ ...keeping, [person.index]: next })}
                >
                  {keepWords}
                </Tick>
              </View>
            )}
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
