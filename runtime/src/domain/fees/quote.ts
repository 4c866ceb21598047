import type { Assignment, Phase, Quote, QuoteLine, SkippedRule, Words } from '../booking.ts'
import { evaluate, type FactValue } from '../condition.ts'
import { portion } from '../money.ts'
import { Refusal } from '../refusals.ts'
import type { PaymentPolicy, ResolvedFee, ResolvedService, ResolvedShop } from '../resolved.ts'
import { both, compose, say } from '../words.ts'
import { factsOf, type QuoteContext } from './facts.ts'
import type { Sums } from './fee-kind.ts'
import { amountOf } from './kinds/index.ts'

/** A price as it grows, phase by phase. */
interface Draft {
  readonly lines: QuoteLine[]
  readonly skipped: SkippedRule[]
  readonly sums: { -readonly [phase in keyof Sums]: number }
  total: number
}

const emptySums = (): Draft['sums'] => ({
  base: 0,
  option: 0,
  addOn: 0,
  surcharge: 0,
  discount: 0,
  coupon: 0,
  entitlement: 0,
  rounding: 0,
})

function add(draft: Draft, phase: Phase, rule: string, label: Words, quantity: number, unitAmount: number): void {
  const amount = quantity * unitAmount
  draft.lines.push({ phase, rule, label, quantity, unitAmount, amount })
  draft.sums[phase] += amount
  draft.total += amount
}

const labels = new WeakMap<object, Words>()

/** `剪发 · 总监`: the title of the whole and of the part, put together once per part of a resolved shop. */
function joinedLabel(whole: { readonly title: Words }, part: { readonly title: Words }): Words {
  let label = labels.get(part)
  if (!label)
    labels.set(part, (label = compose((locale) => `${say(whole.title, locale)} · ${say(part.title, locale)}`)))
  return label
}

function addChoices(draft: Draft, shop: ResolvedShop, service: ResolvedService, assignment: Assignment): void {
  const offering = service.offerings.find(({ id }) => id === assignment.offering)
  if (!offering) throw new Refusal('UNKNOWN_OFFERING', { field: 'selection.offering' })
  add(draft, 'base', 'offering', joinedLabel(service, offering), 1, offering.price)
  for (const option of service.options) {
    const chosen = Object.hasOwn(assignment.options, option.id) ? assignment.options[option.id] : undefined
    const choice = option.choices.find(({ id }) => id === chosen)
    if (!choice)
      throw new Refusal('OPTION_MISSING', { field: `selection.options.${option.id}`, values: { title: option.title } })
    if (choice.price === 0) continue
    add(draft, 'option', `option:${option.id}`, joinedLabel(option, choice), 1, choice.price)
  }
  for (const [id, quantity] of Object.entries(assignment.addOns)) {
    const addOn = service.addOns.includes(id) ? shop.addOns.get(id) : undefined
    if (!addOn) throw new Refusal('UNKNOWN_ADD_ON', { field: `selection.addOns.${id}` })
    add(draft, 'addOn', `add-on:${id}`, addOn.title, quantity, addOn.price)
  }
}

const NOTHING_LEFT = both('已没有可优惠的金额', 'There is nothing left to take off')
const NOTHING = both('这次算下来是 0', 'It comes to nothing this time')

/** The one of each group that is best for the customer: the largest discount, the smallest surcharge; of equals the first. */
function bestOfEachGroup(eligible: readonly { fee: ResolvedFee; amount: number }[]): Map<string, ResolvedFee> {
  const best = new Map<string, { fee: ResolvedFee; amount: number }>()
  for (const one of eligible) {
    const group = one.fee.bestOf
    if (group === null) continue
    const rival = best.get(group)
    const better = rival && (one.fee.phase === 'discount' ? one.amount > rival.amount : one.amount < rival.amount)
    if (!rival || better) best.set(group, one)
  }
  return new Map([...best].map(([group, { fee }]) => [group, fee]))
}

function skip(draft: Draft, fee: ResolvedFee, reason: SkippedRule['reason'], explanation: Words): void {
  draft.skipped.push({ rule: fee.id, label: fee.label, reason, explanation })
}

function applyRules(
  draft: Draft,
  phase: ResolvedFee['phase'],
  fees: readonly ResolvedFee[],
  service: string,
  read: (fact: string) => FactValue,
): void {
  const eligible: { fee: ResolvedFee; amount: number }[] = []
  // Rules of one phase do not see one another: every amount is worked out from the phases before.
  const sums = { ...draft.sums }
  for (const fee of fees) {
    if (fee.phase !== phase) continue
    if (fee.services && !fee.services.has(service)) skip(draft, fee, 'service', fee.explanations.service)
    else if (fee.when && !evaluate(fee.when, read)) skip(draft, fee, 'condition', fee.explanations.condition)
    else eligible.push({ fee, amount: amountOf(fee.apply, sums) })
  }
  const best = bestOfEachGroup(eligible)
  for (const { fee, amount } of eligible) {
    const winner = fee.bestOf === null ? fee : (best.get(fee.bestOf) ?? fee)
    if (winner !== fee) {
      skip(draft, fee, 'betterOffer', winner.explanations.better)
      continue
    }
    const due = phase === 'discount' ? -Math.min(amount, draft.total) : amount
    if (due === 0) skip(draft, fee, 'nothingLeft', amount === 0 ? NOTHING : NOTHING_LEFT)
    else add(draft, phase, fee.id, fee.label, 1, due)
  }
}

function dueNow(total: number, payment: PaymentPolicy): number {
  switch (payment.kind) {
    case 'full':
      return total
    case 'deposit':
      return portion(total, payment.rate)
    case 'onSite':
      return 0
  }
}

/**
 * The price of a booking: lines that sum to the total, never below zero, and the rules that did not apply with their reasons.
 * Phases in order: base → option → addOn → surcharge → discount; coupon, entitlement and rounding have no rules yet.
 * @throws Refusal UNKNOWN_SERVICE, UNKNOWN_OFFERING, OPTION_MISSING, UNKNOWN_ADD_ON
 */
export function quote(shop: ResolvedShop, assignment: Assignment, context: QuoteContext): Quote {
  const service = shop.services.get(assignment.service)
  if (!service) throw new Refusal('UNKNOWN_SERVICE', { field: 'selection.service' })
  const draft: Draft = { lines: [], skipped: [], sums: emptySums(), total: 0 }
  addChoices(draft, shop, service, assignment)
  const read = factsOf(
    shop,
    assignment,
    context,
    () => draft.sums.base + draft.sums.option + draft.sums.addOn + draft.sums.surcharge,
  )
  applyRules(draft, 'surcharge', shop.fees, service.id, read)
  applyRules(draft, 'discount', shop.fees, service.id, read)
  const now = dueNow(draft.total, service.policies.payment)
  return { lines: draft.lines, skipped: draft.skipped, total: draft.total, dueNow: now, balance: draft.total - now }
}
