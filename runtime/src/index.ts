import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import express, { type Express } from 'express'
import { pino } from 'pino'
import { systemClock } from './clock.ts'
import { loadShop, type Clock, type ResolvedShop } from './domain/index.ts'
import { EmbeddedDatabaseError, openEmbeddedDatabase, type EmbeddedDatabase } from './embedded/index.ts'
import type { Log } from './flow/context.ts'
import type { Reconciliation, ReconcileOptions } from './flow/reconciling/index.ts'
import type { Limits } from './http/index.ts'
import { newToken } from './ids.ts'
import type { EventSender } from './jobs/event-sender.ts'
import { keptSecret, openDataKeys, type DataKeys } from './keys.ts'
import { listen } from './listening.ts'
import { pages } from './pages.ts'
import { portOf, SetupFault, wechatSettings, type Env } from './settings.ts'
import { createShopApp } from './shop-app.ts'
import { openStore, type Store } from './store/index.ts'
import { openUploads } from './uploads/index.ts'
import { contentHash } from './version.ts'
import { createWechatOpenApi, createWechatPay } from './wechat/index.ts'
import { createSimulatorRouter, type SimulatorParts } from './wechat/simulator/index.ts'

export { systemClock } from './clock.ts'
export type { Log } from './flow/context.ts'
export type { Discrepancy, Reconciliation, ReconcileOptions } from './flow/reconciling/index.ts'
export { openApiDocument, type Limits } from './http/index.ts'
export type { EventSender, OrderEventMessage } from './jobs/event-sender.ts'
export type { Jobs } from './jobs/index.ts'
export { dataKeysFrom, keptSecret, openDataKeys, type DataKeys } from './keys.ts'
export { pages } from './pages.ts'
export { SetupFault } from './settings.ts'
export { createShopApp, type ShopApp, type ShopAppOptions } from './shop-app.ts'
export { openStore, type Store } from './store/index.ts'
export { openUploads, type UploadStore } from './uploads/index.ts'
export { contentHash } from './version.ts'

export interface RuntimeOptions {
  /** The description of the shop. */
  readonly shop: unknown
  /** Where keys, the embedded database, uploads and the simulator keep what must outlive the process. */
  readonly folder: string
  /** Any free one unless told, here or by `PORT`. */
  readonly port?: number
  /** `127.0.0.1` unless told, here or by `HOST`. */
  readonly host?: string
  /** The embedded database unless told, here or by `MONGODB_URI`. */
  readonly mongodbUri?: string
  /** Folder of the built h5. */
  readonly h5?: string
  /** Folder of the built console. */
  readonly console?: string
  readonly env?: Env
  readonly clock?: Clock
  readonly log?: Log
  /** Told of every event of an order once it is stored; the log unless given. */
  readonly events?: EventSender
  readonly limits?: Partial<Limits>
  /** False: jobs do not run by time. */
  readonly timer?: boolean
}

export interface Runtime {
  readonly url: string
  readonly port: number
  /** True: WeChat is simulated. */
  readonly simulated: boolean
  /** Made at this very start, to be told to the merchant once; otherwise null. */
  readonly newConsolePassword: string | null
  readonly simulator: SimulatorParts | null
  /** One round of the jobs. */
  runJobs(): Promise<void>
  /** Holds books, places and money against one another. */
  reconcile(options?: ReconcileOptions): Promise<Reconciliation>
  /** Answers what is under way, then lets everything go. */
  close(): Promise<void>
}

/**
 * Starts the API of a shop with its pages: `/` h5, `/api`, `/console/`, `/healthz`, and `/simulator-host` where no WeChat
 * account is configured. Throws a {@link SetupFault} for what a person can mend.
 */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { folder, env = {}, clock = systemClock } = options
  const log = options.log ?? pino({ level: env.LOG_LEVEL ?? 'info' })
  const shop = readShop(options.shop)
  const settings = wechatSettings(env)
  const port = options.port ?? portOf(env.PORT ?? '0')
  const host = options.host ?? env.HOST ?? '127.0.0.1'
  requireFolder(folder)
  const password = consolePassword(folder, env)
  const closers: (() => Promise<void> | void)[] = []
  const closeAll = async () => {
    for (const close of closers.splice(0).toReversed()) await close()
  }

  try {
    const keys = openDataKeys(folder, env.KAIDIAN_DATA_KEY)
    const uploads = await openUploads(join(folder, 'uploads'), keys, env)
    const store = await openOwnStore(options, keys, closers)
    const app = express().disable('x-powered-by')
    app.set('trust proxy', Number(env.TRUST_PROXY ?? 0) || 'loopback')
    let ready = false
    app.get('/healthz', async (_req, res) => {
      const alive = ready && (await answers(store))
      res
        .status(alive ? 200 : 503)
        .set('Cache-Control', 'no-store')
        .json({ status: alive ? 'ok' : 'down' })
    })
    const listening = await listen(app, port, host)
    closers.push(() => listening.close())
    const url = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${listening.port}`
    const publicUrl = (env.PUBLIC_URL ?? url).replace(/\/+$/, '')

    const simulator = settings ? null : simulate(shop, folder, clock, env.PUBLIC_URL && publicUrl)
    if (simulator) closers.push(() => simulator.close())
    const accounts = settings ?? simulator?.configFor(`${url}/simulator-host`)
    if (!accounts) throw new Error('There is neither an account nor a simulator.')
    if (simulator) app.use('/simulator-host', simulator.router)

    const shopApp = await createShopApp({
      shop,
      store,
      uploads,
      wechat: createWechatOpenApi({ ...accounts.openApi, clock }),
      pay: createWechatPay({ ...accounts.pay, clock }),
      clock,
      simulated: simulator !== null,
      // A simulator in this process reaches it directly, whatever the world outside calls it.
      publicUrl: () => (simulator ? url : publicUrl),
      consolePassword: password.value,
      log,
      ...(options.events && { events: options.events }),
      ...(options.limits && { limits: options.limits }),
      ...(options.timer !== undefined && { timer: options.timer }),
    })
    closers.push(() => shopApp.close())
    app.use('/api', shopApp.router)
    mountPages(app, options)
    ready = true
    return {
      url,
      port: listening.port,
      simulated: simulator !== null,
      newConsolePassword: password.made ? password.value : null,
      simulator,
      runJobs: () => shopApp.jobs.run(),
      reconcile: (wanted) => shopApp.reconcile(wanted),
      close: closeAll,
    }
  } catch (error) {
    await closeAll()
    throw error
  }
}

const answers = (store: Store): Promise<boolean> =>
  store.ping().then(
    () => true,
    () => false,
  )

function readShop(description: unknown): ResolvedShop {
  const loaded = loadShop(description, contentHash(description))
  if (loaded.ok) return loaded.value
  const lines = loaded.problems.map(({ pointer, message }) => `  ${pointer || '/'}: ${message['zh-CN']} ${message.en}`)
  throw new SetupFault(`店铺描述有 ${lines.length} 处要改:\nThe shop description needs mending:\n${lines.join('\n')}`)
}

function requireFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new SetupFault(
      `没有写入权限:${folder}。There is no permission to write to ${folder} (${(error as NodeJS.ErrnoException).code}); allow it, or choose another folder.`,
    )
  }
}

function consolePassword(folder: string, env: Env): { value: string; made: boolean } {
  const given = env.KAIDIAN_CONSOLE_PASSWORD
  if (!given) return keptSecret(folder, 'console-password', () => newToken().slice(0, 16))
  if (given.length < 8)
    throw new SetupFault(
      'KAIDIAN_CONSOLE_PASSWORD 至少要 8 个字符。KAIDIAN_CONSOLE_PASSWORD must have at least 8 characters.',
    )
  return { value: given, made: false }
}

async function openOwnStore(
  options: RuntimeOptions,
  keys: DataKeys,
  closers: (() => Promise<void> | void)[],
): Promise<Store> {
  const { folder, env = {} } = options
  const given = options.mongodbUri ?? env.MONGODB_URI
  const embedded = given ? undefined : await openEmbedded(join(folder, 'database'))
  if (embedded) closers.push(() => embedded.close())
  try {
    const store = await openStore({ uri: given ?? embedded?.uri ?? '', keys })
    closers.push(() => store.close())
    return store
  } catch (error) {
    if (!given) throw error
    throw new SetupFault(
      `连不上 MONGODB_URI 指的数据库。The database that MONGODB_URI names does not answer: ${(error as Error).message}`,
    )
  }
}

async function openEmbedded(folder: string): Promise<EmbeddedDatabase> {
  try {
    return await openEmbeddedDatabase({ folder })
  } catch (error) {
    if (!(error instanceof EmbeddedDatabaseError)) throw error
    throw new SetupFault(`打不开数据库 ${folder}。The database cannot be opened. ${error.message}`)
  }
}

const simulate = (shop: ResolvedShop, folder: string, clock: Clock, publicUrl: string | undefined): SimulatorParts =>
  createSimulatorRouter({
    clock,
    accounts: [shop.id],
    stateFile: join(folder, 'simulator.jsonl'),
    ...(publicUrl && { publicUrl: `${publicUrl}/simulator-host` }),
  })

function mountPages(app: Express, options: RuntimeOptions): void {
  if (options.console) app.use('/console', pages(options.console, 'console'))
  if (options.h5) app.use('/', pages(options.h5, 'h5'))
  app.use((_req, res) => {
    res.status(404).type('text').send('404')
  })
}
