/** The kinds of ledger entries there are words for; null for one this console is too old to know. */
export function ledgerKind(kind: string): 'payment' | 'on_site' | 'refund' | null {
  const plain = kind.toLowerCase().replace(/[^a-z]/g, '')
  if (plain.includes('onsite')) return 'on_site'
  if (plain.includes('refund')) return 'refund'
  return plain.includes('payment') || plain.includes('capture') ? 'payment' : null
}

/** How far an entry has come; a refund that has arrived is 'returned', a payment 'received'. */
export function ledgerState(
  kind: string,
  state: string,
): 'succeeded' | 'pending' | 'failed' | 'refundSucceeded' | 'abnormal' | null {
  switch (state.toLowerCase()) {
    case 'succeeded':
    case 'success':
    case 'done':
    case 'paid':
    case 'captured':
      return ledgerKind(kind) === 'refund' ? 'refundSucceeded' : 'succeeded'
    case 'pending':
    case 'processing':
    case 'requested':
    case 'created':
    case 'attempted':
      return 'pending'
    case 'failed':
    case 'closed':
      return 'failed'
    case 'abnormal':
      return 'abnormal'
    default:
      return null
  }
}
