import type { PublicShop } from '@kaidian/runtime/domain/booking.ts'
import { wallAt } from '../format.ts'
import type { ConsoleOrder, Words } from '../server/shapes.ts'

/** One dated class, or an event, with those who have booked it. */
export interface Gathering {
  readonly key: string
  readonly title: Words
  /** Start at the shop; null where it has none. */
  readonly time: string | null
  readonly orders: readonly ConsoleOrder[]
}

/** Whether a service brings people together at a time of its own, instead of on somebody's calendar. */
const gathers = (shop: Pick<PublicShop, 'services'>, service: string): boolean => {
  const mode = shop.services.find(({ id }) => id === service)?.mode
  return mode === 'session' || mode === 'registration'
}

/** What somebody comes to on a day: their sessions' starts, or the event while it lasts. */
function timesOn({ selection, day, time }: ConsoleOrder, asked: string, zone: string): readonly (string | null)[] {
  if (selection.sessions)
    return selection.sessions
      .map((iso) => wallAt(new Date(iso), zone))
      .flatMap((wall) => (wall.day === asked ? [wall.time] : []))
  if (day === null) return []
  const last = selection.end === null ? day : wallAt(new Date(selection.end), zone).day
  if (asked < day || asked > last) return []
  return [asked === day ? time : null]
}

/** The classes and events of a day with their attendees, the earliest first. */
export function gatheringsOf(
  orders: readonly ConsoleOrder[],
  shop: Pick<PublicShop, 'services' | 'zone'>,
  day: string,
): readonly Gathering[] {
  const found = new Map<string, { title: Words; time: string | null; orders: ConsoleOrder[] }>()
  for (const order of orders) {
    const { service, session = '' } = order.selection
    if ((order.state !== 'confirmed' && order.state !== 'completed') || !gathers(shop, service)) continue
    const series = session.split('@')[0] ?? ''
    for (const time of timesOn(order, day, shop.zone)) {
      const key = `${service} ${series} ${time ?? ''}`
      const gathering = found.get(key) ?? { title: order.serviceTitle, time, orders: [] }
      gathering.orders.push(order)
      found.set(key, gathering)
    }
  }
  return [...found]
    .map(([key, gathering]) => ({ key, ...gathering }))
    .toSorted((a, b) => (a.time ?? '').localeCompare(b.time ?? ''))
}
