import { createHash, randomBytes } from 'node:crypto'
import express, { type Request } from 'express'
import type { WechatPay } from '@kaidian/runtime/wechat'
import type { BareEvents } from './bare-events.ts'
import type { ClaimDay, Collections, CustomerDoc, Doc, OrderDoc } from './bare-documents.ts'

export const SHOP = 'bench'
export const MINUTE = 60_000
const FILLER = Array.from({ length: 6 }, (_, index) => ({
  label: `第 ${index} 行`,
  amount: index * 100,
  explanation: '说明',
}))

/** What an order keeps for steps that these do not take. */
const UNUSED = {
  outcomes: [],
  releases: [],
  charges: [],
  withdrawals: [],
  participants: null,
  feedback: null,
  transfer: null,
  transfers: 0,
  approval: null,
  pendingMove: null,
  balanceDue: null,
  remindedAt: null,
  leftOpen: false,
  note: null,
  returnRate: 10_000,
}

export const token = (): string => randomBytes(16).toString('hex')
export const digest = (text: string): string => createHash('sha256').update(text).digest('base64url')
export const isDuplicate = (error: unknown): boolean => (error as { code?: unknown }).code === 11000

interface HoldRequest {
  readonly selection: { readonly start: string; readonly resources: { readonly stylist: string } }
}

export interface Parts {
  readonly db: Collections
  readonly events: BareEvents
  readonly pay: WechatPay
  readonly url: () => string
}

/** The four requests of a booking, and nothing more. */
export function bareRoutes({ db, events, pay, url }: Parts): express.Router {
  const router = express.Router()
  const json = express.json()

  async function customerOf(req: Request): Promise<CustomerDoc> {
    const _id = `${SHOP}/${digest((req.get('authorization') ?? '').slice(7))}`
    const session = await db.sessions.findOne({ _id, kind: 'customer', expiresAt: { $gt: new Date() } })
    const customer = await db.customers.findOne({ _id: session?.subject ?? '', shop: SHOP })
    if (!customer) throw new Error('not signed in')
    return customer
  }

  /** Keeps the answer of a request under its key. */
  async function once(req: Request, customer: CustomerDoc, work: () => Promise<Doc>): Promise<Doc> {
    const _id = `${SHOP}/${digest(`${customer._id}\n${req.get('idempotency-key')}`)}`
    const now = Date.now()
    const times = { lockedUntil: new Date(now + MINUTE / 2), expiresAt: new Date(now + 1440 * MINUTE) }
    await db.answers.insertOne({ _id, shop: SHOP, fingerprint: digest(req.path), status: null, body: null, ...times })
    const body = await work()
    await db.answers.updateOne({ _id }, { $set: { status: 201, body: JSON.stringify(body) } })
    return body
  }

  const visitsOf = (customer: string): Promise<number> =>
    db.orders.countDocuments({
      shop: SHOP,
      customer,
      $or: [{ state: { $in: ['pending', 'confirmed'] } }, { booking: { $in: ['checked_in', 'completed'] } }],
    })

  /** Whether the last order of a customer is there; nobody asks when it was made a while ago. */
  async function requireStored({ lastOrder }: CustomerDoc): Promise<void> {
    if (lastOrder && Date.now() - lastOrder.at.getTime() < MINUTE)
      await db.orders.findOne({ _id: lastOrder.id, shop: SHOP })
  }

  async function setClaim(key: string, id: string, expiresAt: Date | null): Promise<void> {
    for (;;) {
      const day = await db.claims.findOne({ _id: key })
      if (!day) throw new Error('there is no such claim')
      const claims = day.claims.map((claim) => (claim.id === id ? { ...claim, expiresAt } : claim))
      const set = { $set: { claims, soonest: expiresAt, revision: day.revision + 1 } }
      if ((await db.claims.updateOne({ _id: key, revision: day.revision }, set)).matchedCount === 1) return
    }
  }

  /** Writes what is known to be current; reads again when somebody else has written since. */
  async function change(known: OrderDoc, set: Partial<OrderDoc>, happened: readonly string[] = []): Promise<OrderDoc> {
    for (let order = known; ;) {
      const now = new Date()
      const events = [...order.events, ...happened.map((type) => ({ type, at: now }))]
      const fields = {
        ...set,
        revision: order.revision + 1,
        updatedAt: now,
        ...(happened.length > 0 && { due: ['events'], events }),
      }
      const guard = { _id: order._id, revision: order.revision, state: order.state }
      if ((await db.orders.updateOne(guard, { $set: fields })).matchedCount === 1) return { ...order, ...fields }
      const again = await db.orders.findOne({ _id: order._id, shop: SHOP })
      if (!again) throw new Error('there is no such order')
      order = again
    }
  }

  /** False: somebody has written since it was read. */
  async function takePlace(_id: string, claim: ClaimDay['claims'][number], days: { from: string; to: string }) {
    const [, day = '', resource = ''] = _id.split('/')
    const known = await db.claims
      .find({ shop: SHOP, day: { $gte: days.from, $lte: days.to }, resource: { $in: [resource] } })
      .toArray()
    const stored = known.find((one) => one._id === _id)
    if (stored?.claims.some((one) => one.start < claim.end && claim.start < one.end)) throw new Error('taken')
    if (!stored)
      return db.claims
        .insertOne({ _id, shop: SHOP, day, resource, revision: 1, soonest: claim.expiresAt, claims: [claim] })
        .then(
          () => true,
          (error: unknown) => {
            if (isDuplicate(error)) return false
            throw error
          },
        )
    const more = { claims: [...stored.claims, claim], soonest: claim.expiresAt }
    const set = { $set: { ...more, revision: stored.revision + 1 } }
    return (await db.claims.updateOne({ _id, revision: stored.revision }, set)).matchedCount === 1
  }

  router.post('/holds', json, async (req, res) => {
    const customer = await customerOf(req)
    const { selection } = req.body as HoldRequest
    const start = new Date(selection.start)
    const end = new Date(start.getTime() + 60 * MINUTE)
    const resource = selection.resources.stylist
    const day = selection.start.slice(0, 10)
    const body = await once(req, customer, async () => {
      const now = new Date()
      const open = { shop: SHOP, customer: customer._id, state: 'open', expiresAt: { $gt: now } }
      await db.holds
        .find(open, { projection: { _id: 1 } })
        .limit(5)
        .toArray()
      const expiresAt = new Date(now.getTime() + 15 * MINUTE)
      const around = [-1, 0, 1, 2].map((days) =>
        new Date(start.getTime() + days * 1440 * MINUTE).toISOString().slice(0, 10),
      )
      const id = `hld_${token()}`
      const key = `${SHOP}/${day}/${resource}`
      const claim = { id, start, end, expiresAt }
      for (let mine = false; !mine;)
        mine = await takePlace(key, claim, { from: around[0] ?? day, to: around[3] ?? day })
      const visits = await visitsOf(customer._id)
      const hold = {
        _id: id,
        shop: SHOP,
        customer: customer._id,
        day,
        resource,
        start,
        end,
        amount: 8800 - (visits === 0 ? 0 : 1),
      }
      const stored = {
        ...hold,
        selection,
        quote: { lines: FILLER },
        claim: { id, key },
        state: 'open',
        createdAt: new Date(),
        expiresAt,
      }
      await db.holds.insertOne(stored)
      return stored
    })
    res.status(201).json({ ...body, id: body._id })
  })

  router.post('/orders', json, async (req, res) => {
    const customer = await customerOf(req)
    const request = req.body as { hold: string; answers: unknown }
    const body = await once(req, customer, async () => {
      const hold = await db.holds.findOne({ _id: request.hold, shop: SHOP, customer: customer._id })
      if (!hold) throw new Error('there is no such hold')
      const _id = hold._id.replace('hld', 'ord')
      await db.orders.findOne({ _id, shop: SHOP })
      await requireStored(customer)
      await visitsOf(customer._id)
      const { orders } = customer
      const now = new Date()
      const counted = { orders: orders + 1, lastOrder: { id: _id, at: now } }
      await db.customers.updateOne({ _id: customer._id, shop: SHOP, orders }, { $set: counted })
      const ordered = { state: 'ordered', claim: hold.claim }
      await db.holds.updateOne({ _id: hold._id, shop: SHOP, state: 'open' }, { $set: ordered })
      const order: OrderDoc = {
        _id,
        shop: SHOP,
        customer: customer._id,
        number: token().slice(0, 8),
        revision: 1,
        state: 'pending',
        booking: 'held',
        selection: hold.selection,
        day: hold.day,
        start: hold.start,
        end: hold.end,
        quote: { lines: FILLER, dueNow: hold.amount } as OrderDoc['quote'],
        answers: JSON.stringify(request.answers),
        phone: digest('phone'),
        phoneTail: digest('tail'),
        consents: [{ document: 'agreement', at: now }],
        claim: hold.claim as OrderDoc['claim'],
        attempts: [],
        ledger: [],
        expiresAt: new Date(now.getTime() + 15 * MINUTE),
        checkInCode: token().slice(0, 16),
        events: [{ type: 'order.created', at: now }],
        eventsSent: 0,
        due: ['events'],
        ...UNUSED,
        createdAt: now,
        updatedAt: now,
      }
      await db.orders.insertOne(order)
      if (customer.contact === null) {
        await db.customers.findOne({ _id: customer._id, shop: SHOP })
        await db.customers.updateOne({ _id: customer._id, shop: SHOP }, { $set: { contact: 'known' } })
      }
      return order
    })
    events.soon()
    res.status(201).json({ ...body, id: body._id })
  })

  router.post('/orders/:id/payments', json, async (req, res) => {
    const customer = await customerOf(req)
    const { id = '' } = req.params as { id?: string }
    const body = await once(req, customer, async () => {
      const order = await db.orders.findOne({ _id: id, shop: SHOP })
      if (!order) throw new Error('there is no such order')
      const outTradeNo = `${id.slice(4, 24)}-p1`
      const attempt = { outTradeNo, amount: order.quote.dueNow }
      await setClaim(order.claim.key, order.claim.id, new Date(Date.now() + 18 * MINUTE))
      const begun = await change(order, { attempts: [attempt] })
      const { prepayId } = await pay.prepayJsapi({
        outTradeNo,
        description: '洗剪吹',
        total: order.quote.dueNow,
        expiresAt: order.expiresAt ?? new Date(),
        notifyUrl: `${url()}/api/wechat/payment-notices`,
        attach: id,
        openid: customer.openid,
      })
      await change(begun, { attempts: [{ ...attempt, prepayId }] })
      return { _id: id, shop: SHOP, channel: 'jsapi', parameters: pay.paymentParameters(prepayId) }
    })
    res.status(201).json(body)
  })

  router.post('/wechat/payment-notices', express.text({ type: () => true }), async (req, res) => {
    const notice = await pay.readNotice(req.headers, String(req.body))
    if (notice.kind !== 'payment' || notice.transaction.state !== 'SUCCESS') throw new Error('not a payment')
    const { outTradeNo, transactionId, total, attach } = notice.transaction
    const _id = `${SHOP}/${notice.id}`
    const facts = { outTradeNo, transactionId, total }
    try {
      await db.notices.insertOne({ _id, shop: SHOP, state: 'received', facts, receivedAt: new Date() })
    } catch (error) {
      if (!isDuplicate(error)) throw error
      // Told again, since the answer to the first took too long: that goes on.
      res.status(204).end()
      return
    }
    const id = attach ?? ''
    const order = await db.orders.findOne({ _id: id, shop: SHOP })
    if (!order) throw new Error('there is no such order')
    await setClaim(order.claim.key, order.claim.id, null)
    const entry = { id: outTradeNo, kind: 'capture', amount: total, at: new Date(), transaction: transactionId }
    const confirmed = { state: 'confirmed', booking: 'confirmed', expiresAt: null, ledger: [entry] }
    await change(order, confirmed, ['payment.captured', 'order.confirmed'])
    await db.notices.updateOne({ _id }, { $set: { state: 'done' } })
    events.soon()
    res.status(204).end()
  })

  router.get('/orders/:id', async (req, res) => {
    await customerOf(req)
    res.json(await db.orders.findOne({ _id: (req.params as { id: string }).id, shop: SHOP }))
  })
  return router
}
