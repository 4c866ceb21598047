/** The product as it runs: its API with its jobs and the embedded database, in one process. WeChat is elsewhere, as in life. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import express from 'express'
import { createShopApp, openDataKeys, openStore, openUploads } from '@kaidian/runtime'
import { loadShop } from '@kaidian/runtime/domain'
import { contentHash } from '@kaidian/runtime/version'
import { createWechatOpenApi, createWechatPay } from '@kaidian/runtime/wechat'
import { clock } from './clock.ts'
import { commands, countCommands } from './counting.ts'
import { openDatabase } from './database.ts'
import { CONSOLE_PASSWORD, serve, type ServerSettings, type UnderTest } from './protocol.ts'

const silent = { info: () => undefined, warn: console.error, error: console.error }

async function start({ openApi, pay, counting, ...settings }: ServerSettings): Promise<UnderTest> {
  if (counting) countCommands()
  const shop = loadShop(settings.shop, contentHash(settings.shop))
  if (!shop.ok) throw new Error(JSON.stringify(shop.problems))
  const { folder } = settings
  const database = await openDatabase(settings)
  const keys = openDataKeys(folder, undefined)
  const store = await openStore({ uri: database.uri, keys })
  const app = express().disable('x-powered-by')
  const server = createServer(app)
  // Longer than a phase lasts: no caller meets a connection that is just being closed.
  server.keepAliveTimeout = 120_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const shopApp = await createShopApp({
    shop: shop.value,
    store,
    uploads: await openUploads(join(folder, 'uploads'), keys),
    wechat: createWechatOpenApi({ ...openApi, clock }),
    pay: createWechatPay({ ...pay, clock }),
    clock,
    simulated: true,
    publicUrl: () => url,
    consolePassword: CONSOLE_PASSWORD,
    log: silent,
  })
  app.use('/api', shopApp.router)
  return {
    url,
    runJobs: () => shopApp.jobs.run(),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await shopApp.close()
      await store.close()
      await database.close()
    },
  }
}

serve(start, commands)
