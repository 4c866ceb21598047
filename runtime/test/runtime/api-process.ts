/** One API process of several on a shared database; told what to do over IPC. Started by `processes.ts`. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contentHash, createShopApp, dataKeysFrom, openStore, openUploads } from '../../src/index.ts'
import { loadShop } from '../../src/domain/index.ts'
import { createWechatOpenApi, createWechatPay } from '../../src/wechat/index.ts'
import type { SimulatorConfig } from '../../src/wechat/simulator/index.ts'
import { clockAt } from '../wechat/set-clock.ts'

export interface Start {
  readonly uri: string
  readonly database: string
  readonly dataKey: string
  readonly shop: unknown
  readonly now: string
  readonly simulator: SimulatorConfig
}
export type Command =
  | { readonly start: Start }
  | { readonly now: string }
  | { readonly jobs: true }
  /** From now on its notices are to be sent here. */
  | { readonly publicUrl: string }

const clock = clockAt(0 as unknown as Date)
let publicUrl = ''
let app: Awaited<ReturnType<typeof createShopApp>> | undefined

async function start({ uri, database, dataKey, shop, now, simulator }: Start): Promise<number> {
  clock.set(new Date(now))
  const keys = dataKeysFrom(dataKey)
  const store = await openStore({ uri, database, keys })
  const loaded = loadShop(shop, contentHash(shop))
  if (!loaded.ok) throw new Error('The shop is not valid.')
  const silent = {
    info() {},
    warn() {},
    error: (fields: object, message: string) => void process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
  }
  app = await createShopApp({
    shop: loaded.value,
    store,
    uploads: await openUploads(join(tmpdir(), database, 'uploads'), keys),
    wechat: createWechatOpenApi({ ...simulator.openApi, clock }),
    pay: createWechatPay({ ...simulator.pay, clock }),
    clock,
    simulated: true,
    publicUrl: () => publicUrl,
    consolePassword: 'a password for tests',
    log: silent,
    timer: false,
  })
  const server = createServer(express().use('/api', app.router))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  publicUrl ||= `http://127.0.0.1:${port}`
  return port
}

process.on('message', (command: Command) => {
  const answer = async (): Promise<unknown> => {
    if ('start' in command) return start(command.start)
    if ('now' in command) clock.set(new Date(command.now))
    if ('publicUrl' in command) publicUrl = command.publicUrl
    if ('jobs' in command) await app?.jobs.run()
    return null
  }
  answer().then(
    (value) => process.send?.({ value }),
    (error: unknown) => process.send?.({ error: String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
