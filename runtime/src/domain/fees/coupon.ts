import type { Words } from '../booking.ts'
import { Refusal } from '../refusals.ts'
import { both, compose, say } from '../words.ts'
import type { NotApplied } from './outcome.ts'
import { type Plan, type PlannedRule, RULE_PHASES } from './plan.ts'

/** The code a customer gave, and what became of it. */
export interface CouponCode {
  /** As the customer wrote it. */
  readonly given: string
  /** Upper case. */
  readonly code: string
  /** As the rule writes it. */
  readonly written: string
  /** Whether a rule of the code took something off. */
  isUsed: boolean
  /** Whether condition and service of a rule of the code hold. */
  isFit: boolean
  /** Why not, of the rule that came nearest. */
  because: { readonly reason: NotApplied; readonly explanation: Words } | null
}

const rulesOf = (plan: Plan, code: string): readonly PlannedRule[] =>
  RULE_PHASES.flatMap((phase) => plan[phase].filter(({ fee }) => fee.code === code))

/** @throws Refusal COUPON_UNKNOWN where no rule has the code */
export function couponOf(plan: Plan, given: string | undefined): CouponCode | null {
  const trimmed = given?.trim() ?? ''
  if (trimmed === '') return null
  const code = trimmed.toUpperCase()
  const [rule] = rulesOf(plan, code)
  if (!rule) throw new Refusal('COUPON_UNKNOWN', { field: 'coupon', values: { code: trimmed } })
  return { given: trimmed, code, written: rule.code ?? code, isUsed: false, isFit: false, because: null }
}

/** @throws Refusal COUPON_NOT_APPLICABLE, saying why, where every rule of the code was looked at and none fits */
export function checkCoupon({ given, isFit, because }: CouponCode): void {
  if (isFit) return
  const { explanation } = because ?? { explanation: both('条件不符', 'its conditions are not met') }
  throw new Refusal('COUPON_NOT_APPLICABLE', {
    field: 'coupon',
    values: { code: given },
    reason: because?.reason ?? 'condition',
    words: compose((locale) =>
      locale === 'en'
        ? `The coupon “{code}” does not apply to this order. ${say(explanation, locale)}.`
        : `优惠码「{code}」不适用于这一单：${say(explanation, locale)}。`,
    ),
  })
}

/** Remembers of several rules of one code the reason of one that is for this service. */
export function note(coupon: CouponCode, reason: NotApplied, explanation: Words): void {
  if (coupon.because === null || (coupon.because.reason === 'service' && reason === 'condition'))
    coupon.because = { reason, explanation }
}
