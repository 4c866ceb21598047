import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { openEmbeddedDatabase, type EmbeddedDatabase } from '../../src/embedded/index.ts'
import { dataKeysFrom, openStore, type Store } from '../../src/index.ts'
import type { ShopStore } from '../../src/store/index.ts'
import { readJson } from '../../scenarios/case.ts'
import type { Answer, Json } from '../http/client.ts'
import { ACCEPTS, inDatabase, openSalon, PASSWORD, type Salon } from '../http/salon.ts'

const MINUTE = 60_000
/** Of the simulated WeChat: its keys take long to make, so the first world lends its own to the others. */
let keys: Buffer | undefined

/** One shop on HTTP, any description, with its records at hand. */
export interface World extends Omit<Salon, 'order' | 'booked'> {
  /** What the shop keeps, as another process would see it. */
  readonly records: ShopStore
  readonly uri: string
  readonly database: string
  /** hold → order; refusals are thrown with their body. `more`: answers, participants, coupon, plan, entitlements. */
  order(token: string, selection: Json, more?: Json): Promise<Json>
  /** As `order`, the refusal given back. */
  tryOrder(token: string, selection: Json, more?: Json): Promise<Answer>
  /** hold → order → paid. */
  bought(token: string, selection: Json, more?: Json): Promise<Json>
  /** The order as its customer sees it. */
  look(token: string, id: string): Promise<Json>
  /** Jobs until nothing moves; refunds arrive. Time passes meanwhile. */
  settle(): Promise<void>
  /** Nothing but time passes. @param minutes */
  wait(minutes: number): Promise<void>
  /** What does not agree, as `code subject` each. */
  faults(): Promise<string[]>
}

export interface WorldOptions {
  /** Path of the description, from `runtime/scenarios`; or the description itself. */
  readonly shop: Json
  /** An instant. */
  readonly now: string
}

export const exampleShop = (name: string): Json => readJson(`../../schemas/examples/${name}.json`)
export const furtherShop = (name: string): Json => readJson(`more/${name}.shop.json`)

/** A shop on a database that the test can also reach directly, to look and to break. */
export async function openWorld({ shop, now }: WorldOptions): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'kaidian-flow-'))
  const given = process.env.MONGODB_URI
  const embedded: EmbeddedDatabase | undefined = given
    ? undefined
    : await openEmbeddedDatabase({ folder: join(folder, 'database') })
  const database = `kaidian-flow-${randomBytes(4).toString('hex')}`
  const uri = inDatabase(given ?? embedded?.uri ?? '', database)
  const simulator = join(folder, 'simulator.jsonl')
  if (keys) await writeFile(simulator, keys)
  const key = randomBytes(32).toString('base64')
  const salon = await openSalon({
    shop,
    folder,
    mongodbUri: uri,
    env: { KAIDIAN_CONSOLE_PASSWORD: PASSWORD, KAIDIAN_DATA_KEY: key },
    limits: { general: 1_000_000, signIn: 1_000_000, password: 1000 },
  })
  keys ??= await readFile(simulator)
  salon.clock.set(new Date(now))
  const store: Store = await openStore({ uri, keys: dataKeysFrom(key) })

  async function tryOrder(token: string, selection: Json, more: Json = {}): Promise<Answer> {
    const held = await salon.hold(token, selection)
    if (held.status !== 201) return held
    return salon.post('/orders', { token, body: { hold: held.body.id, answers: {}, accepts: ACCEPTS, ...more } })
  }
  async function order(token: string, selection: Json, more: Json = {}): Promise<Json> {
    const made = await tryOrder(token, selection, more)
    if (made.status !== 201) throw new Error(`It was refused: ${JSON.stringify(made.body)}`)
    return made.body
  }
  const look = async (token: string, id: string): Promise<Json> => (await salon.get(`/orders/${id}`, { token })).body
  async function settle(): Promise<void> {
    for (let round = 0; round < 6; round += 1) {
      await salon.runtime.runJobs()
      await salon.runtime.simulator?.notices.settled()
      // WeChat Pay ends a refund a little after it has taken it, and is asked again about it after half a minute.
      await new Promise((resolve) => setTimeout(resolve, round < 2 ? 0 : 60))
      salon.clock.advance(MINUTE)
      if (round > 1 && !(await isBusy())) return
    }
  }
  const records = store.forShop(shop.id)
  async function isBusy(): Promise<boolean> {
    for await (const { due } of records.orders.all()) if (due.length > 0) return true
    return false
  }

  return {
    ...salon,
    records,
    uri,
    database,
    tryOrder,
    order,
    look,
    settle,
    async bought(token, selection, more) {
      const made = await order(token, selection, more)
      await salon.pay(token, made.id)
      return look(token, made.id)
    },
    async wait(minutes) {
      salon.clock.advance(minutes * MINUTE)
    },
    async faults() {
      const { found } = await salon.runtime.reconcile({ payDays: 366 })
      return found.map(({ code, subject }) => `${code} ${subject}`)
    },
    async close() {
      await store.close()
      await salon.close()
      await embedded?.close()
    },
  }
}
