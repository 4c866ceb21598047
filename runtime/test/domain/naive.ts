import type { Schedule } from '@kaidian/schemas'
import {
  type Assignment,
  type Claim,
  instantToWall,
  type ResolvedShop,
  type Selection,
} from '../../src/domain/index.ts'

/** What availability means, minute by minute and without any cleverness: what the tests hold the real one against. */

const MINUTE = 60_000
const minuteOf = (date: Date | string): number => Math.floor(new Date(date).getTime() / MINUTE)
const dayIndex = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

function isWithin({ weekly = [], breaks = [], rotation }: Schedule, zone: string, minute: number): boolean {
  const { day, time, weekday } = instantToWall(new Date(minute * MINUTE), zone)
  const covers = ({ from, to }: { from: string; to: string }): boolean => from <= time && time < to
  if (breaks.some((one) => (one.days ?? [weekday]).includes(weekday) && covers(one))) return false
  if (weekly.some((one) => one.days.includes(weekday) && covers(one))) return true
  const since = rotation ? dayIndex(day) - dayIndex(rotation.from) : -1
  if (!rotation || since < 0) return false
  return rotation.shifts.some((shift) => shift.on.includes((since % rotation.days) + 1) && covers(shift))
}

/** Whether the shop, and the resource where one is given, is open in a minute (since 1970). */
export function isOpen(shop: ResolvedShop, resource: string | null, minute: number): boolean {
  const { hours, resources = [] } = shop.source
  const own = resources.find(({ id }) => id === resource)?.schedule
  return isWithin(hours, shop.zone, minute) && (!own || isWithin(own, shop.zone, minute))
}

/** Members of a resource that are taken in a minute; a session of the shop takes all of them. */
export function taken(
  shop: ResolvedShop,
  claims: readonly Claim[],
  now: Date,
  resource: string,
  minute: number,
): number {
  let units = 0
  for (const claim of claims) {
    const isLive = claim.expiresAt === null || claim.expiresAt > now
    const [from, to] = [minuteOf(claim.start), Math.ceil(claim.end.getTime() / MINUTE)]
    if (claim.resource === resource && isLive && from <= minute && minute < to) units += claim.units ?? 1
  }
  for (const { mode, series, buffer } of shop.services.values())
    for (const { starts, duration, resources } of mode === 'session' ? series.values() : [])
      for (const wall of resources.includes(resource) ? starts : []) {
        const start = wallMinute(shop.zone, wall)
        if (start - buffer.before <= minute && minute < start + duration + buffer.after) return Infinity
      }
  return units
}

/** First minute that is called so on the wall, looked for one by one around the day. */
const known = new Map<string, number>()
function wallMinute(zone: string, wall: string): number {
  const key = `${zone} ${wall}`
  let found = known.get(key)
  if (found === undefined) {
    const around = Date.parse(`${wall}:00Z`) / MINUTE
    found = around - 15 * 60
    for (; found < around + 15 * 60; found++) {
      const { day, time } = instantToWall(new Date(found * MINUTE), zone)
      if (`${day}T${time}` === wall) break
    }
    known.set(key, found)
  }
  return found
}

/** Every way to fill posts, each post by one resource, none by more of its members than it has. */
function* ways(shop: ResolvedShop, posts: readonly (readonly string[])[]): Generator<string[]> {
  const [first, ...rest] = posts
  if (!first) return yield []
  for (const id of first)
    for (const others of ways(shop, rest)) {
      const times = others.filter((other) => other === id).length + 1
      if (times <= (shop.resources.get(id)?.capacity ?? 0)) yield [id, ...others]
    }
}

/** Whether an appointment of one service can be had, all ways tried. @param start minutes since 1970, on the grid */
export function canBeHad(
  shop: ResolvedShop,
  wish: Selection,
  claims: readonly Claim[],
  now: Date,
  start: number,
): boolean {
  const service = shop.services.get(wish.service)
  if (!service) return false
  const people = wish.people ?? 1
  const posts = service.requirements.flatMap((one, at) =>
    Array.from({ length: one.quantity === 'people' ? people : one.quantity }, (_, index) => ({
      ...one,
      leads: at === 0,
      named: wish.resources?.[index === 0 ? one.role : `${one.role}:${index + 1}`],
    })),
  )
  return service.offerings
    .filter(({ id }) => wish.offering === undefined || id === wish.offering)
    .some(({ duration, level }) => {
      const minutes = service.durationChoice ? (wish.duration ?? service.durationChoice.min) : duration
      const every = (from: number, length: number, holds: (minute: number) => boolean): boolean =>
        Array.from({ length }, (_, at) => from + at).every(holds)
      const stretches = posts.map(({ part }) => {
        const from = part ? Math.min(part.from, minutes) : 0
        return { from: start + from, length: part ? Math.min(part.minutes, minutes - from) : minutes }
      })
      if (!posts.some(({ part }) => part === null) && !every(start, minutes, (at) => isOpen(shop, null, at)))
        return false
      const able = posts.map(({ resources, named, leads }, post) =>
        resources.filter(
          (id) =>
            (named === undefined || named === id) &&
            (!leads || level === null || shop.resources.get(id)?.level === level) &&
            every(stretches[post]?.from ?? 0, stretches[post]?.length ?? 0, (at) => isOpen(shop, id, at)),
        ),
      )
      for (const way of ways(shop, able)) {
        const isFree = way.every((id, post) => {
          const { from = 0, length = 0 } = stretches[post] ?? {}
          if (length <= 0) return true
          const { before, after } = service.buffer
          return every(from - before, before + length + after, (minute) => {
            const mine = way.filter((other, at) => {
              const stretch = stretches[at]
              if (other !== id || !stretch || stretch.length <= 0) return false
              return stretch.from - before <= minute && minute < stretch.from + stretch.length + after
            }).length
            return taken(shop, claims, now, id, minute) + mine <= (shop.resources.get(id)?.capacity ?? 0)
          })
        })
        if (isFree) return true
      }
      return false
    })
}

/** The minute in which some resource holds more than it can, if there is one. */
export function overfull(shop: ResolvedShop, claims: readonly Claim[], now: Date): string | null {
  for (const claim of claims)
    for (let minute = minuteOf(claim.start); minute < Math.ceil(claim.end.getTime() / MINUTE); minute++)
      if (taken(shop, claims, now, claim.resource, minute) > (shop.resources.get(claim.resource)?.capacity ?? 0))
        return `${claim.resource} at ${new Date(minute * MINUTE).toISOString()}`
  return null
}

/** Who stands in the posts of the services of a booking. */
export const postsOf = ({ resources, then = [] }: Assignment): readonly (readonly [post: string, id: string])[] => [
  ...Object.entries(resources),
  ...then.flatMap((one) => Object.entries(one.resources)),
]
