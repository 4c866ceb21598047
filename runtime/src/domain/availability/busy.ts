/** Time of a resource that is taken, buffers included; `expiresAt` null never expires. */
export interface Claim {
  readonly resource: string
  /** How many members of a pool; 1 when left out. */
  readonly units?: number
  readonly start: Date
  readonly end: Date
  readonly expiresAt: Date | null
}

const MINUTE = 60_000

/** Ranges one after another in one list: from, to, from, to …; in order and not touching. Minutes since 1970. */
export type Flat = Int32Array

/** Joins what overlaps or touches; most lists come in order already and are not sorted again. */
function flattened(raw: readonly number[]): Flat {
  const ranges = inOrder(raw)
  const flat: number[] = []
  for (let at = 0; at < ranges.length; at += 2) {
    const from = ranges[at] as number
    const to = ranges[at + 1] as number
    const last = flat.length - 1
    if (last > 0 && from <= (flat[last] as number)) flat[last] = Math.max(flat[last] as number, to)
    else flat.push(from, to)
  }
  return Int32Array.from(flat)
}

function inOrder(raw: readonly number[]): readonly number[] {
  let at = 2
  while (at < raw.length && (raw[at] as number) >= (raw[at - 2] as number)) at += 2
  if (at >= raw.length) return raw
  const pairs = Array.from({ length: raw.length / 2 }, (_, index) => raw.slice(2 * index, 2 * index + 2))
  return pairs.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0)).flat()
}

/** Claims that still hold at `now`, by resource, as whole minutes: a claim that begins or ends within a minute takes all of it. */
export function busyTimes(claims: readonly Claim[], now: Date): ReadonlyMap<string, Flat> {
  const present = now.getTime()
  const ranges = new Map<string, number[]>()
  let list: number[] = []
  let of: string | null = null
  for (const { resource, start, end, expiresAt } of claims) {
    if (expiresAt !== null && expiresAt.getTime() <= present) continue
    // Claims come resource by resource, so most need no look-up.
    if (resource !== of) {
      of = resource
      list = ranges.get(resource) ?? []
      ranges.set(resource, list)
    }
    list.push(Math.floor(start.getTime() / MINUTE), Math.ceil(end.getTime() / MINUTE))
  }
  const busy = new Map<string, Flat>()
  for (const [resource, raw] of ranges) busy.set(resource, flattened(raw))
  return busy
}
