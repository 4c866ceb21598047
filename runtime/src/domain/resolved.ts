import type { Eligibility, Entitlement, FeeRule, Limit, PaymentPlan, Shop, Weekday } from '@kaidian/schemas'
import type { FieldCondition, Mode, Phase, PublicForm, PublicOffering, PublicService, Words } from './booking.ts'

/** Half-open range of minutes since midnight, by the clock on the wall: `[600, 1260]` is 10:00–21:00. */
export type MinuteRange = readonly [from: number, to: number]

/** A schedule made ready: ranges of each weekday (Monday is 0), in order, not touching one another. */
export interface Timetable {
  readonly weekly: readonly (readonly MinuteRange[])[]
  readonly breaks: readonly (readonly MinuteRange[])[]
  /** Where two cover one day, the later in the list decides. */
  readonly exceptions: readonly {
    readonly from: string
    readonly to: string
    readonly open: readonly MinuteRange[]
    readonly reason: Words | null
  }[]
  /** Shifts of each day of a cycle (the first is 0), which begins on `from` (days since 1970-01-01). */
  readonly rotation: {
    readonly from: number
    readonly shifts: readonly (readonly MinuteRange[])[]
  } | null
}

export interface ResolvedResource {
  readonly id: string
  readonly kind: 'staff' | 'room' | 'court' | 'vehicle' | 'equipment'
  readonly name: Words
  readonly level: string | null
  readonly tags: readonly string[]
  readonly introduction: Words | null
  readonly image: string | null
  /** Bookings it can take at one time, or of a pool its members. */
  readonly capacity: number
  /** Null: open whenever the shop is. */
  readonly timetable: Timetable | null
}

export type Approval = PublicOffering['approval']

/** A condition of taking part, with what is said when it does not hold. */
export interface ResolvedEligibility extends Omit<Eligibility, 'message' | 'each' | 'when'> {
  readonly when: FieldCondition
  readonly each: boolean
  readonly message: Words
}

export type ResolvedLimit = Omit<Limit, 'message' | 'count' | 'within'> & {
  readonly count: 'orders' | 'places'
  readonly within: 'ever' | 'day' | 'week' | 'month' | 'session'
  readonly message: Words | null
}

export interface RefundTier {
  /** Minutes before the start; null where another deadline or none is stated. */
  readonly before: number | null
  /** A wall-clock moment, that minute included. */
  readonly until: string | null
  /** Basis points. */
  readonly refund: number
  readonly basis: 'paid' | 'sessionsLeft'
}

/** What a service was made under, defaults filled in. Minutes, days and basis points. */
export interface ResolvedPolicies {
  readonly booking: {
    readonly notice: number
    readonly horizon: number
    readonly step: number
    readonly holdMinutes: number
    /** Wall-clock moments. */
    readonly opens: string | null
    readonly closes: string | null
    readonly approval: Approval
    readonly payMinutes: number
    readonly limits: readonly ResolvedLimit[]
  }
  /** At least one; several where the customer chooses, the first the default. `id` and `title` are null for the only one. */
  readonly payment: readonly { readonly id: string | null; readonly title: Words | null; readonly plan: PaymentPlan }[]
  /** As described, in that order. */
  readonly cancellation: { readonly tiers: readonly RefundTier[] }
  readonly reschedule: { readonly times: number; readonly before: number; readonly free: number; readonly fee: number }
  readonly transfer: { readonly times: number; readonly until: string | null; readonly before: number } | null
  readonly waitlist: { readonly mode: 'offer' | 'auto'; readonly offerMinutes: number; readonly max: number } | null
  readonly noShow: {
    readonly auto: boolean
    readonly graceMinutes: number
    readonly limit: number | null
    readonly banDays: number
    readonly by: 'customer' | 'phone'
  } | null
}

export interface ResolvedOffering extends PublicOffering {
  readonly prorate: boolean
  readonly quotas: readonly string[]
  readonly eligibility: readonly ResolvedEligibility[]
  readonly opens: string | null
  readonly closes: string | null
}

/** One or several dated occurrences; `starts` by the clock on the wall, in order. */
export interface ResolvedSeries {
  readonly id: string
  readonly title: Words | null
  /** `2027-03-06T10:00` */
  readonly starts: readonly string[]
  readonly duration: number
  /** Of all rooms together, where there are rooms. */
  readonly seats: number
  /** Where each person is given a seat, in the order in which they are filled; empty: nobody is. */
  readonly rooms: readonly ResolvedRoom[]
  /** Taken at these times, rooms included. */
  readonly resources: readonly string[]
  readonly offerings: readonly string[]
  readonly lateJoin: boolean
}

export interface ResolvedRoom {
  readonly resource: string
  readonly seats: number
  readonly numbered: boolean
}

export interface ResolvedService {
  readonly id: string
  readonly mode: Mode
  readonly title: Words
  readonly category: string | null
  readonly summary: Words | null
  readonly description: Words | null
  readonly image: string | null
  readonly gallery: readonly string[]
  /** Minutes; the shortest where the customer chooses; 0 where there is none. */
  readonly duration: number
  readonly durationChoice: PublicService['durationChoice']
  readonly people: PublicService['people']
  readonly buffer: { readonly before: number; readonly after: number }
  /** `resources`: ids of all that fit the kind and tags, in the order of the shop. */
  readonly requirements: PublicService['requirements']
  readonly offerings: readonly ResolvedOffering[]
  readonly options: PublicService['options']
  readonly addOns: readonly string[]
  readonly requiredAddOns: readonly string[]
  readonly addOnsEach: boolean
  readonly combinable: boolean
  readonly quotas: ReadonlyMap<string, { readonly title: Words | null; readonly total: number }>
  readonly series: ReadonlyMap<string, ResolvedSeries>
  readonly event: PublicService['event']
  readonly participants: PublicService['participants']
  readonly ageOn: string | null
  readonly eligibility: readonly ResolvedEligibility[]
  readonly feedback: string | null
  readonly invoice: string | null
  readonly form: string
  readonly policies: ResolvedPolicies
}

export interface ResolvedAddOn {
  readonly id: string
  readonly title: Words
  readonly price: number
  readonly minutes: number
  readonly max: number
}

export interface ResolvedEntitlement extends Omit<
  Entitlement,
  'title' | 'description' | 'services' | 'covers' | 'per' | 'unitMinutes'
> {
  readonly title: Words
  readonly description: Words | null
  /** Null: every service. */
  readonly services: ReadonlySet<string> | null
  readonly covers: readonly ('base' | 'option' | 'addOn' | 'surcharge')[]
  /** What a use of a pass pays for: a place, or each stretch of `unitMinutes` of a place. */
  readonly per: NonNullable<Entitlement['per']>
  readonly unitMinutes: number
}

export interface ResolvedFee {
  readonly id: string
  readonly label: Words
  readonly phase: Extract<Phase, 'base' | 'surcharge' | 'discount' | 'coupon' | 'rounding'>
  readonly each: boolean
  /** Upper case; null for a rule without a code. */
  readonly code: string | null
  /** Whether every customer is shown the code. */
  readonly listed: boolean
  readonly budget: { readonly total: number | null; readonly perCustomer: number | null }
  /** Fen. */
  readonly atLeast: number
  readonly atMost: number | null
  /** Null: every service. */
  readonly services: ReadonlySet<string> | null
  readonly when: FieldCondition | null
  readonly apply: FeeRule['apply']
  readonly bestOf: string | null
  /** Why it did not apply, said beforehand, so that a quote only has to pick one. */
  readonly explanations: {
    readonly service: Words
    readonly condition: Words
    readonly code: Words
    /** For the others of its best-of group when this one is taken. */
    readonly better: Words
  }
}

/** A shop with every default filled in, every text as Words, every reference looked up. Made once, then only read. */
export interface ResolvedShop {
  readonly source: Shop
  readonly id: string
  /** Hash of the description; an order pins it. */
  readonly version: string
  readonly zone: string
  readonly locales: Shop['locales']
  readonly timetable: Timetable
  readonly services: ReadonlyMap<string, ResolvedService>
  readonly resources: ReadonlyMap<string, ResolvedResource>
  readonly forms: ReadonlyMap<string, PublicForm>
  readonly addOns: ReadonlyMap<string, ResolvedAddOn>
  readonly levels: ReadonlyMap<string, Words>
  readonly memberships: ReadonlyMap<string, Words>
  readonly entitlements: ReadonlyMap<string, ResolvedEntitlement>
  readonly fees: readonly ResolvedFee[]
}

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly Weekday[]
