import type { Flat } from './busy.ts'

/**
 * How many minutes a service may take from each start: until the resource closes, or until the time that the next booking
 * (with the buffers between) begins; 0 where it cannot begin. This is the one check behind the list of starts and the claim.
 * Buffers collide with bookings only, so they may run past closing and into a break.
 * @param starts in order; `open` and `busy` in order, not touching; all in minutes since 1970
 */
export function room(starts: Int32Array, open: Flat, busy: Flat, before: number, after: number): Int32Array {
  const out = new Int32Array(starts.length)
  let at = 0
  let booking = 0
  for (let range = 0; range < open.length; range += 2) {
    const opens = open[range] as number
    const closes = open[range + 1] as number
    while (at < starts.length && (starts[at] as number) < opens) at++
    while (at < starts.length && (starts[at] as number) < closes) {
      // Starts before `until` all end where the next booking, or the closing, makes them.
      const isBooked = booking < busy.length
      const end = isBooked ? Math.min(closes, (busy[booking] as number) - after) : closes
      const until = isBooked ? Math.min(closes, (busy[booking + 1] as number) + before) : closes
      for (; at < starts.length; at++) {
        const start = starts[at] as number
        if (start >= until) break
        if (start < end) out[at] = end - start
      }
      if (until < closes) booking += 2
    }
  }
  return out
}
