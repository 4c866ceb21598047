import type { Start } from '../booking.ts'
import { canFill } from './fill.ts'
import type { Fit, Rooms } from './fit.ts'
import { type Candidate, gives, type Post, stretchOf } from './posts.ts'
import type { WantedSegment } from './wanted.ts'

/** Who and what can be had at a start. */
export interface Offer {
  readonly resources: Start['resources']
  readonly offerings: readonly string[]
}

/** One post for the whole time is the rule: nobody stands in anybody's way, and one look at each candidate tells. */
function offersOfOne(
  fit: Fit,
  segment: WantedSegment,
  { role, candidates, leads }: Post,
): (at: number) => Offer | null {
  const { offerings } = segment
  const lists = candidates.map((candidate) => fit.rooms(segment, candidate, 0))
  const names = candidates.map(({ resource }) => resource.id)
  const given = candidates.map((one) => offerings.filter(({ level }) => gives(leads, one, level)))
  const shortest = given.map((some) => Math.min(...some.map(({ minutes }) => minutes)))
  const [single] = offerings.length === 1 ? offerings.map(({ id }) => [id]) : []
  const had = (at: number): string[] =>
    offerings
      .filter((offering) =>
        candidates.some(
          (_, index) => (lists[index]?.[at] ?? 0) >= offering.minutes && given[index]?.includes(offering),
        ),
      )
      .map(({ id }) => id)
  return (at) => {
    let free: string[] | null = null
    for (let index = 0; index < lists.length; index++) {
      if (((lists[index] as Rooms)[at] as number) < (shortest[index] as number)) continue
      if (free === null) free = [names[index] as string]
      else free.push(names[index] as string)
    }
    return free && { resources: { [role]: free }, offerings: single ?? had(at) }
  }
}

/** Posts that may be asked about: of those of a role that nobody is named for one stands for all. */
function telling(posts: readonly Post[]): readonly number[] {
  return posts.flatMap(({ role, isNamed }, index) =>
    isNamed || posts.findIndex((other) => other.role === role && !other.isNamed) === index ? [index] : [],
  )
}

/** Resources that can fill a post while all the others are filled, too. */
function freeAt({ overlapping }: WantedSegment, able: readonly (readonly Candidate[])[], post: number): string[] {
  const free: string[] = []
  for (const candidate of able[post] ?? []) {
    const { id } = candidate.resource
    if (free.includes(id)) continue
    if (!overlapping || canFill(able.map((all, other) => (other === post ? [candidate] : all)))) free.push(id)
  }
  return free
}

function offer(fit: Fit, at: number): Offer | null {
  const [segment] = fit.want.segments
  if (!segment) return null
  const { posts, offerings, overlapping, service } = segment
  const had: string[] = []
  const free = new Map<string, Set<string>>()
  const asked = telling(posts)
  for (const offering of offerings) {
    const able = fit.able(segment, 0, offering, at)
    if (!able || (overlapping && !canFill(able)) || !fit.follows(1, offering.minutes, at)) continue
    had.push(offering.id)
    for (const post of asked) {
      const role = posts[post]?.role ?? ''
      const known = free.get(role) ?? new Set()
      free.set(role, new Set([...known, ...freeAt(segment, able, post)]))
    }
  }
  if (had.length === 0) return null
  const resources = Object.fromEntries(
    service.requirements.map(({ role, resources: all }) => [role, all.filter((id) => free.get(role)?.has(id))]),
  )
  return { resources, offerings: had }
}

/** Largest number of values that one integer of a number may tell apart. */
const MOST = Number.MAX_SAFE_INTEGER

/** Everything that is looked at about a start: minutes that someone has, and how many may be needed of them. */
function looks(fit: Fit): ReadonlyMap<Rooms, ReadonlySet<number>> {
  const found = new Map<Rooms, Set<number>>()
  for (const [index, segment] of fit.want.segments.entries())
    for (const offset of fit.offsets[index] ?? [])
      for (const { part, candidates } of distinct(segment.posts))
        for (const candidate of candidates)
          for (const { minutes } of segment.offerings) {
            const stretch = stretchOf(part, minutes)
            const list = fit.rooms(segment, candidate, offset + stretch.from)
            found.set(list, (found.get(list) ?? new Set()).add(stretch.minutes))
          }
  return found
}

/** Posts that nobody is named for are alike within a role. */
const distinct = (posts: readonly Post[]): readonly Post[] => telling(posts).flatMap((index) => posts[index] ?? [])

/**
 * What can be had at a start depends only on how many of the durations each candidate has room for; starts alike in that share
 * one offer. The likeness is packed into integers, a few for hundreds of candidates.
 */
function likeness(fit: Fit): Float64Array[] {
  const starts = fit.starts.length
  const packed: Float64Array[] = []
  let current: Float64Array | null = null
  let used = MOST
  for (const [list, needs] of looks(fit)) {
    const durations = [...needs].toSorted((a, b) => a - b)
    const base = durations.length + 1
    if (current === null || used * base > MOST) {
      packed.push((current = new Float64Array(starts)))
      used = 1
    }
    used *= base
    const shortest = durations[0] ?? 0
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
export function offers(fit: Fit): (at: number) => Offer | null {
  const [segment, second] = fit.want.segments
  const [post, further] = segment?.posts ?? []
  if (segment && !second && post && !further && post.part === null && post.name !== '')
    return offersOfOne(fit, segment, post)
  const packed = likeness(fit)
  const known = new Map<number | string, Offer | null>()
  const [single] = packed
  return (at) => {
    const key = packed.length === 1 && single ? (single[at] as number) : packed.map((part) => part[at]).join()
    let found = known.get(key)
    if (found === undefined) known.set(key, (found = offer(fit, at)))
    return found
  }
}
