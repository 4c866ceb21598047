import type { Problem, Shop } from '@kaidian/schemas'
import { problem, type Rule } from './finding.ts'

/** Every list whose items are told apart by one of their properties. */
function* lists(shop: Shop): Generator<{ pointer: string; ids: readonly string[]; key: string }> {
  const list = (pointer: string, items: readonly { readonly id: string }[] = []) => ({
    pointer,
    ids: items.map(({ id }) => id),
    key: 'id',
  })
  for (const key of [
    'levels',
    'memberships',
    'categories',
    'resources',
    'addOns',
    'services',
    'forms',
    'fees',
  ] as const)
    yield list(`/${key}`, shop[key])
  for (const [index, service] of shop.services.entries()) {
    const pointer = `/services/${index}`
    yield list(`${pointer}/offerings`, service.offerings)
    yield list(`${pointer}/options`, service.options)
    for (const [option, { choices }] of (service.options ?? []).entries())
      yield list(`${pointer}/options/${option}/choices`, choices)
    yield { pointer: `${pointer}/requirements`, ids: service.requirements.map(({ role }) => role), key: 'role' }
  }
  for (const [index, form] of shop.forms.entries()) {
    yield list(`/forms/${index}/fields`, form.fields)
    for (const [field, { choices }] of form.fields.entries())
      yield list(`/forms/${index}/fields/${field}/choices`, choices)
  }
}

export const uniqueIdentifiers: Rule = function* (shop): Generator<Problem> {
  for (const { pointer, ids, key } of lists(shop)) {
    const seen = new Map<string, number>()
    for (const [index, id] of ids.entries()) {
      const first = seen.get(id)
      if (first === undefined) seen.set(id, index)
      else
        yield problem(
          `${pointer}/${index}/${key}`,
          'DUPLICATE_ID',
          `标识「${id}」和第 ${first + 1} 项重复了，请换一个。`,
          `The identifier “${id}” is that of item ${first + 1} already; choose another.`,
        )
    }
  }
}
