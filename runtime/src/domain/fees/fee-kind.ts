import type { FeeRule } from '@kaidian/schemas'
import type { Phase, Words } from '../booking.ts'
import type { FactValue } from '../condition.ts'
import type { BilledTime } from './billed-time.ts'

export type FeeApply = FeeRule['apply']

/** Fen of each phase computed so far; what a discount took off is negative. */
export type Sums = Readonly<Record<Phase, number>>

/** What a rule is worked out from: the whole order, one of its places, or some of its segments. */
export interface Basis {
  readonly sums: Sums
  /** 1 where a rule is worked out for each place. */
  readonly people: number
  readonly read: (fact: string) => FactValue
  /** The time that is booked. */
  readonly time: BilledTime
}

/** A line in the making: fen before the phase decides whether it is added or taken off. */
export interface Part {
  readonly quantity: number
  readonly unitAmount: number
  /** What tells it from the other lines of its rule. */
  readonly title?: Words
}

/**
 * How one kind of fee is worked out. Amounts are never negative, the phase decides whether they are added or taken off;
 * only `round` gives an amount of either sign. Nothing due is an empty list.
 */
export interface FeeKind<Kind extends FeeApply['kind'] = FeeApply['kind']> {
  readonly kind: Kind
  readonly parts: (apply: Extract<FeeApply, { readonly kind: Kind }>, basis: Basis) => readonly Part[]
}

const NOTHING: readonly Part[] = []

/** One line of `quantity` × `unitAmount`, or none where that is nothing. */
export const line = (quantity: number, unitAmount: number): readonly Part[] =>
  quantity === 0 || unitAmount === 0 ? NOTHING : [{ quantity, unitAmount }]

/** What the phases come to, at least zero. */
export function sumOf(phases: readonly Phase[], sums: Sums): number {
  let sum = 0
  for (const phase of phases) sum += sums[phase]
  return Math.max(0, sum)
}

/** A fact that is a number; anything else counts as none. */
export function numberOf(fact: string, read: Basis['read']): number {
  const value = read(fact)
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}
