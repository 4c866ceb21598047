/** For how long something is taken, and what time it is. */
export interface Until {
  readonly now: Date
  /** null: until it is released */
  readonly expiresAt: Date | null
}
