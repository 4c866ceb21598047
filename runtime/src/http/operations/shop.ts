import {
  availability,
  firstFreeDay,
  describeShop,
  Refusal,
  addDays,
  type AvailabilityRequest,
  type Availability,
} from '../../domain/index.ts'
import { occupiedOn } from '../../flow/places.ts'
import { operation, summary } from '../operation.ts'
import { between, day, id, map } from '../schemas/build.ts'

interface AvailabilityQuery {
  readonly service: string
  readonly offering?: string
  readonly resource?: string
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
      name: 'options',
      schema: map(id, 10),
      style: 'deep',
      description: 'Option to choice: they may lengthen the visit.',
    },
    { name: 'addOns', schema: map(between(1, 9), 50), style: 'deep' },
    { name: 'from', schema: day, required: true },
    { name: 'days', schema: between(1, 31) },
    { name: 'explain', schema: between(0, 1), description: '1: with the reason for each start that is not offered.' },
  ],
  responses: { 200: 'Availability' },
  refusals: ['UNKNOWN_SERVICE', 'UNKNOWN_OFFERING', 'UNKNOWN_RESOURCE', 'UNKNOWN_OPTION', 'UNKNOWN_ADD_ON'],
  async handle({ ctx, query }) {
    const shop = ctx.shop()
    const { service, offering, resource, options, addOns, from, days = 1, explain } = query
    if (addDays(from, 0) !== from) throw new Refusal('INPUT_INVALID', { field: 'from' })
    const role = shop.services.get(service)?.requirements[0]?.role
    const request: AvailabilityRequest = {
      service,
      from,
      days,
      ...(offering !== undefined && { offering }),
      ...(resource !== undefined && role !== undefined && { resources: { [role]: resource } }),
      ...(options && { options }),
      ...(addOns && { addOns }),
      ...(explain === 1 && { explain: true }),
    }
    const now = ctx.clock.now()
    const found = availability(shop, request, await occupiedOn(ctx, shop, service, from, days), now)
    const body: Availability = { days: found, next: null }
    if (found.some(({ starts }) => starts.length > 0)) return { status: 200, body }
    const horizon = shop.services.get(service)?.policies.booking.horizon ?? 0
    const ahead = await occupiedOn(ctx, shop, service, from, horizon + 1)
    return { status: 200, body: { ...body, next: firstFreeDay(shop, request, ahead, now) } }
  },
})
