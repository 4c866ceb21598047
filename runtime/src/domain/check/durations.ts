import type { Resource, Service, Shop } from '@kaidian/schemas'
import { common, joined, type Range, without } from '../ranges.ts'
import { fitting } from '../resolve.ts'
import { timetable } from '../schedule.ts'
import type { Timetable } from '../resolved.ts'
import { problem, type Rule } from './finding.ts'
import { policies } from './places.ts'

/** Two weeks of hours in minutes, so that a range over the midnight of Sunday is whole. */
function fortnight({ weekly, breaks }: Timetable): Range[] {
  const days = [...weekly, ...weekly].flatMap((hours, day) =>
    without(hours, breaks[day % 7] ?? []).map(([from, to]): Range => [day * 1440 + from, day * 1440 + to]),
  )
  return joined(days)
}

const longest = (ranges: readonly Range[]): number => Math.max(0, ...ranges.map(([from, to]) => to - from))

/** The longest time a resource is ever there in one piece. Exceptions are taken as they stand, which can only be too kind. */
function longestStretch(shop: Timetable, own: Timetable | null): number {
  const usual = own ? common(fortnight(shop), fortnight(own)) : fortnight(shop)
  const special = [...shop.exceptions, ...(own?.exceptions ?? [])].flatMap(({ open }) => open)
  return Math.max(longest(usual), longest(special))
}

const minutesOf = (choices: readonly { readonly minutes?: number }[]): number[] =>
  choices.map(({ minutes }) => minutes ?? 0)

function* fits(
  service: Service,
  pointer: string,
  stretch: (resource: Resource) => number,
  resources: readonly Resource[],
) {
  const least = (service.options ?? []).map(({ choices }) => Math.min(...minutesOf(choices)))
  const extra = least.reduce((sum, minutes) => sum + minutes, 0)
  const rooms = service.requirements.map((requirement) => fitting(resources, requirement))
  if (rooms.some((able) => able.length === 0)) return
  const roomFor = (level: string | undefined): number =>
    Math.min(
      ...rooms.map((able, role) =>
        Math.max(
          0,
          ...able.filter((resource) => role > 0 || level === undefined || resource.level === level).map(stretch),
        ),
      ),
    )
  for (const [index, { duration = service.duration, level }] of service.offerings.entries()) {
    const room = roomFor(level)
    if (room > 0 && duration + extra > room)
      yield problem(
        `${pointer}/offerings/${index}`,
        'NEVER_FITS',
        `这个价目要 ${duration + extra} 分钟，可能做的资源一次最多只开 ${room} 分钟，永远约不到。请缩短时长，或延长营业时间。`,
        `This offering takes ${duration + extra} minutes, but those who can do it are never there for more than ${room} in one piece. Shorten it, or open longer.`,
      )
  }
  const [shortest] = service.offerings.map(({ duration = service.duration }) => duration).toSorted((a, b) => a - b)
  const widest = Math.max(...service.offerings.map(({ level }) => roomFor(level)))
  for (const [option, { choices }] of (service.options ?? []).entries())
    for (const [choice, minutes] of minutesOf(choices).entries()) {
      const total = (shortest ?? 0) + extra - (least[option] ?? 0) + minutes
      if (widest > 0 && total > widest && minutes > (least[option] ?? 0))
        yield problem(
          `${pointer}/options/${option}/choices/${choice}/minutes`,
          'NEVER_FITS',
          `选了这一项要 ${total} 分钟，可能做的资源一次最多只开 ${widest} 分钟，永远约不到。请减少增加的分钟数。`,
          `With this choice it takes ${total} minutes, but those who can do it are never there for more than ${widest} in one piece. Add fewer minutes.`,
        )
    }
}

export const everyOfferingFitsSomeDay: Rule = function* (shop: Shop) {
  const hours = timetable(shop.hours)
  const known = new Map<Resource, number>()
  const stretch = (resource: Resource): number => {
    const found = known.get(resource) ?? longestStretch(hours, resource.schedule ? timetable(resource.schedule) : null)
    known.set(resource, found)
    return found
  }
  for (const [index, service] of shop.services.entries())
    yield* fits(service, `/services/${index}`, stretch, shop.resources ?? [])
}

export const noticeLeavesDaysToBook: Rule = function* (shop) {
  for (const { policies: given, pointer } of policies(shop))
    if (given.booking && given.booking.notice >= (given.booking.horizon + 1) * 1440)
      yield problem(
        `${pointer}/booking/notice`,
        'NEVER_BOOKABLE',
        `至少提前 ${given.booking.notice} 分钟，却最多只能提前 ${given.booking.horizon} 天，没有能约的时间。请缩短前者或放宽后者。`,
        `At least ${given.booking.notice} minutes ahead but at most ${given.booking.horizon} days: no time is left to book. Lower the one or raise the other.`,
      )
}
