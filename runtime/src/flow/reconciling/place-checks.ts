import { mostAtOnce } from '../../domain/index.ts'
import type { Order, PoolRecord, TimeClaim } from '../../store/index.ts'
import { discrepancy, type Discrepancy } from './discrepancy.ts'

/** Whether an order needs its places: it waits, is confirmed, or has taken place. */
export const stands = ({ state }: Pick<Order, 'state'>): boolean =>
  state === 'pending' || state === 'awaiting_approval' || state === 'confirmed' || state === 'completed'

/** claim id → the order that may have it, and whether the order stands on it. */
export type Owners = ReadonlyMap<string, { readonly number: string; readonly stands: boolean }>

/** Of one pool: its sums, its limit, claims for good that nobody stands on, and draws of orders that are not there. */
export function* poolFaults(
  record: PoolRecord,
  owners: Owners,
  expected: ReadonlyMap<string, { readonly number: string; readonly units: Readonly<Record<string, number>> }>,
  limits: ReadonlyMap<string, number>,
): Generator<Discrepancy> {
  const { pool, counters, claims } = record
  const sums: Record<string, number> = {}
  for (const { units } of claims)
    for (const [counter, taken] of Object.entries(units)) sums[counter] = (sums[counter] ?? 0) + taken
  for (const counter of new Set([...Object.keys(counters), ...Object.keys(sums)]))
    if ((counters[counter] ?? 0) !== (sums[counter] ?? 0))
      yield discrepancy('COUNTER_WRONG', `${pool} ${counter}`, `${counters[counter] ?? 0} ≠ ${sums[counter] ?? 0}`)
  for (const [counter, taken] of Object.entries(counters)) {
    const limit = limits.get(`${pool} ${counter}`)
    if (limit !== undefined && taken > limit)
      yield discrepancy('OVER_LIMIT', `${pool} ${counter}`, `${taken} > ${limit}`)
  }
  for (const { id, expiresAt } of claims)
    if (expiresAt === null && owners.get(id)?.stands !== true) yield discrepancy('DRAW_ORPHANED', `${pool} ${id}`)
  for (const [id, { number, units }] of expected) {
    const claim = claims.find((one) => one.id === id)
    const isThere = Object.entries(units).every(([counter, taken]) => (claim?.units[counter] ?? 0) >= taken)
    if (!isThere) yield discrepancy('DRAW_MISSING', number, pool)
  }
}

/** Of one resource and day: more at one time than it can take, and claims for good that nobody stands on. */
export function* dayFaults(
  { resource, day, claims }: TimeClaim,
  capacity: number,
  owners: Owners,
): Generator<Discrepancy> {
  const most = mostAtOnce(claims.map((claim) => ({ ...claim, resource })))
  if (most > capacity) yield discrepancy('OVERBOOKED', `${resource} ${day}`, `${most} > ${capacity}`)
  for (const { id, expiresAt } of claims)
    if (expiresAt === null && owners.get(id)?.stands !== true)
      yield discrepancy('PLACE_ORPHANED', `${resource} ${day} ${id}`)
}
