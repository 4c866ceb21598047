import type { Assignment } from './selection.ts'
import type { Words } from './words.ts'

export type Phase = 'base' | 'option' | 'addOn' | 'surcharge' | 'discount' | 'coupon' | 'entitlement' | 'rounding'

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
