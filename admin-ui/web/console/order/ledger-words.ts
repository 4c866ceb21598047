import type { LedgerEntry } from '../server/shapes.ts'

export type LedgerState = 'received' | 'returning' | 'returned' | 'stuck'

/** How far an entry has come: what came in is there; what goes back is on its way until the bank has said so. */
export function ledgerState({ kind, state }: Pick<LedgerEntry, 'kind' | 'state'>): LedgerState {
  if (kind !== 'refund') return 'received'
  if (state === 'succeeded') return 'returned'
  return state === 'failed' ? 'stuck' : 'returning'
}
