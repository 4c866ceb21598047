import { View } from '@tarojs/components'
import { dayOfMonth, monthOf, monthTitle, weekdayOf, weekdayWord } from '@/format/date'
import { useTranslation } from '@/i18n'
import type { DayAvailability } from '@/kaidian/booking'
import { Action } from '../action'
import { Tap } from '../tap'
import { dayStatus, spokenDay } from './day-words'
import type { DaysProps } from './day-strip'
import './calendar.css'

const MONDAY_FIRST = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const byMonth = (days: readonly DayAvailability[]): [string, DayAvailability[]][] => {
  const months = new Map<string, DayAvailability[]>()
  for (const day of days) months.set(monthOf(day.day), [...(months.get(monthOf(day.day)) ?? []), day])
  return [...months]
}

/** The same days as weeks, month by month. */
export const MonthGrid = ({ days, chosen, hasMore, onMore, onChoose }: DaysProps) => {
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
          <View className="month-title">{monthTitle(month, locale)}</View>
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
                  className={`month-day ${chosen === day.day ? 'day-chosen' : ''} ${day.starts.length ? '' : 'day-none'}`}
                  onTap={() => onChoose(day.day)}
                >
                  <View className="month-number figure">{dayOfMonth(day.day)}</View>
                  <View className="day-status">{day.starts.length ? '' : dayStatus(day, translation)}</View>
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
