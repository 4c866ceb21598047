import type { Tiered } from '@kaidian/schemas'
import { portion } from '../../money.ts'
import { type Basis, type FeeKind, line, numberOf, type Part, sumOf } from '../fee-kind.ts'

const inOrder = (tiers: Tiered['tiers']): Tiered['tiers'] => tiers.toSorted((a, b) => a.from - b.from)

/** The tier the number falls into: its `amount`, or its `rate` of the sums. */
function bracket({ fact, tiers, of = [] }: Tiered, { read, sums }: Basis): readonly Part[] {
  const number = numberOf(fact, read)
  const tier = inOrder(tiers).findLast(({ from }) => from <= number)
  if (!tier) return []
  return line(1, tier.rate === undefined ? (tier.amount ?? 0) : portion(sumOf(of, sums), tier.rate))
}

/**
 * Every tier up to the number: `amount` for each unit within it, or `rate` of the units themselves where they are fen. Tiers that
 * begin at 0 measure (0 to 10, 10 to 20); others count (from the 1st, from the 11th), and the one a tier begins with is in it.
 */
function graduated({ fact, tiers }: Tiered, { read }: Basis): readonly Part[] {
  const number = numberOf(fact, read)
  const ordered = inOrder(tiers)
  const before = (ordered[0]?.from ?? 0) === 0 ? 0 : 1
  return ordered.flatMap(({ from, amount = 0, rate }, index): readonly Part[] => {
    const end = Math.min(number, (ordered[index + 1]?.from ?? Infinity) - before)
    const units = end - (from - before)
    if (units <= 0) return []
    if (rate !== undefined) return line(1, portion(Math.round(units), rate))
    return Number.isInteger(units) ? line(units, amount) : line(1, Math.round(units * amount))
  })
}

/** `tiered`: by the tier that a number falls into, or with `graduated` tier by tier. */
export const tiered: FeeKind<'tiered'> = {
  kind: 'tiered',
  parts: (apply, basis) => (apply.graduated ? graduated(apply, basis) : bracket(apply, basis)),
}
