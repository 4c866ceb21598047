import { type FeeKind, line, numberOf } from '../fee-kind.ts'

/** Binary fractions: 0.3 / 0.1 is a little under 3, and must not count as more than 3 when it is a little over. */
const GRAIN = 1e-9

/** `perUnit`: `amount` (fen) for each `unit` of the fact beyond `included`; a part of a unit counts as one. */
export const perUnit: FeeKind<'perUnit'> = {
  kind: 'perUnit',
  parts: ({ fact, amount, unit = 1, included = 0 }, { read }) =>
    line(Math.max(0, Math.ceil((numberOf(fact, read) - included) / unit - GRAIN)), amount),
}
