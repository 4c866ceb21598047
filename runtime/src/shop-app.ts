import { createHash, timingSafeEqual } from 'node:crypto'
import type { Router } from 'express'
import { loadShop, type Clock, type ResolvedShop } from './domain/index.ts'
import type { Log, ShopContext } from './flow/context.ts'
import { reconcile, type Reconciliation, type ReconcileOptions } from './flow/reconciling/index.ts'
import { createApiRouter, LIMITS, type Limits } from './http/index.ts'
import { inTurn, logEvents, type EventSender } from './jobs/event-sender.ts'
import { subscribeMessages } from './jobs/subscribe-messages.ts'
import { startJobs, type Jobs } from './jobs/index.ts'
import { tasksOf } from './jobs/tasks.ts'
import type { Store } from './store/index.ts'
import type { UploadStore } from './uploads/index.ts'
import type { WechatOpenApi, WechatPay } from './wechat/index.ts'

export interface ShopAppOptions {
  /** A function when the shop may change while it runs; each request sees one version. */
  readonly shop: ResolvedShop | (() => ResolvedShop)
  readonly store: Store
  readonly uploads: UploadStore
  readonly wechat: WechatOpenApi
  readonly pay: WechatPay
  readonly clock: Clock
  /** True: no money moves and no message is sent; sign-in codes are told. */
  readonly simulated: boolean
  /** Address of the app without a slash at the end: the router is mounted at `/api` below it. */
  readonly publicUrl: () => string
  readonly consolePassword: string
  readonly log: Log
  /** Under which name the store keeps its records; the id of the shop unless told otherwise. */
  readonly tenant?: string
  readonly sendCode?: (phone: string, code: string) => Promise<void>
  readonly events?: EventSender
  readonly limits?: Partial<Limits>
  /** False: jobs are run by `jobs.run()` and after steps that leave work, not by time. */
  readonly timer?: boolean
}

export interface ShopApp {
  /** To be mounted at `/api`. */
  readonly router: Router
  readonly jobs: Jobs
  /** Holds books, places and money against one another. */
  reconcile(options?: ReconcileOptions): Promise<Reconciliation>
  /** Ends what is waiting and lets the jobs finish; the store stays open. */
  close(): Promise<void>
}

const MOST_VERSIONS = 50
// In a simulation everybody comes from one address.
const SIMULATED_LIMITS: Limits = { general: 60_000, signIn: 6_000, password: 100 }

/** The API of one shop with its jobs, on a store that other shops may share. */
export async function createShopApp(options: ShopAppOptions): Promise<ShopApp> {
  const { shop, clock, log, simulated } = options
  const current = typeof shop === 'function' ? shop : () => shop
  const store = options.store.forShop(options.tenant ?? current().id)
  const closing = new AbortController()
  let jobs: Jobs | undefined

  const ctx: ShopContext = {
    shop: current,
    shopAt: pinnedVersions(current, (version) => store.versions.find(version), log),
    store,
    uploads: options.uploads,
    wechat: options.wechat,
    pay: options.pay,
    clock,
    simulated,
    publicUrl: options.publicUrl,
    passwordIs: samePassword(options.consolePassword),
    log,
    events: inTurn(
      options.events ?? logEvents(log),
      subscribeMessages(() => ctx),
    ),
    poke: () => jobs?.poke(),
    ...(options.sendCode && { sendCode: options.sendCode }),
  }
  const started = startJobs({
    tasks: tasksOf(ctx),
    store,
    clock,
    log,
    timer: options.timer ?? true,
  })
  jobs = started
  const limits = { ...(simulated ? SIMULATED_LIMITS : LIMITS), ...options.limits }
  return {
    router: createApiRouter(ctx, closing.signal, limits),
    jobs: started,
    reconcile: (wanted) => reconcile(ctx, wanted),
    async close() {
      closing.abort()
      await started.close()
    },
  }
}

/** Versions are immutable, so a version is read and resolved once. */
function pinnedVersions(
  current: () => ResolvedShop,
  find: (version: string) => Promise<unknown>,
  log: Log,
): ShopContext['shopAt'] {
  const known = new Map<string, ResolvedShop>()
  return async (version) => {
    const now = current()
    if (version === now.version) return now
    const before = known.get(version)
    if (before) return before
    const loaded = loadShop(await find(version), version)
    if (!loaded.ok) {
      log.warn({ version }, 'A version that orders were made under is not known any more; the present one is used.')
      return now
    }
    if (known.size >= MOST_VERSIONS) known.delete(known.keys().next().value ?? '')
    known.set(version, loaded.value)
    return loaded.value
  }
}

function samePassword(password: string): (given: string) => boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const wanted = digest(password)
  return (given) => timingSafeEqual(digest(given), wanted)
}
