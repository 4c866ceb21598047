import type { FeeRule, Shop, Weekday } from '@kaidian/schemas'
import type { FieldCondition, Phase, PublicForm, PublicService, Words } from './booking.ts'

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
}

export interface ResolvedResource {
  readonly id: string
  readonly kind: 'staff' | 'room' | 'court' | 'vehicle' | 'equipment'
  readonly name: Words
  readonly level: string | null
  readonly tags: readonly string[]
  readonly introduction: Words | null
  readonly image: string | null
  /** Null: open whenever the shop is. */
  readonly timetable: Timetable | null
}

export type PaymentPolicy =
  { readonly kind: 'full' } | { readonly kind: 'deposit'; readonly rate: number } | { readonly kind: 'onSite' }

/** What a service was made under, defaults filled in. Minutes, days and basis points. */
export interface ResolvedPolicies {
  readonly booking: {
    readonly notice: number
    readonly horizon: number
    readonly step: number
    readonly holdMinutes: number
  }
  readonly payment: PaymentPolicy
  /** Earliest tier first. */
  readonly cancellation: { readonly tiers: readonly { readonly before: number; readonly refund: number }[] }
  readonly reschedule: { readonly times: number; readonly before: number }
}

export interface ResolvedService {
  readonly id: string
  readonly title: Words
  readonly category: string | null
  readonly summary: Words | null
  readonly description: Words | null
  readonly image: string | null
  readonly duration: number
  readonly buffer: { readonly before: number; readonly after: number }
  /** `resources`: ids of all that fit the kind and tags, in the order of the shop. */
  readonly requirements: PublicService['requirements']
  readonly offerings: PublicService['offerings']
  readonly options: PublicService['options']
  readonly addOns: readonly string[]
  readonly form: string
  readonly policies: ResolvedPolicies
}

export interface ResolvedAddOn {
  readonly id: string
  readonly title: Words
  readonly price: number
  readonly minutes: number
}

export interface ResolvedFee {
  readonly id: string
  readonly label: Words
  readonly phase: Extract<Phase, 'surcharge' | 'discount'>
  /** Null: every service. */
  readonly services: ReadonlySet<string> | null
  readonly when: FieldCondition | null
  readonly apply: FeeRule['apply']
  readonly bestOf: string | null
  /** Why it did not apply, said beforehand, so that a quote only has to pick one. */
  readonly explanations: {
    readonly service: Words
    readonly condition: Words
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
  readonly fees: readonly ResolvedFee[]
}

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly Weekday[]
