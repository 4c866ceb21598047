import type { Assignment, Quote } from '../booking.ts'
import type { ResolvedShop } from '../resolved.ts'
import { addAddOns, addOfferings, addOptions, serviceOf } from './choices.ts'
import { checkCoupon, couponOf } from './coupon.ts'
import { emptyDraft } from './draft.ts'
import { useEntitlements } from './entitlements.ts'
import type { QuoteContext } from './facts.ts'
import { planOf } from './plan.ts'
import { applyRules } from './rules.ts'
import { schedule } from './schedule.ts'
import { jobOf } from './scope.ts'

/**
 * The price of a booking: lines that sum to the total, never below zero; the rules that did not apply with their reasons; what is
 * taken of passes and stored value; and when it is paid. Phases in order: base → option → addOn → surcharge → discount → coupon →
 * entitlement → rounding.
 * @throws Refusal UNKNOWN_SERVICE, UNKNOWN_OFFERING, OPTION_MISSING, UNKNOWN_ADD_ON, COUPON_UNKNOWN, COUPON_NOT_APPLICABLE,
 *   UNKNOWN_ENTITLEMENT, ENTITLEMENT_USED_UP, UNKNOWN_PLAN
 */
export function quote(shop: ResolvedShop, assignment: Assignment, context: QuoteContext): Quote {
  const service = serviceOf(shop, assignment)
  const plan = planOf(shop)
  const coupon = couponOf(plan, context.coupon)
  const draft = emptyDraft()
  const job = jobOf(shop, assignment, coupon ? { ...context, coupon: coupon.written } : context, draft)

  addOfferings(draft, shop, assignment)
  applyRules(job, 'base', plan.base, coupon)
  addOptions(draft, shop, assignment)
  addAddOns(draft, shop, assignment)
  applyRules(job, 'surcharge', plan.surcharge, coupon)
  applyRules(job, 'discount', plan.discount, coupon)
  applyRules(job, 'coupon', plan.coupon, coupon)
  if (coupon) checkCoupon(coupon)
  const uses = useEntitlements(job)
  applyRules(job, 'rounding', plan.rounding, coupon)

  const { lines, skipped, total } = draft
  return {
    lines,
    skipped,
    total,
    ...schedule(shop, service.policies, assignment, context, total),
    coupon: coupon?.isUsed ? coupon.written : null,
    uses,
  }
}
