import {
  availability,
  firstFreeDay,
  describeShop,
  Refusal,
  addDays,
  sessionPools,
  sessionsOf,
  ticketPools,
  ticketsOf,
  type AvailabilityRequest,
  type Availability,
} from '../../domain/index.ts'
import type { ShopContext } from '../../flow/context.ts'
import { occupiedOn } from '../../flow/places.ts'
import { operation, summary } from '../operation.ts'
import { between, day, id, map, pattern } from '../schemas/build.ts'

interface AvailabilityQuery {
  readonly service: string
  readonly offering?: string
  readonly resource?: string
  readonly people?: number
  readonly duration?: number
  readonly then?: string
  readonly options?: Readonly<Record<string, string>>
  readonly addOns?: Readonly<Record<string, number>>
  readonly from: string
  readonly days?: number
  readonly explain?: number
}

export const getShop = operation({
  method: 'get',
  path: '/shop',
  id: 'getShop',
  tag: 'shop',
  summary: summary('店铺资料、服务、价目和登记表', 'The shop: profile, services, prices and forms'),
  access: 'open',
  responses: { 200: 'Shop' },
  async handle({ ctx }) {
    return { status: 200, body: describeShop(ctx.shop(), ctx.simulated) }
  },
})

export const getAvailability = operation<undefined, AvailabilityQuery>({
  method: 'get',
  path: '/availability',
  id: 'getAvailability',
  tag: 'shop',
  summary: summary('可约时间', 'Free starts'),
  access: 'open',
  query: [
    { name: 'service', schema: id, required: true },
    { name: 'offering', schema: id },
    { name: 'resource', schema: id, description: 'The one chosen for the first role of the service.' },
    {
      name: 'people',
      schema: between(1, 1000),
      description: 'How many people; the least the service takes when left out.',
    },
    { name: 'duration', schema: between(5, 10080), description: 'Minutes, where the customer chooses.' },
    {
      name: 'then',
      schema: pattern('^[a-z][a-z0-9-]{0,39}(,[a-z][a-z0-9-]{0,39}){0,4}$', 210),
      description: 'Services that follow in a row, separated by commas.',
    },
    {
      name: 'options',
      schema: map(id, 10),
      style: 'deep',
      description: 'Option to choice: they may lengthen the visit.',
    },
    { name: 'addOns', schema: map(between(1, 999), 50), style: 'deep' },
    { name: 'from', schema: day, required: true },
    { name: 'days', schema: between(1, 31) },
    { name: 'explain', schema: between(0, 1), description: '1: with the reason for each start that is not offered.' },
  ],
  responses: { 200: 'Availability' },
  refusals: [
    'UNKNOWN_SERVICE',
    'UNKNOWN_OFFERING',
    'UNKNOWN_RESOURCE',
    'UNKNOWN_OPTION',
    'UNKNOWN_ADD_ON',
    'DURATION_INVALID',
    'PEOPLE_INVALID',
    'COMBINATION_INVALID',
  ],
  async handle({ ctx, query }) {
    const shop = ctx.shop()
    const { service, offering, resource, people, duration, then, options, addOns, from, days = 1, explain } = query
    if (addDays(from, 0) !== from) throw new Refusal('INPUT_INVALID', { field: 'from' })
    const role = shop.services.get(service)?.requirements[0]?.role
    const request: AvailabilityRequest = {
      service,
      from,
      days,
      ...(offering !== undefined && { offering }),
      ...(resource !== undefined && role !== undefined && { resources: { [role]: resource } }),
      ...(people !== undefined && { people }),
      ...(duration !== undefined && { duration }),
      ...(then !== undefined && { then: then.split(',').map((one) => ({ service: one })) }),
      ...(options && { options }),
      ...(addOns && { addOns }),
      ...(explain === 1 && { explain: true }),
    }
    const now = ctx.clock.now()
    const found = availability(shop, request, await occupiedOn(ctx, shop, request, from, days), now)
    const body: Availability = { days: found, next: null }
    if (found.some(({ starts }) => starts.length > 0)) return { status: 200, body }
    const horizon = shop.services.get(service)?.policies.booking.horizon ?? 0
    const ahead = await occupiedOn(ctx, shop, request, from, horizon + 1)
    return { status: 200, body: { ...body, next: firstFreeDay(shop, request, ahead, now) } }
  },
})

const MOST_DAYS = 366

async function usedIn(ctx: ShopContext, pools: readonly string[]): Promise<(pool: string, counter: string) => number> {
  const used = await ctx.store.pools.used(pools, ctx.clock.now())
  return (pool, counter) => used.get(pool)?.[counter] ?? 0
}

export const listSessions = operation<undefined, { service: string; from: string; days?: number }>({
  method: 'get',
  path: '/sessions',
  id: 'listSessions',
  tag: 'shop',
  summary: summary('场次和余位', 'Sessions and the seats left'),
  access: 'open',
  query: [
    { name: 'service', schema: id, required: true },
    { name: 'from', schema: day, required: true },
    { name: 'days', schema: between(1, MOST_DAYS) },
  ],
  responses: { 200: 'Sessions' },
  refusals: ['UNKNOWN_SERVICE'],
  async handle({ ctx, query: { service, from, days = 31 } }) {
    if (addDays(from, 0) !== from) throw new Refusal('INPUT_INVALID', { field: 'from' })
    const shop = ctx.shop()
    const used = await usedIn(ctx, sessionPools(shop, service, from, days))
    return { status: 200, body: { sessions: sessionsOf(shop, service, { from, days }, used, ctx.clock.now()) } }
  },
})

/** Fewer say more about those who gave them than about the service. */
const FEWEST_RATINGS = 3

export const listRatings = operation({
  method: 'get',
  path: '/ratings',
  id: 'listRatings',
  tag: 'shop',
  summary: summary('各项服务的评分', 'What customers gave each service in stars'),
  access: 'open',
  responses: { 200: 'Ratings' },
  async handle({ ctx }) {
    const ratings = (await ctx.store.orders.ratings()).filter(({ count }) => count >= FEWEST_RATINGS)
    return { status: 200, body: { ratings } }
  },
})

export const listTickets = operation<undefined, { service: string }>({
  method: 'get',
  path: '/tickets',
  id: 'listTickets',
  tag: 'shop',
  summary: summary('票种和余量', 'Tickets and how many are left'),
  access: 'open',
  query: [{ name: 'service', schema: id, required: true }],
  responses: { 200: 'Tickets' },
  refusals: ['UNKNOWN_SERVICE'],
  async handle({ ctx, query: { service } }) {
    const shop = ctx.shop()
    const used = await usedIn(ctx, ticketPools(shop, service))
    return { status: 200, body: { tickets: ticketsOf(shop, service, used, ctx.clock.now()) } }
  },
})
