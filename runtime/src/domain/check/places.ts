import type { Condition, FeeRule, Field, Form, PaymentPlan, Policies, Schedule, Service, Shop } from '@kaidian/schemas'
import { comparisons } from '../condition.ts'

/** Every schedule of a shop with its place. */
export function* schedules(shop: Shop): Generator<{ schedule: Schedule; pointer: string }> {
  yield { schedule: shop.hours, pointer: '/hours' }
  for (const [index, { schedule }] of (shop.resources ?? []).entries())
    if (schedule) yield { schedule, pointer: `/resources/${index}/schedule` }
}

export interface PlacedService {
  readonly service: Service
  readonly pointer: string
}

export const services = (shop: Shop): PlacedService[] =>
  shop.services.map((service, index) => ({ service, pointer: `/services/${index}` }))

/** Services a fee rule is for. */
export const servicesOf = (shop: Shop, { services: only }: FeeRule): Service[] =>
  only ? shop.services.filter(({ id }) => only.includes(id)) : shop.services

/** A field with the list it stands in; `outer` are the fields of the form when it stands in a group. */
export interface PlacedField {
  readonly field: Field
  readonly pointer: string
  readonly form: Form
  readonly siblings: readonly Field[]
  readonly index: number
  readonly outer: readonly Field[]
}

function* within(
  form: Form,
  siblings: readonly Field[],
  pointer: string,
  outer: readonly Field[],
): Generator<PlacedField> {
  for (const [index, field] of siblings.entries()) {
    yield { field, pointer: `${pointer}/${index}`, form, siblings, index, outer }
    if (field.fields) yield* within(form, field.fields, `${pointer}/${index}/fields`, siblings)
  }
}

/** Every field of every form, those of groups included. */
export function* fields(shop: Shop): Generator<PlacedField> {
  for (const [index, form] of shop.forms.entries()) yield* within(form, form.fields, `/forms/${index}/fields`, [])
}

export const formOf = (shop: Shop, id: string | undefined): Form | undefined =>
  shop.forms.find((form) => form.id === id)

/** Where a condition stands, and so what it may ask about. */
export type Place =
  | { readonly scope: 'fee'; readonly rule: FeeRule; readonly services: readonly Service[]; readonly each: boolean }
  | { readonly scope: 'eligibility'; readonly services: readonly Service[]; readonly each: boolean }
  | { readonly scope: 'form'; readonly at: PlacedField; readonly rule: 'visibleWhen' | 'requiredWhen' }

export type PlacedCondition = { readonly condition: Condition; readonly pointer: string; readonly place: Place }

/** Every condition of a shop with its place. */
export function* conditions(shop: Shop): Generator<PlacedCondition> {
  for (const [index, rule] of (shop.fees ?? []).entries())
    if (rule.when) yield { condition: rule.when, pointer: `/fees/${index}/when`, place: feePlace(shop, rule) }
  for (const { service, pointer } of services(shop)) {
    const lists = [
      { list: service.eligibility ?? [], at: `${pointer}/eligibility` },
      ...service.offerings.map(({ eligibility = [] }, index) => ({
        list: eligibility,
        at: `${pointer}/offerings/${index}/eligibility`,
      })),
    ]
    for (const { list, at } of lists)
      for (const [index, { when, each = false }] of list.entries())
        yield {
          condition: when,
          pointer: `${at}/${index}/when`,
          place: { scope: 'eligibility', services: [service], each },
        }
  }
  for (const at of fields(shop))
    for (const rule of ['visibleWhen', 'requiredWhen'] as const) {
      const condition = at.field[rule]
      if (condition) yield { condition, pointer: `${at.pointer}/${rule}`, place: { scope: 'form', at, rule } }
    }
}

const feePlace = (shop: Shop, rule: FeeRule): Place => ({
  scope: 'fee',
  rule,
  services: servicesOf(shop, rule),
  each: rule.each ?? false,
})

/** Every fact that a fee rule takes as a number, by the unit or by the tier. */
export function* numbers(shop: Shop): Generator<{ fact: string; pointer: string; place: Place }> {
  for (const [index, rule] of (shop.fees ?? []).entries())
    if (rule.apply.kind === 'perUnit' || rule.apply.kind === 'tiered')
      yield { fact: rule.apply.fact, pointer: `/fees/${index}/apply/fact`, place: feePlace(shop, rule) }
}

/** Every fact that is asked about, in conditions and as a number. */
export function* asked(shop: Shop): Generator<{ fact: string; pointer: string; place: Place }> {
  for (const { condition, pointer, place } of conditions(shop))
    for (const { comparison, pointer: inside } of comparisons(condition))
      yield { fact: comparison.fact, pointer: `${pointer}${inside}/fact`, place }
  yield* numbers(shop)
}

/** A policy where it is written, with the services it holds for. */
export interface PlacedPolicy<Name extends keyof Policies> {
  readonly given: NonNullable<Policies[Name]>
  readonly pointer: string
  readonly services: readonly Service[]
}

/** Every policy of a name: that of the shop, and those of services in its place. */
export function* policies<Name extends keyof Policies>(shop: Shop, name: Name): Generator<PlacedPolicy<Name>> {
  const given = shop.policies[name]
  const without = shop.services.filter(({ policies: own }) => own?.[name] === undefined)
  if (given) yield { given, pointer: `/policies/${name}`, services: without }
  for (const { service, pointer } of services(shop)) {
    const own = service.policies?.[name]
    if (own) yield { given: own, pointer: `${pointer}/policies/${name}`, services: [service] }
  }
}

/** The policy of that name that holds for a service. */
export const policyOf = <Name extends keyof Policies>(shop: Shop, service: Service, name: Name): Policies[Name] =>
  service.policies?.[name] ?? shop.policies[name]

/** Every way to pay, those among which a customer chooses one by one. */
export function* plans(shop: Shop): Generator<{ plan: PaymentPlan; pointer: string; services: readonly Service[] }> {
  for (const { given, pointer, services: holds } of policies(shop, 'payment'))
    if (given.kind === 'choice')
      for (const [index, { payment }] of given.plans.entries())
        yield { plan: payment, pointer: `${pointer}/plans/${index}/payment`, services: holds }
    else yield { plan: given, pointer, services: holds }
}
