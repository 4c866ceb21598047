import type { Order } from '../../store/index.ts'
import type { ShopContext } from '../context.ts'
import { discrepancy, type Discrepancy, type DiscrepancyCode } from './discrepancy.ts'
import { mend } from './mending.ts'
import { ledgerFaults } from './money-checks.ts'
import { dayFaults, poolFaults, stands } from './place-checks.ts'
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

const MINUTE = 60_000
const DAY = 86_400_000
/** Work that a job will do yet is no discrepancy. */
const SETTLING_MS = 2 * MINUTE

/**
 * Holds books, places and money against one another. A running shop changes while it is looked at, so what is found is looked
 * at a second time, and only what is found both times is told.
 */
export async function reconcile(ctx: ShopContext, options: ReconcileOptions = {}): Promise<Reconciliation> {
  const first = await look(ctx, options)
  if (first.found.length === 0) return first
  const again = await look(ctx, options)
  const before = new Set(first.found.map(keyOf))
  const found = again.found.filter((one) => before.has(keyOf(one)))
  if (!options.mend) return { ...again, found }
  return { ...again, found: await Promise.all(found.map((one) => mend(ctx, one))) }
}

const keyOf = ({ code, subject }: { code: DiscrepancyCode; subject: string }): string => `${code} ${subject}`

/** What the orders say they have taken. */
interface Books {
  readonly owners: Map<string, { number: string; stands: boolean }>
  /** pool → claim id → units by counter */
  readonly expected: Map<string, Map<string, { number: string; units: Record<string, number> }>>
  /** `pool counter` → the highest limit it was drawn under */
  readonly limits: Map<string, number>
  /** resource and claim → start times that must be claimed */
  readonly times: Map<string, { number: string; end: number }>
}

async function look(ctx: ShopContext, { payDays = 0 }: ReconcileOptions): Promise<Reconciliation> {
  const { store, clock } = ctx
  const now = clock.now()
  const found: Discrepancy[] = []
  const books: Books = { owners: new Map(), expected: new Map(), limits: new Map(), times: new Map() }
  const orders = new Set<string>()
  for await (const order of store.orders.all()) {
    orders.add(order.id)
    if (now.getTime() - order.updatedAt.getTime() < SETTLING_MS && order.due.length > 0) {
      noteUnsettled(books, order)
      continue
    }
    enter(books, order)
    found.push(...ledgerFaults(order))
    if (payDays > 0 && now.getTime() - order.createdAt.getTime() < payDays * DAY)
      found.push(...(await paymentFaults(ctx, order)))
  }
  const places = await lookAtPlaces(ctx, books, now)
  found.push(...places.found)
  const passes = await lookAtPasses(ctx, orders)
  found.push(...passes.found)
  for (const { id } of await store.notices.waiting(new Date(now.getTime() - SETTLING_MS), 100))
    found.push(discrepancy('NOTICE_WAITING', id))
  return { at: now, checked: { orders: orders.size, ...places.checked, passes: passes.checked }, found }
}

/** An order that is being worked on: whatever it may have is its own, and nothing is asked of it. */
function noteUnsettled({ owners }: Books, order: Order): void {
  for (const id of idsOf(order)) owners.set(id, { number: order.number, stands: true })
}

const idsOf = ({ claim, releases, pendingMove, due }: Order): string[] => [
  claim.id,
  ...claim.draws.flatMap(({ by }) => (by === undefined ? [] : [by])),
  ...(pendingMove ? [pendingMove.claim.id] : []),
  ...(due.includes('releases') ? releases.map(({ id }) => id) : []),
]

function enter({ owners, expected, limits, times }: Books, order: Order): void {
  const isStanding = stands(order)
  const { number, claim } = order
  for (const id of idsOf(order)) if (!owners.get(id)?.stands) owners.set(id, { number, stands: isStanding })
  if (!isStanding) return
  for (const { pool, counter, units, limit, by } of claim.draws) {
    const claims = expected.get(pool) ?? new Map<string, { number: string; units: Record<string, number> }>()
    const mine = claims.get(by ?? claim.id) ?? { number, units: {} }
    mine.units[counter] = (mine.units[counter] ?? 0) + units
    expected.set(pool, claims.set(by ?? claim.id, mine))
    limits.set(`${pool} ${counter}`, Math.max(limit, limits.get(`${pool} ${counter}`) ?? 0))
  }
  for (const { resource, start, end } of claim.places)
    times.set(`${resource}/${claim.id}/${start.getTime()}`, { number, end: end.getTime() })
}

async function lookAtPlaces({ store, shop }: ShopContext, books: Books, now: Date) {
  const found: Discrepancy[] = []
  const { owners, expected, limits, times } = books
  let pools = 0
  let days = 0
  const unseen = new Map(expected)
  for await (const record of store.pools.all()) {
    pools += 1
    unseen.delete(record.pool)
    found.push(...poolFaults(record, owners, expected.get(record.pool) ?? new Map(), limits))
  }
  for (const [pool, claims] of unseen)
    for (const { number } of claims.values()) found.push(discrepancy('DRAW_MISSING', number, pool))
  for await (const day of store.claims.all()) {
    days += 1
    found.push(...dayFaults(day, shop().resources.get(day.resource)?.capacity ?? 1, owners))
    for (const { id, start } of day.claims) times.delete(`${day.resource}/${id}/${start.getTime()}`)
  }
  // Days gone by are swept.
  for (const { number, end } of times.values())
    if (end > now.getTime()) found.push(discrepancy('PLACE_MISSING', number))
  return { found, checked: { pools, days } }
}

async function lookAtPasses({ store }: ShopContext, orders: ReadonlySet<string>) {
  const found: Discrepancy[] = []
  let checked = 0
  for await (const { id, left, entries } of store.entitlements.all()) {
    checked += 1
    const sum = entries.reduce((total, { units }) => total + units, 0)
    if (sum !== left) found.push(discrepancy('BALANCE_WRONG', id, `${left} ≠ ${sum}`))
    for (const { kind, order } of entries)
      if (kind === 'use' && order !== null && !orders.has(order)) {
        const back = entries.some((entry) => entry.kind === 'return' && entry.order === order)
        if (!back) found.push(discrepancy('USE_ORPHANED', id, order))
      }
  }
  return { found, checked }
}
