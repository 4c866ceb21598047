import { View } from '@tarojs/components'
import { dayOfMonth, monthOf, monthTitle, weekdayOf, weekdayWord } from '@/format/date'
import { useTranslation } from '@/i18n'
import { Action } from '../action'
import { Tap } from '../tap'
import type { CalendarDay } from './calendar-day'
import { spokenDay } from './calendar-day'
import type { DaysProps } from './day-strip'
import './calendar.css'

const MONDAY_FIRST = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const byMonth = (days: readonly CalendarDay[]): [string, CalendarDay[]][] => {
  const months = new Map<string, CalendarDay[]>()
  for (const day of days) months.set(monthOf(day.day), [...(months.get(monthOf(day.day)) ?? []), day])
  return [...months]
}

interface MonthGridProps extends Omit<DaysProps, 'today'> {
  /** Whether each month is named above its days. */
  readonly titled?: boolean
}

/** The same days as weeks, month by month. */
export const MonthGrid = ({ days, chosen, hasMore, onMore, onChoose, titled = true }: MonthGridProps) => {
  const translation = useTranslation()
  const { t, locale } = translation
  return (
    <View className="month-grid">
      <View className="month-row">
        {MONDAY_FIRST.map((id) => (
          <View key={id} className="month-cell month-weekday">
            {locale === 'en' ? weekdayWord(id, locale) : weekdayWord(id, locale).slice(1)}
          </View>
        ))}
      </View>
      {byMonth(days).map(([month, inMonth]) => (
        <View key={month}>
          {titled && <View className="month-title">{monthTitle(month, locale)}</View>}
          <View className="month-row">
            {Array.from({ length: (weekdayOf(inMonth[0]?.day ?? `${month}-01`) + 6) % 7 }, (_, at) => (
              <View key={at} className="month-cell" />
            ))}
            {inMonth.map((day) => (
              <View key={day.day} className="month-cell">
                <Tap
                  id={`day-${day.day}`}
                  role="radio"
                  checked={chosen === day.day}
                  label={spokenDay(day, translation)}
                  className={`month-day ${chosen === day.day ? 'day-chosen' : ''} ${day.open ? '' : 'day-none'}`}
                  onTap={() => onChoose(day.day)}
                >
                  <View className="month-number figure">{dayOfMonth(day.day)}</View>
                  <View className={`day-status ${day.open ? 'day-dot' : ''}`}>{day.open ? '' : day.status}</View>
                </Tap>
              </View>
            ))}
          </View>
        </View>
      ))}
      {hasMore && (
        <Action id="more-days" kind="plain" small onTap={onMore}>
          {t.more}
        </Action>
      )}
    </View>
  )
}
