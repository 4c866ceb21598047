import type { PublicForm } from './form.ts'
import type { Words } from './words.ts'

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
  /** Those that every customer may see; a code that is not among them may be good nevertheless. */
  readonly coupons: readonly PublicCoupon[]
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
  /** Further pictures. */
  readonly gallery: readonly string[]
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
  /** Form with which an invoice is asked for. */
  readonly invoice: string | null
  /** Ways to pay among which the customer chooses; empty: there is one. */
  readonly plans: readonly { readonly id: string; readonly title: Words; readonly terms: Words }[]
  /** What may be added to the price or taken off it without a code. */
  readonly feeRules: readonly PublicFeeRule[]
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

/** A surcharge or a discount, as customers are told of it beforehand. */
export interface PublicFeeRule {
  readonly id: string
  readonly kind: 'surcharge' | 'discount'
  readonly label: Words
  /** Such as `加 10%`; null where no one figure says it. */
  readonly amount: Words | null
  /** A sentence without its full stop; null: always. */
  readonly condition: Words | null
  /** Of the rules of one such group only the best for the customer is taken; null: it adds up with all others. */
  readonly bestOf: string | null
}

/** A code that takes something off, shown to everybody. */
export interface PublicCoupon {
  /** Of the rule; two rules may share a code, each with a condition of its own. */
  readonly id: string
  /** As the shop writes it. */
  readonly code: string
  readonly label: Words
  /** Such as `减 ¥30.00`; null where no one figure says it. */
  readonly takesOff: Words | null
  /** A sentence without its full stop; null: always. */
  readonly condition: Words | null
  /** Ids; null: every service. */
  readonly services: readonly string[] | null
  /** Uses; null: as many as one likes. */
  readonly perCustomer: number | null
}

/** Stars that customers gave a service. */
export interface Rating {
  readonly service: string
  readonly count: number
  /** Mean, in basis points of all there could be. */
  readonly score: number
}
