import type { Claim, Draw } from '../domain/index.ts'
import { byHolder, type ClaimRef, type HeldDraw, type Place } from './claim-ref.ts'
import { isDuplicate, type Collections } from './collections.ts'
import type { Pools } from './pools.ts'
import type { Until } from './until.ts'

interface StoredClaim {
  readonly id: string
  readonly start: Date
  readonly end: Date
  /** 1 when left out. */
  readonly units?: number
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
  /** When the first of them expires; null: none does. */
  readonly soonest?: Date | null
}

/**
 * Claims on the time of resources, and what the same claim draws from pools. One document per shop, resource and day is the
 * only place where the capacity of a resource is decided.
 */
export interface Claims {
  /** What is occupied in `[from, to)` at `now`, by resource; all resources unless told. */
  between(from: Date, to: Date, now: Date, resources?: readonly string[]): Promise<Claim[]>
  /**
   * Takes the places that `decide` chooses from what is occupied in `[from, to)`. When somebody else was faster on one of
   * them, `decide` is asked again with what is occupied by then; it refuses (throws) when nothing is left. Repeating with
   * the same id replaces the time that id had taken.
   */
  take(id: string, window: Window, decide: (occupied: Claim[]) => readonly Place[], until: Until): Promise<ClaimRef>
  /**
   * Adds draws to a claim, all or none: of the same counter in place of what it drew before.
   * @throws PoolFull the claim is as it was
   */
  draw(ref: ClaimRef, draws: readonly HeldDraw[], until: Until): Promise<ClaimRef>
  /**
   * Moves the expiry of a claim that is wholly there and has not expired; false otherwise, and then it has to be released,
   * parts of it may last. A claim that is for good stays so: whoever confirmed the booking meanwhile must not lose its place.
   */
  extend(ref: ClaimRef, until: Until): Promise<boolean>
  /** Frees the places and what was drawn; nothing happens when they are free already. */
  release(ref: ClaimRef): Promise<void>
  /** Drops expired claims of days before `now`, and days on which nothing is claimed any more. @returns days rewritten */
  sweep(now: Date): Promise<number>
  /** Every resource and day with its claims, those that have expired included; one over midnight stands in two days. */
  all(): AsyncIterable<TimeClaim>
  /** Drops what a claim has of one resource on one day. For what nobody stands on. */
  dropFrom(resource: string, day: string, id: string): Promise<void>
}

export type TimeClaim = Pick<ClaimDay, 'day' | 'resource' | 'claims'>

export interface Window {
  readonly from: Date
  readonly to: Date
  readonly resources?: readonly string[]
  /** A claim of the same booking, which is about to be given up: it does not count as occupied. */
  readonly ignoring?: string
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

function soonestOf(claims: readonly StoredClaim[]): Date | null {
  const ends = claims.flatMap(({ expiresAt }) => (expiresAt ? [expiresAt.getTime()] : []))
  return ends.length > 0 ? new Date(Math.min(...ends)) : null
}

const sameClaim = (a: StoredClaim, b: StoredClaim): boolean =>
  a.start.getTime() === b.start.getTime() &&
  a.end.getTime() === b.end.getTime() &&
  (a.units ?? 1) === (b.units ?? 1) &&
  a.expiresAt?.getTime() === b.expiresAt?.getTime()

const sameClaims = (a: readonly StoredClaim[], b: readonly StoredClaim[]): boolean =>
  a.length === b.length && a.every((one) => b.some((other) => sameClaim(one, other)))

/** The parts of a claim that lie in one document. */
interface Part {
  readonly key: string
  readonly day: string
  readonly resource: string
  readonly places: Place[]
}

export function claimsOf(collections: Collections, pools: Pools, shop: string): Claims {
  const { claims } = collections
  const keyOf = (day: string, resource: string) => `${shop}/${day}/${resource}`

  /** The documents that a claim lies in, in one fixed order, each once. */
  function partsOf(places: readonly Place[]): Part[] {
    const parts = new Map<string, Part>()
    for (const place of places)
      for (const day of daysOf(place.start, place.end)) {
        const key = keyOf(day, place.resource)
        const part = parts.get(key) ?? { key, day, resource: place.resource, places: [] }
        parts.set(key, part)
        const same = part.places.findIndex(
          ({ start, end }) => start.getTime() === place.start.getTime() && end.getTime() === place.end.getTime(),
        )
        const before = part.places[same]
        if (before) part.places[same] = { ...before, units: (before.units ?? 1) + (place.units ?? 1) }
        else part.places.push(place)
      }
    return [...parts.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1))
  }

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
    const set = { claims: next, soonest: soonestOf(next) }
    if (!known) {
      try {
        await claims.insertOne({ _id: key, shop, day, resource, revision: 1, ...set })
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    }
    const { matchedCount } = await claims.updateOne(
      { _id: key, revision: known.revision },
      { $set: { ...set, revision: known.revision + 1 } },
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
    for (const { key, day, resource, places: here } of partsOf(places)) {
      const stored = known.get(key)
      const mine = here.map(({ start, end, units }): StoredClaim => ({
        id,
        start,
        end,
        ...(units && { units }),
        expiresAt: until.expiresAt,
      }))
      const before = (stored?.claims ?? []).filter((claim) => claim.id === id)
      written.add(key)
      if (sameClaims(before, mine)) continue
      const others = (stored?.claims ?? []).filter((claim) => claim.id !== id && live(claim, until.now))
      if (!(await write(stored, key, day, resource, [...others, ...mine]))) return false
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
          const parts = partsOf(places)
          for (const { day } of parts)
            if (!daysOf(window.from, window.to).includes(day))
              throw new Error('A place lies outside the window that was read.')
          if (!(await writePlaces(id, places, known, until, written))) continue
          const kept = new Set(parts.map(({ key }) => key))
          for (const key of written) if (!kept.has(key)) await drop(key, id)
          return { id, places, draws: [] }
        }
      } catch (error) {
        // Refused half-way: what was written first must not stay occupied. Should this fail too, it expires.
        for (const key of written) await drop(key, id)
        throw error
      }
    },

    async draw(ref, draws, until) {
      const isNew = (one: Draw) => !draws.some(({ pool, counter }) => pool === one.pool && counter === one.counter)
      const kept = ref.draws.filter(isNew)
      // Counters of one pool are taken at once: what the claim has of the others goes on.
      const beside = kept.filter(({ pool }) => draws.some((draw) => draw.pool === pool))
      for (const [holder, held] of byHolder(ref.id, [...draws, ...beside])) await pools.take(holder, held, until)
      return { ...ref, draws: [...kept, ...draws] }
    },

    async extend({ id, places, draws }, until) {
      const { now, expiresAt } = until
      for (const { key } of partsOf(places)) {
        let found = false
        await rewrite(key, (stored) => {
          const mine = stored.filter((claim) => claim.id === id)
          found = mine.length > 0 && mine.every((claim) => live(claim, now))
          const moves = (claim: StoredClaim) =>
            claim.id === id && claim.expiresAt !== null && claim.expiresAt.getTime() !== expiresAt?.getTime()
          if (!found || !mine.some(moves)) return undefined
          return stored.map((claim) => (moves(claim) ? { ...claim, expiresAt } : claim))
        })
        if (!found) return false
      }
      for (const [holder, held] of byHolder(id, draws)) if (!(await pools.extend(holder, held, until))) return false
      return true
    },

    async release({ id, places, draws }) {
      for (const { key } of partsOf(places)) await drop(key, id)
      for (const [holder, held] of byHolder(id, draws)) await pools.release(holder, held)
    },

    async sweep(now) {
      const before = dayOf(now.getTime() - DAY_MS)
      const { deletedCount } = await claims.deleteMany({ shop, day: { $lt: before } })
      const stale = await claims.find({ shop, soonest: { $lte: now } }, { projection: { _id: 1 } }).toArray()
      for (const { _id } of stale) await rewrite(_id, (stored) => stored.filter((claim) => live(claim, now)))
      return deletedCount + stale.length
    },

    async *all() {
      for await (const { day, resource, claims: stored } of claims.find({ shop }).sort({ day: 1, resource: 1 }))
        yield { day, resource, claims: stored }
    },

    dropFrom: (resource, day, id) => drop(keyOf(day, resource), id),
  }
}

/** A claim over midnight stands in two documents and is told once. */
function occupied(days: readonly ClaimDay[], now: Date, except: readonly (string | undefined)[] = []): Claim[] {
  const found = new Map<string, Claim>()
  for (const { resource, claims } of days)
    for (const claim of claims)
      if (!except.includes(claim.id) && live(claim, now)) {
        const { id, start, end, units = 1, expiresAt } = claim
        found.set(`${id}/${resource}/${start.getTime()}/${end.getTime()}`, { resource, start, end, units, expiresAt })
      }
  return [...found.values()]
}
