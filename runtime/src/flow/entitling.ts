import { Refusal, type Assignment, type EntitlementView, type Quote, type ResolvedShop } from '../domain/index.ts'
import { digestOf } from '../ids.ts'
import type { Customer, Order } from '../store/index.ts'
import type { ShopContext } from './context.ts'

const DAY_MS = 86_400_000

/** Whether what was bought gives its holder something, such as a pass. */
export const grants = (shop: ResolvedShop, { selection }: { readonly selection: Assignment }): boolean => {
  const offerings = shop.services.get(selection.service)?.offerings ?? []
  return selection.places.some((place) => offerings.some(({ id, grants: given }) => id === place.offering && given))
}

/** Takes what the price was reduced by off the customer's passes, all or none. Refuses ENTITLEMENT_USED_UP. */
export async function takeEntitlements(
  ctx: ShopContext,
  shop: ResolvedShop,
  customer: Customer,
  order: string,
  { uses }: Quote,
): Promise<void> {
  const now = ctx.clock.now()
  for (const { entitlement, units } of uses) {
    const entry = `use/${order}/${entitlement}`
    if (await ctx.store.entitlements.use(entitlement, customer.id, units, entry, order, now)) continue
    await ctx.store.entitlements.giveBack(order, 10000, now)
    const product = (await ctx.store.entitlements.ofCustomer(customer.id, now)).find(({ id }) => id === entitlement)
    const title = shop.entitlements.get(product?.product ?? '')?.title ?? { 'zh-CN': '卡', en: 'The pass' }
    throw new Refusal('ENTITLEMENT_USED_UP', { field: 'entitlements', values: { title } })
  }
}

/**
 * Gives what was bought: a pass, a membership or stored value for each place whose offering grants one; takes it away again
 * where the order was given up. Safe to repeat: each grant has an id made from the order and the place.
 */
export async function settleGrants(ctx: ShopContext, order: Order): Promise<Order> {
  const shop = await ctx.shopAt(order.version)
  const now = ctx.clock.now()
  const offerings = shop.services.get(order.selection.service)?.offerings ?? []
  const isKept = order.state === 'confirmed' || order.state === 'completed'
  if (!isKept) await ctx.store.entitlements.revoke(order.id, now)
  for (const [index, place] of isKept ? order.selection.places.entries() : []) {
    const product = shop.entitlements.get(offerings.find(({ id }) => id === place.offering)?.grants ?? '')
    if (!product) continue
    await ctx.store.entitlements.grant(order.customer, product.id, product.kind, unitsOf(product), {
      id: `grant/${order.id}/${index}`,
      order: order.id,
      now,
      expiresAt: product.validDays === undefined ? null : new Date(now.getTime() + product.validDays * DAY_MS),
    })
  }
  const settled = await ctx.store.orders.change(order.id, now, (current) =>
    current.state === order.state && current.due.includes('grants')
      ? { done: ['grants'], ...(isKept && { events: ['entitlement.granted'] }) }
      : undefined,
  )
  return settled ?? order
}

/** Uses of a pass, fen of stored value; a membership is one whole. */
export const unitsOf = ({ kind, uses, value }: { kind: string; uses?: number; value?: number }): number =>
  kind === 'pass' ? (uses ?? 1) : kind === 'storedValue' ? (value ?? 0) : 1

/** What a customer holds, with how it was come by and used. */
export async function entitlementViews(ctx: ShopContext, customer: string): Promise<EntitlementView[]> {
  const shop = ctx.shop()
  const found = await ctx.store.entitlements.ofCustomer(customer, ctx.clock.now())
  return found.map((one) => ({
    id: one.id,
    product: one.product,
    title: shop.entitlements.get(one.product)?.title ?? { 'zh-CN': one.product },
    kind: one.kind,
    left: one.kind === 'membership' ? null : one.left,
    expiresAt: one.expiresAt?.toISOString() ?? null,
    entries: one.entries.map(({ kind, units, order, at }) => ({ kind, units, order, at: at.toISOString() })),
  }))
}

/** Given by staff, without an order. `request` tells a repetition. Refuses UNKNOWN_ENTITLEMENT. */
export async function grantByStaff(
  ctx: ShopContext,
  customer: string,
  product: string,
  request: string,
): Promise<void> {
  const known = ctx.shop().entitlements.get(product)
  if (!known) throw new Refusal('UNKNOWN_ENTITLEMENT', { field: 'product' })
  const now = ctx.clock.now()
  await ctx.store.entitlements.grant(customer, known.id, known.kind, unitsOf(known), {
    id: `grant/staff/${digestOf(`${customer}\n${request}`).slice(0, 22)}`,
    order: null,
    now,
    expiresAt: known.validDays === undefined ? null : new Date(now.getTime() + known.validDays * DAY_MS),
  })
}

/** By hand, up or down. Refuses UNKNOWN_ENTITLEMENT, ENTITLEMENT_USED_UP where less would be left than nothing. */
export async function adjustByStaff(
  ctx: ShopContext,
  customer: string,
  id: string,
  units: number,
  request: string,
): Promise<void> {
  const now = ctx.clock.now()
  const found = (await ctx.store.entitlements.ofCustomer(customer, now)).find((one) => one.id === id)
  if (!found) throw new Refusal('UNKNOWN_ENTITLEMENT')
  const title = ctx.shop().entitlements.get(found.product)?.title ?? { 'zh-CN': found.product }
  if (!(await ctx.store.entitlements.adjust(id, customer, units, `adjust/${digestOf(request).slice(0, 22)}`, now)))
    throw new Refusal('ENTITLEMENT_USED_UP', { values: { title } })
}
