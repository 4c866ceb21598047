import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { fetchOrder, rescheduleOrder } from '@/api/calls'
import { codeOf, sentenceOf } from '@/api/errors'
import { backTo } from '@/back'
import type { Draft } from '@/booking/draft'
import { durationOf } from '@/booking/planned'
import { withFree } from '@/booking/posts'
import { Action } from '@/components/action'
import { Empty } from '@/components/states'
import { whenTitle } from '@/format/date'
import { useTranslation } from '@/i18n'
import { yuan } from '@/format/money'
import { serviceIn, useShop } from '@/shop/store'
import type { OrderView, PublicService, Start } from '@/kaidian/booking'
import { Chooser } from './chooser'

/** Of those a booking has, whom the customer may ask for again; the shop finds the others anew. */
const choosable = ({ requirements }: PublicService, resources: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(resources).filter(([post]) =>
      requirements.some(({ role, choice }) => choice === 'customer' && role === post.split(':')[0]),
    ),
  )

/** Moving a booking that exists to another time, with the same person unless another is chosen. */
export const Reschedule = ({ id }: { readonly id: string }) => {
  const { t, locale } = useTranslation()
  const { shop } = useShop()
  const [order, setOrder] = useState<OrderView | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [wanted, setWanted] = useState<Readonly<Record<string, string>> | null>(null)
  const [start, setStart] = useState<Draft['start']>(null)
  const [free, setFree] = useState<Start['resources']>({})
  const [busy, setBusy] = useState(false)
  const [round, setRound] = useState(0)

  const service = shop && order ? serviceIn(shop, order.selection.service) : undefined
  const resources = wanted ?? (service && order ? choosable(service, order.selection.resources) : {})

  const load = () =>
    fetchOrder(id).then(
      (found) => {
        // Of a session another one is chosen, not another time.
        if (FEATURES.sessions && found.selection.session)
          return Taro.redirectTo({ url: `/pages/sessions/index?order=${id}` })
        setOrder(found)
        setFailure(null)
        return undefined
      },
      (error: unknown) => setFailure(sentenceOf(error)),
    )
  useEffect(() => void load(), [id])

  const move = async () => {
    if (!start || !order) return
    setBusy(true)
    try {
      const people = order.selection.places.length
      const asked = (service?.requirements ?? []).filter(({ choice }) => choice === 'customer')
      const moved = await rescheduleOrder(id, {
        start: start.start,
        resources: withFree(asked, people, resources, free),
      })
      // Where a fee is asked, it moves once that is paid.
      if (moved.selection.start === start.start) void Taro.showToast({ icon: 'success', title: t.moved })
      else void Taro.showToast({ icon: 'none', title: t.movesOncePaid })
      await backTo(['order'], `/pages/order/index?id=${id}`)
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

  const note = order && [
    t.currentTime(whenTitle(order, locale)),
    order.rescheduleFee > 0 ? t.rescheduleFee(yuan(order.rescheduleFee)) : '',
  ]
  return (
    <Chooser
      id="time"
      title={t.rescheduleTitle}
      note={note && note.filter(Boolean).join('\n')}
      serviceOf={(shop) => serviceIn(shop, order?.selection.service)}
      question={
        shop &&
        order && {
          service: order.selection.service,
          offering: order.selection.offering,
          people: order.selection.places.length,
          duration: service ? durationOf(shop, service, order.selection) : undefined,
          then: order.selection.then?.map((segment) => segment.service),
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
      onResources={setWanted}
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
