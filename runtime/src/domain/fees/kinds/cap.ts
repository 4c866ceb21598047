import { type FeeKind, line, sumOf } from '../fee-kind.ts'

/** `cap`: what the sum of the phases in `of` exceeds `amount` (fen) by; in the phase discount. */
export const cap: FeeKind<'cap'> = {
  kind: 'cap',
  parts: ({ amount, of }, { sums }) => line(1, Math.max(0, sumOf(of, sums) - amount)),
}
