import {
  assign,
  instantToWall,
  Refusal,
  type ResolvedShop,
  type Selection,
  type WaitlistView,
} from '../domain/index.ts'
import { derivedId } from '../ids.ts'
import type { Customer, WaitlistEntry } from '../store/index.ts'
import { answersTo, type Filled } from './answering.ts'
import type { ShopContext } from './context.ts'
import { holdView, keepHold } from './holding.ts'
import { lineOf } from './lines.ts'
import { makeOrder, requireConsent, type Accepts } from './ordering.ts'
import { takePlaces } from './places.ts'
import { keepUploads } from './uploads.ts'

export interface WaitlistRequest {
  readonly selection: Selection
  readonly answers?: Readonly<Record<string, unknown>>
  readonly participants?: readonly Readonly<Record<string, unknown>>[]
  readonly accepts?: Accepts
}

const MINUTE = 60_000
const NOTHING: Filled = { answers: {}, participants: [] }

/**
 * Joins the line. Where places are booked without asking again (`auto`), the form is filled in now. `request` tells a
 * repetition. Refuses WAITLIST_NOT_OFFERED, WAITLIST_FULL, ALREADY_WAITING, and what `assign` and the form refuse.
 */
export async function joinWaitlist(
  ctx: ShopContext,
  customer: Customer,
  { selection, answers = {}, participants = [], accepts }: WaitlistRequest,
  request: string,
): Promise<WaitlistEntry> {
  const shop = ctx.shop()
  const now = ctx.clock.now()
  const service = shop.services.get(selection.service)
  if (!service) throw new Refusal('UNKNOWN_SERVICE', { field: 'selection.service' })
  const policy = service.mode === 'appointment' ? null : service.policies.waitlist
  if (!policy) throw new Refusal('WAITLIST_NOT_OFFERED', { field: 'selection.service' })
  const assignment = assign(shop, selection, [], now)
  let filled = NOTHING
  if (policy.mode === 'auto') {
    requireConsent(accepts ?? { agreement: false, privacy: false })
    filled = await answersTo(ctx, shop, customer, assignment, { answers, participants })
  }
  const line = lineOf(selection)
  const id = derivedId('wtl', ctx.store.shop, customer.id, request)
  if (!(await ctx.store.waitlist.find(id)) && (await ctx.store.waitlist.ahead(line)) >= policy.max)
    throw new Refusal('WAITLIST_FULL')
  await keepUploads(ctx, customer, shop, assignment, filled, id)
  await ctx.store.versions.keep(shop.version, shop.source, now)
  const joined = await ctx.store.waitlist.join({
    id,
    customer: customer.id,
    version: shop.version,
    service: service.id,
    line,
    selection,
    people: assignment.places.length,
    ...filled,
    now,
  })
  if (!joined) throw new Refusal('ALREADY_WAITING')
  await tell(ctx, 'waitlist.joined', joined)
  await promote(ctx, service.id)
  return (await ctx.store.waitlist.find(id)) ?? joined
}

/** Leaves the line, or gives an offered place back. Refuses NOT_FOUND. */
export async function leaveWaitlist(ctx: ShopContext, customer: Customer, id: string): Promise<void> {
  const entry = await ctx.store.waitlist.find(id)
  if (entry?.customer !== customer.id) throw new Refusal('NOT_FOUND')
  if (entry.state !== 'waiting' && entry.state !== 'offered') return
  if (!(await ctx.store.waitlist.leave(id, ctx.clock.now()))) return
  await withdrawOffer(ctx, entry)
  await promote(ctx, entry.service)
}

/** Offers what has fallen free, in order; a party that does not fit lets those behind pass and keeps its turn. */
export async function promote(ctx: ShopContext, service: string): Promise<void> {
  if (!ctx.shop().services.get(service)?.policies.waitlist) return
  for (const entry of await ctx.store.waitlist.waitingFor(service)) await offer(ctx, entry)
}

async function offer(ctx: ShopContext, entry: WaitlistEntry): Promise<void> {
  const shop = ctx.shop()
  const now = ctx.clock.now()
  const policy = shop.services.get(entry.service)?.policies.waitlist
  if (!policy) return
  const customer = await ctx.store.customers.find(entry.customer)
  if (!customer || customer.erasedAt) return void (await ctx.store.waitlist.lapse(entry.id, now))
  const until = new Date(now.getTime() + policy.offerMinutes * MINUTE)
  // Made from the entry, so that of two processes that offer at once both find the same hold.
  const id = derivedId('hld', ctx.store.shop, entry.id)
  const { selection } = entry
  try {
    const taken = await takePlaces(ctx, shop, { id, selection, customer: customer.id, expiresAt: until })
    await keepHold(ctx, shop, customer, id, taken, until)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // Full still: it waits on. Anything else, such as a class that has begun, will not change.
    if (error.code !== 'SOLD_OUT') await ctx.store.waitlist.lapse(entry.id, now)
    return
  }
  if (!(await ctx.store.waitlist.offer(entry.id, { hold: id, until }, now))) {
    const current = await ctx.store.waitlist.find(entry.id)
    if (current?.hold !== id) await withdrawOffer(ctx, { ...entry, hold: id })
    return
  }
  if (policy.mode === 'auto') await bookAtOnce(ctx, customer, entry, id)
  else await tell(ctx, 'waitlist.offered', entry)
}

async function bookAtOnce(ctx: ShopContext, customer: Customer, entry: WaitlistEntry, hold: string): Promise<void> {
  try {
    const { answers, participants } = entry
    const accepts = { agreement: true, privacy: true }
    await makeOrder(ctx, customer, { hold, answers, participants, accepts })
    await tell(ctx, 'waitlist.booked', entry)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (await ctx.store.waitlist.lapse(entry.id, ctx.clock.now())) await withdrawOffer(ctx, { ...entry, hold })
  }
}

/** Ends offers that were not taken up in time; the next in line is offered the place. */
export async function lapseOffer(ctx: ShopContext, entry: WaitlistEntry): Promise<void> {
  if (!(await ctx.store.waitlist.lapse(entry.id, ctx.clock.now()))) return
  await withdrawOffer(ctx, entry)
  await tell(ctx, 'waitlist.lapsed', entry)
  await promote(ctx, entry.service)
}

async function withdrawOffer(ctx: ShopContext, { hold: id, customer }: WaitlistEntry): Promise<void> {
  const hold = id === null ? undefined : await ctx.store.holds.find(id, customer)
  if (!hold || hold.state === 'ordered') return
  if (await ctx.store.holds.end(hold._id, 'released')) await ctx.store.claims.release(hold.claim)
}

async function tell(
  ctx: ShopContext,
  type: 'waitlist.joined' | 'waitlist.offered' | 'waitlist.lapsed' | 'waitlist.booked',
  { id }: WaitlistEntry,
): Promise<void> {
  const at = ctx.clock.now()
  const event = { id: `${id}/${type}`, type, order: id, at }
  await ctx.store.events.append(event)
  // A message that cannot be sent must not undo the place that was offered: it is seen in the app too.
  await ctx.events
    .send(event, null)
    .catch((error: unknown) =>
      ctx.log.warn({ event: type, entry: id, error: String(error) }, 'A message could not be sent.'),
    )
}

/** An entry as its customer sees it. */
export async function waitlistView(ctx: ShopContext, entry: WaitlistEntry): Promise<WaitlistView> {
  const shop = await ctx.shopAt(entry.version)
  const service = shop.services.get(entry.service)
  const hold =
    entry.state === 'offered' && entry.hold ? await ctx.store.holds.find(entry.hold, entry.customer) : undefined
  const start = hold?.selection.start ?? startOf(shop, entry)
  const wall = start === null ? null : instantToWall(new Date(start), shop.zone)
  return {
    id: entry.id,
    selection: entry.selection,
    people: entry.people,
    state: entry.state,
    position: entry.state === 'waiting' ? await ctx.store.waitlist.positionOf(entry) : 0,
    hold: hold ? holdView(hold) : null,
    serviceTitle: service?.title ?? { 'zh-CN': entry.service },
    day: wall?.day ?? null,
    time: wall?.time ?? null,
    order: entry.order,
    createdAt: entry.createdAt.toISOString(),
  }
}

/** Start of what is waited for, or null where it has none or is no longer known. */
function startOf(shop: ResolvedShop, entry: WaitlistEntry): string | null {
  try {
    return assign(shop, entry.selection, [], entry.createdAt).start
  } catch {
    return null
  }
}
