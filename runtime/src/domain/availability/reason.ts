import type { Unavailability, Words } from '../booking.ts'
import { holds, joined, type Range } from '../ranges.ts'
import type { ResolvedResource } from '../resolved.ts'
import { both } from '../words.ts'
import type { Calendar, OpenDay } from './calendar.ts'
import type { Fit } from './fit.ts'
import { type Candidate, gives, type Post, stretchOf } from './posts.ts'
import type { WantedSegment } from './wanted.ts'

/** From the wall to the door: how near a start came to being free. */
const NEARNESS: readonly Unavailability[] = ['closed', 'shift', 'break', 'taken']
const nearness = (reason: Unavailability): number => NEARNESS.indexOf(reason)

export const REASON_WORDS: Readonly<Record<Unavailability, Required<Words>>> = {
  closed: both('店铺不营业', 'The shop is closed'),
  shift: both('这一天没有能做的人或场地', 'Nobody who can do it is there'),
  break: both('休息时间', 'It falls into a break'),
  taken: both('已约满', 'Fully booked'),
  notice: both('离开始太近，已不能预约', 'It is too close to the start'),
  horizon: both('还没有开放预约', 'It is too far ahead'),
  notOpen: both('还没有开放', 'It is not open yet'),
  over: both('已截止', 'It is over'),
}

/** Days in a row, so that a range over midnight is one; one more, since a zone that crosses the date line leaves out a day. */
const daysFrom = (day: number, minutes: number, of: (day: number) => OpenDay): OpenDay => {
  const days = Array.from({ length: Math.ceil(minutes / 1440) + 2 }, (_, index) => of(day + index))
  const all = (pick: (one: OpenDay) => readonly Range[]): readonly Range[] => joined(days.flatMap(pick))
  return { open: all(({ open }) => open), hours: all(({ hours }) => hours), reason: null }
}

/** A stretch of time, and how far it reaches from the start of the day's booking. */
interface Stretch {
  readonly day: number
  readonly from: number
  readonly to: number
  /** Minutes from the start of the booking to `to`. */
  readonly reach: number
}

/** Why `resource` cannot take a stretch; 'taken' when its schedule is not what speaks against it. */
function candidateReason(
  calendar: Calendar,
  resource: ResolvedResource,
  { day, from, to, reach }: Stretch,
): Unavailability {
  const shop = daysFrom(day, reach, (at) => calendar.shop(at))
  if (!holds(shop.hours, from, to)) return 'closed'
  if (!holds(shop.open, from, to)) return 'break'
  const own = daysFrom(day, reach, (at) => calendar.resource(resource, at))
  if (!holds(own.hours, from, to)) return 'shift'
  return holds(own.open, from, to) ? 'taken' : 'break'
}

/** The least that a candidate would have to give to a post. */
const shortest = ({ offerings }: WantedSegment, { leads }: Post, candidate: Candidate): number =>
  Math.min(...offerings.filter(({ level }) => gives(leads, candidate, level)).map(({ minutes }) => minutes))

/** Why nobody can fill a post; null when somebody can. */
function postReason(
  calendar: Calendar,
  fit: Fit,
  segment: WantedSegment,
  post: Post,
  { day, at, offset }: { readonly day: number; readonly at: number; readonly offset: number },
): Unavailability | null {
  const needs = post.candidates.map((candidate) => shortest(segment, post, candidate))
  if (post.candidates.some((one, index) => fit.isFree(segment, post, one, offset, needs[index] ?? 0, at))) return null
  let nearest: Unavailability = post.candidates.length === 0 ? 'shift' : 'closed'
  for (const [index, { resource }] of post.candidates.entries()) {
    const stretch = stretchOf(post.part, needs[index] ?? 0)
    const from = (fit.starts[at] ?? 0) + offset + stretch.from
    const reach = offset + stretch.from + stretch.minutes
    const one = candidateReason(calendar, resource, { day, from, to: from + stretch.minutes, reach })
    if (nearness(one) > nearness(nearest)) nearest = one
    if (nearest === 'taken') break
  }
  return nearest
}

/**
 * Why a start is not free, notice and horizon aside: of each post that nobody can fill the one who came nearest speaks, and of
 * several such posts the one furthest off.
 * @param at index of the start
 */
export function reasonOf(calendar: Calendar, fit: Fit, day: number, at: number): Unavailability {
  let reason: Unavailability = 'taken'
  let offset = 0
  for (const segment of fit.want.segments) {
    for (const post of new Map(segment.posts.map((one) => [one.candidates, one])).values()) {
      const one = postReason(calendar, fit, segment, post, { day, at, offset })
      if (one && nearness(one) < nearness(reason)) reason = one
    }
    offset += Math.min(...segment.offerings.map(({ minutes }) => minutes))
  }
  return reason
}
