import type { PublicOffering, PublicResource, PublicService, PublicShop } from './booking.ts'
import { listedCoupons } from './coupons.ts'
import { feeRulesOf } from './fee-words.ts'
import { hoursOf } from './hours.ts'
import { momentToInstant } from './moments.ts'
import { priceRange } from './price-range.ts'
import type { ResolvedOffering, ResolvedResource, ResolvedService, ResolvedShop } from './resolved.ts'
import { planTerms, terms } from './terms.ts'
import { words, wordsOrNull } from './words.ts'

function publicOffering(offering: ResolvedOffering): PublicOffering {
  const {
    prorate: _prorate,
    quotas: _quotas,
    eligibility: _eligibility,
    opens: _opens,
    closes: _closes,
    ...shown
  } = offering
  return shown
}

function publicService(service: ResolvedService, shop: ResolvedShop): PublicService {
  const {
    buffer: _buffer,
    quotas: _quotas,
    series: _series,
    eligibility: _eligibility,
    policies: { booking, payment, waitlist },
    ...shown
  } = service
  const price = priceRange(shop, service)
  const instant = (moment: string | null): string | null =>
    moment === null ? null : momentToInstant(moment, shop.zone).toISOString()
  return {
    ...shown,
    offerings: service.offerings.map(publicOffering),
    priceFrom: price.from,
    priceTo: price.to,
    plans: payment.flatMap(({ id, title, plan }) =>
      id !== null && title !== null ? [{ id, title, terms: planTerms(plan, service.mode) }] : [],
    ),
    feeRules: feeRulesOf(shop, service),
    terms: terms(service, shop),
    booking: {
      noticeMinutes: booking.notice,
      horizonDays: booking.horizon,
      holdMinutes: booking.holdMinutes,
      opens: instant(booking.opens),
      closes: instant(booking.closes),
    },
    waitlist: waitlist !== null,
    waitlistMode: waitlist?.mode ?? null,
    coupons: shop.fees.some(({ code, services }) => code !== null && (!services || services.has(service.id))),
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
    theme: { accent: theme.accent, look: theme.look ?? 'calm', appearance: theme.appearance ?? 'system' },
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
    hours: hoursOf(shop.timetable),
    categories: categories.map(({ id, title }) => ({ id, title: words(title) })),
    services: [...shop.services.values()].map((service) => publicService(service, shop)),
    resources: [...shop.resources.values()].map((resource) => publicResource(resource, shop)),
    addOns: [...shop.addOns.values()],
    entitlements: [...shop.entitlements.values()].map(({ id, title, description, kind }) => ({
      id,
      title,
      description,
      kind,
    })),
    coupons: listedCoupons(shop),
    forms: [...shop.forms.values()],
    legal: { agreement: wordsOrNull(legal?.agreement), privacy: wordsOrNull(legal?.privacy) },
    messages: (shop.source.publish?.messages ?? []).map(({ template, events }) => ({ template, events })),
    simulated,
  }
}
