import { type FeeKind, line } from '../fee-kind.ts'

/** `flat`: the same `amount` (fen) whatever was chosen. */
export const flat: FeeKind<'flat'> = { kind: 'flat', parts: ({ amount }) => line(1, amount) }
