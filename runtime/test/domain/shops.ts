import { readFileSync } from 'node:fs'
import type { Shop } from '@kaidian/schemas'
import {
  type Assignment,
  type ResolvedShop,
  resolveShop,
  type Selection,
  wallToInstant,
} from '../../src/domain/index.ts'

const text = readFileSync(new URL('../../../schemas/examples/salon.json', import.meta.url), 'utf8')

/** The salon of the examples, fresh each time, changed as the test says. */
export function salon(change: (shop: Shop) => void = () => undefined): Shop {
  const shop = JSON.parse(text) as Shop
  change(shop)
  return shop
}

export function resolved(shop: Shop = salon()): ResolvedShop {
  return resolveShop(shop, 'test')
}

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
