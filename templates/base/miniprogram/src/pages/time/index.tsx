import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { codeOf, sentenceOf } from '@/api/errors'
import { changeDraft, selectionOf, useDraft } from '@/booking/draft'
import { holdDraft, releaseDraftHold } from '@/booking/hold'
import { Action } from '@/components/action'
import { Empty } from '@/components/states'
import { useTranslation } from '@/i18n'
import { signedIn } from '@/session/session'
import { serviceIn } from '@/shop/store'
import { Chooser } from './chooser'
import { Reschedule } from './reschedule'
import { useOffer } from './use-offer'

/** Choosing when and with whom for a booking that begins. */
const NewBooking = () => {
  const { t } = useTranslation()
  const draft = useDraft()
  const [busy, setBusy] = useState(false)
  const [round, setRound] = useState(0)
  const offer = useOffer(draft && selectionOf(draft))

  // Coming back from the form gives the held time back: it is chosen anew here.
  useDidShow(() => {
    if (draft?.hold) void releaseDraftHold().then(() => setRound((each) => each + 1))
  })

  const goOn = async () => {
    if (!(await signedIn())) return
    setBusy(true)
    try {
      await holdDraft()
      await Taro.navigateTo({ url: '/pages/form/index' })
    } catch (error) {
      void Taro.showToast({ icon: 'none', title: codeOf(error) === 'SLOT_TAKEN' ? t.startTaken : sentenceOf(error) })
      if (codeOf(error).startsWith('SLOT_')) {
        changeDraft({ start: null })
        setRound((each) => each + 1)
      }
    } finally {
      setBusy(false)
    }
  }

  const gone = () => (
    <Empty title={t.serviceGone} hint={t.serviceGoneHint}>
      <Action kind="quiet" small onTap={() => Taro.switchTab({ url: '/pages/home/index' })}>
        {t.backHome}
      </Action>
    </Empty>
  )

  return (
    <Chooser
      id="time"
      title={t.chooseTime}
      serviceOf={(shop) => serviceIn(shop, draft?.service)}
      question={
        draft && {
          service: draft.service,
          offering: draft.offering ?? undefined,
          options: draft.options,
          addOns: draft.addOns,
        }
      }
      round={round}
      resources={draft?.resources ?? {}}
      chosen={draft?.start ?? null}
      amount={offer?.total ?? null}
      submit={t.holdIt}
      busy={busy}
      onResources={(resources) => changeDraft({ resources })}
      onStart={(start) => changeDraft({ start })}
      onSubmit={goOn}
      missing={gone}
    />
  )
}

const TimePage = () => {
  const { order } = useRouter().params
  return order ? <Reschedule id={order} /> : <NewBooking />
}

export default TimePage
