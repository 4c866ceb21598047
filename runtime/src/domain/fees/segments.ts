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
