import type { Form, Policies, Service, Shop } from '@kaidian/schemas'
import type { FormField, PublicForm } from './booking.ts'
import { conditionWords, type Vocabulary } from './condition-words.ts'
import type {
  ResolvedAddOn,
  ResolvedFee,
  ResolvedPolicies,
  ResolvedResource,
  ResolvedService,
  ResolvedShop,
} from './resolved.ts'
import { timetable } from './schedule.ts'
import { both, compose, say, words, wordsOrNull } from './words.ts'

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]))

const titles = (items: Shop['levels'] = []) => new Map(items.map(({ id, title }) => [id, words(title)]))

function policies(shop: Policies, service: Policies | undefined): ResolvedPolicies {
  const { booking, payment, cancellation, reschedule } = { ...shop, ...service }
  if (!booking || !payment || !cancellation || !reschedule)
    throw new Error('A shop without its four policies was resolved')
  return {
    booking: { ...booking, holdMinutes: booking.holdMinutes ?? 15 },
    payment,
    cancellation: { tiers: cancellation.tiers.toSorted((a, b) => b.before - a.before) },
    reschedule,
  }
}

function field(source: Form['fields'][number]): FormField {
  const { label, help, placeholder, text, choices, ...rest } = source
  return {
    ...rest,
    label: words(label),
    ...(help !== undefined && { help: words(help) }),
    ...(placeholder !== undefined && { placeholder: words(placeholder) }),
    ...(text !== undefined && { text: words(text) }),
    ...(choices && { choices: choices.map(({ id, title }) => ({ id, title: words(title) })) }),
  }
}

/** Those that have the kind and every tag, in the order of the shop. */
export const fitting = <R extends { readonly kind: string; readonly tags?: readonly string[] }>(
  resources: readonly R[],
  requirement: Service['requirements'][number],
): R[] =>
  resources.filter(
    ({ kind, tags = [] }) => kind === requirement.kind && (requirement.tags ?? []).every((tag) => tags.includes(tag)),
  )

function service(source: Service, shop: Shop): ResolvedService {
  return {
    id: source.id,
    title: words(source.title),
    category: source.category ?? null,
    summary: wordsOrNull(source.summary),
    description: wordsOrNull(source.description),
    image: source.image ?? null,
    duration: source.duration,
    buffer: { before: source.buffer?.before ?? 0, after: source.buffer?.after ?? 0 },
    requirements: source.requirements.map((requirement) => ({
      role: requirement.role,
      title: words(requirement.title),
      choice: requirement.choice ?? 'customer',
      resources: fitting(shop.resources ?? [], requirement).map(({ id }) => id),
    })),
    offerings: source.offerings.map(({ id, title, price, duration, level }) => ({
      id,
      title: words(title),
      price,
      duration: duration ?? source.duration,
      level: level ?? null,
    })),
    options: (source.options ?? []).map(({ id, title, choices }) => ({
      id,
      title: words(title),
      choices: choices.map((choice) => ({
        id: choice.id,
        title: words(choice.title),
        price: choice.price ?? 0,
        minutes: choice.minutes ?? 0,
      })),
    })),
    addOns: source.addOns ?? [],
    form: source.form,
    policies: policies(shop.policies, source.policies),
  }
}

function fee(source: NonNullable<Shop['fees']>[number], vocabulary: Vocabulary): ResolvedFee {
  const only = (source.services ?? []).map((id) => vocabulary.services.get(id)?.title ?? both(id, id))
  const label = words(source.label)
  const when = source.when ? conditionWords(source.when, vocabulary) : both('总是', 'always')
  return {
    id: source.id,
    label,
    phase: source.phase,
    services: source.services ? new Set(source.services) : null,
    when: source.when ?? null,
    apply: source.apply,
    bestOf: source.bestOf ?? null,
    explanations: {
      service: compose((locale) => {
        const list = only.map((title) => say(title, locale)).join(locale === 'en' ? ', ' : '、')
        return locale === 'en' ? `Only for ${list}` : `只用于${list}`
      }),
      condition: compose((locale) =>
        locale === 'en' ? `Applies only when ${say(when, locale)}` : `只在${say(when, locale)}时适用`,
      ),
      better: compose((locale) =>
        locale === 'en' ? `“${say(label, locale)}” is better` : `「${say(label, locale)}」更优惠`,
      ),
    },
  }
}

/**
 * Fills in defaults, turns every text into words and looks up every reference.
 * @param shop one that `check` finds no fault in
 * @param version hash of the description, made by the caller
 */
export function resolveShop(shop: Shop, version: string): ResolvedShop {
  const services = byId(shop.services.map((source) => service(source, shop)))
  const forms = byId(
    shop.forms.map(({ id, title, fields }): PublicForm => ({ id, title: words(title), fields: fields.map(field) })),
  )
  const vocabulary = { services, forms, levels: titles(shop.levels), memberships: titles(shop.memberships) }
  return {
    source: shop,
    id: shop.id,
    version,
    zone: shop.zone,
    locales: shop.locales,
    timetable: timetable(shop.hours),
    resources: byId(
      (shop.resources ?? []).map((resource): ResolvedResource => ({
        id: resource.id,
        kind: resource.kind,
        name: words(resource.name),
        level: resource.level ?? null,
        tags: resource.tags ?? [],
        introduction: wordsOrNull(resource.introduction),
        image: resource.image ?? null,
        timetable: resource.schedule ? timetable(resource.schedule) : null,
      })),
    ),
    addOns: byId(
      (shop.addOns ?? []).map(({ id, title, price, minutes }): ResolvedAddOn => ({
        id,
        title: words(title),
        price,
        minutes: minutes ?? 0,
      })),
    ),
    fees: (shop.fees ?? []).map((source) => fee(source, vocabulary)),
    ...vocabulary,
  }
}
