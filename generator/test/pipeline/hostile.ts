import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Shop } from '@kaidian/schemas'
import { REPOSITORY } from '../../src/home.ts'

export const salon = (): Shop =>
  JSON.parse(readFileSync(join(REPOSITORY, 'schemas/examples/salon.json'), 'utf8')) as Shop

/** Every trick at once, each in a place where a customer would read it. */
export const HOSTILE = {
  name: '"}});process.exit()//<script>',
  tagline: '</script><img src=x onerror=alert(1)> `${process.exit()}` {{lit shop}} {{{x}}}',
  service: `💇🏽‍♀️ 'quotes' "double" \\ back\\\\slash | cell | *bold* [a](javascript:alert(1)) ${'字'.repeat(120)}`.slice(
    0,
    200,
  ),
  offering: '\u202Eright to left\u202C שלום مرحبا',
  notice: 'one\ntwo\r\nthree\u2028four\u2029five\ttab */ --> # heading\n- item\n---\n',
  field: "'; DROP TABLE orders; -- $(rm -rf /) %s \u0000",
} as const

/** The salon with hostile words; ids are what the shop language lets through. */
export function hostileShop(): Shop {
  const shop = salon()
  const [service, ...services] = shop.services
  const [form, ...forms] = shop.forms
  if (service === undefined || form === undefined) throw new Error('the salon has a service and a form')
  return {
    ...shop,
    id: 'constructor',
    profile: {
      ...shop.profile,
      name: HOSTILE.name,
      tagline: HOSTILE.tagline,
      description: HOSTILE.tagline,
      notice: HOSTILE.notice,
      operator: HOSTILE.name,
      address: HOSTILE.notice,
    },
    services: [
      {
        ...service,
        title: HOSTILE.service,
        description: HOSTILE.notice,
        offerings: service.offerings.map((offering) => ({ ...offering, title: HOSTILE.offering })),
      },
      ...services,
    ],
    forms: [
      {
        ...form,
        title: HOSTILE.name,
        fields: form.fields.map((field) => ('label' in field ? { ...field, label: HOSTILE.field } : field)),
      },
      ...forms,
    ],
    publish: { appid: 'wx0123456789abcdef', apiBase: 'https://api.example.com/shop/api' },
  } as Shop
}
