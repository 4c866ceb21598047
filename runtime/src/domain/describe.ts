import type { PublicResource, PublicService, PublicShop } from './booking.ts'
import { without } from './ranges.ts'
import { type ResolvedResource, type ResolvedService, type ResolvedShop, type Timetable, WEEKDAYS } from './resolved.ts'
import { terms } from './terms.ts'
import { clockTime } from './time.ts'
import { words, wordsOrNull } from './words.ts'

/** Weekdays of the same hours share a row; rows follow the first of their days. */
function hours(table: Timetable): PublicShop['hours'] {
  const rows = new Map<string, { days: string[]; ranges: string[] }>()
  for (const [index, weekday] of WEEKDAYS.entries()) {
    const ranges = without(table.weekly[index] ?? [], table.breaks[index] ?? []).map(
      ([from, to]) => `${clockTime(from)}–${clockTime(to)}`,
    )
    const key = ranges.join(' ')
    const row = rows.get(key)
    if (row) row.days.push(weekday)
    else rows.set(key, { days: [weekday], ranges })
  }
  return [...rows.values()]
}

function publicService(service: ResolvedService): PublicService {
  const { buffer: _buffer, policies, ...shown } = service
  const prices = service.offerings.map(({ price }) => price)
  return {
    ...shown,
    priceFrom: Math.min(...prices),
    priceTo: Math.max(...prices),
    terms: terms(policies),
    booking: {
      noticeMinutes: policies.booking.notice,
      horizonDays: policies.booking.horizon,
      holdMinutes: policies.booking.holdMinutes,
    },
  }
}

function publicResource(resource: ResolvedResource, shop: ResolvedShop): PublicResource {
  const { id, kind, name, introduction, image, level } = resource
  const title = level === null ? undefined : shop.levels.get(level)
  return { id, kind, name, level: level !== null && title ? { id: level, title } : null, introduction, image }
}

/** The shop as its customers may see it: no brief and no publishing data. */
export function describeShop(shop: ResolvedShop, simulated: boolean): PublicShop {
  const { profile, currency, theme, legal, categories = [] } = shop.source
  return {
    id: shop.id,
    version: shop.version,
    zone: shop.zone,
    currency,
    locales: shop.locales,
    theme,
    profile: {
      name: words(profile.name),
      tagline: wordsOrNull(profile.tagline),
      description: wordsOrNull(profile.description),
      image: profile.image ?? null,
      phone: profile.phone ?? null,
      address: wordsOrNull(profile.address),
      location: profile.location ?? null,
      notice: wordsOrNull(profile.notice),
      operator: wordsOrNull(profile.operator),
    },
    hours: hours(shop.timetable),
    categories: categories.map(({ id, title }) => ({ id, title: words(title) })),
    services: [...shop.services.values()].map(publicService),
    resources: [...shop.resources.values()].map((resource) => publicResource(resource, shop)),
    addOns: [...shop.addOns.values()],
    forms: [...shop.forms.values()],
    legal: { agreement: wordsOrNull(legal?.agreement), privacy: wordsOrNull(legal?.privacy) },
    simulated,
  }
}
