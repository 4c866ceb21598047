import type { BenchRule, Case } from './cases.ts'

/** Fen that a rule comes to. */
export function amountOf({ apply }: BenchRule, { base, option, addOn }: Case): number {
  if (apply.kind === 'flat') return apply.amount
  let sum = 0
  for (const phase of apply.of)
    sum += phase === 'base' ? base : phase === 'option' ? option : phase === 'addOn' ? addOn : 0
  return Math.round((sum * apply.rate) / 10_000)
}

/** Takes the discounts that apply off: of each group the best. */
export function lessDiscounts(before: number, discounts: readonly BenchRule[], one: Case): number {
  let sum = before
  const best = new Map<string, number>()
  for (const rule of discounts) {
    const amount = amountOf(rule, one)
    if (rule.bestOf === undefined) sum -= amount
    else best.set(rule.bestOf, Math.max(best.get(rule.bestOf) ?? 0, amount))
  }
  for (const amount of best.values()) sum -= amount
  return Math.max(0, sum)
}
