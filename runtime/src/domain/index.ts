/**
 * The rules of a shop, without input or output: description → problems or a resolved shop; and for a resolved shop what is
 * free, what it costs, what may be cancelled, and which step an order may take next. Time and ids enter as arguments.
 */
import type {
  Assignment,
  CancellationPreview,
  DayAvailability,
  Money,
  OrderState,
  BookingState,
  OrderView,
  Quote,
  Selection,
  Words,
} from './booking.ts'
import type { ResolvedShop } from './resolved.ts'

export type * from './booking.ts'
export type * from './resolved.ts'
export type { Clock } from './clock.ts'
export { REFUSALS, Refusal, type FieldFault, type RefusalCode, type RefusalDetail } from './refusals.ts'

const soon = (): never => {
  throw new Error('not written yet')
}

// Description → shop
export { check } from './check/index.ts'
export { resolveShop } from './resolve.ts'
export { loadShop } from './load.ts'
export { describeShop } from './describe.ts'

// Time
export { addDays, instantToWall, type Wall, wallToInstant } from './time.ts'

// Availability
/** Time of a resource that is taken, buffers included; null never expires. */
export interface Claim {
  readonly resource: string
  readonly start: Date
  readonly end: Date
  readonly expiresAt: Date | null
}
export interface AvailabilityRequest {
  readonly service: string
  readonly offering?: string
  readonly resources?: Readonly<Record<string, string>>
  readonly options?: Readonly<Record<string, string>>
  readonly addOns?: Readonly<Record<string, number>>
  readonly from: string
  /** 1 to 31 */
  readonly days: number
  readonly explain?: boolean
}
/** @throws Refusal UNKNOWN_SERVICE, UNKNOWN_OFFERING, UNKNOWN_RESOURCE, UNKNOWN_OPTION, UNKNOWN_ADD_ON, QUANTITY_INVALID */
export const availability: (
  shop: ResolvedShop,
  request: AvailabilityRequest,
  claims: readonly Claim[],
  now: Date,
) => readonly DayAvailability[] = soon
/** First day with a free start from `request.from` to the horizon, or null; `request.days` is not looked at. */
export const firstFreeDay: (
  shop: ResolvedShop,
  request: AvailabilityRequest,
  claims: readonly Claim[],
  now: Date,
) => string | null = soon
/**
 * Fills in what the customer left open; of the resources that are free the one with the fewest bookings that day, then the first.
 * @param load resource → bookings that day; counted from the claims when left out
 * @throws Refusal those of `availability`, OPTION_MISSING, SLOT_TAKEN, SLOT_UNAVAILABLE (with `reason`)
 */
export const assign: (
  shop: ResolvedShop,
  selection: Selection,
  claims: readonly Claim[],
  now: Date,
  load?: ReadonlyMap<string, number>,
) => Assignment = soon
/** What a booking takes, buffers included. */
export const claimsOf: (
  shop: ResolvedShop,
  assignment: Assignment,
) => readonly { readonly resource: string; readonly start: Date; readonly end: Date }[] = soon

// Form
export {
  type AnswerFault,
  type CheckedAnswers,
  checkAnswers,
  FIELD_KINDS,
  requiredFields,
  visibleFields,
} from './form/index.ts'
export { evaluate, type FactValue } from './condition.ts'

// Money
export { formatFen, portion } from './money.ts'
export interface QuoteContext {
  readonly now: Date
  readonly visits: number
  readonly membership: string | null
  readonly answers: Readonly<Record<string, unknown>>
}
export const quote: (shop: ResolvedShop, assignment: Assignment, context: QuoteContext) => Quote = soon

// Policies
/** `start`: of the service; `paid`: fen captured and not refunded yet. */
export const cancellationPreview: (
  shop: ResolvedShop,
  booking: {
    readonly service: string
    readonly start: Date
    readonly paid: number
    readonly now: Date
    readonly by: 'customer' | 'merchant'
  },
) => CancellationPreview = soon
export interface RescheduleCheck {
  readonly allowed: boolean
  readonly left: number
  readonly explanation: Words
}
/** `used`: how often it was rescheduled so far. */
export const rescheduleCheck: (
  shop: ResolvedShop,
  booking: { readonly service: string; readonly start: Date; readonly used: number; readonly now: Date },
) => RescheduleCheck = soon

// Orders
export interface States {
  readonly order: OrderState
  readonly booking: BookingState
}
export type OrderEvent = 'confirm' | 'honour' | 'expire' | 'cancel' | 'reschedule' | 'checkIn' | 'complete' | 'noShow'
export interface Transition {
  readonly order: { readonly from: readonly OrderState[]; readonly to: OrderState }
  readonly booking: { readonly from: readonly BookingState[]; readonly to: BookingState }
}
/** Which states an event may find, and which it leaves: a store makes its guarded update from it. */
export const TRANSITIONS: Readonly<Record<OrderEvent, Transition>> = {} as never
/** @throws Refusal the code of the event when the states do not allow it. */
export const advance: (event: OrderEvent, states: States) => States = soon
export interface LedgerEntry {
  readonly id: string
  readonly order: string
  readonly kind: 'capture' | 'refund' | 'on_site'
  /** Fen, never negative. */
  readonly amount: number
  readonly state: 'requested' | 'succeeded' | 'failed'
  readonly at: Date
  /** Of a refund: id of the capture it comes out of. */
  readonly capture?: string
}
export const money: (entries: readonly LedgerEntry[], quote: Quote) => Money = soon
/** Shares a refund among the captures, oldest first. @throws Refusal REFUND_TOO_LARGE */
export const allocateRefund: (
  entries: readonly LedgerEntry[],
  amount: number,
) => readonly { readonly capture: string; readonly amount: number }[] = soon
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
/** @param shop the version the order pins, where it is still known */
export const orderView: (
  shop: ResolvedShop,
  record: OrderRecord,
  entries: readonly LedgerEntry[],
  now: Date,
) => OrderView = soon
