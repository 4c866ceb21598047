import type { PaymentPlan } from '@kaidian/schemas'
import type { Assignment, Instalment, Quote } from '../booking.ts'
import { portion } from '../money.ts'
import { Refusal } from '../refusals.ts'
import type { ResolvedPolicies, ResolvedShop } from '../resolved.ts'
import { wallToInstant } from '../time.ts'
import type { QuoteContext } from './facts.ts'

type Plan = ResolvedPolicies['payment'][number]
type Deposit = Extract<PaymentPlan, { readonly kind: 'deposit' }>
type Instalments = Extract<PaymentPlan, { readonly kind: 'instalments' }>
type Due = NonNullable<Instalments['parts'][number]['due']>

const MINUTE = 60_000

/** What a payment is planned for. */
interface Ordered {
  readonly zone: string
  readonly start: string | null
  readonly people: number
  readonly total: number
  readonly now: Date
}

/** @throws Refusal UNKNOWN_PLAN */
function planOf(plans: readonly Plan[], wanted: string | undefined): Plan {
  const found = wanted === undefined ? plans[0] : plans.find(({ id }) => id === wanted)
  if (!found) throw new Refusal('UNKNOWN_PLAN', { field: 'plan' })
  return found
}

/** The instant a payment is due; null with the order: where nothing is said, and where that instant has passed already. */
function instantOf({ at, before, after }: Due, { zone, start, now }: Ordered): string | null {
  let due: number | undefined
  if (at !== undefined) due = wallToInstant(at.slice(0, 10), at.slice(11), zone).getTime()
  else if (before !== undefined) due = start === null ? undefined : Date.parse(start) - before * MINUTE
  else if (after !== undefined) due = now.getTime() + after * MINUTE
  return due === undefined || due <= now.getTime() ? null : new Date(due).toISOString()
}

function partOf({ rate, amount = 0 }: { rate?: number; amount?: number }, total: number): number {
  return rate === undefined ? amount : portion(total, rate)
}

function deposit(plan: Deposit, ordered: Ordered): Instalment[] {
  const { total, people } = ordered
  const first = plan.rate === undefined && plan.each ? (plan.amount ?? 0) * people : partOf(plan, total)
  const amount = Math.min(first, total)
  const { balance = 'onSite' } = plan
  const rest: Instalment =
    balance === 'onSite'
      ? { amount: total - amount, due: null, where: 'onSite' }
      : { amount: total - amount, due: instantOf(balance, ordered), where: 'app' }
  return [{ amount, due: null, where: 'app' }, rest]
}

function instalments({ parts }: Instalments, ordered: Ordered): Instalment[] {
  let left = ordered.total
  return parts.map((part, index): Instalment => {
    const amount = index === parts.length - 1 ? left : Math.min(left, partOf(part, ordered.total))
    left -= amount
    return { amount, due: part.due ? instantOf(part.due, ordered) : null, where: 'app' }
  })
}

function payments(plan: PaymentPlan, ordered: Ordered): Instalment[] {
  const { total } = ordered
  switch (plan.kind) {
    case 'full':
      return [{ amount: total, due: null, where: 'app' }]
    case 'deposit':
      return deposit(plan, ordered)
    case 'instalments':
      return instalments(plan, ordered)
    // Free where a rule made a price after all: nothing is asked for in the app.
    case 'free':
    case 'onSite':
      return [{ amount: total, due: null, where: 'onSite' }]
  }
}

const rank = ({ due, where }: Instalment): string => (where === 'onSite' ? '~' : (due ?? ''))

/** Payments of the same moment are one; what is due with the order comes first, what is paid on site last. */
function inOrder(planned: readonly Instalment[]): readonly Instalment[] {
  if (planned.length === 1) return planned
  const merged: Instalment[] = []
  for (const one of planned) {
    if (one.amount === 0) continue
    const same = merged.findIndex(({ due, where }) => due === one.due && where === one.where)
    const found = merged[same]
    if (found) merged[same] = { ...found, amount: found.amount + one.amount }
    else merged.push(one)
  }
  return merged.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0))
}

/**
 * When a total is paid, as the plan says that the customer chose. A payment whose moment has passed is due with the order.
 * @throws Refusal UNKNOWN_PLAN
 */
export function schedule(
  shop: ResolvedShop,
  { payment }: ResolvedPolicies,
  assignment: Assignment,
  { plan: wanted, now }: Pick<QuoteContext, 'plan' | 'now'>,
  total: number,
): Pick<Quote, 'plan' | 'schedule' | 'dueNow' | 'balance'> {
  const { id, plan } = planOf(payment, wanted)
  const ordered = { zone: shop.zone, start: assignment.start, people: assignment.places.length, total, now }
  const planned = total === 0 ? [] : inOrder(payments(plan, ordered))
  const [first] = planned
  const dueNow = first && first.due === null && first.where === 'app' ? first.amount : 0
  return { plan: id, schedule: planned, dueNow, balance: total - dueNow }
}
