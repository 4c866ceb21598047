import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { useSecondsUntil } from '@/booking/hold'
import { Action } from '@/components/action'
import { clockFace, whenTitle } from '@/format/date'
import { useTranslation } from '@/i18n'
import type { Messages } from '@/i18n'
import { serviceIn } from '@/shop/store'
import type { PublicShop, WaitlistView } from '@/kaidian/booking'

const HOUR_S = 3600

const STATES: Readonly<Record<WaitlistView['state'], readonly [keyof Messages, string]>> = {
  waiting: ['lineWaiting', 'waiting'],
  offered: ['lineOffered', 'good'],
  booked: ['lineBooked', 'good'],
  lapsed: ['lineLapsed', 'over'],
  left: ['lineLeft', 'over'],
}

/** `11 小时 5 分钟`; the last hour counts down by the second. */
const leftTitle = (seconds: number, t: Messages): string =>
  seconds < HOUR_S
    ? clockFace(seconds)
    : t.hoursAndMinutes(Math.floor(seconds / HOUR_S), Math.floor((seconds % HOUR_S) / 60))

interface EntryProps {
  readonly shop: PublicShop
  readonly entry: WaitlistView
  readonly onTakeUp: () => unknown
  readonly onLeave: () => unknown
  /** The offer has run out. */
  readonly onOver: () => unknown
}

/** A place in a line: how many are before, or how long what was offered is kept. */
export const Entry = ({ shop, entry, onTakeUp, onLeave, onOver }: EntryProps) => {
  const { t, say, locale } = useTranslation()
  const { state, selection, people, position, hold } = entry
  const seconds = useSecondsUntil(state === 'offered' ? hold?.expiresAt : null)
  useEffect(() => {
    if (seconds === 0) onOver()
  }, [seconds === 0])

  const service = serviceIn(shop, selection.service)
  const [key, tone] = STATES[state]
  const tickets = (selection.places ?? []).map(({ offering }) => offering)
  const titles = service?.offerings.filter(({ id }) => id === selection.offering || tickets.includes(id)) ?? []
  const when = entry.day ? entry : service?.event
  const facts = [
    titles.map(({ title }) => say(title)).join(t.comma),
    when ? whenTitle(when, locale) : '',
    t.peopleInAll(people),
  ]
  const isOpen = state === 'waiting' || state === 'offered'
  return (
    <View id={`waiting-${entry.id}`} className={`card ${tone === 'over' ? 'waitlist-over' : ''}`}>
      <View className="order-card-head">
        <View className="order-title grow">{say(entry.serviceTitle)}</View>
        <View className={`order-state order-state-${tone}`}>{t[key] as string}</View>
      </View>
      <View className="soft figure">{facts.filter(Boolean).join(' · ')}</View>
      {state === 'waiting' && (
        <View className="waitlist-place">
          <View id={`position-${entry.id}`} className="waitlist-number figure">
            {position}
          </View>
          <View className="grow">
            <View>{position === 1 ? t.firstInLine : t.peopleBefore(position - 1)}</View>
            <View className="soft">{service?.waitlistMode === 'auto' ? t.waitsAuto : t.waitsOffer}</View>
          </View>
        </View>
      )}
      {state === 'offered' && seconds !== null && (
        <View id={`offered-${entry.id}`} className="waitlist-offer figure">
          {t.offeredFor(leftTitle(seconds, t))}
        </View>
      )}
      {isOpen && (
        <View className="waitlist-actions">
          <Action id={`leave-${entry.id}`} kind="plain" small onTap={onLeave}>
            {state === 'offered' ? t.declineOffer : t.leaveLine}
          </Action>
          {state === 'offered' && (
            <Action id={`take-up-${entry.id}`} small disabled={seconds === 0} onTap={onTakeUp}>
              {t.takeUp}
            </Action>
          )}
        </View>
      )}
      {state === 'booked' && entry.order && (
        <View className="waitlist-actions">
          <Action
            id={`see-${entry.order}`}
            kind="quiet"
            small
            onTap={() => Taro.navigateTo({ url: `/pages/order/index?id=${entry.order}` })}
          >
            {t.seeOrder}
          </Action>
        </View>
      )}
    </View>
  )
}
