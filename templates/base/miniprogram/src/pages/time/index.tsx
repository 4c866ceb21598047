import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { changeDraft, selectionOf, useDraft } from '@/booking/draft'
import { useHolding } from '@/booking/use-holding'
import { Action } from '@/components/action'
import { Empty } from '@/components/states'
import { useTranslation } from '@/i18n'
import { serviceIn } from '@/shop/store'
import { useOffer } from '@/booking/use-offer'
import { Chooser } from './chooser'
import { Reschedule } from './reschedule'

/** Choosing when and with whom for a booking that begins. */
const NewBooking = () => {
  const { t } = useTranslation()
  const draft = useDraft()
  const [round, setRound] = useState(0)
  const offer = useOffer(draft && selectionOf(draft))
  const { busy, goOn } = useHolding((code) => {
    if (code) changeDraft({ start: null })
    setRound((each) => each + 1)
  })

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
          people: draft.people,
          duration: draft.duration ?? undefined,
          then: draft.then.map(({ service }) => service),
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
