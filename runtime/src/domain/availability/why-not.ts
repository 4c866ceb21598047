import type { DayAvailability, Unavailability, Words } from '../booking.ts'
import { REASON_WORDS, reasonOf } from './reason.ts'
import type { Search, SearchDay } from './search.ts'

/** Of all starts that are not free the chief reason for the day: what one could have had but for others, or for the hour. */
const CHIEF: readonly Unavailability[] = ['taken', 'notice', 'shift', 'break', 'closed']

function explanation({ calendar, fit }: Search, day: number, reason: Unavailability): Words {
  if (reason === 'closed') return calendar.shop(day).reason ?? REASON_WORDS.closed
  if (reason !== 'shift') return REASON_WORDS[reason]
  const own = fit.want.segments
    .flatMap(({ posts }) => posts)
    .flatMap(({ candidates }) => (candidates.length === 1 ? candidates : []))
    .map(({ resource }) => calendar.resource(resource, day).reason)
  return own.find((words) => words !== null) ?? REASON_WORDS.shift
}

/** Each start of a day that is not offered with its reason, and the chief of the reasons. */
export function whyNot(
  search: Search,
  { day, grid, base }: SearchDay,
): Required<Pick<DayAvailability, 'whyNot' | 'reason' | 'explanation'>> {
  const { calendar, fit, window, offerAt } = search
  const reasons = new Set<Unavailability>()
  const starts: { time: string; reason: Unavailability }[] = []
  for (const [index, instant] of grid.instants.entries()) {
    const isFree = offerAt(base + index) !== null
    const isLate = instant < window.earliest
    if (isFree && !isLate) continue
    const reason = isFree ? 'notice' : reasonOf(calendar, fit, day, base + index)
    // What was taken before the notice began is no reason why the day has nothing left.
    reasons.add(isLate && reason === 'taken' ? 'notice' : reason)
    starts.push({ time: grid.times[index] ?? '', reason: isLate ? 'notice' : reason })
  }
  const reason = CHIEF.find((one) => reasons.has(one)) ?? 'closed'
  return { reason, explanation: explanation(search, day, reason), whyNot: starts }
}
