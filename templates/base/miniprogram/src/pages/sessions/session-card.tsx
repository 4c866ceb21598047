import { View } from '@tarojs/components'
import { useState } from 'react'
import { Tap } from '@/components/tap'
import { reasonWord } from '@/components/calendar/calendar-day'
import { dayOfMonth, dayTitle, monthName, weekdayName } from '@/format/date'
import { useTranslation } from '@/i18n'
import type { SessionView, Unavailability } from '@/kaidian/booking'

interface SessionCardProps {
  readonly session: SessionView
  readonly chosen: boolean
  readonly onTap: () => unknown
}

/** Ids of sessions hold characters that a selector would trip over: `spring@2027-03-06T10:00` → `spring-2027-03-06T10-00`. */
export const sessionElement = (id: string): string => `session-${id.replace(/[@:]/g, '-')}`

const FEW_SEATS = 10

/** Their explanation tells a moment, which the word beside the session does not. */
const DATED: readonly Unavailability[] = ['notOpen', 'closed']

/** Whether it can be had, or a line can be joined for it. */
export const canChoose = ({ reason, waitlist }: SessionView): boolean => reason === null || waitlist

const Days = ({ session }: { readonly session: SessionView }) => {
  const { t, locale } = useTranslation()
  const [open, setOpen] = useState(false)
  const { days } = session
  return (
    <View>
      <Tap id={`${sessionElement(session.id)}-days`} className="session-days-toggle link" onTap={() => setOpen(!open)}>
        {open ? t.hideDays : t.showDays(days.length)}
      </Tap>
      {open && (
        <View className="session-days">
          {days.map((day, at) => (
            <View key={day} className="session-day figure">
              {at + 1}. {dayTitle(day, locale)}
            </View>
          ))}
        </View>
      )}
    </View>
  )
}

/** An occurrence, or a whole series with all its days: when, how many seats are left, or why it cannot be had. */
export const SessionCard = ({ session, chosen, onTap }: SessionCardProps) => {
  const { t, say, locale } = useTranslation()
  const { day, days, time, endTime, title, left, reason, explanation, waitlist } = session
  const isWhole = days.length > 1
  const last = days[days.length - 1] ?? day
  const state = () => {
    if (reason === 'taken') return waitlist ? t.fullWaitlist : t.full
    if (reason) return reasonWord(reason, t)
    return left <= FEW_SEATS ? t.seatsLeft(left) : t.seatsFree
  }
  return (
    <View className={`session ${chosen ? 'session-chosen' : ''} ${canChoose(session) ? '' : 'session-none'}`}>
      <Tap
        id={sessionElement(session.id)}
        role="radio"
        checked={chosen}
        disabled={!canChoose(session)}
        className="session-main"
        onTap={onTap}
      >
        <View className="session-date">
          <View className="session-month">{monthName(day, locale)}</View>
          <View className="session-number figure">{dayOfMonth(day)}</View>
          <View className="session-weekday">{weekdayName(day, locale)}</View>
        </View>
        <View className="session-words whole-words">
          <View className="session-time figure">
            {time}–{endTime}
          </View>
          {title && <View className="session-title">{say(title)}</View>}
          {isWhole && (
            <View className="soft figure">
              {t.wholeSeries(days.length)} · {t.lastOn(dayTitle(last, locale))}
            </View>
          )}
          {reason !== null && DATED.includes(reason) && explanation && <View className="soft">{say(explanation)}</View>}
        </View>
        <View
          className={`session-state ${reason ? 'session-state-none' : left <= FEW_SEATS ? 'session-state-few' : ''}`}
        >
          {state()}
        </View>
      </Tap>
      {isWhole && <Days session={session} />}
    </View>
  )
}
