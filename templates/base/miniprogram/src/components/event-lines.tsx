import { View } from '@tarojs/components'
import { now } from '@/api/clock'
import { dayTitle, wallOf } from '@/format/date'
import { useTranslation } from '@/i18n'
import type { Translation } from '@/i18n'
import type { PublicService } from '@/kaidian/booking'

type Event = NonNullable<PublicService['event']>

const eventTitle = ({ day, time, endDay, endTime }: Event, locale: Translation['locale']): string =>
  day === endDay
    ? `${dayTitle(day, locale)} ${time}–${endTime}`
    : `${dayTitle(day, locale)} ${time} – ${dayTitle(endDay, locale)} ${endTime}`

/** When and where an event is, and when one can register. */
export const EventLines = ({ service, zone }: { readonly service: PublicService; readonly zone: string }) => {
  const { t, say, locale } = useTranslation()
  const { event, booking } = service
  const moment = (instant: string): string => {
    const wall = wallOf(new Date(instant), zone)
    return `${dayTitle(wall.day, locale)} ${wall.time}`
  }
  const lines = [
    ['event-time', t.eventTime, event && eventTitle(event, locale)],
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
