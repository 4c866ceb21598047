/** One API process of several on a shared database; told what to do over IPC. Started by `processes.ts`. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contentHash, createShopApp, dataKeysFrom, openStore, openUploads, type ShopApp } from '../../src/index.ts'
import { loadShop } from '../../src/domain/index.ts'
import { createWechatOpenApi, createWechatPay } from '../../src/wechat/index.ts'
import type { SimulatorConfig } from '../../src/wechat/simulator/index.ts'
import { clockAt } from '../wechat/set-clock.ts'

export interface Start {
  readonly uri: string
  readonly database: string
  readonly dataKey: string
  /** The first one's API is at `/api`, those of the others at `/<id>/api`. */
  readonly shops: readonly unknown[]
  readonly now: string
  readonly simulator: SimulatorConfig
}
export type Command =
  | { readonly start: Start }
  | { readonly now: string }
  | { readonly jobs: true }
  /** Of a shop, by its place in `shops`; resolves to what was found. */
  | { readonly reconcile: number }
  /** From now on its notices are to be sent here. */
  | { readonly publicUrl: string }

const clock = clockAt(0 as unknown as Date)
let publicUrl = ''
const apps: ShopApp[] = []

async function start({ uri, database, dataKey, shops, now, simulator }: Start): Promise<number> {
  clock.set(new Date(now))
  const keys = dataKeysFrom(dataKey)
  const store = await openStore({ uri, database, keys })
  const uploads = await openUploads(join(tmpdir(), database, 'uploads'), keys)
  const root = express()
  for (const [index, shop] of shops.entries()) {
    const loaded = loadShop(shop, contentHash(shop))
    if (!loaded.ok) throw new Error(`The shop is not valid: ${JSON.stringify(loaded.problems)}`)
    const prefix = index === 0 ? '' : `/${loaded.value.id}`
    const app = await createShopApp({
      shop: loaded.value,
      store,
      uploads,
      wechat: createWechatOpenApi({ ...simulator.openApi, clock }),
      pay: createWechatPay({ ...simulator.pay, clock }),
      clock,
      simulated: true,
      publicUrl: () => publicUrl + prefix,
      consolePassword: 'a password for tests',
      log: silent,
      timer: false,
    })
    apps.push(app)
    root.use(`${prefix}/api`, app.router)
  }
  const server = createServer(root)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  publicUrl ||= `http://127.0.0.1:${port}`
  return port
}

const silent = {
  info() {},
  warn() {},
  error: (fields: object, message: string) => void process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
}

process.on('message', (command: Command) => {
  const answer = async (): Promise<unknown> => {
    if ('start' in command) return start(command.start)
    if ('now' in command) clock.set(new Date(command.now))
    if ('publicUrl' in command) publicUrl = command.publicUrl
    if ('jobs' in command) for (const app of apps) await app.jobs.run()
    if ('reconcile' in command) return (await apps[command.reconcile]?.reconcile({ payDays: 366 }))?.found
    return null
  }
  answer().then(
    (value) => process.send?.({ value }),
    (error: unknown) => process.send?.({ error: String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
