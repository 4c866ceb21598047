import { money } from '../../domain/index.ts'
import type { Order } from '../../store/index.ts'
import { discrepancy, type Discrepancy } from './discrepancy.ts'

/** What the ledger of one order must fulfil by itself. */
export function* ledgerFaults(order: Order): Generator<Discrepancy> {
  const { entries, quote, number } = order
  const ids = entries.map(({ id }) => id)
  if (new Set(ids).size < ids.length) yield discrepancy('CAPTURE_TWICE', number)
  const { captured, onSite, refunded } = money(entries, quote, order)
  for (const capture of entries.filter(({ kind }) => kind === 'capture')) {
    const back = entries
      .filter((entry) => entry.kind === 'refund' && entry.state !== 'failed' && entry.capture === capture.id)
      .reduce((sum, { amount }) => sum + amount, 0)
    if (back > capture.amount) yield discrepancy('REFUNDED_TOO_MUCH', number, `${back} > ${capture.amount}`)
  }
  if (refunded > captured) yield discrepancy('REFUNDED_TOO_MUCH', number, `${refunded} > ${captured}`)
  if (order.state === 'expired' && captured > refunded)
    yield discrepancy('MONEY_WITHOUT_PLACE', number, `${captured - refunded}`)
  if (order.state === 'confirmed' && captured + onSite < quote.dueNow)
    yield discrepancy('CONFIRMED_UNPAID', number, `${captured + onSite} < ${quote.dueNow}`)
}
