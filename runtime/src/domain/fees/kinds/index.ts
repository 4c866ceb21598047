import type { Basis, FeeApply, FeeKind, Part } from '../fee-kind.ts'
import { cap } from './cap.ts'
import { flat } from './flat.ts'
import { minimum } from './minimum.ts'
import { perDuration } from './per-duration.ts'
import { percent } from './percent.ts'
import { perPerson } from './per-person.ts'
import { perUnit } from './per-unit.ts'
import { round } from './round.ts'
import { table } from './table.ts'
import { tiered } from './tiered.ts'

/** Every kind of fee there is; a test holds it against the language. */
export const FEE_KINDS: { readonly [kind in FeeApply['kind']]: FeeKind<kind> } = {
  flat,
  percent,
  perPerson,
  perUnit,
  perDuration,
  tiered,
  table,
  cap,
  minimum,
  round,
}

/** The lines a rule comes to, before its phase decides their sign. */
export const partsOf = (apply: FeeApply, basis: Basis): readonly Part[] =>
  (FEE_KINDS[apply.kind] as FeeKind).parts(apply, basis)
