import { View } from '@tarojs/components'
import { now } from '@/api/clock'
import { farDayTitle, wallOf } from '@/format/date'
import { useTranslation } from '@/i18n'
import type { PublicService } from '@/kaidian/booking'

type Event = NonNullable<PublicService['event']>

type DayTitle = (day: string) => string

const eventTitle = ({ day, time, endDay, endTime }: Event, title: DayTitle): string =>
  day === endDay ? `${title(day)} ${time}–${endTime}` : `${title(day)} ${time} – ${title(endDay)} ${endTime}`

/** When and where an event is, and when one can register. */
export const EventLines = ({ service, zone }: { readonly service: PublicService; readonly zone: string }) => {
  const { t, say, locale } = useTranslation()
  const { event, booking } = service
  const today = wallOf(now(), zone).day
  const title: DayTitle = (day) => farDayTitle(day, today, locale)
  const moment = (instant: string): string => {
    const wall = wallOf(new Date(instant), zone)
    return `${title(wall.day)} ${wall.time}`
  }
  const lines = [
    ['event-time', t.eventTime, event && eventTitle(event, title)],
    ['event-place', t.eventPlace, event?.place && say(event.place)],
    ['opens', t.opens, booking.opens && Date.parse(booking.opens) > now().getTime() ? moment(booking.opens) : null],
    ['closes', t.closes, booking.closes && moment(booking.closes)],
  ] as const
  if (lines.every(([, , value]) => !value)) return null
  return (
    <View className="card">
      {lines.map(
        ([id, label, value]) =>
          value && (
            <View key={id} className="line">
              <View className="line-label">{label}</View>
              <View id={id} className="line-value figure">
                {value}
              </View>
            </View>
          ),
      )}
    </View>
  )
}
