/**
 * The rules of a shop, without input or output: description → problems or a resolved shop; and for a resolved shop what is
 * free, what it costs, what may be cancelled, and which step an order may take next. Time and ids enter as arguments.
 */
export type * from './booking.ts'
export type * from './resolved.ts'
export type { Clock } from './clock.ts'
export { REFUSALS, Refusal, type FieldFault, type RefusalCode, type RefusalDetail } from './refusals.ts'

// Description → shop
export { check } from './check/index.ts'
export { resolveShop } from './resolve.ts'
export { loadShop } from './load.ts'
export { describeShop } from './describe.ts'

// Look
export { AA, contrast, type Palette, paletteOf } from './palette.ts'
export { TAB_LINE, TAB_SHAPES, type TabName } from './tab-shapes.ts'

// Time
export { addDays, instantToWall, isDay, type Wall, wallToInstant } from './time.ts'

// Availability
export { availability, type AvailabilityRequest, firstFreeDay } from './availability/availability.ts'
export { assign } from './availability/assign.ts'
export { claimsOf } from './availability/claims.ts'
export { moved, type Move } from './availability/moved.ts'
export { type Reach, reachOf } from './availability/reach.ts'
export type { Claim } from './availability/busy.ts'
export type { Wish } from './availability/wanted.ts'
export { scoreOf } from './score.ts'
export { sessionPools, type SessionRange, sessionsOf, type Used } from './sessions.ts'
export { ticketPools, ticketsOf } from './tickets.ts'
export { couponDraws, type Counted, limitDraws, supplyOf } from './supply.ts'

export { fits, mostAtOnce, type Stretch } from './fits.ts'

// Form
export {
  ageOf,
  answerFact,
  type AnswerFault,
  answersSoFar,
  birthDateOf,
  type CheckedAnswers,
  type CheckedParticipants,
  checkAnswers,
  checkParticipants,
  FIELD_KINDS,
  type FormContext,
  type FormPage,
  type FormSection,
  type NamedUploads,
  pagesOf,
  patternIsSimple,
  requiredFields,
  uploadField,
  type UploadLimits,
  uploadLimits,
  uploadsNamed,
  visibleFields,
} from './form/index.ts'
export { evaluate, type FactValue } from './condition.ts'

// Money
export { formatFen, portion } from './money.ts'
export { quote } from './fees/quote.ts'
export { ageDay } from './age-day.ts'
export { eligibilityFaults } from './eligibility.ts'
export type { QuoteContext } from './fees/facts.ts'

// Policies
export {
  approvalOf,
  cancellationPreview,
  type CancellationQuestion,
  holdMinutes,
  lineRefund,
  nextPayment,
  type NextPayment,
  noShowBan,
  type Part,
  type RescheduleCheck,
  rescheduleCheck,
  type RescheduleQuestion,
  shareOf,
  type TransferCheck,
  transferCheck,
  type TransferQuestion,
} from './policies.ts'

// Orders
export { chooseSeats, type GivenSeat, placesToSeat, roomsFor, type Seat, seatsThatStand } from './seating.ts'
export {
  advance,
  allows,
  type OrderEvent,
  type States,
  stepWhenApproved,
  stepWhenMade,
  stepWhenPaid,
  type Transition,
  TRANSITIONS,
} from './order/transitions.ts'
export {
  type Additions,
  allocateRefund,
  type Charge,
  type LedgerEntry,
  money,
  type RefundShare,
} from './order/ledger.ts'
export {
  capturedLeft,
  onSiteLeft,
  paidByPlaces,
  paidLeft,
  scheduleLeft,
  totalLeft,
  type Withdrawal,
  withdrawnPlaces,
} from './order/withdrawal.ts'
export { seatTitles } from './order/titles.ts'
export { type Invoicing, mayAskInvoice, type OrderRecord, orderView } from './order/view.ts'
export { type Notice, orderNotice, waitlistNotice } from './messages.ts'
