import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRuntime, type Runtime, type RuntimeOptions } from '../../src/index.ts'
import type { Log } from '../../src/flow/context.ts'
import { clockAt, type SetClock } from '../wechat/set-clock.ts'
import { clientOf, type Answer, type Client, type Json } from './client.ts'

export const salonDescription = (): Json =>
  JSON.parse(readFileSync(new URL('../../../schemas/examples/salon.json', import.meta.url), 'utf8'))

/** 09:00 on Tuesday 2026-12-01 at the shop. */
export const MORNING = '2026-12-01T01:00:00.000Z'
/** A wall time at the shop. */
export const at = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString()

export const PASSWORD = 'a password for tests'

export interface Salon extends Client {
  readonly runtime: Runtime
  readonly clock: SetClock
  readonly folder: string
  /** Lines of the log, as JSON. */
  readonly lines: readonly string[]
  /** Signs in by phone; the same phone is the same customer. */
  customer(phone?: string): Promise<string>
  /** Signs in from the mini-program. */
  wechatCustomer(user: string): Promise<string>
  staff(): Promise<string>
  hold(token: string, selection: Json, key?: string): Promise<Answer>
  /** hold → order. */
  order(token: string, selection: Json, answers?: Json): Promise<Json>
  /** Pays in WeChat; the notice has been answered when it resolves. */
  pay(token: string, order: string): Promise<void>
  /** hold → order → paid and confirmed. */
  booked(token: string, selection: Json): Promise<Json>
  close(): Promise<void>
}

export const ANSWERS = { name: '李雷', phone: '13800138000', note: '后颈短一点' }
export const ACCEPTS = { agreement: true, privacy: true }
let phones = 13_900_000_000

/** Cut by the director, on Wednesday at 14:00, unless told otherwise. */
export const cut = (more: Json = {}): Json => ({
  service: 'cut',
  offering: 'director',
  start: at('2026-12-02', '14:00'),
  ...more,
})

/** A salon on real HTTP: its own database (or a database of its own in `MONGODB_URI`), simulated WeChat, a clock that stands. */
export async function openSalon(options: Partial<RuntimeOptions> & { folder?: string } = {}): Promise<Salon> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'kaidian-http-')))
  const clock = clockAt(MORNING)
  const lines: string[] = []
  const note = (fields: Record<string, unknown>, message: string) =>
    void lines.push(JSON.stringify({ ...fields, message }))
  const log: Log = { info: note, warn: note, error: note }
  const runtime = await startRuntime({
    shop: salonDescription(),
    folder,
    clock,
    log,
    timer: false,
    env: { KAIDIAN_CONSOLE_PASSWORD: PASSWORD },
    ...databaseOf(folder),
    ...options,
  })
  const client = clientOf(runtime.url)
  const simulator = (path: string, body: Json): Promise<Json> =>
    fetch(`${runtime.url}/simulator-host/simulator/${path}`, { method: 'POST', body: JSON.stringify(body) }).then(
      (answer) => answer.json(),
    )

  async function customer(phone = String((phones += 1))): Promise<string> {
    const { body } = await client.post('/sign-in-codes', { body: { phone } })
    return (await client.post('/sessions', { body: { phone, code: body.simulatedCode } })).body.token
  }
  const hold = (token: string, selection: Json, key?: string) =>
    client.post('/holds', { token, body: { selection }, ...(key !== undefined && { key }) })
  async function order(token: string, selection: Json, answers: Json = ANSWERS): Promise<Json> {
    const held = await hold(token, selection)
    if (held.status !== 201) throw new Error(`The hold was refused: ${JSON.stringify(held.body)}`)
    const made = await client.post('/orders', { token, body: { hold: held.body.id, answers, accepts: ACCEPTS } })
    if (made.status !== 201) throw new Error(`The order was refused: ${JSON.stringify(made.body)}`)
    return made.body
  }
  async function pay(token: string, id: string): Promise<void> {
    const { body } = await client.post(`/orders/${id}/payments`, { token, body: { channel: 'h5' } })
    const prepay = new URL(body.url).searchParams.get('prepay_id')
    const paid = await simulator('pay', { prepay_id: prepay })
    if (paid.errMsg !== 'requestPayment:ok') throw new Error(`It was not paid: ${JSON.stringify(paid)}`)
    await runtime.simulator?.notices.settled()
  }

  return {
    ...client,
    runtime,
    clock,
    folder,
    lines,
    customer,
    hold,
    order,
    pay,
    async wechatCustomer(user) {
      const { code } = await simulator('login-codes', { user })
      return (await client.post('/sessions', { body: { wechatCode: code } })).body.token
    },
    staff: async () => (await client.post('/console/sessions', { body: { password: PASSWORD } })).body.token,
    async booked(token, selection) {
      const made = await order(token, selection)
      await pay(token, made.id)
      return (await client.get(`/orders/${made.id}`, { token })).body
    },
    async close() {
      await runtime.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** With `MONGODB_URI` each salon gets a database of its own there. */
function databaseOf(folder: string): { mongodbUri?: string } {
  const given = process.env.MONGODB_URI
  return given ? { mongodbUri: inDatabase(given, `kaidian-test-${folder.slice(-6)}`) } : {}
}

/** The same servers, another database. */
export const inDatabase = (uri: string, name: string): string =>
  uri.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${name}`)
