import type { Requirement, Resource, Service } from '@kaidian/schemas'
import { canFill } from '../availability/fill.ts'
import { fitting } from '../resolve.ts'
import { named, problem, type Rule } from './finding.ts'
import { services } from './places.ts'
import { party } from './possible.ts'
import { presence } from './week.ts'

/** Posts of a requirement for so many people. */
const quantityOf = ({ quantity = 1 }: Requirement, people: number): number =>
  quantity === 'people' ? people : quantity

const unitsOf = (resources: readonly Resource[]): number =>
  resources.reduce((sum, { capacity = 1 }) => sum + capacity, 0)

export const someoneCanDoIt: Rule = function* (shop) {
  for (const { service, pointer } of services(shop))
    for (const [index, requirement] of (service.requirements ?? []).entries()) {
      if (fitting(shop.resources ?? [], requirement).length > 0) continue
      const tags = requirement.tags ?? []
      const { zh, en } = named(requirement.title)
      yield problem(
        `${pointer}/requirements/${index}`,
        'NOBODY_CAN',
        `没有资源能当「${zh}」：要种类是 ${requirement.kind}${tags.length > 0 ? `、带标签 ${tags.join('、')}` : ''}。请给资源加上标签，或改这里的要求。`,
        `No resource can be “${en}”: of kind ${requirement.kind}${tags.length > 0 ? ` with the tags ${tags.join(', ')}` : ''}. Give a resource the tags, or ask for less here.`,
      )
    }
}

/** Beyond this only the numbers are compared: to fit hundreds of posts to hundreds of resources takes too long to judge. */
const MOST_POSTS = 40

/** Whether the resources of a service go round for so many people: pools may fill several posts, others one each. */
function goRound(service: Service, resources: readonly Resource[], people: number): boolean {
  const posts = (service.requirements ?? []).flatMap((requirement) => {
    const able = fitting(resources, requirement)
    const single = able.filter(({ capacity = 1 }) => capacity === 1)
    const pooled = unitsOf(able) - single.length
    const posted = Math.max(0, quantityOf(requirement, people) - pooled)
    return Array.from({ length: posted }, () => single)
  })
  return posts.length > MOST_POSTS || canFill(posts)
}

export const resourcesGoRound: Rule = function* (shop) {
  const resources = shop.resources ?? []
  for (const { service, pointer } of services(shop)) {
    const requirements = service.requirements ?? []
    if (requirements.some((requirement) => fitting(resources, requirement).length === 0)) continue
    const { min } = party(service)
    const short = requirements.findIndex(
      (requirement) => quantityOf(requirement, min) > unitsOf(fitting(resources, requirement)),
    )
    const requirement = requirements[short]
    if (requirement) {
      const { zh, en } = named(requirement.title)
      const there = unitsOf(fitting(resources, requirement))
      yield problem(
        `${pointer}/requirements/${short}`,
        'TOO_FEW_RESOURCES',
        `一单要 ${quantityOf(requirement, min)} 个「${zh}」，一共只有 ${there} 个。请增加资源，或减少数量。`,
        `One booking needs ${quantityOf(requirement, min)} of “${en}”, but there are ${there} in all. Add resources, or ask for fewer.`,
      )
    } else if (!goRound(service, resources, min))
      yield problem(
        `${pointer}/requirements`,
        'TOO_FEW_RESOURCES',
        `一次预约要 ${requirements.length} 种不同的资源，现有的不够分。请增加资源，或减少要求。`,
        `One booking needs ${requirements.length} different resources, and there are too few to go round. Add resources, or ask for fewer.`,
      )
  }
}

export const partiesFindResources: Rule = function* (shop) {
  for (const { service, pointer } of services(shop)) {
    const { min, max } = party(service)
    for (const requirement of service.requirements ?? []) {
      if (requirement.quantity !== 'people') continue
      const there = unitsOf(fitting(shop.resources ?? [], requirement))
      if (there < min || max <= there) continue
      const { zh, en } = named(requirement.title)
      yield problem(
        `${pointer}/people/max`,
        'PARTY_TOO_LARGE',
        `一单最多 ${max} 人，每人要一个「${zh}」，可一共只有 ${there} 个。请改成 ${there}，或增加资源。`,
        `An order may have ${max} people, each needing a “${en}”, but there are ${there} in all. Make it ${there}, or add resources.`,
      )
    }
  }
}

export const someoneHasTheLevel: Rule = function* (shop) {
  for (const { service, pointer } of services(shop)) {
    const [first] = service.requirements ?? []
    const able = first ? fitting(shop.resources ?? [], first) : []
    if (able.length === 0) continue
    for (const [index, { level, title }] of service.offerings.entries()) {
      if (level === undefined || !shop.levels?.some(({ id }) => id === level)) continue
      if (able.some((resource) => resource.level === level)) continue
      const { zh, en } = named(title)
      yield problem(
        `${pointer}/offerings/${index}/level`,
        'LEVEL_OF_NOBODY',
        `能做这项服务的资源里没有「${level}」级别的，「${zh}」永远约不到。请改级别，或给这个级别的资源加上标签。`,
        `None who can do this service is of the level “${level}”, so “${en}” can never be booked. Change the level, or give a resource of that level the tags.`,
      )
    }
  }
}

export const resourcesAreThere: Rule = function* (shop) {
  const { longest } = presence(shop)
  for (const [index, resource] of (shop.resources ?? []).entries()) {
    const needed = shop.services.some(
      ({ mode, requirements = [] }) =>
        mode === 'appointment' && requirements.some((requirement) => fitting([resource], requirement).length > 0),
    )
    if (!needed || longest(resource) > 0) continue
    const { zh, en } = named(resource.name)
    yield problem(
      resource.schedule ? `/resources/${index}/schedule` : `/resources/${index}`,
      'NEVER_THERE',
      `「${zh}」的时间和营业时间没有重合，永远约不到。请检查两边的时间表。`,
      `“${en}” is never there while the shop is open, and can never be booked. Look at both schedules.`,
    )
  }
}
