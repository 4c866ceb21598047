import type { Eligibility, Field, Policies, Requirement, Series, Service, Shop } from '@kaidian/schemas'
import type { FormField, PublicForm } from './booking.ts'
import { conditionWords, type Vocabulary } from './condition-words.ts'
import { occurrences } from './occurrences.ts'
import type {
  ResolvedAddOn,
  ResolvedEligibility,
  ResolvedEntitlement,
  ResolvedFee,
  ResolvedPolicies,
  ResolvedResource,
  ResolvedSeries,
  ResolvedService,
  ResolvedShop,
} from './resolved.ts'
import { timetable } from './schedule.ts'
import { resourcesTaken, seatsOf } from './seating.ts'
import { both, compose, say, words, wordsOrNull } from './words.ts'

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]))

const titles = (items: Shop['levels'] = []) => new Map(items.map(({ id, title }) => [id, words(title)]))

function policies(shop: Policies, service: Policies | undefined): ResolvedPolicies {
  const { booking, payment, cancellation, reschedule, transfer, waitlist, noShow } = { ...shop, ...service }
  if (!booking || !payment || !cancellation || !reschedule)
    throw new Error('A shop without its four policies was resolved')
  return {
    booking: {
      notice: booking.notice ?? 0,
      horizon: booking.horizon ?? 365,
      step: booking.step ?? 30,
      holdMinutes: booking.holdMinutes ?? 15,
      opens: booking.opens ?? null,
      closes: booking.closes ?? null,
      approval: booking.approval ?? 'none',
      payMinutes: booking.payMinutes ?? 1440,
      limits: (booking.limits ?? []).map(({ count, within, message, ...limit }) => ({
        ...limit,
        count: count ?? 'orders',
        within: within ?? 'ever',
        message: wordsOrNull(message),
      })),
    },
    payment:
      payment.kind === 'choice'
        ? payment.plans.map(({ id, title, payment: plan }) => ({ id, title: words(title), plan }))
        : [{ id: null, title: null, plan: payment }],
    cancellation: {
      tiers: cancellation.tiers.map(({ before, until, refund, basis }) => ({
        before: before ?? null,
        until: until ?? null,
        refund,
        basis: basis ?? 'paid',
      })),
    },
    reschedule: { ...reschedule, free: reschedule.free ?? reschedule.times, fee: reschedule.fee ?? 0 },
    transfer: transfer ? { times: transfer.times, until: transfer.until ?? null, before: transfer.before ?? 0 } : null,
    waitlist: waitlist
      ? { mode: waitlist.mode, offerMinutes: waitlist.offerMinutes ?? 720, max: waitlist.max ?? 200 }
      : null,
    noShow: noShow
      ? {
          auto: noShow.auto ?? false,
          graceMinutes: noShow.graceMinutes ?? 60,
          limit: noShow.limit ?? null,
          banDays: noShow.banDays ?? 0,
          by: noShow.by ?? 'customer',
        }
      : null,
  }
}

function field(source: Field): FormField {
  const { label, help, placeholder, text, choices, section, patternMessage, fields, ...rest } = source
  return {
    ...rest,
    label: words(label),
    ...(help !== undefined && { help: words(help) }),
    ...(placeholder !== undefined && { placeholder: words(placeholder) }),
    ...(text !== undefined && { text: words(text) }),
    ...(section !== undefined && { section: words(section) }),
    ...(patternMessage !== undefined && { patternMessage: words(patternMessage) }),
    ...(choices && { choices: choices.map(({ id, title }) => ({ id, title: words(title) })) }),
    ...(fields && { fields: fields.map(field) }),
  } as FormField
}

const eligibility = (rules: readonly Eligibility[] = []): ResolvedEligibility[] =>
  rules.map((rule) => ({ ...rule, each: rule.each ?? false, message: words(rule.message) }))

/** Those that have the kind and every tag, in the order of the shop. */
export const fitting = <R extends { readonly kind: string; readonly tags?: readonly string[] }>(
  resources: readonly R[],
  requirement: Pick<Requirement, 'kind' | 'tags'>,
): R[] =>
  resources.filter(
    ({ kind, tags = [] }) => kind === requirement.kind && (requirement.tags ?? []).every((tag) => tags.includes(tag)),
  )

const minutesOf = (source: Service): number => source.durationChoice?.min ?? source.duration ?? 0

function offerings(source: Service, approval: ResolvedPolicies['booking']['approval']): ResolvedService['offerings'] {
  return source.offerings.map((offering) => ({
    id: offering.id,
    title: words(offering.title),
    description: wordsOrNull(offering.description),
    price: offering.price,
    per: offering.per ?? (source.mode === 'appointment' ? 'booking' : 'person'),
    unitMinutes: offering.unitMinutes ?? 60,
    duration: offering.duration ?? minutesOf(source),
    level: offering.level ?? null,
    covers: offering.covers ?? 'session',
    prorate: offering.prorate ?? false,
    addOns: offering.addOns ?? [],
    requiredAddOns: offering.requiredAddOns ?? [],
    team: offering.team ?? null,
    approval: offering.approval ?? approval,
    grants: offering.grants ?? null,
    quotas: offering.quotas ?? [],
    eligibility: eligibility(offering.eligibility),
    opens: offering.opens ?? null,
    closes: offering.closes ?? null,
  }))
}

function service(source: Service, shop: Shop): ResolvedService {
  const made = policies(shop.policies, source.policies)
  const { event, participants, people } = source
  return {
    id: source.id,
    mode: source.mode,
    title: words(source.title),
    category: source.category ?? null,
    summary: wordsOrNull(source.summary),
    description: wordsOrNull(source.description),
    image: source.image ?? null,
    gallery: source.gallery ?? [],
    duration: minutesOf(source),
    durationChoice: source.durationChoice ?? null,
    people: {
      title: wordsOrNull(people?.title),
      min: people?.min ?? 1,
      max: people?.max ?? (source.mode === 'appointment' ? 1 : 20),
    },
    buffer: { before: source.buffer?.before ?? 0, after: source.buffer?.after ?? 0 },
    requirements: (source.requirements ?? []).map((requirement) => ({
      role: requirement.role,
      title: words(requirement.title),
      choice: requirement.choice ?? 'customer',
      quantity: requirement.quantity ?? 1,
      part: requirement.part ?? null,
      resources: fitting(shop.resources ?? [], requirement).map(({ id }) => id),
    })),
    offerings: offerings(source, made.booking.approval),
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
    requiredAddOns: source.requiredAddOns ?? [],
    addOnsEach: source.addOnsEach ?? false,
    combinable: source.combinable ?? false,
    quotas: new Map((source.quotas ?? []).map(({ id, title, total }) => [id, { title: wordsOrNull(title), total }])),
    series: byId((source.series ?? []).map((one) => series(one, source))),
    event: event
      ? {
          day: event.day,
          time: event.time,
          endDay: event.endDay ?? event.day,
          endTime: event.endTime,
          place: wordsOrNull(event.place),
        }
      : null,
    participants: participants
      ? { form: participants.form, who: participants.who ?? 'everyone', title: wordsOrNull(participants.title) }
      : null,
    ageOn: source.ageOn ?? null,
    eligibility: eligibility(source.eligibility),
    feedback: source.feedback ?? null,
    invoice: source.invoice ?? null,
    form: source.form,
    policies: made,
  }
}

function series(source: Series, { offerings: all, ...of }: Service): ResolvedSeries {
  return {
    id: source.id,
    title: wordsOrNull(source.title),
    starts: occurrences(source),
    duration: source.duration ?? minutesOf({ ...of, offerings: all }),
    seats: seatsOf(source),
    rooms: (source.rooms ?? []).map(({ numbered, ...room }) => ({ ...room, numbered: numbered ?? true })),
    resources: resourcesTaken(source),
    offerings: source.offerings ?? all.map(({ id }) => id),
    lateJoin: source.lateJoin ?? false,
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
    each: source.each ?? false,
    code: source.code?.toUpperCase() ?? null,
    listed: source.listed ?? false,
    budget: { total: source.budget?.total ?? null, perCustomer: source.budget?.perCustomer ?? null },
    atLeast: source.atLeast ?? 0,
    atMost: source.atMost ?? null,
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
        // Chinese is written without spaces but beside digits and letters.
        locale === 'en'
          ? `Applies only when ${say(when, locale)}`
          : `只在${say(when, locale).replace(/\w$/, '$& ')}时适用`,
      ),
      code: both('没有填这个优惠码', 'Its code was not given'),
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
    shop.forms.map(({ id, title, pages, fields }): PublicForm => ({
      id,
      title: words(title),
      pages: (pages ?? []).map((page) => ({ id: page.id, title: words(page.title) })),
      fields: fields.map(field),
    })),
  )
  const resources = byId(
    (shop.resources ?? []).map((resource): ResolvedResource => ({
      id: resource.id,
      kind: resource.kind,
      name: words(resource.name),
      level: resource.level ?? null,
      tags: resource.tags ?? [],
      capacity: resource.capacity ?? 1,
      introduction: wordsOrNull(resource.introduction),
      image: resource.image ?? null,
      timetable: resource.schedule ? timetable(resource.schedule) : null,
    })),
  )
  const addOns = byId(
    (shop.addOns ?? []).map(({ id, title, price, minutes, max }): ResolvedAddOn => ({
      id,
      title: words(title),
      price,
      minutes: minutes ?? 0,
      max: max ?? 9,
    })),
  )
  const vocabulary = {
    services,
    forms,
    resources,
    addOns,
    levels: titles(shop.levels),
    memberships: titles(shop.memberships),
  }
  return {
    source: shop,
    id: shop.id,
    version,
    zone: shop.zone,
    locales: shop.locales,
    timetable: timetable(shop.hours),
    entitlements: byId(
      (shop.entitlements ?? []).map(({ title, description, services: only, covers, ...rest }): ResolvedEntitlement => ({
        ...rest,
        title: words(title),
        description: wordsOrNull(description),
        services: only ? new Set(only) : null,
        covers: covers ?? ['base'],
        per: rest.per ?? 'place',
        unitMinutes: rest.unitMinutes ?? 60,
      })),
    ),
    fees: (shop.fees ?? []).map((source) => fee(source, vocabulary)),
    ...vocabulary,
  }
}
