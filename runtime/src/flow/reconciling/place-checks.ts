import { mostAtOnce } from '../../domain/index.ts'
import type { PoolRecord, TimeClaim } from '../../store/index.ts'
import { keyOfTime, sumsOf, type Books } from './books.ts'
import { finding, type Finding } from './discrepancy.ts'

/** Of one pool: its sums, its limits, draws for good that nobody stands on, and draws of orders that are not there. */
export function* poolFaults(record: PoolRecord, { owners, draws, limits }: Books): Generator<Finding> {
  const { pool, counters, claims } = record
  const expected = draws.get(pool) ?? new Map<never, never>()
  const sums = sumsOf(record)
  for (const counter of new Set([...Object.keys(counters), ...Object.keys(sums)])) {
    const taken = counters[counter] ?? 0
    const sum = sums[counter] ?? 0
    const limit = limits.get(`${pool} ${counter}`)
    if (taken !== sum) yield finding('COUNTER_WRONG', `${pool} ${counter}`, { pool }, `${taken} ≠ ${sum}`)
    // What is there counts, whatever the counter says.
    if (limit !== undefined && sum > limit)
      yield finding('OVER_LIMIT', `${pool} ${counter}`, { pool }, `${sum} > ${limit}`)
  }
  for (const { id, units, expiresAt } of claims) {
    const owner = owners.get(id)
    if (expiresAt === null && owner?.stands !== true)
      yield finding('DRAW_ORPHANED', `${pool} ${id}`, { pool, claim: id })
    else if (owner?.order) {
      const known = expected.get(id)?.units ?? {}
      const more = Object.entries(units).filter(([counter, taken]) => taken > (known[counter] ?? 0))
      const order = owner.order.id
      if (more.length > 0)
        yield finding(
          'DRAW_ORPHANED',
          `${pool} ${id}`,
          { pool, claim: id, order },
          more.map(([counter, taken]) => `${counter}: ${taken} > ${known[counter] ?? 0}`).join(', '),
        )
    }
  }
  for (const [id, { order, units }] of expected) {
    const claim = claims.find((one) => one.id === id)
    const isThere = Object.entries(units).every(([counter, taken]) => (claim?.units[counter] ?? 0) >= taken)
    if (!isThere) yield finding('DRAW_MISSING', order.number, { order: order.id }, pool)
  }
}

/** Of one resource and day: more at one time than it can take, and claims for good that nobody stands on. */
export function* dayFaults(
  { resource, day, claims }: TimeClaim,
  capacity: number,
  { owners }: Books,
  now: Date,
): Generator<Finding> {
  const most = mostAtOnce(
    claims.filter(({ expiresAt }) => expiresAt === null || expiresAt > now).map((claim) => ({ ...claim, resource })),
  )
  if (most > capacity) yield finding('OVERBOOKED', `${resource} ${day}`, { resource, day }, `${most} > ${capacity}`)
  for (const { id, expiresAt } of claims)
    if (expiresAt === null && owners.get(id)?.stands !== true)
      yield finding('PLACE_ORPHANED', `${resource} ${day} ${id}`, { resource, day, claim: id })
}

/** Crosses off what of the expected times lies on one resource and day. */
export function crossOff({ resource, day, claims }: TimeClaim, times: Books['times']): void {
  for (const { id, start, end } of claims)
    times.delete(keyOfTime({ resource, day, claim: id, start: start.getTime(), end: end.getTime() }))
}
