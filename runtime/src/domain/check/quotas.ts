import type { Quota, Service } from '@kaidian/schemas'
import { seatsOf } from '../seating.ts'
import { problem, type Rule } from './finding.ts'
import { services } from './places.ts'
import { party } from './possible.ts'

const sellers = (service: Service, { id }: Quota): Set<string> =>
  new Set(service.offerings.filter(({ quotas = [] }) => quotas.includes(id)).map((offering) => offering.id))

export const quotasAreSold: Rule = function* (shop) {
  for (const { service, pointer } of services(shop))
    for (const [index, quota] of (service.quotas ?? []).entries())
      if (sellers(service, quota).size === 0)
        yield problem(
          `${pointer}/quotas/${index}`,
          'QUOTA_UNUSED',
          `没有票种占用名额「${quota.id}」，它限制不了什么。请在票种的 quotas 里写上它，或删掉。`,
          `No ticket counts against the quota “${quota.id}”, so it limits nothing. Name it in the quotas of a ticket, or take it out.`,
        )
}

export const quotasFitTheirTotal: Rule = function* (shop) {
  for (const { service, pointer } of services(shop)) {
    const quotas = service.quotas ?? []
    for (const [index, quota] of quotas.entries()) {
      const part = sellers(service, quota)
      if (part.size === 0) continue
      const whole = quotas.find((other) => {
        const all = sellers(service, other)
        return all.size > part.size && other.total < quota.total && [...part].every((id) => all.has(id))
      })
      if (whole)
        yield problem(
          `${pointer}/quotas/${index}/total`,
          'QUOTA_EXCEEDS_TOTAL',
          `名额「${quota.id}」有 ${quota.total} 个，可这些票都算在「${whole.id}」的 ${whole.total} 个里，卖不到那么多。请改小，或加大总数。`,
          `The quota “${quota.id}” is ${quota.total}, but all of its tickets also count against “${whole.id}”, which is ${whole.total}. Lower it, or raise the total.`,
        )
    }
  }
}

export const quotasHoldAParty: Rule = function* (shop) {
  for (const { service, pointer } of services(shop)) {
    const { min } = party(service)
    for (const [index, { team, quotas = [] }] of service.offerings.entries()) {
      const least = Math.max(team?.min ?? 1, service.offerings.length === 1 ? min : 1)
      const small = (service.quotas ?? []).find(({ id, total }) => quotas.includes(id) && total < least)
      if (small)
        yield problem(
          team && team.min === least ? `${pointer}/offerings/${index}/team/min` : `${pointer}/people/min`,
          'PARTY_EXCEEDS_QUOTA',
          `一单至少 ${least} 人，可名额「${small.id}」一共只有 ${small.total} 个，永远报不上。请改其中一个。`,
          `An order has at least ${least} people, but the quota “${small.id}” is ${small.total} in all: nobody could register. Change one of them.`,
        )
    }
  }
}

export const seatsHoldAParty: Rule = function* (shop) {
  for (const { service, pointer } of services(shop)) {
    const { min } = party(service)
    for (const [index, series] of (service.series ?? []).entries()) {
      const seats = seatsOf(series)
      if (seats > 0 && seats < min)
        yield problem(
          `${pointer}/series/${index}/${series.rooms ? 'rooms' : 'seats'}`,
          'PARTY_EXCEEDS_SEATS',
          `一单至少 ${min} 人，可只有 ${seats} 个座位，永远报不上。请改其中一个。`,
          `An order has at least ${min} people, but there are ${seats} seats: nobody could book. Change one of them.`,
        )
    }
  }
}

export const offeringsAreSold: Rule = function* (shop) {
  for (const { service, pointer } of services(shop)) {
    const series = service.series ?? []
    if (series.length === 0 || series.some(({ offerings }) => offerings === undefined)) continue
    for (const [index, { id }] of service.offerings.entries())
      if (!series.some(({ offerings = [] }) => offerings.includes(id)))
        yield problem(
          `${pointer}/offerings/${index}`,
          'OFFERING_NOT_SOLD',
          `没有一组场次卖价目「${id}」。请在场次的 offerings 里写上它，或删掉这个价目。`,
          `No series sells the offering “${id}”. Name it in the offerings of a series, or take it out.`,
        )
  }
}
