import type { Offering, Requirement, Resource, Service, Shop } from '@kaidian/schemas'
import { common, joined, type Range } from '../ranges.ts'
import { fitting } from '../resolve.ts'
import { problem, type Rule } from './finding.ts'
import { policies, policyOf, services } from './places.ts'
import { presence } from './week.ts'

/** Minutes an offering takes at least, without options; 0 where nothing says how long. */
export const shortest = (service: Service, offering: Offering): number =>
  service.durationChoice?.min ?? offering.duration ?? service.duration ?? 0

/** Minutes it takes at most, without options. */
export const greatest = (service: Service, offering: Offering): number =>
  service.durationChoice?.max ?? shortest(service, offering)

const minutesOf = (choices: readonly { readonly minutes?: number }[]): number[] =>
  choices.map(({ minutes }) => minutes ?? 0)

/** Minutes that the shortest choice of every option adds. */
const leastOptions = ({ options = [] }: Service): number[] =>
  options.map(({ choices }) => Math.min(...minutesOf(choices)))

/** The longest time in one piece that a service could be given, by the level of its first requirement; 0 where nobody can. */
function roomFor(service: Service, resources: readonly Resource[], stretch: (resource: Resource) => number) {
  const roles = (service.requirements ?? []).map((requirement, role) => {
    const able = fitting(resources, requirement)
    const rooms = new Map<string | undefined, number>()
    const widen = (level: string | undefined, room: number): unknown =>
      rooms.set(level, Math.max(room, rooms.get(level) ?? 0))
    for (const resource of able) {
      const room = stretch(resource)
      widen(undefined, room)
      if (role === 0 && resource.level !== undefined) widen(resource.level, room)
    }
    return { part: partMinutes(requirement), rooms, leads: role === 0 }
  })
  return (level: string | undefined, minutes: number): number => {
    const all = roles.map(({ part, rooms, leads }) => {
      const room = rooms.get(leads ? level : undefined) ?? 0
      // Who is needed for a part only does not keep the rest from being longer.
      return part !== null && part <= room ? Math.max(room, minutes) : room
    })
    return all.length === 0 ? 0 : Math.min(...all)
  }
}

const partMinutes = ({ part }: Requirement): number | null => part?.minutes ?? null

export const everyOfferingFitsSomeDay: Rule = function* (shop) {
  const { longest } = presence(shop)
  for (const { service, pointer } of services(shop)) {
    if (service.mode !== 'appointment') continue
    const room = roomFor(service, shop.resources ?? [], longest)
    const least = leastOptions(service)
    const extra = least.reduce((sum, minutes) => sum + minutes, 0)
    for (const [index, offering] of service.offerings.entries()) {
      const minutes = shortest(service, offering) + extra
      const most = room(offering.level, minutes)
      if (most > 0 && minutes > most)
        yield problem(
          `${pointer}/offerings/${index}`,
          'NEVER_FITS',
          `这个价目要 ${minutes} 分钟，可能做的资源一次最多只开 ${most} 分钟，永远约不到。请缩短时长，或延长营业时间。`,
          `This offering takes ${minutes} minutes, but those who can do it are never there for more than ${most} in one piece. Shorten it, or open longer.`,
        )
    }
    yield* choicesFit(service, pointer, room, least)
  }
}

function* choicesFit(
  service: Service,
  pointer: string,
  room: (level: string | undefined, minutes: number) => number,
  least: readonly number[],
) {
  const lengths = service.offerings.map((offering) => shortest(service, offering))
  const extra = least.reduce((sum, minutes) => sum + minutes, 0)
  const widest = (minutes: number): number => Math.max(...service.offerings.map(({ level }) => room(level, minutes)))
  const longestChoice = service.durationChoice?.max ?? 0
  const most = widest(longestChoice)
  if (most > 0 && longestChoice > most)
    yield problem(
      `${pointer}/durationChoice/max`,
      'NEVER_FITS',
      `最长可选 ${longestChoice} 分钟，可能做的资源一次最多只开 ${most} 分钟，选不到。请缩短，或延长营业时间。`,
      `Up to ${longestChoice} minutes may be chosen, but those who can do it are never there for more than ${most} in one piece. Shorten it, or open longer.`,
    )
  for (const [option, { choices }] of (service.options ?? []).entries())
    for (const [choice, minutes] of minutesOf(choices).entries()) {
      const total = Math.min(...lengths) + extra - (least[option] ?? 0) + minutes
      const wide = widest(total)
      if (wide > 0 && total > wide && minutes > (least[option] ?? 0))
        yield problem(
          `${pointer}/options/${option}/choices/${choice}/minutes`,
          'NEVER_FITS',
          `选了这一项要 ${total} 分钟，可能做的资源一次最多只开 ${wide} 分钟，永远约不到。请减少增加的分钟数。`,
          `With this choice it takes ${total} minutes, but those who can do it are never there for more than ${wide} in one piece. Add fewer minutes.`,
        )
    }
}

/** Whether a start on the grid leaves room for the shortest offering in some range of two weeks. */
function gridFits(shop: Shop, service: Service, usual: (resource: Resource) => readonly Range[]) {
  const step = policyOf(shop, service, 'booking')?.step ?? 30
  const least = Math.min(...service.offerings.map((offering) => shortest(service, offering)))
  const extra = leastOptions(service).reduce((sum, minutes) => sum + minutes, 0)
  const able = (service.requirements ?? [])
    .filter(({ part }) => !part)
    .map((requirement) => joined(fitting(shop.resources ?? [], requirement).flatMap(usual)))
  const ranges = able.reduce((left, one) => common(left, one), able[0] ?? [])
  // The grid of a day begins at its midnight, and a day need not be a whole number of steps.
  const next = (from: number): number => {
    const day = Math.floor(from / 1440) * 1440
    return Math.min(day + Math.ceil((from - day) / step) * step, from === day ? day : day + 1440)
  }
  const wide = ranges.filter(([from, to]) => to - from >= least + extra)
  return { step, judged: wide.length > 0, fits: wide.some(([from, to]) => next(from) + least + extra <= to) }
}

export const startsFallIntoHours: Rule = function* (shop) {
  const { usual } = presence(shop)
  const special = [shop.hours, ...(shop.resources ?? []).map(({ schedule }) => schedule)].some((schedule) =>
    schedule?.exceptions?.some(({ open }) => open.length > 0),
  )
  if (special) return
  for (const { service, pointer } of services(shop)) {
    if (service.mode !== 'appointment') continue
    const { step, judged, fits } = gridFits(shop, service, usual)
    if (judged && !fits)
      yield problem(
        pointer,
        'NO_START_FITS',
        `起始时间每 ${step} 分钟一档（从 0:00 起数），没有一档能在营业时间里做完这项服务。请改小 booking.step，或调整营业时间。`,
        `Starts are every ${step} minutes (counted from 0:00), and from none of them can this service end within the hours. Lower booking.step, or move the hours.`,
      )
  }
}

export const durationsCanBeChosen: Rule = function* (shop) {
  for (const { service, pointer } of services(shop)) {
    const { durationChoice: choice } = service
    if (!choice) continue
    if (choice.max < choice.min)
      yield problem(
        `${pointer}/durationChoice/max`,
        'BOUNDS_REVERSED',
        `最长 ${choice.max} 分钟小于最短 ${choice.min} 分钟，没有能选的时长。请对调。`,
        `The longest (${choice.max}) is below the shortest (${choice.min}), so no duration can be chosen. Swap them.`,
      )
    else if ((choice.max - choice.min) % choice.step !== 0)
      yield problem(
        `${pointer}/durationChoice/step`,
        'STEP_MISSES_THE_END',
        `从 ${choice.min} 分钟起每 ${choice.step} 分钟一档，到不了 ${choice.max} 分钟。请改每档或最长。`,
        `From ${choice.min} minutes in steps of ${choice.step}, ${choice.max} is never reached. Change the step or the longest.`,
      )
  }
}

export const noticeLeavesDaysToBook: Rule = function* (shop) {
  for (const { given, pointer, services: holds } of policies(shop, 'booking')) {
    const { notice = 0, horizon = 365 } = given
    // Registrations look at no horizon.
    if (holds.some(({ mode }) => mode !== 'registration') && notice >= (horizon + 1) * 1440)
      yield problem(
        `${pointer}/notice`,
        'NEVER_BOOKABLE',
        `至少提前 ${notice} 分钟，却最多只能提前 ${horizon} 天，没有能约的时间。请缩短前者或放宽后者。`,
        `At least ${notice} minutes ahead but at most ${horizon} days: no time is left to book. Lower the one or raise the other.`,
      )
  }
}

export const partsLieWithin: Rule = function* (shop) {
  for (const { service, pointer } of services(shop)) {
    const options = (service.options ?? []).reduce((sum, { choices }) => sum + Math.max(...minutesOf(choices)), 0)
    const most = Math.max(...service.offerings.map((offering) => greatest(service, offering))) + options
    for (const [index, { part }] of (service.requirements ?? []).entries())
      if (part && most > 0 && part.from + part.minutes > most)
        yield problem(
          `${pointer}/requirements/${index}/part`,
          'PART_OUTSIDE',
          `这一段到第 ${part.from + part.minutes} 分钟才完，服务最长只有 ${most} 分钟。请改短。`,
          `This part ends at minute ${part.from + part.minutes}, but the service takes ${most} at most. Shorten it.`,
        )
  }
}
