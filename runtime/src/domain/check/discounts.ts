import type { FeeRule, Shop } from '@kaidian/schemas'
import { percent } from '../words.ts'
import { named, problem, type Rule, yuan } from './finding.ts'
import { servicesOf } from './places.ts'
import { cheapest } from './prices.ts'

/** Whether a rule applies to every order of its services. */
const always = ({ when, code, each, phase }: FeeRule): boolean =>
  when === undefined && code === undefined && each !== true && phase === 'discount'

/** What a rule takes off an order of a price for certain, in fen: of a share of more than the offering only that of the offering. */
function takesOff({ apply, atLeast = 0, atMost = Infinity }: FeeRule, price: number): number {
  const amount =
    apply.kind === 'flat'
      ? apply.amount
      : apply.kind === 'percent' && !apply.during && apply.of.includes('base')
        ? Math.floor((price * apply.rate) / 10000)
        : 0
  return Math.min(Math.max(amount, atLeast), atMost)
}

export const discountsLeaveAPrice: Rule = function* (shop) {
  const told = new Set<FeeRule>()
  for (const service of shop.services) {
    const found = cheapest(shop, service)
    if (!found) continue
    let less = 0
    for (const [index, rule] of (shop.fees ?? []).entries()) {
      if (!always(rule) || rule.apply.kind === 'cap' || !servicesOf(shop, rule).includes(service)) continue
      const own = takesOff(rule, found.base)
      // Of a best-of group one counts, and that may be another.
      const sum = rule.bestOf === undefined ? (less += own) : own
      if (sum <= found.price || told.has(rule) || rule.apply.kind === 'percent') continue
      told.add(rule)
      const { zh, en } = named(found.offering.title)
      yield problem(
        `/fees/${index}/apply`,
        'DISCOUNT_EXCEEDS_PRICE',
        `每单都减，加起来 ${yuan(sum)} 元，可「${zh}」只要 ${yuan(found.price)} 元，减完就低于零了。请改小，或加上条件。`,
        `¥${yuan(sum)} in all is taken off every order, but “${en}” costs only ¥${yuan(found.price)}: less than nothing would be left. Lower it, or add a condition.`,
      )
    }
  }
}

/** Whether two rules take their share of the same sums. */
const sameBasis = (a: readonly string[], b: readonly string[]): boolean => a.every((phase) => b.includes(phase))

export const sharesStayBelowTheWhole: Rule = function* (shop) {
  const fees = shop.fees ?? []
  for (const [index, rule] of fees.entries()) {
    const { apply, phase } = rule
    if (apply.kind !== 'percent' || (phase !== 'discount' && phase !== 'coupon')) continue
    if (apply.rate > 10000) {
      yield problem(
        `/fees/${index}/apply/rate`,
        'DISCOUNT_EXCEEDS_PRICE',
        `减 ${percent(apply.rate)}，比全部还多。请改成 10000（全免）以内。`,
        `${percent(apply.rate)} off is more than all of it. Make it 10000 (free) at most.`,
      )
      continue
    }
    if (!always(rule) || apply.during || rule.bestOf !== undefined || rule.atMost !== undefined) continue
    const together = fees.slice(0, index).filter((other) => addsUp(shop, other, rule))
    const sum = together.reduce(
      (rates, other) => rates + (other.apply.kind === 'percent' ? other.apply.rate : 0),
      apply.rate,
    )
    if (sum > 10000)
      yield problem(
        `/fees/${index}/apply/rate`,
        'DISCOUNT_EXCEEDS_PRICE',
        `总是适用的折扣加起来减 ${percent(sum)}，比全部还多。请改小、加上条件，或写成择优组。`,
        `The discounts that always apply add up to ${percent(sum)} off, which is more than all of it. Lower one, add a condition, or make a best-of group of them.`,
      )
  }
}

function addsUp(shop: Shop, other: FeeRule, rule: FeeRule): boolean {
  if (other.apply.kind !== 'percent' || rule.apply.kind !== 'percent') return false
  if (!always(other) || other.apply.during || other.bestOf !== undefined || other.atMost !== undefined) return false
  const services = servicesOf(shop, other)
  return sameBasis(rule.apply.of, other.apply.of) && servicesOf(shop, rule).some((one) => services.includes(one))
}

/** Whether the first rule always takes off at least as much as the second. */
function beats(a: FeeRule, b: FeeRule): boolean {
  if (a.when || a.code !== undefined || a.atMost !== undefined || b.atLeast !== undefined) return false
  if ((a.each ?? false) !== (b.each ?? false)) return false
  if (a.apply.kind === 'flat' && b.apply.kind === 'flat') return a.apply.amount >= b.apply.amount
  return (
    a.apply.kind === 'percent' &&
    b.apply.kind === 'percent' &&
    !a.apply.during &&
    a.apply.rate >= b.apply.rate &&
    sameBasis(b.apply.of, a.apply.of)
  )
}

export const everyOneOfAGroupMayWin: Rule = function* (shop) {
  const fees = shop.fees ?? []
  for (const [index, rule] of fees.entries()) {
    if (rule.bestOf === undefined || (rule.phase !== 'discount' && rule.phase !== 'coupon')) continue
    const services = servicesOf(shop, rule)
    const better = fees.find(
      (other, at) =>
        other !== rule &&
        other.bestOf === rule.bestOf &&
        other.phase === rule.phase &&
        beats(other, rule) &&
        (at < index || !beats(rule, other)) &&
        services.every((service) => servicesOf(shop, other).includes(service)),
    )
    if (!better) continue
    const { zh, en } = named(better.label)
    yield problem(
      `/fees/${index}/bestOf`,
      'NEVER_BEST',
      `同组的「${zh}」没有条件，又总是一样或更优惠，这条永远轮不到。请改金额、给那条加上条件，或移出择优组。`,
      `“${en}” of the same group has no condition and is always as good or better, so this one is never taken. Change the amount, give the other a condition, or take this out of the group.`,
    )
  }
}
