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
