import type { Flat } from './busy.ts'

/**
 * How many minutes a service may take from each start: until the resource closes, or until the time that the next booking
 * (with the buffers between) begins; 0 where it cannot begin. This is the one check behind the list of starts and the claim.
 * Buffers collide with bookings only, so they may run past closing and into a break.
 * @param starts in order; `open` and `busy` in order, not touching; all in minutes since 1970
 */
export function room(starts: Int32Array, open: Flat, busy: Flat, before: number, after: number): Int32Array {
  const out = new Int32Array(starts.length)
  let range = 0
  let booking = 0
  for (let at = 0; at < starts.length; at++) {
    const start = starts[at] as number
    while (range < open.length && (open[range + 1] as number) <= start) range += 2
    if (range >= open.length) break
    if ((open[range] as number) > start) continue
    while (booking < busy.length && (busy[booking + 1] as number) <= start - before) booking += 2
    let end = open[range + 1] as number
    if (booking < busy.length) {
      const next = (busy[booking] as number) - after
      if (next < end) end = next
    }
    if (end > start) out[at] = end - start
  }
  return out
}
