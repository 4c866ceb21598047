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
import { requireNoBan } from './bans.ts'
import { type Ordering, quoteContext } from './pricing.ts'
import { dayAt, instantOf, occupiedOn, takePlaces, type Taken } from './places.ts'
import { hasLine, requireNobodyAhead } from './lines.ts'

export const holdView = ({ _id: id, selection, quote: price, expiresAt }: HoldDocument): Hold => ({
  id,
  selection,
  quote: price,
  expiresAt: expiresAt.toISOString(),
})

/** How long a place is kept while a customer decides, in milliseconds. */
export const holdMillis = (shop: ResolvedShop, service: string): number =>
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
  await requireNoBan(ctx, shop, selection.service, { customer: customer.id })
  const open = await ctx.store.holds.openOf(customer.id, now, MOST_HOLDS)
  const isFull = open.length === MOST_HOLDS
  // Whoever holds it already is not counted again, and does not stand in line again.
  if (!open.includes(id) && (isFull || hasLine(shop, selection)) && !(await ctx.store.holds.find(id, customer.id))) {
    if (isFull) throw new Refusal('TOO_MANY_HOLDS')
    await requireNobodyAhead(ctx, shop, selection)
  }
  const taken = await takePlaces(ctx, shop, { id, selection, customer: customer.id, expiresAt })
  return keepHold(ctx, shop, customer, id, taken, expiresAt)
}

/** Notes what was taken for whom, and at which price. */
export async function keepHold(
  ctx: ShopContext,
  shop: ResolvedShop,
  customer: Customer,
  id: string,
  { assignment, claim }: Taken,
  expiresAt: Date,
): Promise<HoldDocument> {
  const now = ctx.clock.now()
  const price = quote(shop, assignment, await quoteContext(ctx, customer, {}))
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

export interface QuoteRequest extends Ordering {
  readonly selection?: Selection
  /** The customer's own hold, whose price is asked for. */
  readonly hold?: string
}

/**
 * What a selection would cost, without keeping anything; of the customer's own open `hold`, what that would cost. A hold that is
 * over is refused with HOLD_ORDERED or HOLD_EXPIRED, that of nobody signed in with NOT_SIGNED_IN, unless there is a selection beside it.
 */
export async function priceOf(ctx: ShopContext, customer: Customer | undefined, request: QuoteRequest): Promise<Quote> {
  // What the customer holds is taken, by themselves: their answers may still change its price.
  const kept = customer && request.hold ? await ctx.store.holds.find(request.hold, customer.id) : undefined
  const mine = kept?.state === 'open' ? kept : undefined
  const shop = mine ? await ctx.shopAt(mine.version) : ctx.shop()
  if (!mine && !request.selection) {
    if (!request.hold) throw new Refusal('INPUT_INVALID', { field: 'selection' })
    if (!customer) throw new Refusal('NOT_SIGNED_IN')
    throw new Refusal(kept?.state === 'ordered' ? 'HOLD_ORDERED' : 'HOLD_EXPIRED')
  }
  const assignment = mine?.selection ?? (await assigned(ctx, shop, request.selection as Selection))
  return quote(shop, assignment, await quoteContext(ctx, customer, request))
}

/** What the selection would be given now. */
async function assigned(ctx: ShopContext, shop: ResolvedShop, selection: Selection): Promise<Assignment> {
  const now = ctx.clock.now()
  if (shop.services.get(selection.service)?.mode !== 'appointment') return assign(shop, selection, [], now)
  const start = instantOf(selection.start ?? '', 'selection.start')
  const claims = await occupiedOn(ctx, shop, selection, dayAt(shop, start), 1)
  return assign(shop, selection, claims, now)
}
