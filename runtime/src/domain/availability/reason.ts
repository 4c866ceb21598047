import type { Unavailability, Words } from '../booking.ts'
import { holds, joined, type Range } from '../ranges.ts'
import type { ResolvedResource } from '../resolved.ts'
import { both } from '../words.ts'
import type { Calendar, OpenDay } from './calendar.ts'
import type { Wanted } from './wanted.ts'

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

/** Days in a row, so that a range over midnight is one. */
const daysFrom = (day: number, minutes: number, of: (day: number) => OpenDay): OpenDay => {
  const days = Array.from({ length: Math.min(31, Math.ceil(minutes / 1440)) + 1 }, (_, index) => of(day + index))
  const all = (pick: (one: OpenDay) => readonly Range[]): readonly Range[] => joined(days.flatMap(pick))
  return { open: all(({ open }) => open), hours: all(({ hours }) => hours), reason: null }
}

/** Why `resource` cannot take a start; 'taken' when its schedule is not what speaks against it. */
function candidateReason(
  calendar: Calendar,
  resource: ResolvedResource,
  day: number,
  start: number,
  minutes: number,
): Unavailability {
  const shop = daysFrom(day, minutes, (at) => calendar.shop(at))
  if (!holds(shop.hours, start, start + minutes)) return 'closed'
  if (!holds(shop.open, start, start + minutes)) return 'break'
  const own = daysFrom(day, minutes, (at) => calendar.resource(resource, at))
  if (!holds(own.hours, start, start + minutes)) return 'shift'
  return holds(own.open, start, start + minutes) ? 'taken' : 'break'
}

/**
 * Why a start is not free, notice and horizon aside: of each role that nobody can take the one who came nearest speaks, and of
 * several such roles the one furthest off.
 * @param fits whether the candidate of a role has room for it
 */
export function reasonOf(
  calendar: Calendar,
  { roles, shortest }: Wanted,
  day: number,
  start: number,
  fits: (role: number, candidate: number) => boolean,
): Unavailability {
  let reason: Unavailability = 'taken'
  for (const [role, { candidates }] of roles.entries()) {
    if (candidates.some((_, index) => fits(role, index))) continue
    let nearest: Unavailability = candidates.length === 0 ? 'shift' : 'closed'
    for (const { resource } of candidates) {
      const one = candidateReason(calendar, resource, day, start, shortest)
      if (nearness(one) > nearness(nearest)) nearest = one
      if (nearest === 'taken') break
    }
    if (nearness(nearest) < nearness(reason)) reason = nearest
  }
  return reason
}
