import { wallOf } from '@/format/date'
import type { CalendarEntry } from '@/format/ics'
import type { Translation } from '@/i18n'
import type { OrderView, PublicService, PublicShop } from '@/kaidian/booking'

const MINUTE = 60_000

/** The instant of a wall-clock moment in `zone`. */
const instantAt = (day: string, time: string, zone: string): string => {
  const guess = Date.parse(`${day}T${time}:00Z`)
  const seen = wallOf(new Date(guess), zone)
  return new Date(2 * guess - Date.parse(`${seen.day}T${seen.time}:00Z`)).toISOString()
}

const timesOf = (
  { selection }: OrderView,
  service: PublicService | undefined,
  zone: string,
): CalendarEntry['times'] => {
  const { start, end, sessions = [] } = selection
  const event = service?.event
  if (!start || !end)
    return event
      ? [{ start: instantAt(event.day, event.time, zone), end: instantAt(event.endDay, event.endTime, zone) }]
      : []
  if (sessions.length < 2) return [{ start, end }]
  const minutes = service?.duration || 60
  return sessions.map((session) => ({
    start: session,
    end: new Date(Date.parse(session) + minutes * MINUTE).toISOString(),
  }))
}

/** What the customer's calendar is told of an order; null where it has no date. */
export const calendarEntryOf = (
  order: OrderView,
  shop: PublicShop,
  service: PublicService | undefined,
  { say, t }: Pick<Translation, 'say' | 't'>,
): CalendarEntry | null => {
  const times = timesOf(order, service, shop.zone)
  if (times.length === 0) return null
  return {
    id: order.id,
    title: `${say(order.serviceTitle)} · ${say(shop.profile.name)}`,
    place: say(service?.event?.place) || say(shop.profile.address) || null,
    note: `${t.orderNumber} ${order.number}`,
    times,
  }
}
