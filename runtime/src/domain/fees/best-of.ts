import type { Words } from '../booking.ts'
import type { Due, Outcome } from './outcome.ts'
import type { RulePhase } from './plan.ts'

const isBetter = (phase: RulePhase, amount: number, rival: number): boolean =>
  phase === 'discount' || phase === 'coupon' ? amount > rival : amount < rival

/** The best of a group: the largest discount, the smallest surcharge; of equals the first. What comes to nothing does not compete. */
function best(phase: RulePhase, rivals: readonly Outcome[], amountOf: (one: Outcome) => number): Outcome | undefined {
  let found: Outcome | undefined
  for (const one of rivals)
    if (amountOf(one) !== 0 && (!found || isBetter(phase, amountOf(one), amountOf(found)))) found = one
  return found
}

/** Each place keeps its own best. */
function keepBestOfEachPlace(phase: RulePhase, rivals: readonly Outcome[]): void {
  const places = rivals[0]?.dues.length ?? 0
  const winners = Array.from({ length: places }, (_, place) =>
    best(phase, rivals, ({ dues }) => dues[place]?.amount ?? 0),
  )
  for (const one of rivals) {
    let better: Words | null = null
    one.dues = one.dues.map((due, place): Due | null => {
      const winner = winners[place]
      if (!due || !winner || winner === one || due.amount === 0) return due
      better ??= winner.rule.fee.explanations.better
      return null
    })
    one.amount = one.dues.reduce((sum, due) => sum + (due?.amount ?? 0), 0)
    one.better = better
  }
}

function keepBest(phase: RulePhase, rivals: readonly Outcome[]): void {
  const winner = best(phase, rivals, ({ amount }) => amount)
  for (const one of rivals)
    if (winner && winner !== one && one.amount !== 0) {
      one.dues = []
      one.amount = 0
      one.better = winner.rule.fee.explanations.better
    }
}

/**
 * Leaves of each best-of group what is best for the customer, or where all that apply are worked out for each place, for each
 * place; the others have nothing due any more.
 */
export function keepBestOfGroups(phase: RulePhase, outcomes: readonly Outcome[]): void {
  const groups = new Map<string, Outcome[]>()
  for (const one of outcomes) {
    const group = one.rule.fee.bestOf
    if (group === null) continue
    const found = groups.get(group)
    if (found) found.push(one)
    else groups.set(group, [one])
  }
  for (const rivals of groups.values())
    if (rivals.every(({ rule }) => rule.fee.each)) keepBestOfEachPlace(phase, rivals)
    else keepBest(phase, rivals)
}
