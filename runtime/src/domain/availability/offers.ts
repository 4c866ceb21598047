import type { Start } from '../booking.ts'
import { fill } from './fill.ts'
import type { Wanted, WantedRole } from './wanted.ts'

/** Rooms of every candidate at every start: `rooms[role][candidate][start]`, in minutes. */
export type Rooms = readonly (readonly Int32Array[])[]

/** Who and what can be had at a start. */
export interface Offer {
  readonly resources: Start['resources']
  readonly offerings: readonly string[]
}

/** One role is the rule: nobody stands in anybody's way, and one look at each candidate tells. */
function offersOfOne(
  { role, candidates }: WantedRole,
  offerings: Wanted['offerings'],
  lists: readonly Int32Array[],
): (at: number) => Offer | null {
  const names = candidates.map(({ resource }) => resource.id)
  const shortest = candidates.map((one) => Math.min(...one.offerings.map(({ minutes }) => minutes)))
  const [single] = offerings.length === 1 ? offerings.map(({ id }) => [id]) : []
  const had = (at: number): string[] =>
    offerings
      .filter((offering) =>
        candidates.some(
          (one, index) => (lists[index]?.[at] ?? 0) >= offering.minutes && one.offerings.includes(offering),
        ),
      )
      .map(({ id }) => id)
  return (at) => {
    let free: string[] | null = null
    for (let index = 0; index < lists.length; index++) {
      if (((lists[index] as Int32Array)[at] as number) < (shortest[index] as number)) continue
      if (free === null) free = [names[index] as string]
      else free.push(names[index] as string)
    }
    return free && { resources: { [role]: free }, offerings: single ?? had(at) }
  }
}

function offer({ roles, offerings, overlapping }: Wanted, rooms: Rooms, at: number): Offer | null {
  const had: string[] = []
  const free = roles.map(() => new Set<string>())
  for (const offering of offerings) {
    const able: string[][] = []
    for (const [role, { candidates }] of roles.entries()) {
      const ids: string[] = []
      for (let index = 0; index < candidates.length; index++) {
        const minutes = rooms[role]?.[index]?.[at] ?? 0
        const candidate = candidates[index]
        if (minutes >= offering.minutes && candidate?.offerings.includes(offering)) ids.push(candidate.resource.id)
      }
      if (ids.length === 0) break
      able.push(ids)
    }
    if (able.length < roles.length) continue
    if (overlapping && !fill(able)) continue
    had.push(offering.id)
    for (const [role, ids] of able.entries())
      for (const id of ids)
        if (!overlapping || fill(able.map((all, other) => (other === role ? [id] : all)))) free[role]?.add(id)
  }
  if (had.length === 0) return null
  const resources: Record<string, readonly string[]> = {}
  for (const [index, { role, candidates }] of roles.entries()) {
    const ids = free[index]
    resources[role] = candidates.map(({ resource }) => resource.id).filter((id) => ids?.has(id))
  }
  return { resources, offerings: had }
}

/** Largest number of values that one integer of a number may tell apart. */
const MOST = Number.MAX_SAFE_INTEGER

/**
 * What can be had at a start depends only on how many of the durations each candidate has room for; starts alike in that share
 * one offer. The likeness is packed into integers, a few for hundreds of candidates.
 */
function likeness(durations: readonly number[], rooms: Rooms, starts: number): Float64Array[] {
  const base = durations.length + 1
  const shortest = durations[0] ?? 0
  const packed: Float64Array[] = []
  let current: Float64Array | null = null
  let used = MOST
  for (const list of rooms.flat()) {
    if (current === null || used * base > MOST) {
      packed.push((current = new Float64Array(starts)))
      used = 1
    }
    used *= base
    for (let at = 0; at < starts; at++) {
      const minutes = list[at] as number
      let level = 0
      if (minutes >= shortest) {
        level = 1
        while (level < durations.length && (durations[level] as number) <= minutes) level++
      }
      current[at] = (current[at] as number) * base + level
    }
  }
  return packed
}

/** @returns start → what can be had there, or null */
export function offers(want: Wanted, rooms: Rooms, starts: number): (at: number) => Offer | null {
  const [first, second] = want.roles
  if (first && !second) return offersOfOne(first, want.offerings, rooms[0] ?? [])
  const durations = [...new Set(want.offerings.map(({ minutes }) => minutes))].toSorted((a, b) => a - b)
  const packed = likeness(durations, rooms, starts)
  const known = new Map<number | string, Offer | null>()
  const [single] = packed
  return (at) => {
    const key = packed.length === 1 && single ? (single[at] as number) : packed.map((part) => part[at]).join()
    if (key === 0) return null
    let found = known.get(key)
    if (found === undefined) known.set(key, (found = offer(want, rooms, at)))
    return found
  }
}
