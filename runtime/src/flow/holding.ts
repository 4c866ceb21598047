import {
  assign,
  quote,
  Refusal,
  type Assignment,
  type Hold,
  type Quote,
  type ResolvedShop,
  type Selection,
} from '../domain/index.ts'
import { derivedId } from '../ids.ts'
import type { Customer, HoldDocument } from '../store/index.ts'
import type { ShopContext } from './context.ts'
import { dayAt, instantOf, occupiedOn, takePlaces } from './places.ts'

export const holdView = ({ _id: id, selection, quote: price, expiresAt }: HoldDocument): Hold => ({
  id,
  selection,
  quote: price,
  expiresAt: expiresAt.toISOString(),
})

const holdMillis = (shop: ResolvedShop, service: string): number =>
  (shop.services.get(service)?.policies.booking.holdMinutes ?? 15) * 60_000

/** Places one customer may keep at a time without an order; nobody keeps the whole book busy. */
const MOST_HOLDS = 5

/**
 * Keeps a place while the customer fills in the form. `request` is the customer's key of this request: the same request,
 * repeated after a crash, finds the place it took. Refuses TOO_MANY_HOLDS.
 */
export async function placeHold(
  ctx: ShopContext,
  customer: Customer,
  selection: Selection,
  request: string,
): Promise<HoldDocument> {
  const shop = ctx.shop()
  const now = ctx.clock.now()
  const expiresAt = new Date(now.getTime() + holdMillis(shop, selection.service))
  const id = derivedId('hld', ctx.store.shop, customer.id, request)
  const kept = await ctx.store.holds.find(id, customer.id)
  if (!kept && (await ctx.store.holds.openOf(customer.id, now, MOST_HOLDS)) === MOST_HOLDS)
    throw new Refusal('TOO_MANY_HOLDS')
  const visits = await ctx.store.orders.history(customer.id)
  const { assignment, claim } = await takePlaces(ctx, shop, { id, selection, expiresAt })
  const price = quote(shop, assignment, { now, visits, membership: customer.membership, answers: {} })
  await ctx.store.versions.keep(shop.version, shop.source, now)
  return ctx.store.holds.insert({
    _id: id,
    customer: customer.id,
    version: shop.version,
    selection: assignment,
    quote: price,
    claim,
    state: 'open',
    createdAt: now,
    expiresAt,
  })
}

/** Gives a held place back. Refuses NOT_FOUND, and ORDER_NOT_PENDING once it has become an order. */
export async function releaseHold(ctx: ShopContext, customer: Customer, id: string): Promise<void> {
  const hold = await ctx.store.holds.find(id, customer.id)
  if (!hold) throw new Refusal('NOT_FOUND')
  if (hold.state === 'ordered' || (!(await ctx.store.holds.end(id, 'released')) && hold.state === 'open'))
    throw new Refusal('ORDER_NOT_PENDING')
  await ctx.store.claims.release(hold.claim)
}

/** What a selection would cost, without keeping anything; of the customer's own open `hold`, what that would cost. */
export async function priceOf(
  ctx: ShopContext,
  customer: Customer | undefined,
  selection: Selection,
  answers: Readonly<Record<string, unknown>>,
  hold?: string,
): Promise<Quote> {
  const now = ctx.clock.now()
  // What the customer holds is taken, by themselves: their answers may still change its price.
  const found = customer && hold ? await ctx.store.holds.find(hold, customer.id) : undefined
  const held = found?.state === 'open' ? found : undefined
  const shop = held ? await ctx.shopAt(held.version) : ctx.shop()
  const assignment = held?.selection ?? (await assigned(ctx, shop, selection))
  const visits = customer ? await ctx.store.orders.history(customer.id) : 0
  return quote(shop, assignment, { now, visits, membership: customer?.membership ?? null, answers })
}

/** What the selection would be given now. */
async function assigned(ctx: ShopContext, shop: ResolvedShop, selection: Selection): Promise<Assignment> {
  const start = instantOf(selection.start, 'selection.start')
  const claims = await occupiedOn(ctx, shop, selection.service, dayAt(shop, start), 1)
  return assign(shop, selection, claims, ctx.clock.now())
}
