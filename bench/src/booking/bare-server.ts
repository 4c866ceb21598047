/**
 * What the work costs at least: Express, the official driver and the embedded database, the same WeChat Pay client, and the same
 * commands to the database in the same order. Nothing is validated, priced, sealed, masked or logged, and nobody's rights are checked.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Request } from 'express'
import { MongoClient } from 'mongodb'
import { INDEXES } from '@kaidian/runtime/store'
import { createWechatOpenApi, createWechatPay } from '@kaidian/runtime/wechat'
import { collectionsOf, type Collections } from './bare-documents.ts'
import { bareEvents } from './bare-events.ts'
import { bareRoutes, digest, isDuplicate, MINUTE, SHOP, token } from './bare-routes.ts'
import { clock } from './clock.ts'
import { commands, countCommands } from './counting.ts'
import { openDatabase } from './database.ts'
import { serve, type ServerSettings, type UnderTest } from './protocol.ts'

async function start({ openApi, pay, counting, ...settings }: ServerSettings): Promise<UnderTest> {
  if (counting) countCommands()
  const database = await openDatabase(settings)
  const client = new MongoClient(database.uri, { ignoreUndefined: true, writeConcern: { w: 'majority' } })
  await client.connect()
  const mongo = client.db('kaidian')
  const db = collectionsOf(mongo)
  for (const name of Object.keys(db) as (keyof Collections)[])
    for (const { key, unique, only } of INDEXES[name])
      await mongo
        .collection(name)
        .createIndex(key, { unique: unique ?? false, ...(only && { partialFilterExpression: only }) })

  const wechat = createWechatOpenApi({ ...openApi, clock })
  const app = express().disable('x-powered-by')
  let url = ''
  app.post('/api/sessions', express.json(), async (req, res) => {
    const { openid } = await wechat.codeToSession((req.body as { wechatCode: string }).wechatCode)
    const customer = {
      _id: `cus_${token()}`,
      shop: SHOP,
      openid,
      orders: 0,
      lastOrder: null,
      contact: null,
      createdAt: new Date(),
    }
    await db.customers.insertOne(customer)
    const given = token()
    const expiresAt = new Date(Date.now() + 1440 * MINUTE)
    const session = { _id: `${SHOP}/${digest(given)}`, shop: SHOP, kind: 'customer', subject: customer._id, expiresAt }
    await db.sessions.insertOne(session)
    res.status(201).json({ token: given })
  })
  const events = bareEvents(db, SHOP, settings.leads)
  const router = bareRoutes({ db, events, pay: createWechatPay({ ...pay, clock }), url: () => url })
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
