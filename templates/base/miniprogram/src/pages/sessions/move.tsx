import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { fetchOrder, rescheduleOrder } from '@/api/calls'
import { now } from '@/api/clock'
import { sentenceOf } from '@/api/errors'
import { backTo } from '@/back'
import { Action } from '@/components/action'
import { Screen } from '@/components/screen'
import { Failure, Skeleton } from '@/components/states'
import { wallOf, whenTitle } from '@/format/date'
import { yuan } from '@/format/money'
import { useTranslation } from '@/i18n'
import { shop as compiled } from '@/shop'
import { useShop } from '@/shop/store'
import { useLoaded } from '@/shop/use-loaded'
import type { SessionView } from '@/kaidian/booking'
import { SessionChooser } from './chooser'
import { useSessions } from './use-sessions'

/** Moving an order to another session of the same kind. */
export const MoveSession = ({ id }: { readonly id: string }) => {
  const { t, locale } = useTranslation()
  const { shop } = useShop()
  const order = useLoaded(id, () => fetchOrder(id))
  const selection = order.value?.selection
  const today = wallOf(now(), shop?.zone ?? compiled.zone).day
  const known = useSessions(selection?.service ?? null, today)
  const [chosen, setChosen] = useState<SessionView | null>(null)
  const [busy, setBusy] = useState(false)

  const fits = (session: SessionView): boolean =>
    session.id !== selection?.session &&
    session.offerings.includes(selection?.offering ?? '') &&
    session.id.includes('@') === Boolean(selection?.session?.includes('@')) &&
    session.left >= (selection?.places.length ?? 1)

  const move = async () => {
    if (!chosen) return
    setBusy(true)
    try {
      const moved = await rescheduleOrder(id, { session: chosen.id })
      // Where a fee is asked, it moves once that is paid.
      if (moved.selection.session === chosen.id) void Taro.showToast({ icon: 'success', title: t.moved })
      else void Taro.showToast({ icon: 'none', title: t.movesOncePaid })
      await backTo(['order'], `/pages/order/index?id=${id}`)
    } catch (error) {
      void Taro.showToast({ icon: 'none', title: sentenceOf(error) })
      setChosen(null)
      await known.reload()
    } finally {
      setBusy(false)
    }
  }

  return (
    <Screen
      id="sessions"
      title={t.rescheduleTitle}
      skeleton={[60, 92, 92, 92]}
      footer={() =>
        order.value && (
          <>
            <View className="footer-sum">
              <View id="session-chosen" className="footer-note figure">
                {chosen ? whenTitle(chosen, locale) : t.pickSession}
              </View>
            </View>
            <Action id="next" busy={busy} disabled={!chosen} onTap={move}>
              {t.moveToSession}
            </Action>
          </>
        )
      }
    >
      {() => {
        if (!order.value)
          return order.error ? (
            <Failure message={order.error} onRetry={order.reload} />
          ) : (
            <Skeleton heights={[60, 92, 92, 92]} />
          )
        const { rescheduleFee } = order.value
        return (
          <>
            <View className="time-note">
              <View>{t.currentTime(whenTitle(order.value, locale))}</View>
              {rescheduleFee > 0 && <View>{t.rescheduleFee(yuan(rescheduleFee))}</View>}
            </View>
            <SessionChooser
              known={known}
              fits={(session) => fits(session) && session.reason === null}
              chosen={chosen?.id ?? null}
              onChoose={setChosen}
            />
          </>
        )
      }}
    </Screen>
  )
}
