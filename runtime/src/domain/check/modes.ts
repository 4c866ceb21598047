import type { Offering, Service } from '@kaidian/schemas'
import { problem, type Rule } from './finding.ts'
import { services } from './places.ts'
import { party } from './possible.ts'

type Mode = Service['mode']

/** Properties that mean something in some modes only. */
const OF_SERVICE: Readonly<Partial<Record<keyof Service, readonly Mode[]>>> = {
  durationChoice: ['appointment'],
  buffer: ['appointment', 'session'],
  requirements: ['appointment'],
  combinable: ['appointment'],
  series: ['session'],
  quotas: ['registration'],
  event: ['registration'],
}

const OF_OFFERING: Readonly<Partial<Record<keyof Offering, readonly Mode[]>>> = {
  level: ['appointment'],
  covers: ['session'],
  prorate: ['session'],
  quotas: ['registration'],
  team: ['registration'],
}

/** Whether something is written that has an effect: an empty list or false has none, nor has the default. */
const isSet = (value: unknown): boolean =>
  value !== undefined && value !== false && value !== 'session' && !(Array.isArray(value) && value.length === 0)

export const propertiesFitTheMode: Rule = function* (shop) {
  for (const { service, pointer } of services(shop)) {
    const all = [
      ...Object.entries(OF_SERVICE).map(([key, modes]) => ({ at: pointer, key, modes, of: service as object })),
      ...service.offerings.flatMap((offering, index) =>
        Object.entries(OF_OFFERING).map(([key, modes]) => ({
          at: `${pointer}/offerings/${index}`,
          key,
          modes,
          of: offering as object,
        })),
      ),
    ]
    for (const { at, key, modes, of } of all)
      if (!modes.includes(service.mode) && isSet((of as Record<string, unknown>)[key]))
        yield problem(
          `${at}/${key}`,
          'NOT_IN_THIS_MODE',
          `${key} 只用于 ${modes.join('、')} 方式，这项服务是 ${service.mode}。请删掉，或改服务的方式。`,
          `${key} is for the mode ${modes.join(' or ')}, and this service is ${service.mode}. Take it out, or change the mode.`,
        )
  }
}

export const appointmentsNeedResources: Rule = function* (shop) {
  for (const { service, pointer } of services(shop))
    if (service.mode === 'appointment' && (service.requirements ?? []).length === 0)
      yield problem(
        `${pointer}/requirements`,
        'REQUIREMENTS_MISSING',
        '预约要占用资源，才知道什么时候有空。请写上需要谁或什么（requirements）。',
        'An appointment claims resources, or nothing would say when it is free. Write who or what it needs (requirements).',
      )
}

export const durationsAreStated: Rule = function* (shop) {
  for (const { service, pointer } of services(shop)) {
    if (service.duration !== undefined) continue
    const length = ['写上时长（duration）', 'State its duration'] as const
    if (service.mode === 'appointment' && !service.durationChoice) {
      for (const [index, { duration }] of service.offerings.entries())
        if (duration === undefined)
          yield problem(
            `${pointer}/offerings/${index}/duration`,
            'DURATION_MISSING',
            `不知道这个价目要多久。请给服务或价目${length[0]}，或让顾客选（durationChoice）。`,
            `Nothing says how long this offering takes. ${length[1]}, here or for the service, or let the customer choose (durationChoice).`,
          )
    } else if (service.mode === 'session')
      for (const [index, { duration }] of (service.series ?? []).entries())
        if (duration === undefined)
          yield problem(
            `${pointer}/series/${index}/duration`,
            'DURATION_MISSING',
            `不知道这些场次要多久。请给服务或场次${length[0]}。`,
            `Nothing says how long these sessions take. ${length[1]}, here or for the service.`,
          )
  }
}

export const timePricesHaveATime: Rule = function* (shop) {
  for (const { service, pointer } of services(shop)) {
    if (service.mode !== 'registration' || service.event) continue
    for (const [index, { per }] of service.offerings.entries())
      if (per === 'time' || per === 'personTime')
        yield problem(
          `${pointer}/offerings/${index}/per`,
          'DURATION_MISSING',
          '按时间收费，可这项报名没有活动时间（event），算不出多久。请加上，或换一种算法。',
          'The price is by time, but this registration has no event time to tell how long. Add it, or price it otherwise.',
        )
  }
}

export const sessionsAreDated: Rule = function* (shop) {
  for (const { service, pointer } of services(shop))
    if (service.mode === 'session' && (service.series ?? []).length === 0)
      yield problem(
        `${pointer}/series`,
        'SERIES_MISSING',
        '场次制的服务要有日期。请写上场次（series）。',
        'A service of sessions needs dates. Write its series.',
      )
}

export const companionsCanCome: Rule = function* (shop) {
  for (const { service, pointer } of services(shop))
    if (service.participants?.who === 'companions' && party(service).max === 1)
      yield problem(
        `${pointer}/participants/who`,
        'COMPANIONS_OF_ONE',
        '一单只有 1 人，没有同行的人要填。请加大人数（people.max），或改成 everyone。',
        'An order is for one person, so there are no companions to ask. Raise people.max, or make it everyone.',
      )
}

export const partiesAreInOrder: Rule = function* (shop) {
  for (const { service, pointer } of services(shop)) {
    const ranges = [
      { range: service.people, at: `${pointer}/people` },
      ...service.offerings.map(({ team }, index) => ({ range: team, at: `${pointer}/offerings/${index}/team` })),
    ]
    for (const { range, at } of ranges)
      if (range && (range.min ?? 1) > range.max)
        yield problem(
          `${at}/max`,
          'BOUNDS_REVERSED',
          `最多 ${range.max} 人，少于最少的 ${range.min ?? 1} 人。请对调。`,
          `At most ${range.max} people is below the least of ${range.min ?? 1}. Swap them.`,
        )
  }
}

export const teamsFitIntoAnOrder: Rule = function* (shop) {
  for (const { service, pointer } of services(shop)) {
    const { max } = party(service)
    for (const [index, { team }] of service.offerings.entries())
      if (team && team.min > max)
        yield problem(
          `${pointer}/offerings/${index}/team/min`,
          'TEAM_EXCEEDS_PARTY',
          `一队至少 ${team.min} 人，可一单最多 ${max} 人，永远报不上。请把 people.max 加大。`,
          `A team has at least ${team.min}, but an order at most ${max} people: nobody could register. Raise people.max.`,
        )
  }
}
