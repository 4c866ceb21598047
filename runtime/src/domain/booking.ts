/**
 * The shapes of the flow browse → hold → answers → quote → order → payment. Every amount is an integer of fen, every instant
 * an ISO 8601 string in UTC (`2026-12-02T06:00:00.000Z`), every day and wall time a string at the shop (`2026-12-02`, `14:00`).
 * These are also the shapes on the wire: the mini-program is given copies of these files.
 */

export type { PublicForm, FormField, FieldCondition } from './shapes/form.ts'
export type {
  OrderState,
  BookingState,
  Money,
  CancellationPreview,
  OrderView,
  TransferPreview,
  WaitlistView,
  EntitlementView,
} from './shapes/order.ts'
export type { Phase, QuoteLine, SkippedRule, Instalment, EntitlementUse, Quote, Hold } from './shapes/price.ts'
export type {
  PlaceChoice,
  Segment,
  Selection,
  AssignedPlace,
  AssignedSegment,
  Assignment,
  Draw,
} from './shapes/selection.ts'
export type {
  Look,
  Appearance,
  Theme,
  PublicShop,
  Mode,
  PublicOffering,
  PublicService,
  PublicResource,
  PublicCoupon,
  PublicFeeRule,
  Rating,
} from './shapes/shop.ts'
export type { Unavailability, Start, DayAvailability, Availability, SessionView, TicketView } from './shapes/times.ts'
export type { Words } from './shapes/words.ts'
