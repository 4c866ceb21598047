import type { Assignment, ResolvedShop } from '../domain/index.ts'
import type { Change, ClaimRef, Order } from '../store/index.ts'
import { dayAt } from './places.ts'
import { isSeated } from './seating.ts'
import { stepTo } from './stepping.ts'

/** The step that puts a booking at another time: it stands on the new claim, and the old one is to be released. */
export function movedTo(shop: ResolvedShop, order: Order, selection: Assignment, claim: ClaimRef): Change {
  const { start, end } = selection
  return {
    set: {
      ...stepTo('reschedule', order).set,
      selection,
      day: start === null ? null : dayAt(shop, new Date(start)),
      start: start === null ? null : new Date(start),
      end: end === null ? null : new Date(end),
      claim,
      seats: [],
      reschedules: order.reschedules + 1,
      releases: [...order.releases.filter(({ id }) => id !== claim.id), order.claim],
    },
    events: ['order.rescheduled'],
    due: ['releases', ...(isSeated(shop, { selection }) ? (['seats'] as const) : [])],
  }
}
