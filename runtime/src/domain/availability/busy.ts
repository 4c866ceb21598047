/** Time of a resource that is taken, buffers included; null never expires. */
export interface Claim {
  readonly resource: string
  readonly start: Date
  readonly end: Date
  readonly expiresAt: Date | null
}

const MINUTE = 60_000

/** Ranges one after another in one list: from, to, from, to …; in order and not touching. Minutes since 1970. */
export type Flat = Int32Array

/** Joins what overlaps or touches; most lists come in order already and are not sorted again. */
function flattened(pairs: number[][]): Flat {
  for (let at = 1; at < pairs.length; at++)
    if ((pairs[at]?.[0] ?? 0) < (pairs[at - 1]?.[0] ?? 0)) {
      pairs.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
      break
    }
  const flat: number[] = []
  for (const [from = 0, to = 0] of pairs) {
    const last = flat.length - 1
    if (last > 0 && from <= (flat[last] ?? 0)) flat[last] = Math.max(flat[last] ?? 0, to)
    else flat.push(from, to)
  }
  return Int32Array.from(flat)
}

/** Claims that still hold at `now`, by resource, as whole minutes: a claim that begins or ends within a minute takes all of it. */
export function busyTimes(claims: readonly Claim[], now: Date): ReadonlyMap<string, Flat> {
  const present = now.getTime()
  const pairs = new Map<string, number[][]>()
  for (const { resource, start, end, expiresAt } of claims) {
    if (expiresAt !== null && expiresAt.getTime() <= present) continue
    const pair = [Math.floor(start.getTime() / MINUTE), Math.ceil(end.getTime() / MINUTE)]
    const known = pairs.get(resource)
    if (known) known.push(pair)
    else pairs.set(resource, [pair])
  }
  const busy = new Map<string, Flat>()
  for (const [resource, list] of pairs) busy.set(resource, flattened(list))
  return busy
}
