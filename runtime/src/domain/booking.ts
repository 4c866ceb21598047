/**
 * The shapes of the flow browse → hold → answers → quote → order → payment. Every amount is an integer of fen, every instant
 * an ISO 8601 string in UTC (`2026-12-02T06:00:00.000Z`), every day and wall time a string at the shop (`2026-12-02`, `14:00`).
 * These are also the shapes on the wire: the mini-program is given a copy of this file.
 */

/** What the customer chose. `offering` or a role in `resources` left out means 'any'. */
export interface Selection {
  readonly service: string
  readonly offering?: string
  /** Start of the service itself, without buffers. */
  readonly start: string
  /** role → resource id */
  readonly resources?: Readonly<Record<string, string>>
  /** option id → choice id; every option of the service needs one */
  readonly options?: Readonly<Record<string, string>>
  /** add-on id → quantity (1 to 9) */
  readonly addOns?: Readonly<Record<string, number>>
}

/** A selection in which nothing is open any more. */
export interface Assignment extends Selection {
  readonly offering: string
  readonly resources: Readonly<Record<string, string>>
  readonly options: Readonly<Record<string, string>>
  readonly addOns: Readonly<Record<string, number>>
  readonly end: string
}

export type Phase = 'base' | 'option' | 'addOn' | 'surcharge' | 'discount' | 'coupon' | 'entitlement' | 'rounding'

/** Words in the languages of the shop, Chinese always there. */
export interface Words {
  readonly 'zh-CN': string
  readonly en?: string
}

export interface QuoteLine {
  readonly phase: Phase
  /** Id of the fee rule, or `offering`, `option:<id>`, `add-on:<id>`. */
  readonly rule: string
  readonly label: Words
  readonly quantity: number
  readonly unitAmount: number
  /** quantity × unitAmount; negative for a discount */
  readonly amount: number
}

/** A rule that was looked at and left out. */
export interface SkippedRule {
  readonly rule: string
  readonly label: Words
  readonly reason: 'condition' | 'service' | 'betterOffer' | 'nothingLeft'
  readonly explanation: Words
}

export interface Quote {
  readonly lines: readonly QuoteLine[]
  readonly skipped: readonly SkippedRule[]
  readonly total: number
  /** What is to be paid in the app now. */
  readonly dueNow: number
  /** What is to be paid in the shop. */
  readonly balance: number
}

export interface Hold {
  readonly id: string
  readonly selection: Assignment
  readonly quote: Quote
  readonly expiresAt: string
}

export type OrderState = 'pending' | 'confirmed' | 'completed' | 'expired' | 'cancelled'
export type BookingState = 'held' | 'confirmed' | 'checked_in' | 'completed' | 'expired' | 'cancelled' | 'no_show'

/** Derived from the ledger, never stored. */
export interface Money {
  /** Captured through the app. */
  readonly captured: number
  /** Received at the counter. */
  readonly onSite: number
  /** Refunds asked for, whether they have arrived or not. */
  readonly refunded: number
  readonly state: 'nothing' | 'unpaid' | 'deposit' | 'paid' | 'refunding' | 'refunded' | 'partly_refunded'
}

export interface CancellationPreview {
  readonly allowed: boolean
  /** What comes back, in fen. */
  readonly refund: number
  readonly paid: number
  /** The tier that decides, in basis points of what was paid. */
  readonly rate: number
  readonly explanation: Words
}

/** An order as its customer sees it. */
export interface OrderView {
  readonly id: string
  /** Short number for people, such as `Q7K2-9F3M`. */
  readonly number: string
  readonly state: OrderState
  readonly booking: BookingState
  readonly money: Money
  readonly selection: Assignment
  readonly quote: Quote
  readonly serviceTitle: Words
  readonly offeringTitle: Words
  /** role title and resource name, in the order of the requirements */
  readonly resources: readonly { readonly role: Words; readonly name: Words }[]
  /** Start at the shop. */
  readonly day: string
  readonly time: string
  readonly endTime: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly createdAt: string
  /** While pending: unpaid after this instant it expires. */
  readonly expiresAt: string | null
  /** Content of the QR code shown in the shop; null unless confirmed. */
  readonly checkInCode: string | null
  readonly checkedInAt: string | null
  readonly reschedulesLeft: number
  readonly can: { readonly pay: boolean; readonly cancel: boolean; readonly reschedule: boolean }
}

/** Why a start or a whole day is not offered. */
export type Unavailability = 'closed' | 'shift' | 'break' | 'taken' | 'notice' | 'horizon'

export interface Start {
  readonly start: string
  readonly time: string
  /** Candidates for each role: role → resource ids that are free. */
  readonly resources: Readonly<Record<string, readonly string[]>>
  /** Offerings that can be had at this start. */
  readonly offerings: readonly string[]
}

export interface DayAvailability {
  readonly day: string
  readonly starts: readonly Start[]
  /** When there is no start: the chief reason, and words for it (a closure's own reason where it has one). */
  readonly reason?: Unavailability
  readonly explanation?: Words
  /** On request: each start of the grid that is not offered, with its reason. */
  readonly whyNot?: readonly { readonly time: string; readonly reason: Unavailability }[]
}

export interface Availability {
  readonly days: readonly DayAvailability[]
  /** First day with a free start within the horizon, or null; looked for only when `days` has none. */
  readonly next: string | null
}

/** The shop as its customers may see it: no brief, no publishing data, defaults filled in. */
export interface PublicShop {
  readonly id: string
  /** Hash of the description; an order pins it. */
  readonly version: string
  readonly zone: string
  readonly currency: 'CNY'
  readonly locales: readonly ('zh-CN' | 'en')[]
  readonly theme: { readonly accent: string }
  readonly profile: {
    readonly name: Words
    readonly tagline: Words | null
    readonly description: Words | null
    readonly image: string | null
    readonly phone: string | null
    readonly address: Words | null
    readonly location: { readonly latitude: number; readonly longitude: number } | null
    readonly notice: Words | null
    readonly operator: Words | null
  }
  /** Opening hours as rows, Monday first: `{ days: ['mon', 'wed'], ranges: ['10:00–21:00'] }`; closed days have no range. */
  readonly hours: readonly { readonly days: readonly string[]; readonly ranges: readonly string[] }[]
  readonly categories: readonly { readonly id: string; readonly title: Words }[]
  readonly services: readonly PublicService[]
  readonly resources: readonly PublicResource[]
  readonly addOns: readonly {
    readonly id: string
    readonly title: Words
    readonly price: number
    readonly minutes: number
  }[]
  readonly forms: readonly PublicForm[]
  readonly legal: { readonly agreement: Words | null; readonly privacy: Words | null }
  /** True when money and messages are simulated: the app says so. */
  readonly simulated: boolean
}

export interface PublicService {
  readonly id: string
  readonly title: Words
  readonly category: string | null
  readonly summary: Words | null
  readonly description: Words | null
  readonly image: string | null
  readonly duration: number
  /** Lowest and highest price of the offerings, without options. */
  readonly priceFrom: number
  readonly priceTo: number
  readonly offerings: readonly {
    readonly id: string
    readonly title: Words
    readonly price: number
    readonly duration: number
    readonly level: string | null
  }[]
  readonly options: readonly {
    readonly id: string
    readonly title: Words
    readonly choices: readonly {
      readonly id: string
      readonly title: Words
      readonly price: number
      readonly minutes: number
    }[]
  }[]
  readonly addOns: readonly string[]
  readonly form: string
  readonly requirements: readonly {
    readonly role: string
    readonly title: Words
    readonly choice: 'customer' | 'any'
    readonly resources: readonly string[]
  }[]
  /** The rules in the customer's words, such as `至少提前 2 小时预约`. */
  readonly terms: {
    readonly booking: readonly Words[]
    readonly payment: Words
    readonly cancellation: readonly Words[]
    readonly reschedule: Words
  }
  readonly booking: { readonly noticeMinutes: number; readonly horizonDays: number; readonly holdMinutes: number }
}

export interface PublicResource {
  readonly id: string
  readonly kind: 'staff' | 'room' | 'court' | 'vehicle' | 'equipment'
  readonly name: Words
  readonly level: { readonly id: string; readonly title: Words } | null
  readonly introduction: Words | null
  readonly image: string | null
}

/** A form with every text as Words; the field kinds are those of the shop language. */
export interface PublicForm {
  readonly id: string
  readonly title: Words
  readonly fields: readonly FormField[]
}

export interface FormField {
  readonly id: string
  readonly kind:
    | 'text'
    | 'longText'
    | 'number'
    | 'choice'
    | 'several'
    | 'date'
    | 'time'
    | 'phone'
    | 'personName'
    | 'rating'
    | 'consent'
    | 'note'
  readonly label: Words
  readonly help?: Words
  readonly placeholder?: Words
  readonly text?: Words
  readonly required?: boolean
  readonly visibleWhen?: FieldCondition
  readonly requiredWhen?: FieldCondition
  readonly minLength?: number
  readonly maxLength?: number
  readonly min?: number
  readonly max?: number
  readonly integer?: boolean
  readonly from?: string
  readonly to?: string
  readonly choices?: readonly { readonly id: string; readonly title: Words }[]
}

/** The Condition of the shop language, written out so that this file needs no other. */
export type FieldCondition =
  | { readonly all: readonly FieldCondition[] }
  | { readonly any: readonly FieldCondition[] }
  | { readonly not: FieldCondition }
  | {
      readonly fact: string
      readonly op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'in' | 'notIn' | 'contains' | 'given' | 'missing'
      readonly value?: string | number | boolean | readonly (string | number)[]
    }
