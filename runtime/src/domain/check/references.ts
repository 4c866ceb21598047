import type { Problem } from '@kaidian/schemas'
import { fill } from '../availability/fill.ts'
import { fitting } from '../resolve.ts'
import { say, words } from '../words.ts'
import { problem, quoted, type Rule } from './finding.ts'

const ids = (items: readonly { readonly id: string }[] = []): ReadonlySet<string> => new Set(items.map(({ id }) => id))

const unknown = (pointer: string, id: string, list: string, zh: string, en: string): Problem =>
  problem(
    pointer,
    'UNKNOWN_REFERENCE',
    `没有标识为「${id}」的${zh}，请在${zh}列表(${list})里加上，或改成已有的。`,
    `No ${en} has the identifier “${id}”; add it to the list “${list}”, or name one that is there.`,
  )

export const categoriesExist: Rule = function* ({ services, categories }) {
  const known = ids(categories)
  for (const [index, { category }] of services.entries())
    if (category !== undefined && !known.has(category))
      yield unknown(`/services/${index}/category`, category, 'categories', '分类', 'category')
}

export const levelsExist: Rule = function* ({ services, resources = [], levels }) {
  const known = ids(levels)
  for (const [index, { level }] of resources.entries())
    if (level !== undefined && !known.has(level))
      yield unknown(`/resources/${index}/level`, level, 'levels', '级别', 'level')
  for (const [index, { offerings }] of services.entries())
    for (const [offering, { level }] of offerings.entries())
      if (level !== undefined && !known.has(level))
        yield unknown(`/services/${index}/offerings/${offering}/level`, level, 'levels', '级别', 'level')
}

export const addOnsExist: Rule = function* ({ services, addOns }) {
  const known = ids(addOns)
  for (const [index, service] of services.entries())
    for (const [at, id] of (service.addOns ?? []).entries())
      if (!known.has(id)) yield unknown(`/services/${index}/addOns/${at}`, id, 'addOns', '加项', 'add-on')
}

export const formsExist: Rule = function* ({ services, forms }) {
  const known = ids(forms)
  for (const [index, { form }] of services.entries())
    if (!known.has(form)) yield unknown(`/services/${index}/form`, form, 'forms', '登记表', 'form')
}

export const servicesOfFeesExist: Rule = function* ({ services, fees = [] }) {
  const known = ids(services)
  for (const [index, fee] of fees.entries())
    for (const [at, id] of (fee.services ?? []).entries())
      if (!known.has(id)) yield unknown(`/fees/${index}/services/${at}`, id, 'services', '服务', 'service')
}

export const someoneCanDoIt: Rule = function* ({ services, resources = [] }) {
  for (const [index, { requirements }] of services.entries()) {
    for (const [at, requirement] of requirements.entries()) {
      const able = fitting(resources, requirement)
      const tags = (requirement.tags ?? []).join('、')
      const title = words(requirement.title)
      if (able.length === 0)
        yield problem(
          `/services/${index}/requirements/${at}`,
          'NOBODY_CAN',
          `没有资源能当「${quoted(say(title, 'zh-CN'))}」：要种类是 ${requirement.kind}${tags ? `、带标签 ${tags}` : ''}。请给资源加上标签，或改这里的要求。`,
          `No resource can be “${quoted(say(title, 'en'))}”: of kind ${requirement.kind}${tags ? ` with the tags ${(requirement.tags ?? []).join(', ')}` : ''}. Give a resource the tags, or ask for less here.`,
        )
    }
    const able = requirements.map((requirement) => fitting(resources, requirement))
    if (able.every((one) => one.length > 0) && !fill(able))
      yield problem(
        `/services/${index}/requirements`,
        'TOO_FEW_RESOURCES',
        `一次预约要 ${requirements.length} 个不同的资源，现有的不够分。请增加资源，或减少要求。`,
        `One booking needs ${requirements.length} different resources, and there are too few to go round. Add resources, or ask for fewer.`,
      )
  }
}

export const someoneHasTheLevel: Rule = function* ({ services, resources = [], levels }) {
  const known = ids(levels)
  for (const [index, { requirements, offerings }] of services.entries()) {
    const able = requirements[0] ? fitting(resources, requirements[0]) : []
    if (able.length === 0) continue
    for (const [at, { level, title }] of offerings.entries())
      if (level !== undefined && known.has(level) && !able.some((resource) => resource.level === level))
        yield problem(
          `/services/${index}/offerings/${at}/level`,
          'LEVEL_OF_NOBODY',
          `能做这项服务的资源里没有「${level}」级别的，「${quoted(say(words(title), 'zh-CN'))}」永远约不到。请改级别，或给这个级别的资源加上标签。`,
          `None who can do this service is of the level “${level}”, so “${quoted(say(words(title), 'en'))}” can never be booked. Change the level, or give a resource of that level the tags.`,
        )
  }
}
