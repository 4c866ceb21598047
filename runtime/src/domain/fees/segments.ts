import type { AssignedSegment, Assignment } from '../booking.ts'
import type { ResolvedSeries, ResolvedShop } from '../resolved.ts'
import { seriesOf } from '../age-day.ts'
import { type BilledTime, billedTime, type Interval } from './billed-time.ts'

/** One service of an order: what it has of its own where several follow one another. */
export type OrderSegment = Omit<AssignedSegment, 'start' | 'end'> & Pick<Assignment, 'start' | 'end'>

/** The services of an order, one after the other; the first ends where the second begins. */
export function segmentsOf(assignment: Assignment): readonly OrderSegment[] {
  const { then } = assignment
  if (!then || then.length === 0) return [assignment]
  return [{ ...assignment, end: then[0]?.start ?? assignment.end }, ...then]
}

const MINUTE = 60_000

export function boughtSeries(shop: ResolvedShop, { service, session }: Assignment): ResolvedSeries | undefined {
  return session === undefined ? undefined : shop.services.get(service)?.series.get(seriesOf(session))
}

function intervalsOf(shop: ResolvedShop, assignment: Assignment): readonly Interval[] {
  const { start, end, sessions } = assignment
  if (start === null || end === null) return []
  const series = sessions && sessions.length > 1 ? boughtSeries(shop, assignment) : undefined
  if (!sessions || !series) return [[Date.parse(start), Date.parse(end)]]
  return sessions.map((one) => [Date.parse(one), Date.parse(one) + series.duration * MINUTE])
}

/** The time of a whole order; of a series that of every session that is bought. */
export const timeOfOrder = (shop: ResolvedShop, assignment: Assignment): BilledTime =>
  billedTime(intervalsOf(shop, assignment), shop.zone)

export const timeOfSegments = (shop: ResolvedShop, segments: readonly OrderSegment[]): BilledTime =>
  billedTime(
    segments.flatMap(({ start, end }): Interval[] =>
      start === null || end === null ? [] : [[Date.parse(start), Date.parse(end)]],
    ),
    shop.zone,
  )

/** The booked time, or that of some of the services in a row: those that follow one another are one interval. */
export function bookedIntervals(
  shop: ResolvedShop,
  assignment: Assignment,
  segments: readonly number[] | null,
): readonly Interval[] {
  if (segments === null) return intervalsOf(shop, assignment)
  const found: Interval[] = []
  for (const [index, { start, end }] of segmentsOf(assignment).entries()) {
    if (!segments.includes(index) || start === null || end === null) continue
    const last = found.at(-1)
    if (last && last[1] === Date.parse(start)) found[found.length - 1] = [last[0], Date.parse(end)]
    else found.push([Date.parse(start), Date.parse(end)])
  }
  return found
}
