import { derivedId } from '../../ids.ts'
import type { HoldDocument, Order, PoolRecord } from '../../store/index.ts'

const DAY_MS = 86_400_000
const MINUTE = 60_000
/** Work that a job will do yet is no discrepancy. */
export const SETTLING_MS = 2 * MINUTE

/** Whether an order needs its places: it waits, is confirmed, or has taken place. */
const stands = ({ state }: Pick<Order, 'state'>): boolean =>
  state === 'pending' || state === 'awaiting_approval' || state === 'confirmed' || state === 'completed'

/** Whoever may have a claim. */
export interface Owner {
  readonly stands: boolean
  /** The order that says all of what the claim has; undefined while somebody may be working on it. */
  readonly order?: Order
}

/** An order and what it has of one pool under one claim, in units by counter. */
export interface Expected {
  readonly order: Order
  readonly units: Record<string, number>
}

/** A stretch of a resource on one UTC day that an order must have. */
export interface ExpectedTime {
  readonly order: Order
  readonly resource: string
  readonly day: string
  readonly claim: string
  readonly start: number
  readonly end: number
}

/** What orders and holds say has been taken. */
export class Books {
  readonly owners = new Map<string, Owner>()
  /** pool → claim id → what is expected of it */
  readonly draws = new Map<string, Map<string, Expected>>()
  /** `pool counter` → the highest limit it was drawn under */
  readonly limits = new Map<string, number>()
  readonly times = new Map<string, ExpectedTime>()
  private readonly now: Date

  constructor(now: Date) {
    this.now = now
  }

  /** Whether a job, or whoever works on it, has still to leave it in order. */
  isUnsettled({ due, updatedAt, state, expiresAt }: Order): boolean {
    const isOverdue = state === 'pending' && expiresAt !== null && expiresAt <= this.now
    return isOverdue || (due.length > 0 && this.now.getTime() - updatedAt.getTime() < SETTLING_MS)
  }

  /** @returns whether something can be asked of the order */
  enter(order: Order): boolean {
    const isUnsettled = this.isUnsettled(order)
    const isStanding = isUnsettled || stands(order)
    // A transfer draws for the new customer before it is one.
    const isQuiet = !isUnsettled && order.releases.length === 0 && order.transfer === null
    for (const id of idsOf(order))
      if (!this.owners.get(id)?.stands) this.owners.set(id, { stands: isStanding, ...(isQuiet && { order }) })
    if (isUnsettled) return false
    if (isStanding) this.expect(order)
    return true
  }

  /** A hold has its places; what becomes of those that are over is for the sweep. */
  hold({ _id, claim }: HoldDocument): void {
    for (const id of [_id, claim.id]) if (!this.owners.has(id)) this.owners.set(id, { stands: true })
  }

  private expect(order: Order): void {
    const { id, places, draws } = order.claim
    for (const { pool, counter, units, limit, by = id } of draws) {
      const claims = this.draws.get(pool) ?? new Map<string, Expected>()
      const mine = claims.get(by) ?? { order, units: {} }
      mine.units[counter] = (mine.units[counter] ?? 0) + units
      this.draws.set(pool, claims.set(by, mine))
      this.limits.set(`${pool} ${counter}`, Math.max(limit, this.limits.get(`${pool} ${counter}`) ?? 0))
    }
    // Days gone by are swept.
    for (const { resource, start, end } of places)
      if (end > this.now)
        for (const day of daysOf(start, end)) {
          const time = { order, resource, day, claim: id, start: start.getTime(), end: end.getTime() }
          if (day >= dayOf(this.now.getTime())) this.times.set(keyOfTime(time), time)
        }
  }
}

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10)

function daysOf(start: Date, end: Date): string[] {
  const days: string[] = []
  for (let at = Math.floor(start.getTime() / DAY_MS) * DAY_MS; at < end.getTime(); at += DAY_MS) days.push(dayOf(at))
  return days
}

export const keyOfTime = ({ resource, day, claim, start, end }: Omit<ExpectedTime, 'order'>): string =>
  [resource, day, claim, start, end].join(' ')

/** Every claim that may be the order's: its own, those it moves from and to, and those a payment takes that is not booked yet. */
const idsOf = ({ id, claim, releases, pendingMove, due, attempts, entries }: Order): string[] => [
  claim.id,
  ...claim.draws.flatMap(({ by }) => (by === undefined ? [] : [by])),
  ...(pendingMove ? [pendingMove.claim.id] : []),
  ...(due.includes('releases') ? releases.map((one) => one.id) : []),
  ...attempts
    .filter(({ outTradeNo }) => !entries.some((entry) => entry.id === outTradeNo))
    .map(({ outTradeNo }) => derivedId('clm', id, outTradeNo)),
]

/** What a pool's claims come to, by counter. */
export function sumsOf({ claims }: PoolRecord): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { units } of claims)
    for (const [counter, taken] of Object.entries(units)) sums[counter] = (sums[counter] ?? 0) + taken
  return sums
}
