import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { fetchOrder, rescheduleOrder } from '@/api/calls'
import { codeOf, sentenceOf } from '@/api/errors'
import type { Draft } from '@/booking/draft'
import { Action } from '@/components/action'
import { Empty } from '@/components/states'
import { whenTitle } from '@/format/date'
import { useTranslation } from '@/i18n'
import { serviceIn } from '@/shop/store'
import type { OrderView, Start } from '@/kaidian/booking'
import { Chooser } from './chooser'

/** A role left out would keep whom it has now, who may be busy then: 'any' names somebody who is free. */
const anyOf = (free: Start['resources']): Record<string, string> =>
  Object.fromEntries(Object.entries(free).flatMap(([role, [first]]) => (first ? [[role, first]] : [])))

/** Moving a booking that exists to another time, with the same person unless another is chosen. */
export const Reschedule = ({ id }: { readonly id: string }) => {
  const { t, locale } = useTranslation()
  const [order, setOrder] = useState<OrderView | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [resources, setResources] = useState<Readonly<Record<string, string>>>({})
  const [start, setStart] = useState<Draft['start']>(null)
  const [free, setFree] = useState<Start['resources']>({})
  const [busy, setBusy] = useState(false)
  const [round, setRound] = useState(0)

  const load = () =>
    fetchOrder(id).then(
      (found) => {
        setOrder(found)
        setResources(found.selection.resources)
        setFailure(null)
      },
      (error: unknown) => setFailure(sentenceOf(error)),
    )
  useEffect(() => void load(), [id])

  const move = async () => {
    if (!start) return
    setBusy(true)
    try {
      await rescheduleOrder(id, { start: start.start, resources: { ...anyOf(free), ...resources } })
      void Taro.showToast({ icon: 'success', title: t.moved })
      await Taro.navigateBack()
    } catch (error) {
      void Taro.showToast({ icon: 'none', title: codeOf(error) === 'SLOT_TAKEN' ? t.startTaken : sentenceOf(error) })
      if (codeOf(error).startsWith('SLOT_')) {
        setStart(null)
        setRound((each) => each + 1)
      }
    } finally {
      setBusy(false)
    }
  }

  return (
    <Chooser
      id="time"
      title={t.rescheduleTitle}
      note={order ? t.currentTime(whenTitle(order, locale)) : null}
      serviceOf={(shop) => serviceIn(shop, order?.selection.service)}
      question={
        order && {
          service: order.selection.service,
          offering: order.selection.offering,
          options: order.selection.options,
          addOns: order.selection.addOns,
        }
      }
      round={round}
      resources={resources}
      chosen={start}
      amount={null}
      preferred={order?.day ?? undefined}
      submit={t.moveHere}
      busy={busy}
      onResources={setResources}
      onStart={(next, freeThen = {}) => {
        setStart(next)
        setFree(freeThen)
      }}
      onSubmit={move}
      waiting={!order && !failure}
      missing={() => (
        <Empty picture="offline" title={failure ? t.loadFailed : t.serviceGone} hint={failure ?? t.serviceGoneHint}>
          <Action id="retry" kind="quiet" small onTap={load}>
            {t.retry}
          </Action>
        </Empty>
      )}
    />
  )
}
