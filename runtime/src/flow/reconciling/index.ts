import type { ShopContext } from '../context.ts'
import { Books, SETTLING_MS } from './books.ts'
import { finding, told, type Discrepancy, type Finding } from './discrepancy.ts'
import { mend } from './mending.ts'
import { ledgerFaults } from './money-checks.ts'
import { passFaults } from './pass-checks.ts'
import { crossOff, dayFaults, poolFaults } from './place-checks.ts'
import { Seating } from './seat-checks.ts'
import { paymentFaults } from './wechat-checks.ts'

export { DISCREPANCIES, type Discrepancy, type DiscrepancyCode } from './discrepancy.ts'

export interface ReconcileOptions {
  /** Also asks WeChat Pay about every payment of the last `payDays` days; 0: not at all. */
  readonly payDays?: number
  /** Puts right what can be put right without a person. */
  readonly mend?: boolean
}

export interface Reconciliation {
  readonly at: Date
  readonly checked: { readonly orders: number; readonly pools: number; readonly days: number; readonly passes: number }
  readonly found: readonly Discrepancy[]
}

interface Look extends Omit<Reconciliation, 'found'> {
  readonly found: readonly Finding[]
}

const DAY = 86_400_000
const MOST_NOTICES = 100
/** A pool that changes while it is read may not add up. */
const LOOKS_AT_POOL = 4

/**
 * Holds books, places and money against one another. A running shop changes while it is looked at, so what is found is looked
 * at a second time, and only what is found both times is told.
 */
export async function reconcile(ctx: ShopContext, options: ReconcileOptions = {}): Promise<Reconciliation> {
  const first = await look(ctx, options)
  if (first.found.length === 0) return { ...first, found: [] }
  const again = await look(ctx, options)
  const before = new Set(first.found.map(keyOf))
  const found: Discrepancy[] = []
  // One after the other: an order that lacks both time and place is taken up once.
  for (const one of again.found)
    if (before.has(keyOf(one))) found.push(told(one, options.mend === true && (await mend(ctx, one))))
  return { ...again, found }
}

const keyOf = ({ code, subject, at }: Finding): string => JSON.stringify([code, subject, at])

async function look(ctx: ShopContext, { payDays = 0 }: ReconcileOptions): Promise<Look> {
  const { store, clock } = ctx
  const now = clock.now()
  const books = new Books(now)
  const seating = new Seating()
  const found: Finding[] = []
  let orders = 0
  for await (const order of store.orders.all()) {
    orders += 1
    if (!books.enter(order)) continue
    found.push(...ledgerFaults(order))
    seating.enter(ctx, order)
    if (payDays > 0 && now.getTime() - order.createdAt.getTime() < payDays * DAY)
      found.push(...(await paymentFaults(ctx, order)))
  }
  for await (const hold of store.holds.all()) books.hold(hold)
  const pools = await lookAtPools(ctx, books, found)
  const days = await lookAtDays(ctx, books, now, found)
  const passes = await lookAtPasses(ctx, found)
  found.push(...(await seating.faults(ctx)))
  for (const { id } of await store.notices.waiting(new Date(now.getTime() - SETTLING_MS), MOST_NOTICES))
    found.push(finding('NOTICE_WAITING', id, { notice: id }))
  return { at: now, checked: { orders, pools, days, passes }, found }
}

async function lookAtPools({ store }: ShopContext, books: Books, found: Finding[]): Promise<number> {
  const unseen = new Set(books.draws.keys())
  let pools = 0
  for await (const record of store.pools.all()) {
    pools += 1
    unseen.delete(record.pool)
    let faults = [...poolFaults(record, books)]
    for (let looks = 1; faults.length > 0 && looks < LOOKS_AT_POOL; looks += 1) {
      const current = await store.pools.find(record.pool)
      faults = [...poolFaults(current ?? { pool: record.pool, counters: {}, claims: [] }, books)]
    }
    found.push(...faults)
  }
  for (const pool of unseen) found.push(...poolFaults({ pool, counters: {}, claims: [] }, books))
  return pools
}

async function lookAtDays(ctx: ShopContext, books: Books, now: Date, found: Finding[]): Promise<number> {
  const { resources } = ctx.shop()
  let days = 0
  for await (const day of ctx.store.claims.all()) {
    days += 1
    found.push(...dayFaults(day, resources.get(day.resource)?.capacity ?? 1, books, now))
    crossOff(day, books.times)
  }
  for (const { order, resource, day } of books.times.values())
    found.push(finding('PLACE_MISSING', order.number, { order: order.id }, `${resource} ${day}`))
  return days
}

async function lookAtPasses(ctx: ShopContext, found: Finding[]): Promise<number> {
  let passes = 0
  for await (const pass of ctx.store.entitlements.all()) {
    passes += 1
    found.push(...(await passFaults(ctx, pass)))
  }
  return passes
}
