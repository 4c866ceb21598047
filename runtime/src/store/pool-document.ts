import type { ObjectId } from 'mongodb'
import type { Draw } from '../domain/index.ts'

/** counter → units, as they are stored: see {@link fieldOf}. */
export type Units = Readonly<Record<string, number>>

export interface PoolEntry {
  /** One taking, by one process: an id that is taken, released and taken again has another one. */
  readonly entry: ObjectId
  /** Id of the claim it belongs to. */
  readonly id: string
  readonly units: Units
  /** null: until it is released */
  readonly expiresAt: Date | null
}

/**
 * A supply of which units are taken, such as the seats of a class. Every unit that is taken stands in `counters`; who has
 * taken it stands in `claims` or, for good and no longer recent, in a document of its own ({@link FiledClaim}). Hence the
 * document is as large as what is held at the moment, not as what was ever sold.
 */
export interface PoolDocument {
  /** `shop/pool` */
  readonly _id: string
  readonly shop: string
  readonly pool: string
  readonly counters: Units
  readonly claims: readonly PoolEntry[]
  /** Whether claims lie in documents of their own. */
  readonly filed: boolean
  /** Changes with every claim that comes or is extended. */
  readonly revision: number
  /** No claim expires before this; absent: none expires. */
  readonly soonest?: Date
  /** How many filed claims were given back, and those of them whose document does not say so yet. */
  readonly returns: number
  readonly returned: readonly ObjectId[]
}

/** A claim for good that is no longer kept in its pool; it stays when it is given back, so that nobody can file it again. */
export interface FiledClaim {
  /** As `PoolEntry.entry`. */
  readonly _id: ObjectId
  readonly shop: string
  readonly pool: string
  readonly id: string
  readonly units: Units
  readonly gone: boolean
}

/** A counter's name as that of a field: points and dollars mean something else there. */
export const fieldOf = (counter: string): string =>
  counter.replace(/[%.$]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)

export const counterOf = (field: string): string =>
  field.replace(/%(25|2e|24)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** What is wanted of one pool. */
export interface Wanted {
  readonly pool: string
  readonly units: Units
  readonly draws: readonly Draw[]
}

/** Draws by pool, in the order given. Several draws on one counter add up; the lowest limit holds. */
export function byPool(draws: readonly Draw[]): Wanted[] {
  const pools = new Map<string, Map<string, Draw>>()
  for (const draw of draws) {
    if (!Number.isSafeInteger(draw.units) || draw.units < 0) throw new Error(`Units cannot be ${draw.units}.`)
    if (draw.units === 0) continue
    const counters = pools.get(draw.pool) ?? new Map<string, Draw>()
    const before = counters.get(draw.counter)
    counters.set(
      draw.counter,
      before ? { ...draw, units: before.units + draw.units, limit: Math.min(before.limit, draw.limit) } : draw,
    )
    pools.set(draw.pool, counters)
  }
  return [...pools].map(([pool, counters]) => ({
    pool,
    draws: [...counters.values()],
    units: Object.fromEntries([...counters.values()].map(({ counter, units }) => [fieldOf(counter), units])),
  }))
}

export const sameUnits = (a: Units, b: Units): boolean => {
  const fields = Object.keys(a)
  return fields.length === Object.keys(b).length && fields.every((field) => a[field] === b[field])
}

/** How much more `to` is than `from`, counters that stay as they are left out. */
export function difference(from: Units, to: Units): Units {
  const fields = new Set([...Object.keys(from), ...Object.keys(to)])
  return Object.fromEntries(
    [...fields]
      .map((field) => [field, (to[field] ?? 0) - (from[field] ?? 0)] as const)
      .filter(([, more]) => more !== 0),
  )
}

export function sumOf(entries: readonly { readonly units: Units }[]): Units {
  const sum: Record<string, number> = {}
  for (const { units } of entries)
    for (const [field, taken] of Object.entries(units)) sum[field] = (sum[field] ?? 0) + taken
  return sum
}

/** The arguments of `$inc` that add `units`, or take them away. */
export const counted = (units: Units, sign: 1 | -1 = 1): Record<string, number> =>
  Object.fromEntries(Object.entries(units).map(([field, taken]) => [`counters.${field}`, sign * taken]))

export const isExpired = ({ expiresAt }: PoolEntry, now: Date): boolean => expiresAt !== null && expiresAt <= now

/** The draw that does not fit any more when `more` is taken. */
export const overdrawn = (counters: Units, { draws }: Wanted, more: Units): Draw | undefined =>
  draws.find(({ counter, limit }) => {
    const wanted = more[fieldOf(counter)] ?? 0
    return wanted > 0 && (counters[fieldOf(counter)] ?? 0) + wanted > limit
  })

/** The condition under which `more` fits. A counter that is not there is at nothing. */
export const room = ({ draws }: Wanted, more: Units): Record<string, unknown> =>
  Object.fromEntries(
    draws.flatMap(({ counter, limit }) => {
      const wanted = more[fieldOf(counter)] ?? 0
      if (wanted <= 0) return []
      const most = limit - wanted
      return [[`counters.${fieldOf(counter)}`, most >= 0 ? { $not: { $gt: most } } : { $lte: most }]]
    }),
  )

/** What leads back to `units`, as far as the limits that are known allow. */
export const backTo = ({ pool, draws }: Wanted, units: Units): Wanted => ({
  pool,
  units,
  draws: Object.entries(units).map(([field, taken]) => {
    const counter = counterOf(field)
    return { pool, counter, units: taken, limit: draws.find((draw) => draw.counter === counter)?.limit ?? 0 }
  }),
})
