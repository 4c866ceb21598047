import { View } from '@tarojs/components'
import { useState } from 'react'
import { Action } from '@/components/action'
import { dayOfSessions } from '@/components/calendar/calendar-day'
import { MonthGrid } from '@/components/calendar/month-grid'
import { Icon } from '@/components/icon'
import { Empty, Failure, Skeleton } from '@/components/states'
import { Tap } from '@/components/tap'
import { addMonths, daysOfMonth, monthOf, monthTitle } from '@/format/date'
import { useTranslation } from '@/i18n'
import type { SessionView } from '@/kaidian/booking'
import { SessionCard } from './session-card'
import type { Sessions } from './use-sessions'

/** So many are drawn at first; a timetable of a year would be too much for one page. */
const ROWS = 20

const daysIn = ({ day, days }: SessionView): readonly string[] => (days.length > 0 ? days : [day])

interface MonthProps {
  readonly sessions: readonly SessionView[]
  readonly chosen: string | null
  readonly onChoose: (day: string) => void
}

/** A month at a time, with the days on which there are sessions. */
const Month = ({ sessions, chosen, onChoose }: MonthProps) => {
  const { t, locale } = useTranslation()
  const months = [...new Set(sessions.flatMap((session) => daysIn(session).map(monthOf)))].sort()
  const [month, setMonth] = useState(chosen ? monthOf(chosen) : (months[0] ?? ''))
  const [first = month, last = month] = [months[0], months[months.length - 1]]
  const arrow = (by: 1 | -1) => (
    <Tap
      id={by < 0 ? 'month-before' : 'month-after'}
      className={`month-arrow ${(by < 0 ? month <= first : month >= last) ? 'month-arrow-off' : ''}`}
      label={by < 0 ? t.monthBefore : t.monthAfter}
      disabled={by < 0 ? month <= first : month >= last}
      onTap={() => setMonth(addMonths(month, by))}
    >
      <Icon name={by < 0 ? 'back' : 'forward'} size={18} />
    </Tap>
  )
  return (
    <View>
      <View className="month-head">
        {arrow(-1)}
        <View className="month-name">{monthTitle(month, locale)}</View>
        {arrow(1)}
      </View>
      <MonthGrid
        titled={false}
        days={daysOfMonth(month).map((day) =>
          dayOfSessions(
            day,
            sessions.filter((session) => daysIn(session).includes(day)),
            t,
          ),
        )}
        chosen={chosen}
        hasMore={false}
        onMore={() => undefined}
        onChoose={onChoose}
      />
    </View>
  )
}

interface SessionChooserProps {
  readonly known: Sessions
  /** Those that fit what is chosen elsewhere. */
  readonly fits: (session: SessionView) => boolean
  readonly chosen: string | null
  readonly onChoose: (session: SessionView) => void
}

/** The sessions as a list, or as a calendar with those of one day. */
export const SessionChooser = ({ known, fits, chosen, onChoose }: SessionChooserProps) => {
  const { t, locale } = useTranslation()
  const [wide, setWide] = useState(false)
  const [day, setDay] = useState<string | null>(null)
  const [rows, setRows] = useState(ROWS)
  if (!known.sessions)
    return known.error ? (
      <Failure message={known.error} onRetry={known.reload} />
    ) : (
      <Skeleton heights={[92, 92, 92, 92]} />
    )
  const sessions = known.sessions.filter(fits)
  const more = known.hasMore && (
    <Action id="more-sessions" kind="plain" small busy={known.loading} onTap={known.more}>
      {t.moreSessions}
    </Action>
  )
  if (sessions.length === 0)
    return (
      <Empty title={t.noSessions} hint={t.noSessionsHint}>
        {more}
      </Empty>
    )
  const first =
    sessions.find(({ id }) => id === chosen) ?? sessions.find(({ reason }) => reason === null) ?? sessions[0]
  const shownDay = day ?? (first && daysIn(first)[0]) ?? null
  const listed = wide
    ? sessions.filter((session) => shownDay !== null && daysIn(session).includes(shownDay))
    : sessions.slice(0, rows)
  return (
    <View className={known.loading ? 'sessions-waiting' : ''}>
      <View className="card">
        <View className="time-head">
          <View className="card-title grow">{t.chooseSession}</View>
          <Tap id="calendar-toggle" className="time-toggle link" onTap={() => setWide(!wide)}>
            {wide ? t.list : t.calendar}
          </Tap>
        </View>
        {wide && <Month sessions={sessions} chosen={shownDay} onChoose={setDay} />}
        <View id="sessions-list" className="sessions-list">
          {listed.map((session, at) => (
            <View key={session.id}>
              {!wide && monthOf(session.day) !== monthOf(listed[at - 1]?.day ?? '') && (
                <View className="month-title">{monthTitle(monthOf(session.day), locale)}</View>
              )}
              <SessionCard session={session} chosen={session.id === chosen} onTap={() => onChoose(session)} />
            </View>
          ))}
          {wide && listed.length === 0 && <View className="soft sessions-none">{t.noSessionsOfDay}</View>}
        </View>
        {!wide && sessions.length > rows ? (
          <Action id="more-sessions" kind="plain" small onTap={() => setRows(rows + ROWS)}>
            {t.moreSessions}
          </Action>
        ) : (
          more
        )}
      </View>
    </View>
  )
}
