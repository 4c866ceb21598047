import type { FeeKind } from '../fee-kind.ts'

/** `flat`: the same `amount` (fen) whatever was chosen. */
export const flat: FeeKind<'flat'> = { kind: 'flat', amount: ({ amount }) => amount }
