import type { Assignment, BookingState, OrderState, OrderView, Quote, Words } from '../booking.ts'
import { cancellationPreview, rescheduleCheck } from '../policies.ts'
import type { ResolvedShop } from '../resolved.ts'
import { instantToWall } from '../time.ts'
import { both } from '../words.ts'
import { type LedgerEntry, money } from './ledger.ts'
import { allows } from './transitions.ts'

/** An order as it is stored, answers readable. */
export interface OrderRecord {
  readonly id: string
  readonly number: string
  readonly state: OrderState
  readonly booking: BookingState
  readonly selection: Assignment
  readonly quote: Quote
  readonly answers: Readonly<Record<string, unknown>>
  readonly createdAt: Date
  readonly expiresAt: Date | null
  readonly checkInCode: string
  readonly checkedInAt: Date | null
  /** How often it was rescheduled. */
  readonly reschedules: number
}

/** A later version of the shop may no longer know an id that an order holds: then the id itself is shown. */
const called = (words: Words | undefined, id: string): Words => words ?? both(id, id)

function permissions(
  shop: ResolvedShop,
  record: OrderRecord,
  captured: number,
  now: Date,
): Pick<OrderView, 'can' | 'reschedulesLeft'> {
  const { selection, quote, expiresAt } = record
  const states = { order: record.state, booking: record.booking }
  const isKnown = shop.services.has(selection.service)
  const question = { service: selection.service, start: new Date(selection.start), now }
  const reschedule = isKnown ? rescheduleCheck(shop, { ...question, used: record.reschedules }) : null
  return {
    reschedulesLeft: reschedule?.left ?? 0,
    can: {
      pay: record.state === 'pending' && captured < quote.dueNow && (expiresAt === null || now < expiresAt),
      cancel:
        isKnown &&
        allows('cancel', states) &&
        cancellationPreview(shop, { ...question, paid: captured, by: 'customer' }).allowed,
      reschedule: reschedule?.allowed === true && allows('reschedule', states),
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
  const service = shop.services.get(selection.service)
  const start = instantToWall(new Date(selection.start), shop.zone)
  const end = instantToWall(new Date(selection.end), shop.zone)
  const paid = money(entries, record.quote)
  const roles = service?.requirements.map(({ role }) => role) ?? Object.keys(selection.resources)
  return {
    id: record.id,
    number: record.number,
    state,
    booking: record.booking,
    money: paid,
    selection,
    quote: record.quote,
    serviceTitle: called(service?.title, selection.service),
    offeringTitle: called(service?.offerings.find(({ id }) => id === selection.offering)?.title, selection.offering),
    resources: roles.flatMap((role) => {
      const id = selection.resources[role]
      if (id === undefined) return []
      const title = service?.requirements.find((requirement) => requirement.role === role)?.title
      return [{ role: called(title, role), name: called(shop.resources.get(id)?.name, id) }]
    }),
    day: start.day,
    time: start.time,
    endTime: end.time,
    answers: record.answers,
    createdAt: record.createdAt.toISOString(),
    expiresAt: state === 'pending' && expiresAt ? expiresAt.toISOString() : null,
    checkInCode: state === 'confirmed' ? record.checkInCode : null,
    checkedInAt: record.checkedInAt?.toISOString() ?? null,
    ...permissions(shop, record, paid.captured - paid.refunded, now),
  }
}
