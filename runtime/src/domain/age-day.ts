import type { Assignment } from './booking.ts'
import type { ResolvedShop } from './resolved.ts'
import { dayName, wallAt } from './time.ts'

/** Series a session id names; `spring@2027-03-06T10:00` is an occurrence of `spring`. */
export const seriesOf = (session: string): string => session.split('@')[0] ?? session

/**
 * Day on which ages count: the one the service states, else that of the start (of a whole series its first session, even where
 * it is joined later), else today at the shop.
 */
export function ageDay(shop: ResolvedShop, assignment: Assignment, now: Date): string {
  const service = shop.services.get(assignment.service)
  if (service?.ageOn) return service.ageOn
  const { session, start } = assignment
  const first = session === undefined ? undefined : service?.series.get(session)?.starts[0]
  if (first !== undefined) return first.slice(0, 10)
  return dayName(wallAt(start === null ? now.getTime() : Date.parse(start), shop.zone).day)
}
