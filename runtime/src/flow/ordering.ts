import {
  advance,
  checkAnswers,
  quote,
  Refusal,
  type PublicForm,
  type Quote,
  type ResolvedShop,
  type States,
} from '../domain/index.ts'
import { digestOf, idOfKind, newCheckInCode } from '../ids.ts'
import type { Consent, Contact, Customer, HoldDocument, Order } from '../store/index.ts'
import type { ShopContext } from './context.ts'
import { dayAt } from './places.ts'

export interface OrderRequest {
  readonly hold: string
  readonly answers: unknown
  readonly accepts: { readonly agreement: boolean; readonly privacy: boolean }
}

/** A customer who has filled in a long form must still have time to pay. */
const LEAST_TO_PAY_MS = 5 * 60_000
/** An order announced longer ago than this and still not there never came to be. */
const STORING_MS = 60_000

/**
 * Turns a hold into an order: checks the answers, makes the price anew, notes what was agreed to. Where nothing is due now
 * the order is confirmed at once. Refuses NOT_FOUND, HOLD_EXPIRED, ANSWERS_INVALID, CONSENT_MISSING.
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
  if (!request.accepts.agreement || !request.accepts.privacy) throw new Refusal('CONSENT_MISSING', { field: 'accepts' })

  const shop = await ctx.shopAt(hold.version)
  const form = formOf(shop, hold.selection.service)
  const answers = answersTo(form, request.answers)
  const contact = contactIn(form, answers)
  const price = await priceFor(ctx, shop, customer, hold, answers)

  if (
    !(await store.holds.end(hold._id, 'ordered')) &&
    (await store.holds.find(hold._id, customer.id))?.state === 'released'
  )
    throw new Refusal('HOLD_EXPIRED')
  const free = price.dueNow === 0
  const expiresAt = free ? null : new Date(Math.max(hold.expiresAt.getTime(), now.getTime() + LEAST_TO_PAY_MS))
  if (expiresAt?.getTime() !== hold.expiresAt.getTime() && !(await store.claims.extend(hold.claim, { now, expiresAt })))
    throw new Refusal('HOLD_EXPIRED')

  const made: States = { order: 'pending', booking: 'held' }
  const states = free ? advance('confirm', made) : made
  const order = await store.orders.insert({
    _id: id,
    customer: customer.id,
    version: hold.version,
    state: states.order,
    booking: states.booking,
    selection: hold.selection,
    day: dayAt(shop, new Date(hold.selection.start)),
    start: new Date(hold.selection.start),
    end: new Date(hold.selection.end),
    quote: price,
    answers,
    contactPhone: contact.phone,
    consents: consentsTo(shop, now),
    claim: hold.claim,
    attempts: [],
    expiresAt,
    checkInCode: newCheckInCode(),
    checkedInAt: null,
    reschedules: 0,
    events: free ? ['order.created', 'order.confirmed'] : ['order.created'],
    createdAt: now,
  })
  await store.customers.rememberContact(customer.id, contact)
  ctx.poke()
  return order
}

/**
 * Two orders of one customer are priced one after the other, so that a price for the first visit is given once: whoever
 * comes second finds the order of the first, or finds that it is just being stored.
 */
async function priceFor(
  ctx: ShopContext,
  shop: ResolvedShop,
  customer: Customer,
  hold: HoldDocument,
  answers: Readonly<Record<string, unknown>>,
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
    const price = quote(shop, hold.selection, { now, visits, membership: current.membership, answers })
    if (await customers.countOrder(current, { id, at: now })) return price
    current = await customers.find(current.id)
  }
}

export function formOf(shop: ResolvedShop, service: string): PublicForm {
  const form = shop.forms.get(shop.services.get(service)?.form ?? '')
  if (!form) throw new Error(`The service ${service} has no form.`)
  return form
}

function answersTo(form: PublicForm, given: unknown): Record<string, unknown> {
  const checked = checkAnswers(form, given)
  if (checked.ok) return checked.value
  const faults = checked.faults.map((fault) => ({ ...fault, field: `answers.${fault.field}` }))
  throw new Refusal('ANSWERS_INVALID', { faults })
}

/** Name and phone as the first fields of those kinds have them. */
export function contactIn(form: PublicForm, answers: Readonly<Record<string, unknown>>): Contact {
  const first = (kind: 'personName' | 'phone') => {
    const values = form.fields.filter((field) => field.kind === kind).map(({ id }) => answers[id])
    return values.find((value): value is string => typeof value === 'string' && value !== '') ?? null
  }
  return { name: first('personName'), phone: first('phone') }
}

function consentsTo(shop: ResolvedShop, at: Date): Consent[] {
  return (['agreement', 'privacy'] as const).map((document) => {
    const text = shop.source.legal?.[document]
    return { document, version: shop.version, textHash: text === undefined ? null : digestOf(JSON.stringify(text)), at }
  })
}
