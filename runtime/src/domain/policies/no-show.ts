import type { ResolvedPolicies } from '../resolved.ts'
import { DAY } from '../moments.ts'

/**
 * Until when somebody who stayed away too often may not book; null: they may. The ban runs from the last absence, and each
 * further absence begins it anew.
 * @param noShows starts of the bookings they did not come to, in any order
 */
export function noShowBan(noShows: readonly Date[], policy: ResolvedPolicies['noShow'], now: Date): Date | null {
  if (!policy || policy.limit === null || noShows.length < policy.limit) return null
  const last = Math.max(...noShows.map((at) => at.getTime()))
  const until = last + policy.banDays * DAY
  return now.getTime() < until ? new Date(until) : null
}
