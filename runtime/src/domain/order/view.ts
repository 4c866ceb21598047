import type { Assignment, BookingState, Instalment, Money, OrderState, OrderView, Quote } from '../booking.ts'
import { cancellationPreview, nextPayment, rescheduleCheck, transferCheck } from '../policies.ts'
import type { ResolvedShop } from '../resolved.ts'
import type { GivenSeat } from '../seating.ts'
import { instantToWall } from '../time.ts'
import { type Charge, type LedgerEntry, money } from './ledger.ts'
import { offeringTitle, resourcesOf, seatTitles, serviceTitle } from './titles.ts'
import { allows } from './transitions.ts'
import { capturedLeft, onSiteLeft, paidLeft, scheduleLeft, type Withdrawal, withdrawnPlaces } from './withdrawal.ts'

/** An order as it is stored, answers readable. */
export interface OrderRecord {
  readonly id: string
  readonly number: string
  readonly state: OrderState
  readonly booking: BookingState
  readonly selection: Assignment
  readonly quote: Quote
  readonly answers: Readonly<Record<string, unknown>>
  /** One for each place that was asked, in order. */
  readonly participants: readonly Readonly<Record<string, unknown>>[]
  readonly createdAt: Date
  readonly expiresAt: Date | null
  readonly checkInCode: string
  readonly checkedInAt: Date | null
  /** How often it was rescheduled. */
  readonly reschedules: number
  /** How often it was transferred. */
  readonly transfers: number
  readonly charges: readonly Charge[]
  readonly withdrawals: readonly Withdrawal[]
  /** Empty where nobody is given one. */
  readonly seats: readonly GivenSeat[]
  /** Said by staff when rejecting or cancelling. */
  readonly note: string | null
  /** Null until it was given. */
  readonly feedback: Readonly<Record<string, unknown>> | null
  /** What an invoice is to say; null until it was asked for. */
  readonly invoice: Readonly<Record<string, unknown>> | null
  readonly invoicing: Invoicing | null
}

/** How a request for an invoice went on. */
export interface Invoicing {
  readonly askedAt: Date
  /** Null until the shop has made it out. */
  readonly issuedAt: Date | null
  /** Of the invoice, where the shop noted it. */
  readonly number: string | null
}

/** What the order comes to, what was paid and what is to be paid next. */
interface Account {
  readonly paid: Money
  readonly next: Instalment | null
  readonly onSiteDue: number
}

function accountOf(record: OrderRecord, entries: readonly LedgerEntry[], now: Date): Account {
  const { quote, withdrawals, state } = record
  const paid = money(entries, quote, record)
  const isOpen = state === 'pending' || state === 'confirmed' || state === 'awaiting_approval'
  const onSiteDue = isOpen ? onSiteLeft(quote, paid, withdrawals) : 0
  if (state !== 'pending' && state !== 'confirmed') return { paid, next: null, onSiteDue }
  const captured = capturedLeft(paid, withdrawals)
  const next = nextPayment(scheduleLeft(quote, withdrawals), { ...paid, captured }, now)
  return { paid, next: next && { amount: next.amount, due: next.due, where: next.where }, onSiteDue }
}

type Permissions = Pick<
  OrderView,
  'can' | 'reschedulesLeft' | 'rescheduleFee' | 'transfersLeft' | 'feedback' | 'invoice'
>

const invoiceView = (form: string, { invoice, invoicing }: OrderRecord): OrderView['invoice'] => ({
  form,
  answers: invoicing && invoice,
  issued: invoicing?.issuedAt ? { at: invoicing.issuedAt.toISOString(), number: invoicing.number } : null,
})

/** An invoice is asked for once something was paid and kept, and may be put right until it is made out. */
export const mayAskInvoice = ({ state, invoicing }: Pick<OrderRecord, 'state' | 'invoicing'>, paid: Money): boolean =>
  (state === 'confirmed' || state === 'completed') &&
  paid.captured + paid.onSite > paid.refunded &&
  !invoicing?.issuedAt

function permissions(shop: ResolvedShop, record: OrderRecord, { paid, next }: Account, now: Date): Permissions {
  const { selection: assignment, expiresAt, withdrawals } = record
  const service = shop.services.get(assignment.service)
  const states = { order: record.state, booking: record.booking }
  const inTime = expiresAt === null || now < expiresAt
  const pay = next !== null && (record.state === 'pending' ? next.due === null && inTime : true)
  if (!service)
    return {
      reschedulesLeft: 0,
      rescheduleFee: 0,
      transfersLeft: 0,
      feedback: null,
      invoice: null,
      can: { pay, cancel: false, reschedule: false, transfer: false, feedback: false, invoice: false },
    }
  const reschedule = rescheduleCheck(shop, { assignment, used: record.reschedules, now })
  const transfer = transferCheck(shop, { assignment, used: record.transfers, now })
  const question = { assignment, paid: paidLeft(paid, withdrawals, 'customer'), now, by: 'customer' as const }
  const isOver = record.state === 'completed' && record.booking === 'completed'
  return {
    reschedulesLeft: reschedule.left,
    rescheduleFee: reschedule.fee,
    transfersLeft: transfer.left,
    feedback: service.feedback === null ? null : { form: service.feedback, answers: record.feedback },
    invoice: service.invoice === null ? null : invoiceView(service.invoice, record),
    can: {
      pay,
      cancel: allows('cancel', states) && cancellationPreview(shop, question).allowed,
      reschedule: reschedule.allowed && allows('reschedule', states),
      transfer: transfer.allowed && allows('transfer', states),
      feedback: isOver && service.feedback !== null && record.feedback === null,
      invoice: service.invoice !== null && mayAskInvoice(record, paid),
    },
  }
}

/**
 * An order as its customer sees it.
 * @param shop the version the order pins, where it is still known
 * @param entries of this order
 */
export function orderView(
  shop: ResolvedShop,
  record: OrderRecord,
  entries: readonly LedgerEntry[],
  now: Date,
): OrderView {
  const { selection, state, expiresAt } = record
  const start = selection.start === null ? null : instantToWall(new Date(selection.start), shop.zone)
  const end = selection.end === null ? null : instantToWall(new Date(selection.end), shop.zone)
  const account = accountOf(record, entries, now)
  return {
    id: record.id,
    number: record.number,
    state,
    booking: record.booking,
    money: account.paid,
    selection,
    quote: record.quote,
    serviceTitle: serviceTitle(shop, selection),
    offeringTitle: offeringTitle(shop, selection),
    resources: resourcesOf(shop, selection),
    day: start?.day ?? null,
    time: start?.time ?? null,
    endTime: end?.time ?? null,
    answers: record.answers,
    participants: record.participants,
    withdrawn: withdrawnPlaces(record.withdrawals),
    seats: seatTitles(shop, record),
    createdAt: record.createdAt.toISOString(),
    expiresAt: state === 'pending' && expiresAt ? expiresAt.toISOString() : null,
    checkInCode: state === 'confirmed' ? record.checkInCode : null,
    checkedInAt: record.checkedInAt?.toISOString() ?? null,
    nextPayment: account.next,
    onSiteDue: account.onSiteDue,
    note: record.note,
    ...permissions(shop, record, account, now),
  }
}
