import type { ResolvedResource, ResolvedShop } from '../resolved.ts'
import type { Calendar } from './calendar.ts'

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

const NOTHING: Flat = new Int32Array(0)

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

/** By how much the number of members taken changes at a minute. */
type Change = readonly [at: number, by: number]

/** @param units of each range of `ranges` */
const changesOf = (ranges: readonly number[], units: readonly number[]): readonly Change[] =>
  units
    .flatMap((count, index): Change[] => [
      [ranges[2 * index] as number, count],
      [ranges[2 * index + 1] as number, -count],
    ])
    .toSorted((a, b) => a[0] - b[0])

/** Ranges in which more than `most` members are taken. */
function above(changes: readonly Change[], most: number): Flat {
  const flat: number[] = []
  let taken = 0
  for (const [index, [at, by]] of changes.entries()) {
    taken += by
    // What one booking gives up another may take in the same minute.
    if (changes[index + 1]?.[0] === at) continue
    const isWithin = flat.length % 2 === 1
    if (taken > most !== isWithin) flat.push(at)
  }
  return Int32Array.from(flat)
}

interface Taken {
  readonly ranges: number[]
  /** Of each range; null where there is one member only. */
  readonly units: number[] | null
}

/** What is taken of every resource, by bookings that still hold and by the sessions of the shop. */
export class Busy {
  readonly #calendar: Calendar
  readonly #taken = new Map<string, Taken>()
  readonly #known = new Map<ResolvedResource, Flat[]>()
  readonly #changes = new Map<ResolvedResource, readonly Change[]>()

  /** A claim that begins or ends within a minute takes all of it. */
  constructor(shop: ResolvedShop, calendar: Calendar, claims: readonly Claim[], now: Date) {
    this.#calendar = calendar
    const present = now.getTime()
    let taken: Taken | null = null
    let of: string | null = null
    for (const { resource, units, start, end, expiresAt } of claims) {
      if (expiresAt !== null && expiresAt.getTime() <= present) continue
      // Claims come resource by resource, so most need no look-up.
      if (taken === null || resource !== of) {
        of = resource
        taken = this.#of(shop, resource)
      }
      taken.ranges.push(Math.floor(start.getTime() / MINUTE), Math.ceil(end.getTime() / MINUTE))
      if (taken.units) taken.units.push(units ?? 1)
    }
  }

  #of(shop: ResolvedShop, resource: string): Taken {
    let taken = this.#taken.get(resource)
    if (!taken) {
      const isPool = (shop.resources.get(resource)?.capacity ?? 1) > 1
      this.#taken.set(resource, (taken = { ranges: [], units: isPool ? [] : null }))
    }
    return taken
  }

  /** When it cannot be had; of a pool when its `copy`-th member cannot, since so many are taken that fewer are left. */
  of(resource: ResolvedResource, copy: number): Flat {
    let flats = this.#known.get(resource)
    if (!flats) this.#known.set(resource, (flats = []))
    return (flats[copy] ??= this.#flat(resource, copy))
  }

  #flat(resource: ResolvedResource, copy: number): Flat {
    const { id, capacity } = resource
    const taken = this.#taken.get(id)
    const blocked = this.#calendar.blocked(id)
    if (!taken && blocked.length === 0) return NOTHING
    if (capacity > 1) return above(this.#changesOf(resource, blocked), capacity - copy)
    const ranges = taken?.ranges ?? []
    return flattened(blocked.length > 0 ? [...ranges, ...blocked] : ranges)
  }

  #changesOf(resource: ResolvedResource, blocked: readonly number[]): readonly Change[] {
    let changes = this.#changes.get(resource)
    if (!changes) {
      const { ranges = [], units } = this.#taken.get(resource.id) ?? {}
      const whole = Array.from({ length: blocked.length / 2 }, () => resource.capacity)
      this.#changes.set(resource, (changes = changesOf([...ranges, ...blocked], [...(units ?? []), ...whole])))
    }
    return changes
  }
}
