/**
 * The shapes of the flow browse → hold → answers → quote → order → payment. Every amount is an integer of fen, every instant
 * an ISO 8601 string in UTC (`2026-12-02T06:00:00.000Z`), every day and wall time a string at the shop (`2026-12-02`, `14:00`).
 * These are also the shapes on the wire: the mini-program is given a copy of this file.
 */

/** One place of an order: a seat, a ticket, a person. */
export interface PlaceChoice {
  /** Ticket type of a registration; of other modes the offering of the selection. */
  readonly offering?: string
  /** add-on id → quantity, where each person chooses their own */
  readonly addOns?: Readonly<Record<string, number>>
}

/** A service right after another one, in the same order. */
export interface Segment {
  readonly service: string
  readonly offering?: string
  /** Minutes, where the customer chooses how long. */
  readonly duration?: number
  readonly resources?: Readonly<Record<string, string>>
  readonly options?: Readonly<Record<string, string>>
  readonly addOns?: Readonly<Record<string, number>>
}

/** What the customer chose. `offering` or a post in `resources` left out means 'any'. */
export interface Selection {
  readonly service: string
  readonly offering?: string
  /** Appointment: start of the service itself, without buffers. Other modes have none. */
  readonly start?: string
  /** Session: the occurrence, `spring@2027-03-06T10:00`, or for an offering of the whole series its id, `spring`. */
  readonly session?: string
  /** Minutes, where the customer chooses how long. */
  readonly duration?: number
  /** How many people; 1 where nothing is said, or as many as `places` has. */
  readonly people?: number
  /** One for each person, where they differ: tickets of a registration, add-ons of a participant. */
  readonly places?: readonly PlaceChoice[]
  /** post → resource id; a post is a role, or `role:2`, `role:3` … for the further ones of a quantity */
  readonly resources?: Readonly<Record<string, string>>
  /** option id → choice id; every option of the service needs one */
  readonly options?: Readonly<Record<string, string>>
  /** add-on id → quantity, for the whole order */
  readonly addOns?: Readonly<Record<string, number>>
  /** Services that follow without a gap. */
  readonly then?: readonly Segment[]
}

/** A place in which nothing is open: required add-ons are counted in. */
export interface AssignedPlace {
  readonly offering: string
  readonly addOns: Readonly<Record<string, number>>
}

export interface AssignedSegment {
  readonly service: string
  readonly offering: string
  readonly start: string
  readonly end: string
  readonly resources: Readonly<Record<string, string>>
  readonly options: Readonly<Record<string, string>>
  readonly addOns: Readonly<Record<string, number>>
}

/** A selection in which nothing is open any more. */
export interface Assignment {
  readonly service: string
  /** Of a registration that of the first place. */
  readonly offering: string
  /** Null where a registration has no date. Of a whole series the first occurrence that is bought. */
  readonly start: string | null
  /** End of the last segment; of a whole series of its last occurrence. */
  readonly end: string | null
  readonly session?: string
  /** Session: starts of all occurrences that are bought, in order. */
  readonly sessions?: readonly string[]
  readonly resources: Readonly<Record<string, string>>
  readonly options: Readonly<Record<string, string>>
  readonly addOns: Readonly<Record<string, number>>
  /** One for each person, at least one. */
  readonly places: readonly AssignedPlace[]
  readonly then?: readonly AssignedSegment[]
}

/** Units taken of a counted supply: seats of a session, a quota of tickets, uses of a coupon, orders of one phone. */
export interface Draw {
  /** Counters of one pool are decided at once: `seats/<service>/<series>`, `quotas/<service>`, `coupon/<rule>` … */
  readonly pool: string
  readonly counter: string
  readonly units: number
  /** Most units the counter may hold. */
  readonly limit: number
}

export type Phase = 'base' | 'option' | 'addOn' | 'surcharge' | 'discount' | 'coupon' | 'entitlement' | 'rounding'

/** Words in the languages of the shop, Chinese always there. */
export interface Words {
  readonly 'zh-CN': string
  readonly en?: string
}

export interface QuoteLine {
  readonly phase: Phase
  /** Id of the fee rule or entitlement, or `offering`, `offering:<id>`, `option:<id>`, `add-on:<id>`. */
  readonly rule: string
  readonly label: Words
  readonly quantity: number
  readonly unitAmount: number
  /** quantity × unitAmount; negative for a discount */
  readonly amount: number
  /** Indexes of the places a line belongs to; absent: the whole order. Each bears the same part. */
  readonly places?: readonly number[]
  /** Of services in a row: 0 is the first; absent: the whole order. */
  readonly segment?: number
}

/** A rule that was looked at and left out. */
export interface SkippedRule {
  readonly rule: string
  readonly label: Words
  readonly reason: 'condition' | 'service' | 'betterOffer' | 'nothingLeft' | 'code'
  readonly explanation: Words
}

/** One payment of an order, as planned when it was priced. */
export interface Instalment {
  readonly amount: number
  /** Null: with the order. Otherwise an instant. */
  readonly due: string | null
  readonly where: 'app' | 'onSite'
}

/** What is taken from an entitlement when the order is made. */
export interface EntitlementUse {
  /** Id of the customer's entitlement. */
  readonly entitlement: string
  /** Uses of a pass, fen of stored value. */
  readonly units: number
  /** What it took off, in fen. */
  readonly amount: number
}

export interface Quote {
  readonly lines: readonly QuoteLine[]
  readonly skipped: readonly SkippedRule[]
  readonly total: number
  /** What is to be paid in the app now. */
  readonly dueNow: number
  /** Everything that is not due now. */
  readonly balance: number
  /** Sum to the total; the first may be 0 and is then absent. */
  readonly schedule: readonly Instalment[]
  /** Id of the payment plan, where the customer may choose. */
  readonly plan: string | null
  /** The code that was given, as the rule writes it; null where none was given or the rule did not apply. */
  readonly coupon: string | null
  readonly uses: readonly EntitlementUse[]
}

export interface Hold {
  readonly id: string
  readonly selection: Assignment
  readonly quote: Quote
  readonly expiresAt: string
}

export type OrderState = 'pending' | 'awaiting_approval' | 'confirmed' | 'completed' | 'expired' | 'cancelled'
export type BookingState =
  'held' | 'confirmed' | 'checked_in' | 'completed' | 'expired' | 'rejected' | 'cancelled' | 'no_show'

/** Derived from the ledger, never stored. */
export interface Money {
  /** Captured through the app. */
  readonly captured: number
  /** Received at the counter. */
  readonly onSite: number
  /** Refunds asked for, whether they have arrived or not. */
  readonly refunded: number
  /** Owed beside the price, such as the fee for a reschedule. */
  readonly charged: number
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
  /** Start at the shop; null where a registration has no date. */
  readonly day: string | null
  readonly time: string | null
  readonly endTime: string | null
  readonly answers: Readonly<Record<string, unknown>>
  /** Answers of each participant, in the order of the places; empty where none are asked. */
  readonly participants: readonly Readonly<Record<string, unknown>>[]
  /** Indexes of the places that were given up while the others stayed. */
  readonly withdrawn: readonly number[]
  /** Where each person sits, once the order is confirmed; `place` is an index, `number` null in a room without numbers. */
  readonly seats: readonly { readonly place: number; readonly room: Words; readonly number: number | null }[]
  readonly createdAt: string
  /** While pending: unpaid after this instant it expires. */
  readonly expiresAt: string | null
  /** Content of the QR code shown in the shop; null unless confirmed. */
  readonly checkInCode: string | null
  readonly checkedInAt: string | null
  readonly reschedulesLeft: number
  /** What a reschedule now would cost, in fen. */
  readonly rescheduleFee: number
  readonly transfersLeft: number
  /** What is to be paid in the app next: now where `due` is null; null when nothing is. */
  readonly nextPayment: Instalment | null
  /** What is still to be paid at the counter, in fen. */
  readonly onSiteDue: number
  /** Given by staff when rejecting or cancelling. */
  readonly note: string | null
  /** Whether feedback is asked for, and what was given. */
  readonly feedback: { readonly form: string; readonly answers: Readonly<Record<string, unknown>> | null } | null
  readonly can: {
    readonly pay: boolean
    readonly cancel: boolean
    readonly reschedule: boolean
    readonly transfer: boolean
    readonly feedback: boolean
  }
}

/** Why a start or a whole day is not offered. */
export type Unavailability = 'closed' | 'shift' | 'break' | 'taken' | 'notice' | 'horizon' | 'notOpen' | 'over'

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

/** One occurrence of a series, or a whole series. */
export interface SessionView {
  /** As `Selection.session` names it. */
  readonly id: string
  readonly series: string
  readonly title: Words | null
  readonly start: string
  readonly end: string
  readonly day: string
  readonly time: string
  readonly endTime: string
  /** Of a whole series: the days of all its sessions. */
  readonly days: readonly string[]
  readonly seats: number
  readonly left: number
  readonly offerings: readonly string[]
  /** Why it cannot be booked; null when it can. */
  readonly reason: Unavailability | null
  readonly explanation: Words | null
  /** Whether a line may be joined. */
  readonly waitlist: boolean
}

export interface TicketView {
  readonly offering: string
  /** Places left, all quotas considered; null: no limit. */
  readonly left: number | null
  readonly reason: Unavailability | null
  readonly explanation: Words | null
  readonly waitlist: boolean
}

/** A place in a line. */
export interface WaitlistView {
  readonly id: string
  readonly selection: Selection
  readonly people: number
  readonly state: 'waiting' | 'offered' | 'booked' | 'lapsed' | 'left'
  /** From 1; 0 when no longer in line. */
  readonly position: number
  /** While offered: the hold to make the order from. */
  readonly hold: Hold | null
  readonly serviceTitle: Words
  readonly day: string | null
  readonly time: string | null
  readonly order: string | null
  readonly createdAt: string
}

/** A pass, a membership or stored value that a customer holds. */
export interface EntitlementView {
  readonly id: string
  readonly product: string
  readonly title: Words
  readonly kind: 'pass' | 'membership' | 'storedValue'
  /** Uses or fen left; null for a membership. */
  readonly left: number | null
  readonly expiresAt: string | null
  readonly entries: readonly {
    readonly kind: 'grant' | 'use' | 'return' | 'expire' | 'adjust'
    readonly units: number
    readonly order: string | null
    readonly at: string
  }[]
}

export type Look = 'calm' | 'crisp' | 'warm'
export type Appearance = 'system' | 'light' | 'dark'

/** How a shop looks: everything is derived from the accent (`#rrggbb`); customers may change light or dark for themselves. */
export interface Theme {
  readonly accent: string
  readonly look: Look
  readonly appearance: Appearance
}

/** The shop as its customers may see it: no brief, no publishing data, defaults filled in. */
export interface PublicShop {
  readonly id: string
  /** Hash of the description; an order pins it. */
  readonly version: string
  readonly zone: string
  readonly currency: 'CNY'
  readonly locales: readonly ('zh-CN' | 'en')[]
  readonly theme: Theme
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
  /**
   * Opening hours as rows, Monday first: `{ days: ['mon', 'wed'], ranges: ['10:00–21:00'] }`; closed days have no range.
   * `varies`: shifts rotate, and not every such day is open at all these hours.
   */
  readonly hours: readonly {
    readonly days: readonly string[]
    readonly ranges: readonly string[]
    readonly varies: boolean
  }[]
  readonly categories: readonly { readonly id: string; readonly title: Words }[]
  readonly services: readonly PublicService[]
  readonly resources: readonly PublicResource[]
  readonly addOns: readonly {
    readonly id: string
    readonly title: Words
    readonly price: number
    readonly minutes: number
    readonly max: number
  }[]
  readonly entitlements: readonly {
    readonly id: string
    readonly title: Words
    readonly description: Words | null
    readonly kind: 'pass' | 'membership' | 'storedValue'
  }[]
  readonly forms: readonly PublicForm[]
  readonly legal: { readonly agreement: Words | null; readonly privacy: Words | null }
  /** Templates of subscribe messages, for which the app may ask consent when one of the events lies ahead. */
  readonly messages: readonly { readonly template: string; readonly events: readonly string[] }[]
  /** True when money and messages are simulated: the app says so. */
  readonly simulated: boolean
}

export type Mode = 'appointment' | 'session' | 'registration'

export interface PublicOffering {
  readonly id: string
  readonly title: Words
  readonly description: Words | null
  readonly price: number
  readonly per: 'booking' | 'person' | 'time' | 'personTime'
  /** Minutes the price is for, with `time` and `personTime`. */
  readonly unitMinutes: number
  /** Minutes; of a service without one 0. */
  readonly duration: number
  readonly level: string | null
  readonly covers: 'session' | 'series'
  readonly addOns: readonly string[]
  readonly requiredAddOns: readonly string[]
  readonly team: { readonly min: number; readonly max: number } | null
  readonly approval: 'none' | 'beforePayment' | 'afterPayment'
  readonly grants: string | null
}

export interface PublicService {
  readonly id: string
  readonly mode: Mode
  readonly title: Words
  readonly category: string | null
  readonly summary: Words | null
  readonly description: Words | null
  readonly image: string | null
  /** Minutes; where the customer chooses, the shortest; 0 where the service has none. */
  readonly duration: number
  readonly durationChoice: { readonly min: number; readonly max: number; readonly step: number } | null
  readonly people: { readonly title: Words | null; readonly min: number; readonly max: number }
  /**
   * Lowest and highest price of the offerings, each for its own unit (`per`), without options: rules of the phase base counted
   * in, those with a condition only in the highest unless nothing else makes a price.
   */
  readonly priceFrom: number
  readonly priceTo: number
  readonly offerings: readonly PublicOffering[]
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
  readonly requiredAddOns: readonly string[]
  readonly addOnsEach: boolean
  readonly combinable: boolean
  readonly form: string
  readonly participants: {
    readonly form: string
    readonly who: 'everyone' | 'companions'
    readonly title: Words | null
  } | null
  /** Day on which ages count; null: that of the start. */
  readonly ageOn: string | null
  readonly event: {
    readonly day: string
    readonly time: string
    readonly endDay: string
    readonly endTime: string
    readonly place: Words | null
  } | null
  readonly requirements: readonly {
    readonly role: string
    readonly title: Words
    readonly choice: 'customer' | 'any'
    readonly quantity: number | 'people'
    readonly part: { readonly from: number; readonly minutes: number } | null
    readonly resources: readonly string[]
  }[]
  readonly feedback: string | null
  /** Ways to pay among which the customer chooses; empty: there is one. */
  readonly plans: readonly { readonly id: string; readonly title: Words; readonly terms: Words }[]
  /** The rules in the customer's words, such as `至少提前 2 小时预约`. */
  readonly terms: {
    readonly booking: readonly Words[]
    readonly payment: Words
    readonly cancellation: readonly Words[]
    readonly reschedule: Words
    readonly transfer: Words | null
  }
  readonly booking: {
    readonly noticeMinutes: number
    readonly horizonDays: number
    readonly holdMinutes: number
    /** Instants, or null; the minute of `closes` is included. */
    readonly opens: string | null
    readonly closes: string | null
  }
  readonly waitlist: boolean
  /** `auto`: whoever is next is booked without being asked, so the form is filled in when joining. */
  readonly waitlistMode: 'offer' | 'auto' | null
  /** Whether codes may be given: some coupon rule applies to it. */
  readonly coupons: boolean
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
  readonly pages: readonly { readonly id: string; readonly title: Words }[]
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
    | 'idDocument'
    | 'address'
    | 'region'
    | 'file'
    | 'image'
    | 'signature'
    | 'rating'
    | 'consent'
    | 'computed'
    | 'group'
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
  readonly page?: string
  readonly section?: Words
  readonly widget?: 'radio' | 'select' | 'stepper' | 'slider' | 'switch'
  readonly pattern?: string
  readonly patternMessage?: Words
  readonly default?: string | number | boolean | readonly unknown[]
  readonly types?: readonly ('idCard' | 'passport' | 'hkMacaoTaiwan')[]
  readonly readFrom?: string
  readonly birthDate?: boolean
  readonly maxCount?: number
  readonly maxBytes?: number
  readonly accept?: readonly ('jpg' | 'png' | 'webp' | 'gif' | 'heic' | 'pdf' | 'docx' | 'xlsx' | 'mp4')[]
  readonly level?: 'province' | 'city' | 'district'
  readonly compute?:
    | { readonly kind: 'age'; readonly of: string; readonly on?: string }
    | { readonly kind: 'sum' | 'product'; readonly of: readonly string[] }
    | { readonly kind: 'count'; readonly of: string }
  readonly fields?: readonly FormField[]
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
