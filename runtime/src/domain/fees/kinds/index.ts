import type { FeeApply, FeeKind, Sums } from '../fee-kind.ts'
import { flat } from './flat.ts'
import { percent } from './percent.ts'

/** Every kind of fee there is; a test holds it against the language. */
export const FEE_KINDS: { readonly [kind in FeeApply['kind']]: FeeKind<kind> } = { flat, percent }

export const amountOf = (apply: FeeApply, sums: Sums): number => (FEE_KINDS[apply.kind] as FeeKind).amount(apply, sums)
