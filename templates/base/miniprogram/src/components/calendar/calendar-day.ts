import { addDays, dayTitle, weekdayName } from '@/format/date'
import type { Messages, Translation } from '@/i18n'
import type { DayAvailability, SessionView, Unavailability } from '@/kaidian/booking'

/** A day as the calendars draw it. */
export interface CalendarDay {
  readonly day: string
  /** Whether something can be had on it. */
  readonly open: boolean
  /** What stands under it, in a word; may be empty. */
  readonly status: string
}

const WORD: Readonly<Record<Unavailability, keyof Messages & ('rest' | 'full' | 'none' | 'notYet' | 'over')>> = {
  closed: 'rest',
  shift: 'rest',
  break: 'none',
  taken: 'full',
  notice: 'over',
  over: 'over',
  horizon: 'notYet',
  notOpen: 'notYet',
}

/** Why there is nothing, in a word that fits under a day. */
export const reasonWord = (reason: Unavailability | null | undefined, t: Messages): string =>
  reason ? t[WORD[reason]] : t.none

/** A day by its free starts: how many, or in a word why there are none. */
export const dayOfStarts = ({ day, starts, reason }: DayAvailability, t: Messages): CalendarDay => ({
  day,
  open: starts.length > 0,
  status: starts.length > 0 ? t.free(starts.length) : reasonWord(reason, t),
})

/** A day by its sessions: how many there are, or why none of them can be had. */
export const dayOfSessions = (day: string, sessions: readonly SessionView[], t: Messages): CalendarDay => {
  const open = sessions.some(({ reason }) => reason === null)
  const [first] = sessions
  return { day, open, status: open ? t.sessionsOfDay(sessions.length) : first ? reasonWord(first.reason, t) : '' }
}

export const shortDay = (day: string, today: string, { t, locale }: Translation): string => {
  if (day === today) return t.today
  return day === addDays(today, 1) ? t.tomorrow : weekdayName(day, locale)
}

export const spokenDay = ({ day, status }: CalendarDay, { locale }: Translation): string =>
  [dayTitle(day, locale), status].filter(Boolean).join(', ')
