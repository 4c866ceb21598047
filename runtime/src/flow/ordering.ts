import {
  advance,
  approvalOf,
  couponDraws,
  limitDraws,
  quote,
  Refusal,
  stepWhenMade,
  type Quote,
  type ResolvedShop,
  type States,
} from '../domain/index.ts'
import { digestOf, idOfKind, newCheckInCode } from '../ids.ts'
import type { ClaimRef, Consent, Customer, EventType, HoldDocument, Order } from '../store/index.ts'
import { answersTo, contactIn, formOf, type Filled } from './answering.ts'
import { requireNoBan } from './bans.ts'
import type { ShopContext } from './context.ts'
import { drawn } from './drawing.ts'
import { takeEntitlements } from './entitling.ts'
import { give, toGive } from './giving.ts'
import { hasLine } from './lines.ts'
import { dayAt } from './places.ts'
import { quoteContext, type Ordering } from './pricing.ts'
import { nextDue } from './dues.ts'
import { keepUploads } from './uploads.ts'

export interface OrderRequest extends Omit<Ordering, 'answers' | 'participants'> {
  readonly hold: string
  readonly answers: unknown
  readonly participants?: unknown
  readonly accepts: Accepts
}

export interface Accepts {
  readonly agreement: boolean
  readonly privacy: boolean
}

/** A customer who has filled in a long form must still have time to pay. */
const LEAST_TO_PAY_MS = 5 * 60_000
/** An order announced longer ago than this and still not there never came to be. */
const STORING_MS = 60_000

/**
 * Turns a hold into an order: checks the answers, makes the price anew, draws on limits, coupon and passes, notes what was
 * agreed to. Where nothing is due now and nobody has to approve, the order is confirmed at once. Refuses NOT_FOUND,
 * HOLD_EXPIRED, ANSWERS_INVALID, CONSENT_MISSING, BANNED, LIMIT_REACHED, COUPON_UNKNOWN, COUPON_NOT_APPLICABLE,
 * COUPON_USED_UP, UNKNOWN_PLAN, UNKNOWN_ENTITLEMENT, ENTITLEMENT_USED_UP.
 */
export async function makeOrder(ctx: ShopContext, customer: Customer, request: OrderRequest): Promise<Order> {
  const { store, clock } = ctx
  const now = clock.now()
  const hold = await store.holds.find(request.hold, customer.id)
  if (!hold) throw new Refusal('NOT_FOUND', { field: 'hold' })
  const id = idOfKind('ord', hold._id)
  const before = await store.orders.find(id)
  if (before) return before
  if (hold.state === 'released' || hold.expiresAt <= now) throw new Refusal('HOLD_EXPIRED')
  requireConsent(request.accepts)

  const shop = await ctx.shopAt(hold.version)
  const filled = await answersTo(ctx, shop, customer, hold.selection, request)
  const contact = contactIn(formOf(shop, hold.selection.service), filled.answers)
  await requireNoBan(ctx, shop, hold.selection.service, { customer: customer.id, phone: contact.phone })
  const price = await priceFor(ctx, shop, customer, hold, { ...request, ...filled })
  await keepUploads(ctx, customer, shop, hold.selection, filled, id)

  const claim = await drawnFor(ctx, shop, customer, hold, filled, price)
  if (!(await store.holds.end(hold._id, 'ordered', claim)) && (await isReleased(ctx, hold, customer)))
    throw new Refusal('HOLD_EXPIRED')
  const step = stepWhenMade(approvalOf(shop, hold.selection), price.dueNow)
  const states = firstStates(step)
  const expiresAt = step === null ? new Date(Math.max(hold.expiresAt.getTime(), now.getTime() + LEAST_TO_PAY_MS)) : null
  if (expiresAt?.getTime() !== hold.expiresAt.getTime() && !(await store.claims.extend(claim, { now, expiresAt }))) {
    // Some of it may have been made to last before the rest was found gone.
    await store.claims.release(claim)
    throw new Refusal('HOLD_EXPIRED')
  }
  await takeEntitlements(ctx, shop, customer, id, price)

  const { start, end } = hold.selection
  const order = await store.orders.insert({
    _id: id,
    customer: customer.id,
    version: hold.version,
    ...states,
    selection: hold.selection,
    day: start === null ? null : dayAt(shop, new Date(start)),
    start: start === null ? null : new Date(start),
    end: end === null ? null : new Date(end),
    quote: price,
    ...filled,
    contactPhone: contact.phone,
    consents: consentsTo(shop, now),
    claim,
    balanceDue: nextDue(price.schedule, 0),
    attempts: [],
    expiresAt,
    checkInCode: newCheckInCode(),
    checkedInAt: null,
    reschedules: 0,
    events: eventsOf(step),
    due: states.state === 'confirmed' ? toGive(shop, hold) : [],
    createdAt: now,
  })
  await store.customers.rememberContact(customer, contact)
  if (hasLine(shop, hold.selection)) await store.waitlist.bookedFrom(hold._id, id, now)
  const settled = await give(ctx, order)
  ctx.poke()
  return settled
}

export function requireConsent({ agreement, privacy }: Accepts): void {
  if (!agreement || !privacy) throw new Refusal('CONSENT_MISSING', { field: 'accepts' })
}

const isReleased = async (ctx: ShopContext, { _id }: HoldDocument, customer: Customer): Promise<boolean> =>
  (await ctx.store.holds.find(_id, customer.id))?.state === 'released'

/** What the answers draw on beside the places themselves: limits by phone or person, the budget of a coupon. */
async function drawnFor(
  ctx: ShopContext,
  shop: ResolvedShop,
  customer: Customer,
  hold: HoldDocument,
  filled: Filled,
  price: Quote,
): Promise<ClaimRef> {
  const draws = [
    ...(price.coupon === null ? [] : couponDraws(shop, price.coupon, customer.id)),
    ...limitDraws(shop, hold.selection, { customer: customer.id, ...filled }, ctx.store.blind),
  ].filter(({ pool, counter }) => !hold.claim.draws.some((known) => known.pool === pool && known.counter === counter))
  if (draws.length === 0) return hold.claim
  return drawn(ctx, shop, hold.selection, hold.claim, draws, { now: ctx.clock.now(), expiresAt: hold.expiresAt })
}

/** Where an order begins: waiting for money, for approval, or for nothing. */
function firstStates(event: ReturnType<typeof stepWhenMade>): { state: States['order']; booking: States['booking'] } {
  const made: States = { order: 'pending', booking: 'held' }
  const next = event ? advance(event, made) : made
  return { state: next.order, booking: next.booking }
}

const eventsOf = (step: ReturnType<typeof stepWhenMade>): EventType[] => [
  'order.created',
  ...(step === 'confirm' ? (['order.confirmed'] as const) : []),
  ...(step === 'requestApproval' ? (['order.awaiting_approval'] as const) : []),
]

/**
 * Two orders of one customer are priced one after the other, so that a price for the first visit is given once: whoever
 * comes second finds the order of the first, or finds that it is just being stored.
 */
async function priceFor(
  ctx: ShopContext,
  shop: ResolvedShop,
  customer: Customer,
  hold: HoldDocument,
  said: Ordering,
): Promise<Quote> {
  const { orders, customers } = ctx.store
  const id = idOfKind('ord', hold._id)
  const now = ctx.clock.now()
  let current: Customer | undefined = customer
  for (;;) {
    if (!current) throw new Refusal('NOT_SIGNED_IN')
    const { lastOrder } = current
    const recent = lastOrder && lastOrder.id !== id && now.getTime() - lastOrder.at.getTime() < STORING_MS
    const beingStored = recent && !(await orders.find(lastOrder.id)) ? 1 : 0
    const visits = (await orders.history(current.id)) + beingStored
    const price = quote(shop, hold.selection, await quoteContext(ctx, current, said, { visits }))
    if (await customers.countOrder(current, { id, at: now })) return price
    current = await customers.find(current.id)
  }
}

export function consentsTo(shop: ResolvedShop, at: Date): Consent[] {
  return (['agreement', 'privacy'] as const).map((document) => {
    const text = shop.source.legal?.[document]
    return { document, version: shop.version, textHash: text === undefined ? null : digestOf(JSON.stringify(text)), at }
  })
}
