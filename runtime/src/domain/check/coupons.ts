import type { FeeRule, Shop } from '@kaidian/schemas'
import { problem, type Rule } from './finding.ts'
import { servicesOf } from './places.ts'

export const couponsHaveCodes: Rule = function* ({ fees = [] }) {
  for (const [index, { phase, code, budget, listed }] of fees.entries())
    if (phase === 'coupon' && code === undefined)
      yield problem(
        `/fees/${index}/code`,
        'CODE_MISSING',
        'coupon 阶段的规则要有优惠码，顾客填了才用。请加上 code；不用填码的优惠写在 discount 阶段。',
        'A rule of the phase coupon needs a code that the customer gives. Add it; a reduction without a code belongs in discount.',
      )
    else if (phase !== 'coupon' && (code !== undefined || budget !== undefined || listed !== undefined))
      yield problem(
        `/fees/${index}/${code !== undefined ? 'code' : budget !== undefined ? 'budget' : 'listed'}`,
        'CODE_OUTSIDE_COUPON',
        `优惠码、用量和给所有顾客看只用于 coupon 阶段，这条是 ${phase}。请改阶段，或删掉。`,
        `Codes, budgets and listing are for the phase coupon, and this is ${phase}. Change the phase, or take it out.`,
      )
}

/** Rules may share a code, each with a condition of its own; two that always apply are a slip. */
const overlap = (shop: Shop, a: FeeRule, b: FeeRule): boolean => {
  const both = new Set(servicesOf(shop, a))
  return servicesOf(shop, b).some((service) => both.has(service))
}

export const codesAreUsedOnce: Rule = function* (shop) {
  const fees = shop.fees ?? []
  for (const [index, rule] of fees.entries()) {
    const code = rule.code?.toUpperCase()
    if (code === undefined || rule.when) continue
    const first = fees
      .slice(0, index)
      .findIndex((other) => other.code?.toUpperCase() === code && !other.when && overlap(shop, other, rule))
    if (first >= 0)
      yield problem(
        `/fees/${index}/code`,
        'DUPLICATE_CODE',
        `优惠码「${rule.code}」和第 ${first + 1} 条规则的一样（不分大小写），填了不知道用哪条。请换一个、分给不同的服务，或各加条件。`,
        `The code “${rule.code}” is that of rule ${first + 1} already (case does not matter), and it would not be clear which is meant. Choose another, give them different services, or a condition each.`,
      )
  }
}

export const budgetsAddUp: Rule = function* ({ fees = [] }) {
  for (const [index, { budget }] of fees.entries())
    if (budget?.total !== undefined && (budget.perCustomer ?? 0) > budget.total)
      yield problem(
        `/fees/${index}/budget/perCustomer`,
        'BUDGET_EXCEEDED',
        `每位顾客可用 ${budget.perCustomer} 次，可一共只有 ${budget.total} 次。请改小。`,
        `Each customer may use it ${budget.perCustomer} times, but there are ${budget.total} uses in all. Lower it.`,
      )
}
