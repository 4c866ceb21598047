import type { SkippedRule, Words } from '../booking.ts'
import { comparisons } from '../condition.ts'
import type { ResolvedFee, ResolvedShop } from '../resolved.ts'
import { both } from '../words.ts'

/** A rule, with all that can be known of it before anybody asks for a price. */
export interface PlannedRule {
  readonly fee: ResolvedFee
  /** The code as the description writes it. */
  readonly code: string | null
  /** Whether it is about a service, and so, of services in a row, about those it fits. */
  readonly bySegment: boolean
  readonly skipped: { readonly [reason in 'condition' | 'service' | 'code' | 'nothing' | 'nothingLeft']: SkippedRule }
}

export type RulePhase = ResolvedFee['phase']
export type Plan = { readonly [phase in RulePhase]: readonly PlannedRule[] }

const NOTHING = both('这次算下来是 0', 'It comes to nothing this time')
const NOTHING_LEFT = both('已没有可优惠的金额', 'There is nothing left to take off')

/** Facts that services in a row have each for itself. */
const OF_A_SEGMENT = /^(service|offering|resource|option)\./

function planned(fee: ResolvedFee, shop: ResolvedShop): PlannedRule {
  const { id: rule, label, explanations, when } = fee
  const skipped = (reason: SkippedRule['reason'], explanation: Words): SkippedRule => ({
    rule,
    label,
    reason,
    explanation,
  })
  const asksForService = when !== null && comparisons(when).some(({ comparison }) => OF_A_SEGMENT.test(comparison.fact))
  return {
    fee,
    code: shop.source.fees?.find(({ id }) => id === rule)?.code ?? fee.code,
    bySegment: fee.services !== null || asksForService,
    skipped: {
      condition: skipped('condition', explanations.condition),
      service: skipped('service', explanations.service),
      code: skipped('code', explanations.code),
      nothing: skipped('nothingLeft', NOTHING),
      nothingLeft: skipped('nothingLeft', NOTHING_LEFT),
    },
  }
}

const plans = new WeakMap<ResolvedShop, Plan>()

/** The rules of a shop by phase, made ready once. */
export function planOf(shop: ResolvedShop): Plan {
  let plan = plans.get(shop)
  if (!plan) {
    const of = (phase: RulePhase): PlannedRule[] =>
      shop.fees.filter((fee) => fee.phase === phase).map((fee) => planned(fee, shop))
    plan = {
      base: of('base'),
      surcharge: of('surcharge'),
      discount: of('discount'),
      coupon: of('coupon'),
      rounding: of('rounding'),
    }
    plans.set(shop, plan)
  }
  return plan
}

export const RULE_PHASES = ['base', 'surcharge', 'discount', 'coupon', 'rounding'] as const satisfies RulePhase[]
