import type { Words } from './words.ts'

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
