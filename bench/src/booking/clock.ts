/** The machine's, without loading the whole runtime for it. */
export const clock = { now: (): Date => new Date() }
