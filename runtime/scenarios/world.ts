import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instantToWall, wallToInstant } from '../src/domain/time.ts'
import { startRuntime, type Log, type Runtime } from '../src/index.ts'
import { clientOf, type Client } from '../test/http/client.ts'
import { clockAt, type SetClock } from '../test/wechat/set-clock.ts'
import type { Json } from './case.ts'
import type { Ground } from './ground.ts'

const PASSWORD = 'a password for scenarios'
/** A session of a customer lasts longer, one of the console not. */
const SESSION_MS = 6 * 3_600_000

/** One shop on real HTTP with a database of its own, a simulated WeChat and a clock that stands until a step moves it. */
export interface World {
  readonly api: Client
  readonly runtime: Runtime
  readonly clock: SetClock
  readonly saved: Map<string, Json>
  readonly people: Readonly<Record<string, Json>>
  /** Messages of errors that the API did not expect. */
  readonly faults: readonly string[]
  /** The token of a customer, who is signed in by a phone of their own. */
  token(customer: string): Promise<string>
  /** The phone a customer signs in with. */
  phoneOf(customer: string): string
  staff(): Promise<string>
  /** `2027-03-06 10:00` at the shop as an instant; anything else as it is. */
  readonly instant: (value: Json) => Json
  readonly wallOf: (value: Json) => string | undefined
  /** What the customer does in WeChat with a payment: they pay. */
  payInWechat(prepay: string): Promise<Json>
  /** Jobs until nothing moves, and notices answered. */
  runJobs(): Promise<void>
  close(): Promise<void>
}

export interface WorldOptions {
  readonly shop: Json
  readonly people: Readonly<Record<string, Json>>
  /** Wall time at the shop. */
  readonly now: string
}

const WALL = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})$/

/** @throws SetupFault where the description has problems */
export async function openWorld(ground: Ground, { shop, people, now }: WorldOptions): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'kaidian-scenario-'))
  const instant = (value: Json): Json => {
    const wall = typeof value === 'string' ? WALL.exec(value) : null
    return wall ? wallToInstant(wall[1] ?? '', wall[2] ?? '', shop.zone).toISOString() : value
  }
  const clock = clockAt(instant(now))
  const faults: string[] = []
  const log: Log = {
    info() {},
    warn() {},
    error: (fields, message) => void faults.push(`${message} ${JSON.stringify(fields)}`),
  }
  await ground.lendKeys(folder)
  const runtime = await startRuntime({
    shop,
    folder,
    clock,
    log,
    timer: false,
    env: { KAIDIAN_CONSOLE_PASSWORD: PASSWORD },
    limits: { general: 1_000_000, signIn: 1_000_000, password: 1000 },
    mongodbUri: ground.database(`kaidian-scenario-${folder.slice(-6)}`),
  }).catch(async (error: unknown) => {
    await rm(folder, { recursive: true, force: true })
    throw error
  })
  await ground.keepKeys(folder)
  const api = clientOf(runtime.url)
  const sessions = new Map<string, { readonly token: string; readonly at: number }>()
  const phones = new Map<string, string>()

  /** Signed in anew where the clock has moved too far, either way. */
  async function session(name: string, signIn: () => Promise<Json>): Promise<string> {
    const present = clock.now().getTime()
    const known = sessions.get(name)
    if (known && Math.abs(present - known.at) < SESSION_MS) return known.token
    const { token } = await signIn()
    if (typeof token !== 'string') throw new Error(`${name} could not sign in.`)
    sessions.set(name, { token, at: present })
    return token
  }

  function phoneOf(customer: string): string {
    const phone = phones.get(customer) ?? String(13_500_000_000 + phones.size)
    phones.set(customer, phone)
    return phone
  }

  return {
    api,
    runtime,
    clock,
    saved: new Map(),
    people,
    faults,
    phoneOf,
    instant,
    token: (customer) =>
      session(`customer ${customer}`, async () => {
        const phone = phoneOf(customer)
        const { body } = await api.post('/sign-in-codes', { body: { phone } })
        return (await api.post('/sessions', { body: { phone, code: body.simulatedCode } })).body
      }),
    staff: () =>
      session('staff', async () => (await api.post('/console/sessions', { body: { password: PASSWORD } })).body),
    wallOf(value) {
      const at = typeof value === 'string' ? new Date(value) : undefined
      if (!at || Number.isNaN(at.getTime())) return undefined
      const { day, time } = instantToWall(at, shop.zone)
      return `${day} ${time}`
    },
    payInWechat: (prepay_id) =>
      fetch(`${runtime.url}/simulator-host/simulator/pay`, {
        method: 'POST',
        body: JSON.stringify({ prepay_id }),
      }).then((answer) => answer.json()),
    async runJobs() {
      // What one round leaves to the next: a refund asked for, an offer to the next in line.
      for (let round = 0; round < 3; round += 1) {
        await runtime.runJobs()
        await runtime.simulator?.notices.settled()
      }
    },
    async close() {
      await runtime.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
