import type { Claim } from '../domain/index.ts'
import { isDuplicate, type Collections } from './collections.ts'

/** A stretch of time on one resource, buffers included. */
export interface Place {
  readonly resource: string
  readonly start: Date
  readonly end: Date
}

/** Which claim, and where its parts lie. Kept in the hold or order that owns it. */
export interface ClaimRef {
  readonly id: string
  readonly places: readonly Place[]
}

interface StoredClaim {
  readonly id: string
  readonly start: Date
  readonly end: Date
  /** null: until it is released */
  readonly expiresAt: Date | null
}

/**
 * The claims on one resource that touch one day (UTC, so that a shop may change its zone). Every write is guarded by
 * `revision`: of all who have read the same revision, one writes.
 */
export interface ClaimDay {
  readonly _id: string
  readonly shop: string
  readonly day: string
  readonly resource: string
  readonly revision: number
  readonly claims: readonly StoredClaim[]
}

/** Claims on the time of resources. One document per shop, resource and day is the only place where capacity is decided. */
export interface Claims {
  /** What is occupied in `[from, to)` at `now`, by resource; all resources unless told. */
  between(from: Date, to: Date, now: Date, resources?: readonly string[]): Promise<Claim[]>
  /**
   * Takes the places that `decide` chooses from what is occupied in `[from, to)`. When somebody else was faster on one of
   * them, `decide` is asked again with what is occupied by then; it refuses (throws) when nothing is left. Repeating with
   * the same id replaces what that id had taken.
   */
  take(id: string, window: Window, decide: (occupied: Claim[]) => readonly Place[], until: Until): Promise<ClaimRef>
  /**
   * Moves the expiry of a claim that is wholly there and has not expired; false otherwise. A claim that is for good stays so:
   * whoever confirmed the booking meanwhile must not lose its place.
   */
  extend(ref: ClaimRef, until: Until): Promise<boolean>
  /** Frees the places; nothing happens when they are free already. */
  release(ref: ClaimRef): Promise<void>
  /** Drops expired claims of days before `now`, and days on which nothing is claimed any more. @returns days rewritten */
  sweep(now: Date): Promise<number>
}

export interface Window {
  readonly from: Date
  readonly to: Date
  readonly resources?: readonly string[]
  /** A claim of the same booking, which is about to be given up: it does not count as occupied. */
  readonly ignoring?: string
}

export interface Until {
  readonly now: Date
  readonly expiresAt: Date | null
}

const DAY_MS = 86_400_000
const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10)

function daysOf(from: Date, to: Date): string[] {
  const days: string[] = []
  const last = Math.max(from.getTime(), to.getTime() - 1)
  for (let at = Math.floor(from.getTime() / DAY_MS) * DAY_MS; at <= last; at += DAY_MS) days.push(dayOf(at))
  return days
}

const live = (claim: StoredClaim, now: Date): boolean =>
  claim.expiresAt === null || claim.expiresAt.getTime() > now.getTime()

const sameClaim = (a: StoredClaim, b: StoredClaim): boolean =>
  a.start.getTime() === b.start.getTime() &&
  a.end.getTime() === b.end.getTime() &&
  a.expiresAt?.getTime() === b.expiresAt?.getTime()

export function claimsOf(collections: Collections, shop: string): Claims {
  const { claims } = collections
  const keyOf = (day: string, resource: string) => `${shop}/${day}/${resource}`

  /** The documents that a reference lies in, in one fixed order. */
  const keysOf = (places: readonly Place[]): { key: string; day: string; place: Place }[] =>
    places
      .flatMap((place) =>
        daysOf(place.start, place.end).map((day) => ({ key: keyOf(day, place.resource), day, place })),
      )
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))

  const readDays = ({ from, to, resources }: Window): Promise<ClaimDay[]> => {
    const days = daysOf(from, to)
    const first = days[0] ?? dayOf(from.getTime())
    const last = days.at(-1) ?? first
    return claims
      .find({ shop, day: { $gte: first, $lte: last }, ...(resources && { resource: { $in: [...resources] } }) })
      .toArray()
  }

  /** False: somebody has written since `known` was read (undefined: there was no document). */
  async function write(known: ClaimDay | undefined, key: string, day: string, resource: string, next: StoredClaim[]) {
    if (!known) {
      try {
        await claims.insertOne({ _id: key, shop, day, resource, revision: 1, claims: next })
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    }
    const { matchedCount } = await claims.updateOne(
      { _id: key, revision: known.revision },
      { $set: { claims: next, revision: known.revision + 1 } },
    )
    return matchedCount === 1
  }

  /** Rewrites one day until the write is not overtaken. `next` returns undefined to leave it as it is. */
  async function rewrite(
    key: string,
    next: (claims: readonly StoredClaim[]) => StoredClaim[] | undefined,
  ): Promise<void> {
    for (;;) {
      const known = await claims.findOne({ _id: key })
      const changed = known && next(known.claims)
      if (!known || !changed || (await write(known, key, known.day, known.resource, changed))) return
    }
  }

  const drop = (key: string, id: string) =>
    rewrite(key, (stored) =>
      stored.some((claim) => claim.id === id) ? stored.filter((claim) => claim.id !== id) : undefined,
    )

  /** One try. True: all places are written. The keys written are added to `written`. */
  async function writePlaces(
    id: string,
    places: readonly Place[],
    known: Map<string, ClaimDay>,
    until: Until,
    written: Set<string>,
  ) {
    for (const { key, day, place } of keysOf(places)) {
      const stored = known.get(key)
      const mine: StoredClaim = { id, start: place.start, end: place.end, expiresAt: until.expiresAt }
      const before = stored?.claims.find((claim) => claim.id === id)
      written.add(key)
      if (before && sameClaim(before, mine)) continue
      const others = (stored?.claims ?? []).filter((claim) => claim.id !== id && live(claim, until.now))
      if (!(await write(stored, key, day, place.resource, [...others, mine]))) return false
    }
    return true
  }

  return {
    async between(from, to, now, resources) {
      const days = await readDays({ from, to, ...(resources && { resources }) })
      return occupied(days, now)
    },

    async take(id, window, decide, until) {
      const written = new Set<string>()
      try {
        for (;;) {
          const days = await readDays(window)
          const known = new Map(days.map((day) => [day._id, day]))
          for (const day of days) if (day.claims.some((claim) => claim.id === id)) written.add(day._id)
          const places = decide(occupied(days, until.now, [id, window.ignoring]))
          for (const { day } of keysOf(places))
            if (!daysOf(window.from, window.to).includes(day))
              throw new Error('A place lies outside the window that was read.')
          if (!(await writePlaces(id, places, known, until, written))) continue
          const kept = new Set(keysOf(places).map(({ key }) => key))
          for (const key of written) if (!kept.has(key)) await drop(key, id)
          return { id, places }
        }
      } catch (error) {
        // Refused half-way: what was written first must not stay occupied. Should this fail too, it expires.
        for (const key of written) await drop(key, id)
        throw error
      }
    },

    async extend({ id, places }, { now, expiresAt }) {
      const keys = keysOf(places)
      for (const { key } of keys) {
        let found = false
        await rewrite(key, (stored) => {
          const mine = stored.find((claim) => claim.id === id)
          found = mine !== undefined && live(mine, now)
          if (!found || !mine?.expiresAt || mine.expiresAt.getTime() === expiresAt?.getTime()) return undefined
          return stored.map((claim) => (claim.id === id ? { ...claim, expiresAt } : claim))
        })
        if (!found) return false
      }
      return keys.length > 0
    },

    async release({ id, places }) {
      for (const { key } of keysOf(places)) await drop(key, id)
    },

    async sweep(now) {
      const before = dayOf(now.getTime() - DAY_MS)
      const { deletedCount } = await claims.deleteMany({ shop, day: { $lt: before } })
      const stale = await claims.find({ shop, day: { $gte: before }, 'claims.expiresAt': { $lt: now } }).toArray()
      for (const { _id } of stale) await rewrite(_id, (stored) => stored.filter((claim) => live(claim, now)))
      return deletedCount + stale.length
    },
  }
}

/** A claim over midnight stands in two documents and is told once. */
function occupied(days: readonly ClaimDay[], now: Date, except: readonly (string | undefined)[] = []): Claim[] {
  const found = new Map<string, Claim>()
  for (const { resource, claims } of days)
    for (const claim of claims)
      if (!except.includes(claim.id) && live(claim, now)) {
        const { id, start, end, expiresAt } = claim
        found.set(`${id}/${resource}`, { resource, start, end, expiresAt })
      }
  return [...found.values()]
}
