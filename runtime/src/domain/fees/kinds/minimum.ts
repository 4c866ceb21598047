import { type FeeKind, line, sumOf } from '../fee-kind.ts'

/** `minimum`: what the sum of the phases in `of` lacks to `amount` (fen); in the phase surcharge. */
export const minimum: FeeKind<'minimum'> = {
  kind: 'minimum',
  parts: ({ amount, of }, { sums }) => line(1, Math.max(0, amount - sumOf(of, sums))),
}
