import {
  instantToWall,
  limitDraws,
  Refusal,
  transferCheck,
  type ResolvedShop,
  type TransferPreview,
} from '../domain/index.ts'
import { newCheckInCode, newId } from '../ids.ts'
import type { ClaimRef, Customer, Order } from '../store/index.ts'
import { answersTo, contactIn, formOf, participantsOf } from './answering.ts'
import { requireNoBan } from './bans.ts'
import type { ShopContext } from './context.ts'
import { drawn } from './drawing.ts'
import { consentsTo, requireConsent, type Accepts } from './ordering.ts'
import { releaseLeft } from './releasing.ts'
import { stepTo } from './stepping.ts'
import { keepUploads } from './uploads.ts'

export interface TransferOffer {
  /** Whoever has it may take the order over, once. */
  readonly code: string
}

export interface TransferRequest {
  readonly code: string
  readonly answers: unknown
  readonly participants?: unknown
  readonly accepts: Accepts
}

/** Makes a code with which another customer may take the order over; asked again, the same code. Refuses TRANSFER_NOT_ALLOWED. */
export async function offerTransfer(ctx: ShopContext, { id, version }: Order): Promise<TransferOffer> {
  const now = ctx.clock.now()
  const shop = await ctx.shopAt(version)
  const order = await ctx.store.orders.change(id, now, (current) => {
    requireTransferable(shop, current, now)
    return current.transfer ? undefined : { set: { transfer: newCheckInCode() } }
  })
  if (!order?.transfer) throw new Refusal('NOT_FOUND')
  return { code: order.transfer }
}

function requireTransferable(shop: ResolvedShop, order: Order, now: Date): void {
  const check = transferCheck(shop, { assignment: order.selection, used: order.transfers, now })
  if (!check.allowed) throw new Refusal('TRANSFER_NOT_ALLOWED', { words: check.explanation })
  stepTo('transfer', order)
}

/** @throws Refusal TRANSFER_CODE_UNKNOWN, TRANSFER_NOT_ALLOWED */
export async function previewTransfer(ctx: ShopContext, code: string): Promise<TransferPreview> {
  const order = await ctx.store.orders.findTransfer(code.trim().toUpperCase())
  if (!order) throw new Refusal('TRANSFER_CODE_UNKNOWN', { field: 'code' })
  const shop = await ctx.shopAt(order.version)
  requireTransferable(shop, order, ctx.clock.now())
  const { service, places, start } = order.selection
  const wall = start === null ? null : instantToWall(new Date(start), shop.zone)
  const asked = participantsOf(shop, order.selection)
  return {
    service,
    title: shop.services.get(service)?.title ?? { 'zh-CN': service },
    offerings: places.map(({ offering }) => offering),
    day: wall?.day ?? null,
    time: wall?.time ?? null,
    form: formOf(shop, service).id,
    participants: asked && { form: asked.form.id, count: asked.places.length },
  }
}

/**
 * Takes an order over: the form is filled in anew, conditions and limits are those of the new customer; price and place stay.
 * Refuses TRANSFER_CODE_UNKNOWN, TRANSFER_NOT_ALLOWED, ANSWERS_INVALID, NOT_ELIGIBLE, CONSENT_MISSING, BANNED, LIMIT_REACHED.
 */
export async function acceptTransfer(ctx: ShopContext, customer: Customer, request: TransferRequest): Promise<Order> {
  const { store } = ctx
  const now = ctx.clock.now()
  const order = await store.orders.findTransfer(request.code.trim().toUpperCase())
  if (!order) throw new Refusal('TRANSFER_CODE_UNKNOWN', { field: 'code' })
  const shop = await ctx.shopAt(order.version)
  requireTransferable(shop, order, now)
  requireConsent(request.accepts)
  const filled = await answersTo(ctx, shop, customer, order.selection, request)
  const contact = contactIn(formOf(shop, order.selection.service), filled.answers)
  await requireNoBan(ctx, shop, order.selection.service, { customer: customer.id, phone: contact.phone })
  await keepUploads(ctx, customer, shop, order.selection, filled, order.id)

  const limits = limitDraws(shop, order.selection, { customer: customer.id, ...filled }, store.blind)
  const isKept = ({ pool }: { pool: string }) =>
    !pool.startsWith('limit/') || limits.some((limit) => limit.pool === pool)
  const kept = order.claim.draws.filter(isKept)
  // Under an id of their own: of two who take it over at once, the one who is late gives back nothing of the other's.
  const own: ClaimRef = { id: newId('clm'), places: [], draws: [] }
  const fresh = limits.filter(({ pool }) => !kept.some((draw) => draw.pool === pool))
  const until = { now, expiresAt: null }
  const drawnNow = fresh.length === 0 ? own : await drawn(ctx, shop, order.selection, own, fresh, until)
  const taken = await store.orders.change(order, now, (current) =>
    current.revision === order.revision
      ? {
          set: {
            customer: customer.id,
            transfer: null,
            // What it was to say is somebody else's; one that was made out is not made out again.
            invoice: null,
            invoicing: current.invoicing?.issuedAt ? current.invoicing : null,
            transfers: current.transfers + 1,
            consents: consentsTo(shop, now),
            checkInCode: newCheckInCode(),
            claim: { ...order.claim, draws: [...kept, ...drawnNow.draws.map((draw) => ({ ...draw, by: own.id }))] },
            releases: [
              ...current.releases,
              { ...order.claim, places: [], draws: order.claim.draws.filter((draw) => !isKept(draw)) },
            ],
          },
          ...filled,
          contactPhone: contact.phone,
          events: ['order.transferred'],
          due: ['releases'],
        }
      : undefined,
  )
  if (!taken || taken.customer !== customer.id) {
    await store.claims.release(drawnNow)
    throw new Refusal('TRANSFER_CODE_UNKNOWN', { field: 'code' })
  }
  await store.customers.rememberContact(customer, contact)
  await releaseLeft(ctx, taken)
  ctx.poke()
  return (await store.orders.find(order.id)) ?? taken
}
