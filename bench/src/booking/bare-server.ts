/**
 * What the work costs at least: Express, the official driver and the embedded database, the same WeChat Pay client, and the same
 * commands to the database in the same order. Nothing is validated, priced, sealed, masked or logged, and nobody's rights are checked.
 */
import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import express, { type Request } from 'express'
import { MongoClient } from 'mongodb'
import { openEmbeddedDatabase } from '@kaidian/runtime/embedded'
import { INDEXES } from '@kaidian/runtime/store'
import { createWechatOpenApi, createWechatPay, type WechatPay } from '@kaidian/runtime/wechat'
import { bareEvents, type BareEvents } from './bare-events.ts'
import { collectionsOf, type Collections, type CustomerDoc, type Doc, type OrderDoc } from './bare-documents.ts'
import { clock } from './clock.ts'
import { commands, countCommands } from './counting.ts'
import { serve, type ServerSettings, type UnderTest } from './protocol.ts'

const SHOP = 'bench'
const MINUTE = 60_000
const FILLER = Array.from({ length: 6 }, (_, index) => ({
  label: `第 ${index} 行`,
  amount: index * 100,
  explanation: '说明',
}))

const token = (): string => randomBytes(16).toString('hex')
const digest = (text: string): string => createHash('sha256').update(text).digest('base64url')
const isDuplicate = (error: unknown): boolean => (error as { code?: unknown }).code === 11000

interface HoldRequest {
  readonly selection: { readonly start: string; readonly resources: { readonly stylist: string } }
}

interface Parts {
  readonly db: Collections
  readonly events: BareEvents
  readonly pay: WechatPay
  readonly url: () => string
}

function routes({ db, events, pay, url }: Parts): express.Router {
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

  async function setClaim(key: string, id: string, expiresAt: Date | null): Promise<void> {
    for (;;) {
      const day = await db.claims.findOne({ _id: key })
      if (!day) throw new Error('there is no such claim')
      const claims = day.claims.map((claim) => (claim.id === id ? { ...claim, expiresAt } : claim))
      const set = { $set: { claims, revision: day.revision + 1 } }
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

  router.post('/holds', json, async (req, res) => {
    const customer = await customerOf(req)
    const { selection } = req.body as HoldRequest
    const start = new Date(selection.start)
    const end = new Date(start.getTime() + 60 * MINUTE)
    const resource = selection.resources.stylist
    const day = selection.start.slice(0, 10)
    const body = await once(req, customer, async () => {
      const visits = await visitsOf(customer._id)
      const expiresAt = new Date(Date.now() + 15 * MINUTE)
      const around = [-1, 0, 1, 2].map((days) =>
        new Date(start.getTime() + days * 1440 * MINUTE).toISOString().slice(0, 10),
      )
      const known = await db.claims
        .find({ shop: SHOP, day: { $gte: around[0] ?? day, $lte: around[3] ?? day }, resource: { $in: [resource] } })
        .toArray()
      const id = `hld_${token()}`
      const key = `${SHOP}/${day}/${resource}`
      const claim = { id, start, end, expiresAt }
      const mine = known.find(({ _id }) => _id === key)
      if (mine?.claims.some((one) => one.start < end && start < one.end)) throw new Error('taken')
      if (mine) {
        const { matchedCount } = await db.claims.updateOne(
          { _id: key, revision: mine.revision },
          { $set: { claims: [...mine.claims, claim], revision: mine.revision + 1 } },
        )
        if (matchedCount === 0) throw new Error('overtaken')
      } else await db.claims.insertOne({ _id: key, shop: SHOP, day, resource, revision: 1, claims: [claim] })
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
      await visitsOf(customer._id)
      const { orders } = customer
      await db.customers.updateOne({ _id: customer._id, shop: SHOP, orders }, { $set: { orders: orders + 1 } })
      await db.holds.updateOne({ _id: hold._id, shop: SHOP, state: 'open' }, { $set: { state: 'ordered' } })
      const now = new Date()
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
        createdAt: now,
        updatedAt: now,
      }
      await db.orders.insertOne(order)
      const known = await db.customers.findOne({ _id: customer._id, shop: SHOP })
      if (known?.contact === null)
        await db.customers.updateOne({ _id: customer._id, shop: SHOP }, { $set: { contact: 'known' } })
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
    await db.notices.insertOne({ _id, shop: SHOP, state: 'received', facts, receivedAt: new Date() })
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

async function start({ folder, openApi, pay, counting }: ServerSettings): Promise<UnderTest> {
  if (counting) countCommands()
  const database = await openEmbeddedDatabase({ folder: join(folder, 'database') })
  const client = new MongoClient(database.uri, { ignoreUndefined: true, writeConcern: { w: 'majority' } })
  await client.connect()
  const mongo = client.db('kaidian')
  const db = collectionsOf(mongo)
  for (const name of Object.keys(db) as (keyof Collections)[])
    for (const { key, unique } of INDEXES[name])
      await mongo.collection(name).createIndex(key, { unique: unique ?? false })

  const wechat = createWechatOpenApi({ ...openApi, clock })
  const app = express().disable('x-powered-by')
  let url = ''
  app.post('/api/sessions', express.json(), async (req, res) => {
    const { openid } = await wechat.codeToSession((req.body as { wechatCode: string }).wechatCode)
    const customer = { _id: `cus_${token()}`, shop: SHOP, openid, orders: 0, contact: null, createdAt: new Date() }
    await db.customers.insertOne(customer)
    const given = token()
    const expiresAt = new Date(Date.now() + 1440 * MINUTE)
    const session = { _id: `${SHOP}/${digest(given)}`, shop: SHOP, kind: 'customer', subject: customer._id, expiresAt }
    await db.sessions.insertOne(session)
    res.status(201).json({ token: given })
  })
  const events = bareEvents(db, SHOP)
  const router = routes({ db, events, pay: createWechatPay({ ...pay, clock }), url: () => url })
  app.use('/api', router)
  app.use((error: unknown, _req: Request, res: express.Response, _next: express.NextFunction) => {
    console.error(error)
    res.status(isDuplicate(error) ? 409 : 500).end()
  })
  const server = createServer(app)
  // Longer than a phase lasts: no caller meets a connection that is just being closed.
  server.keepAliveTimeout = 120_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await events.settled()
      await client.close()
      await database.close()
    },
  }
}

serve(start, commands)
