import type { FeeRule } from '@kaidian/schemas'
import type { Phase } from '../booking.ts'

export type FeeApply = FeeRule['apply']

/** Fen of each phase computed so far. */
export type Sums = Readonly<Record<Phase, number>>

/** How one kind of fee is worked out: fen, never negative; the phase decides whether it is added or taken off. */
export interface FeeKind<Kind extends FeeApply['kind'] = FeeApply['kind']> {
  readonly kind: Kind
  readonly amount: (apply: Extract<FeeApply, { readonly kind: Kind }>, sums: Sums) => number
}
