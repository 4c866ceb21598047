import { ScrollView, View } from '@tarojs/components'
import { dayOfMonth } from '@/format/date'
import { useTranslation } from '@/i18n'
import { Tap } from '../tap'
import type { CalendarDay } from './calendar-day'
import { shortDay, spokenDay } from './calendar-day'
import './calendar.css'

export interface DaysProps {
  readonly days: readonly CalendarDay[]
  readonly chosen: string | null
  readonly today: string
  readonly hasMore: boolean
  readonly onMore: () => void
  readonly onChoose: (day: string) => void
}

/** The next days side by side; around the chosen one. */
export const DayStrip = ({ days, chosen, today, hasMore, onMore, onChoose }: DaysProps) => {
  const translation = useTranslation()
  // Drawn to the day before the chosen one, so that one sees there is something on either side.
  const before = days[Math.max(0, days.findIndex(({ day }) => day === chosen) - 1)]?.day
  return (
    <ScrollView
      className="day-strip"
      scrollX
      enhanced
      showScrollbar={false}
      scrollWithAnimation
      {...(before ? { scrollIntoView: `strip-${before}` } : {})}
      onScrollToLower={() => {
        if (hasMore) onMore()
      }}
    >
      <View className="day-strip-row">
        {days.map((day) => (
          <View key={day.day} id={`strip-${day.day}`} className="day-slot">
            <Tap
              id={`day-${day.day}`}
              role="radio"
              checked={chosen === day.day}
              label={spokenDay(day, translation)}
              className={`day ${chosen === day.day ? 'day-chosen' : ''} ${day.open ? '' : 'day-none'}`}
              onTap={() => onChoose(day.day)}
            >
              <View className="day-weekday">{shortDay(day.day, today, translation)}</View>
              <View className="day-number figure">{dayOfMonth(day.day)}</View>
              <View className="day-status">{day.status}</View>
            </Tap>
          </View>
        ))}
      </View>
    </ScrollView>
  )
}
