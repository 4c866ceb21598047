import type { Answer, Client, Json } from '../http/client.ts'
import { ACCEPTS, at } from '../http/salon.ts'
import { customersOf, randomOf } from './crowds.ts'
import type { ApiProcess, Fleet } from './processes.ts'

const SECOND = 1000
const SHOP = 'small'
/** How long a customer goes on asking for one thing. */
const PATIENCE_MS = 60_000

export interface DisorderOptions {
  readonly seed: number
  readonly customers: number
  /** What each customer does at least. */
  readonly deeds: number
  /** Customers go on until so many processes have been killed. */
  readonly kills: number
  /** The database is killed once, in the middle. */
  readonly killDatabase?: boolean
}

export interface Disorder {
  readonly kills: number
  readonly now: Date
}

/**
 * Customers book, pay, move and cancel at two API processes, each of which may be killed at any moment, while time passes,
 * payment notices are kept back, doubled and reversed, and answers of WeChat Pay get lost. Whoever gets no answer asks
 * another process, with the same key. Resolves when every customer is done and two processes live.
 */
export async function disorder(fleet: Fleet, began: Date, options: DisorderOptions): Promise<Disorder> {
  const random = randomOf(options.seed)
  const below = (count: number): number => Math.floor(random() * count)
  const chance = (share: number): boolean => random() < share
  const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
  const { simulator } = fleet
  const living: ApiProcess[] = await Promise.all([fleet.start(), fleet.start()])
  const tokens = await customersOf(fleet.store.forShop(SHOP), options.customers, began, 15_000_000_000)
  let now = began
  let kills = 0
  let keys = 0
  let busy = options.customers

  /** Asks until somebody answers. Undefined: patience is at an end. */
  async function ask(call: (api: Client) => Promise<Answer>): Promise<Answer | undefined> {
    const until = Date.now() + PATIENCE_MS
    while (Date.now() < until) {
      const api = living[below(living.length)]
      const answer = api && (await call(api).catch(unanswered))
      if (answer && answer.status < 500 && answer.body?.error?.code !== 'REQUEST_UNDER_WAY') return answer
      await pause(30 + below(50))
    }
    return undefined
  }
  function write(path: string, token: string, body: Json): Promise<Answer | undefined> {
    const key = `disorder-${options.seed}-${(keys += 1)}`
    return ask((api) => api.post(path, { token, body, key }))
  }

  async function pay(token: string, id: string): Promise<void> {
    const started = await write(`/orders/${id}/payments`, token, { channel: 'h5' })
    if (started?.status !== 201) return
    if (chance(0.3)) simulator.notices.duplicateNext(2)
    if (chance(0.2)) simulator.notices.hold()
    await fetch(`${simulator.baseUrl}/simulator/pay`, {
      method: 'POST',
      body: JSON.stringify({ prepay_id: new URL(started.body.url).searchParams.get('prepay_id') }),
    })
    if (chance(0.5)) await ask((api) => api.get(`/orders/${id}`, { token }))
  }

  const half = (): string => `${String(9 + below(8)).padStart(2, '0')}:${chance(0.5) ? '00' : '30'}`
  const people = () => 1 + below(3)
  const WISHES: readonly (() => Json)[] = [
    () => ({
      service: chance(0.5) ? 'cut' : 'wash',
      offering: 'one',
      start: at(`2026-12-0${3 + below(2)}`, half()),
      resources: { stylist: `stylist-${1 + below(2)}`, chair: `chair-${1 + below(2)}` },
    }),
    () => ({ service: 'class', offering: 'course', session: 'daily', people: people() }),
    () => ({ service: 'class', offering: 'lesson', session: `daily@2026-12-1${below(5)}T10:00`, people: people() }),
    () => ({
      service: 'event',
      places: Array.from({ length: people() }, () => ({ offering: chance(0.5) ? 'front' : 'back' })),
    }),
    () => ({ service: 'card', places: [{ offering: 'five' }] }),
  ]

  async function buy(token: string, selection: Json): Promise<void> {
    const held = await write('/holds', token, { selection })
    if (held?.status !== 201) return
    const passes = await ask((api) => api.get('/me/entitlements', { token }))
    const pass = passes?.body.entitlements?.[0]?.id
    const order = await write('/orders', token, {
      hold: held.body.id,
      answers: { name: '林一' },
      accepts: ACCEPTS,
      ...(selection.service === 'event' && chance(0.5) && { coupon: 'EARLY' }),
      ...(selection.service === 'cut' && pass && { entitlements: [pass] }),
    })
    if (order?.status === 201 && order.body.state === 'pending' && chance(0.85)) await pay(token, order.body.id)
  }

  async function change(token: string): Promise<void> {
    const mine = await ask((api) => api.get('/orders?state=confirmed', { token }))
    const orders: Json[] = mine?.body.orders ?? []
    const order = orders[below(orders.length)]
    if (!order) return
    if (order.selection.service !== 'cut' || chance(0.4)) {
      await write(`/orders/${order.id}/cancellation`, token, {})
      return
    }
    const moved = await write(`/orders/${order.id}/reschedule`, token, { start: at('2026-12-05', half()) })
    if (moved?.body.nextPayment && chance(0.6)) await pay(token, order.id)
  }

  async function customer(token: string): Promise<void> {
    for (let deed = 0; deed < options.deeds || kills < options.kills; deed += 1) {
      await pause(150 + below(400))
      const wish = WISHES[below(WISHES.length)]
      if (wish && (deed < 2 || chance(0.6))) await buy(token, wish())
      else await change(token)
    }
  }

  async function passTime(seconds: number): Promise<void> {
    now = new Date(now.getTime() + seconds * SECOND)
    await fleet.setTime(now.toISOString()).catch(unanswered)
  }

  /** Another process takes the place of each that is killed, so that two live at any time. */
  async function murder(): Promise<void> {
    while (busy > 0) {
      const next = await fleet.start()
      // Time may have passed while it started.
      await passTime(0)
      const [doomed] = living.splice(below(living.length), 1, next)
      await doomed?.kill()
      kills += 1
    }
  }

  async function misfortune(): Promise<void> {
    let isDatabaseSafe = options.killDatabase !== true
    while (busy > 0) {
      await pause(100 + below(150))
      await passTime(5 + below(30))
      if (chance(0.3)) living[below(living.length)]?.tell({ jobs: true }).catch(unanswered)
      if (chance(0.3)) await simulator.notices.release(chance(0.5) ? 'reversed' : 'as-arisen')
      if (chance(0.2)) simulator.faults.add({ path: '/v3/pay', kind: chance(0.5) ? 'lose-answer' : 'drop' })
      if (isDatabaseSafe || kills === 0) continue
      isDatabaseSafe = true
      await fleet.restartDatabase()
    }
  }

  const customers = tokens.map((token) => customer(token).finally(() => (busy -= 1)))
  await Promise.all([murder(), misfortune(), ...customers])
  simulator.faults.clear()
  await simulator.notices.release('reversed')
  return { kills, now }
}

const unanswered = (): undefined => undefined
