import { money } from '../../domain/index.ts'
import type { Order } from '../../store/index.ts'
import { finding, type Finding } from './discrepancy.ts'

/** What the ledger of one order must fulfil by itself. */
export function* ledgerFaults(order: Order): Generator<Finding> {
  const { id, entries, quote, number, state, booking } = order
  const at = { order: id }
  const captures = entries.filter(({ kind }) => kind === 'capture')
  if (isRepeated(entries.map((entry) => entry.id))) yield finding('CAPTURE_TWICE', number, at)
  const { captured, onSite, refunded, charged } = money(entries, quote, order)
  const excess = captures
    .map((capture) => ({ taken: capture.amount, back: backOf(order, capture.id) }))
    .find(({ taken, back }) => back > taken)
  if (excess) yield finding('REFUNDED_TOO_MUCH', number, at, `${excess.back} > ${excess.taken}`)
  else if (refunded > captured) yield finding('REFUNDED_TOO_MUCH', number, at, `${refunded} > ${captured}`)
  if ((state === 'expired' || booking === 'rejected') && captured > refunded)
    yield finding('MONEY_WITHOUT_PLACE', number, at, `${captured - refunded}`)
  const received = captured - charged + onSite
  if ((state === 'confirmed' || state === 'completed') && received < quote.dueNow)
    yield finding('CONFIRMED_UNPAID', number, at, `${received} < ${quote.dueNow}`)
}

const isRepeated = (ids: readonly string[]): boolean => new Set(ids).size < ids.length

const backOf = ({ entries }: Order, capture: string): number =>
  entries
    .filter((entry) => entry.kind === 'refund' && entry.state !== 'failed' && entry.capture === capture)
    .reduce((sum, { amount }) => sum + amount, 0)
