import type { Condition, Form, Schedule, Shop } from '@kaidian/schemas'

/** Every schedule of a shop with its place. */
export function* schedules(shop: Shop): Generator<{ schedule: Schedule; pointer: string }> {
  yield { schedule: shop.hours, pointer: '/hours' }
  for (const [index, { schedule }] of (shop.resources ?? []).entries())
    if (schedule) yield { schedule, pointer: `/resources/${index}/schedule` }
}

/** A condition, where it stands, and what it may ask about. */
export type PlacedCondition = { readonly condition: Condition; readonly pointer: string } & (
  | { readonly scope: 'fee'; readonly phase: 'surcharge' | 'discount' }
  | {
      readonly scope: 'form'
      readonly form: Form
      readonly field: number
      readonly rule: 'visibleWhen' | 'requiredWhen'
    }
)

/** Every condition of a shop with its place. */
export function* conditions(shop: Shop): Generator<PlacedCondition> {
  for (const [index, { when, phase }] of (shop.fees ?? []).entries())
    if (when) yield { condition: when, pointer: `/fees/${index}/when`, scope: 'fee', phase }
  for (const [index, form] of shop.forms.entries())
    for (const [field, source] of form.fields.entries())
      for (const rule of ['visibleWhen', 'requiredWhen'] as const) {
        const condition = source[rule]
        if (condition)
          yield { condition, pointer: `/forms/${index}/fields/${field}/${rule}`, scope: 'form', form, field, rule }
      }
}

/** The policies of the shop and of each service that has its own. */
export function* policies(shop: Shop): Generator<{ policies: Shop['policies']; pointer: string }> {
  yield { policies: shop.policies, pointer: '/policies' }
  for (const [index, service] of shop.services.entries())
    if (service.policies) yield { policies: service.policies, pointer: `/services/${index}/policies` }
}
