import { Agent, request } from 'node:http'
import { randomNumbers } from '../random.ts'
import { DAYS, HOURS, STYLISTS, stylistId } from './shop.ts'
import type { Wechat } from './wechat.ts'

export interface Load {
  readonly bookings: number
  readonly seconds: number
  /** Milliseconds of each request that a customer or WeChat waited for. */
  readonly latencies: readonly number[]
}

export interface Callers {
  /** Signs in customers, so that nobody books twice at the same time. */
  signIn(customers: number): Promise<void>
  /** Books from hold to notice, `callers` at a time, until the time is over or `most` are made. */
  book(callers: number, limits: { readonly milliseconds: number; readonly most: number }): Promise<Load>
}

const DAY_MS = 86_400_000
/** Who sign in at a time. */
const TOGETHER = 8
const ANSWERS = { name: '王芳', phone: '13800138000', note: '后颈短一点' }
const ACCEPTS = { agreement: true, privacy: true }

/**
 * Every stylist from `first` on, day and hour once, in an order that looks random: callers meet on the same stylist and day now
 * and then.
 */
export function* cuts(first = 0): Generator<unknown, void> {
  const random = randomNumbers(7)
  const all = Array.from({ length: (STYLISTS - first) * DAYS * HOURS.length }, (_, index) => index)
  for (let at = all.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[all[at], all[other]] = [all[other] as number, all[at] as number]
  }
  const today = Math.floor(Date.now() / DAY_MS)
  for (const index of all) {
    const hour = HOURS[index % HOURS.length] ?? 10
    const day = today + 2 + (Math.floor(index / HOURS.length) % DAYS)
    // Hours at the shop are eight ahead.
    const start = new Date(day * DAY_MS + (hour - 8) * 3_600_000).toISOString()
    const stylist = stylistId(first + Math.floor(index / HOURS.length / DAYS))
    yield { service: 'cut', offering: 'designer', start, resources: { stylist } }
  }
}

/** Callers of one server, or in turn of several on one store, who book what `selections` gives. */
export function callersOf(
  urls: readonly string[],
  wechat: Wechat,
  selections: Iterator<unknown, void> = cuts(),
): Callers {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const tokens: string[] = []
  let keys = 0
  let turn = 0

  function post<T>(path: string, body: unknown, token = ''): Promise<T> {
    const text = JSON.stringify(body)
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      'idempotency-key': `bench-key-${(keys += 1)}`,
      ...(token !== '' && { authorization: `Bearer ${token}` }),
    }
    const url = urls[keys % urls.length] ?? ''
    return new Promise((resolve, reject) => {
      const asked = request(`${url}/api${path}`, { method: 'POST', agent, headers }, (answer) => {
        let read = ''
        answer.setEncoding('utf8')
        answer.on('data', (chunk: string) => (read += chunk))
        answer.on('end', () => {
          if (answer.statusCode === 201) resolve(JSON.parse(read) as T)
          else reject(new Error(`${path}: ${answer.statusCode} ${read}`))
        })
      })
      asked.on('error', reject)
      asked.end(text)
    })
  }

  async function book(token: string, latencies: number[]): Promise<void> {
    const { done, value: selection } = selections.next()
    if (done === true) throw new Error('The shop is full.')
    const timed = async <T>(path: string, body: unknown): Promise<T> => {
      const began = performance.now()
      const answer = await post<T>(path, body, token)
      latencies.push(performance.now() - began)
      return answer
    }
    const hold = await timed<{ id: string }>('/holds', { selection })
    const order = await timed<{ id: string }>('/orders', { hold: hold.id, answers: ANSWERS, accepts: ACCEPTS })
    const payment = await timed<{ parameters: unknown }>(`/orders/${order.id}/payments`, { channel: 'jsapi' })
    latencies.push(await wechat.pay(payment.parameters))
  }

  return {
    async signIn(customers) {
      while (tokens.length < customers) {
        const some = Array.from({ length: Math.min(TOGETHER, customers - tokens.length) }, async (_, nth) => {
          const wechatCode = await wechat.loginCode(`customer-${tokens.length + nth}`)
          return (await post<{ token: string }>('/sessions', { wechatCode })).token
        })
        tokens.push(...(await Promise.all(some)))
      }
    },
    async book(callers, { milliseconds, most }) {
      const latencies: number[] = []
      let begun = 0
      const from = performance.now()
      const until = from + milliseconds
      const caller = async (): Promise<void> => {
        while (performance.now() < until && begun < most) {
          begun += 1
          // Round robin over more customers than callers.
          await book(tokens[(turn = (turn + 1) % tokens.length)] ?? '', latencies)
        }
      }
      await Promise.all(Array.from({ length: callers }, caller))
      return { bookings: begun, seconds: (performance.now() - from) / 1000, latencies }
    },
  }
}
