import { type FeeKind, line } from '../fee-kind.ts'

/** `perPerson`: `amount` (fen) for each person beyond `included`. */
export const perPerson: FeeKind<'perPerson'> = {
  kind: 'perPerson',
  parts: ({ amount, included = 0 }, { people }) => line(Math.max(0, people - included), amount),
}
