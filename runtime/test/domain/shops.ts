import { readFileSync } from 'node:fs'
import type { Shop } from '@kaidian/schemas'
import {
  type Assignment,
  loadShop,
  type ResolvedShop,
  resolveShop,
  type Selection,
  wallToInstant,
} from '../../src/domain/index.ts'

type Change = (shop: Shop) => void

const texts = new Map<string, string>()

/** A shop of the examples, fresh each time, changed as the test says. */
export function example(name: string, change: Change = () => undefined): Shop {
  const text =
    texts.get(name) ?? readFileSync(new URL(`../../../schemas/examples/${name}.json`, import.meta.url), 'utf8')
  texts.set(name, text)
  const shop = JSON.parse(text) as Shop
  change(shop)
  return shop
}

/** The salon of the examples. */
export const salon = (change?: Change): Shop => example('salon', change)

export function resolved(shop: Shop = salon()): ResolvedShop {
  const loaded = loadShop(shop, 'test')
  if (!loaded.ok) throw new Error(loaded.problems.map(({ pointer, message }) => `${pointer} ${message.en}`).join('\n'))
  return loaded.value
}

/** A shop for a test of rules that need not make sense together. */
export const unchecked = (shop: Shop): ResolvedShop => resolveShop(shop, 'test')

/** An instant at the salon: `at('2026-12-02 14:00')`. */
export function at(wall: string): Date {
  const [day = '', time = ''] = wall.split(' ')
  return wallToInstant(day, time, 'Asia/Shanghai')
}

/** A booking with nothing left open, whether or not it could be had. */
export function assignment(
  shop: ResolvedShop,
  selection: Omit<Selection, 'start'> & { offering: string },
  wall: string,
): Assignment {
  const start = at(wall)
  const service = shop.services.get(selection.service)
  const offering = service?.offerings.find(({ id }) => id === selection.offering)
  if (!service || !offering) throw new Error('no such offering')
  const level = offering.level
  const stylist = [...shop.resources.values()].find((resource) => resource.level === level)?.id ?? ''
  return {
    service: service.id,
    offering: offering.id,
    start: start.toISOString(),
    end: new Date(start.getTime() + offering.duration * 60_000).toISOString(),
    resources: { stylist, ...selection.resources },
    options: selection.options ?? {},
    addOns: selection.addOns ?? {},
    places: [{ offering: offering.id, addOns: {} }],
  }
}
