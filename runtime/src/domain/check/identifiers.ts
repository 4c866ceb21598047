import type { Field, Problem, Shop } from '@kaidian/schemas'
import { problem, type Rule } from './finding.ts'
import { policies, services } from './places.ts'

interface List {
  readonly pointer: string
  readonly ids: readonly string[]
  readonly key: string
}

const list = (pointer: string, items: readonly { readonly id: string }[] = []): List => ({
  pointer,
  ids: items.map(({ id }) => id),
  key: 'id',
})

function* listsOfFields(fields: readonly Field[], pointer: string): Generator<List> {
  yield list(pointer, fields)
  for (const [index, { choices, fields: inner }] of fields.entries()) {
    yield list(`${pointer}/${index}/choices`, choices)
    if (inner) yield* listsOfFields(inner, `${pointer}/${index}/fields`)
  }
}

/** Every list whose items are told apart by one of their properties. */
function* lists(shop: Shop): Generator<List> {
  for (const key of [
    'levels',
    'memberships',
    'entitlements',
    'categories',
    'resources',
    'addOns',
    'services',
    'forms',
    'fees',
  ] as const)
    yield list(`/${key}`, shop[key])
  for (const { service, pointer } of services(shop)) {
    for (const key of ['offerings', 'options', 'quotas', 'series', 'eligibility'] as const)
      yield list(`${pointer}/${key}`, service[key])
    for (const [index, { choices }] of (service.options ?? []).entries())
      yield list(`${pointer}/options/${index}/choices`, choices)
    for (const [index, { eligibility }] of service.offerings.entries())
      yield list(`${pointer}/offerings/${index}/eligibility`, eligibility)
    yield { pointer: `${pointer}/requirements`, ids: (service.requirements ?? []).map(({ role }) => role), key: 'role' }
  }
  for (const [index, form] of shop.forms.entries()) {
    yield list(`/forms/${index}/pages`, form.pages)
    yield* listsOfFields(form.fields, `/forms/${index}/fields`)
  }
  for (const { given, pointer } of policies(shop, 'booking')) yield list(`${pointer}/limits`, given.limits)
  for (const { given, pointer } of policies(shop, 'payment'))
    if (given.kind === 'choice') yield list(`${pointer}/plans`, given.plans)
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
