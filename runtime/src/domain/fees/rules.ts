import type { Words } from '../booking.ts'
import { keepBestOfGroups } from './best-of.ts'
import { type CouponCode, note } from './coupon.ts'
import { add, type Belonging, type Draft } from './draft.ts'
import { line, type Part } from './fee-kind.ts'
import { joinedLabel } from './labels.ts'
import { type Due, type Outcome, outcomeOf } from './outcome.ts'
import type { PlannedRule, RulePhase } from './plan.ts'
import { type Job, placesInPhase } from './scope.ts'

const isOff = (phase: RulePhase): boolean => phase === 'discount' || phase === 'coupon'

/** Those of a phase that apply, with what they come to; the others are told as skipped. */
function outcomesOf(job: Job, rules: readonly PlannedRule[], coupon: CouponCode | null): Outcome[] {
  const { skipped } = job.draft
  const outcomes: Outcome[] = []
  for (const rule of rules) {
    const { code, explanations } = rule.fee
    if (code !== null && code !== coupon?.code) {
      skipped.push(rule.skipped.code)
      continue
    }
    const outcome = outcomeOf(job, rule)
    if (typeof outcome === 'string') {
      skipped.push(rule.skipped[outcome])
      if (code !== null && coupon) note(coupon, outcome, explanations[outcome])
    } else {
      outcomes.push(outcome)
      if (code !== null && coupon) coupon.isFit = true
    }
  }
  return outcomes
}

interface Line extends Part {
  readonly segment: number | undefined
  readonly places: number[]
}

/** Places that owe the same share a line. */
function linesOfPlaces(dues: readonly (Due | null)[]): readonly Line[] {
  const lines: Line[] = []
  for (const [place, due] of dues.entries())
    for (const { quantity, unitAmount, title } of due?.parts ?? []) {
      const segment = due?.belonging?.segment
      const same = lines.find(
        (one) =>
          one.quantity === quantity && one.unitAmount === unitAmount && one.title === title && one.segment === segment,
      )
      if (same) same.places.push(place)
      else lines.push({ quantity, unitAmount, segment, places: [place], ...(title && { title }) })
    }
  return lines
}

/** Cuts a discount of a place to what the place still costs. */
function withinPlaces(dues: readonly (Due | null)[], left: number[]): readonly (Due | null)[] {
  return dues.map((due, place) => {
    const rest = Math.max(0, left[place] ?? 0)
    if (!due) return due
    const amount = Math.min(due.amount, rest)
    left[place] = rest - amount
    return amount === due.amount ? due : { ...due, amount, parts: line(1, amount) }
  })
}

/** One line, or what is left of the total where the line would take more; false where nothing is. */
function charge(draft: Draft, rule: PlannedRule, part: Part, belonging: Belonging | undefined): boolean {
  const { id, label, phase } = rule.fee
  const title: Words = part.title ? joinedLabel(label, part.title) : label
  const { quantity } = part
  const unitAmount = isOff(phase) ? -part.unitAmount : part.unitAmount
  if (draft.total + quantity * unitAmount >= 0) add(draft, phase, id, title, quantity, unitAmount, belonging)
  else if (draft.total > 0) add(draft, phase, id, title, 1, -draft.total, belonging && cutBelonging(belonging))
  else return false
  return true
}

/** A line that was cut is no longer borne equally by several places. */
const cutBelonging = ({ places, ...rest }: Belonging): Belonging => (places?.length === 1 ? { ...rest, places } : rest)

function chargeOutcome(job: Job, { rule, dues }: Outcome): boolean {
  const { draft } = job
  const { each, phase } = rule.fee
  let isCharged = false
  if (each) {
    const within = isOff(phase) ? withinPlaces(dues, placesInPhase(job).left) : dues
    for (const { segment, places, ...part } of linesOfPlaces(within)) {
      const { quantity } = part
      const all = { ...part, quantity: quantity * places.length }
      if (charge(draft, rule, all, segment === undefined ? { places } : { places, segment })) isCharged = true
    }
  } else
    for (const due of dues)
      for (const part of due?.parts ?? []) if (charge(draft, rule, part, due?.belonging)) isCharged = true
  return isCharged
}

/**
 * Applies the rules of one phase in their order. They do not see one another: every amount is worked out from the phases before,
 * and then cut where a discount would take more than there is.
 */
export function applyRules(job: Job, phase: RulePhase, rules: readonly PlannedRule[], coupon: CouponCode | null): void {
  if (rules.length === 0) return
  const { skipped } = job.draft
  job.places = null
  const outcomes = outcomesOf(job, rules, coupon)
  keepBestOfGroups(phase, outcomes)
  for (const outcome of outcomes) {
    const { rule, amount, better } = outcome
    const isCharged = chargeOutcome(job, outcome)
    if (isCharged && coupon && rule.fee.code !== null) coupon.isUsed = true
    if (isCharged) continue
    if (better) skipped.push({ ...rule.skipped.nothing, reason: 'betterOffer', explanation: better })
    else skipped.push(amount === 0 ? rule.skipped.nothing : rule.skipped.nothingLeft)
  }
}
