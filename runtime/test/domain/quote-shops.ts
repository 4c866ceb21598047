import { readFileSync } from 'node:fs'
import { type Shop, shopSchema } from '@kaidian/schemas'
import {
  type Assignment,
  type Quote,
  quote,
  type QuoteContext,
  resolveShop,
  type ResolvedShop,
} from '../../src/domain/index.ts'
import { at, salon } from './shops.ts'

type Service = Shop['services'][number]

/** One of the example descriptions, changed as the test says. */
export function example(name: string, change: (shop: Shop) => void = () => undefined): ResolvedShop {
  const file = new URL(`../../../schemas/examples/${name}.json`, import.meta.url)
  const shop = JSON.parse(readFileSync(file, 'utf8')) as Shop
  change(shop)
  return resolveShop(shop, 'test')
}

/** A shop with one service and what the test is about; form and hours are the salon's. */
export function shopOf(
  service: Partial<Service> & Pick<Service, 'offerings'>,
  rest: Partial<Shop> = {},
  more: readonly Service[] = [],
): ResolvedShop {
  const one: Service = { id: 'service', title: '服务', mode: 'appointment', duration: 60, form: 'contact', ...service }
  const shop = salon()
  const form = (rest.forms ?? shop.forms)[0]?.id ?? ''
  const services = [one, ...more].map((each) => ({ ...each, form: each.form === 'contact' ? form : each.form }))
  return resolveShop({ ...shop, fees: [], addOns: [], entitlements: [], ...rest, services }, 'test')
}

type Order = Partial<Omit<Assignment, 'start' | 'end' | 'places'>> & {
  readonly offering: string
  /** At the shop: `2026-12-02 14:00`; left out for a registration without a date. */
  readonly from?: string
  readonly to?: string
  /** Places of the order's offering, without add-ons. */
  readonly people?: number
  readonly places?: Assignment['places']
}

/** A booking with nothing left open, whether or not it could be had. */
export function order({ from, to, people = 1, places, ...rest }: Order): Assignment {
  const place = { offering: rest.offering, addOns: {} }
  return {
    service: 'service',
    start: from === undefined ? null : at(from).toISOString(),
    end: to === undefined ? null : at(to).toISOString(),
    resources: {},
    options: {},
    addOns: {},
    places: places ?? Array.from({ length: people }, () => place),
    ...rest,
  }
}

/** A returning customer at the beginning of December 2026. */
export const asked = (about: Partial<QuoteContext> = {}): QuoteContext => ({
  now: at('2026-12-01 09:00'),
  visits: 1,
  membership: null,
  answers: {},
  ...about,
})

/** `rule amount` of every line. */
export const told = ({ lines }: Pick<Quote, 'lines'>): string[] => lines.map(({ rule, amount }) => `${rule} ${amount}`)

/** Rules that were left out, with the reason. */
export const left = ({ skipped }: Pick<Quote, 'skipped'>): string[] =>
  skipped.map(({ rule, reason }) => `${rule} ${reason}`)

/** Prices in a row: `rule amount` of every line, then the total. */
export function priced(shop: ResolvedShop, what: Order, about: Partial<QuoteContext> = {}): (string | number)[] {
  const price = quote(shop, order(what), asked(about))
  return [...told(price), price.total]
}

export const KINDS_OF_THE_LANGUAGE = shopSchema.$defs.FeeRule.properties.apply.oneOf.map(
  ({ properties }) => properties.kind.const,
)
