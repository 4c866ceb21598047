/** Where the present comes from. The domain is given one; it never reads the machine's own. */
export interface Clock {
  /** The present instant. */
  now(): Date
}
