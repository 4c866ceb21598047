import { addDays, dayTitle, weekdayName } from '@/format/date'
import type { Translation } from '@/i18n'
import type { DayAvailability } from '@/kaidian/booking'

/** What stands under a day: how many starts, or in a word why there are none. */
export const dayStatus = (day: DayAvailability, { t }: Translation): string => {
  if (day.starts.length > 0) return t.free(day.starts.length)
  if (day.reason === 'closed') return t.rest
  return day.reason === 'taken' ? t.full : t.none
}

export const shortDay = (day: string, today: string, { t, locale }: Translation): string => {
  if (day === today) return t.today
  return day === addDays(today, 1) ? t.tomorrow : weekdayName(day, locale)
}

export const spokenDay = (day: DayAvailability, translation: Translation): string =>
  `${dayTitle(day.day, translation.locale)}, ${dayStatus(day, translation)}`
