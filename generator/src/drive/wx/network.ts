import { type Call, textOf } from './api.ts'

/** A request that the app is about to make. */
export interface Outgoing {
  readonly method: string
  /** Path and query, `/api/orders?state=paid`. */
  readonly path: string
}

/**
 * What goes wrong with a request: `offline` and `timeout` never reach the server, `lost` is carried out there and its answer does not
 * come back, `status` is answered by something in between, and `delayMs` waits first.
 */
export type Fault =
  'offline' | 'timeout' | 'lost' | { readonly status: number; readonly body?: string } | { readonly delayMs: number }

/** The network between the app and its API. */
export interface Network {
  /** Decides of each request what goes wrong with it; undefined lets it pass. */
  fault: ((request: Outgoing) => Fault | undefined) | undefined
  /** Every request made, in order. */
  readonly requests: Outgoing[]
  /** How many are under way. */
  readonly pending: number
  readonly calls: { readonly request: Call }
}

const REASON = {
  offline: 'net::ERR_INTERNET_DISCONNECTED',
  timeout: 'timeout',
  lost: 'net::ERR_CONNECTION_RESET',
} as const

/** Text is JSON where it can be, as in the base library. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

/** Values of the app are made in a context of their own, so that `instanceof` does not know them. */
const isBuffer = (value: unknown): value is ArrayBuffer =>
  Object.prototype.toString.call(value) === '[object ArrayBuffer]'

function bodyOf(data: unknown): string | Uint8Array<ArrayBuffer> | undefined {
  if (data === undefined || data === null) return undefined
  if (isBuffer(data)) return new Uint8Array(data.slice(0))
  return typeof data === 'string' ? data : JSON.stringify(data)
}

export interface NetworkOptions {
  /** Address of the API as the build knows it. */
  readonly built: string
  /** Where it is. */
  readonly real: string
  /** What the server's `Date` header says, where a test has set the clock of the shop. */
  readonly now?: (() => Date) | undefined
}

export function createNetwork({ built, real, now }: NetworkOptions): Network {
  const requests: Outgoing[] = []
  let pending = 0
  const headersOf = (response: Response): Record<string, string> => ({
    ...Object.fromEntries(response.headers),
    ...(now ? { date: now().toUTCString() } : {}),
  })
  const network: { fault: Network['fault'] } = { fault: undefined }

  const send = async (address: string, init: RequestInit): Promise<Response> => {
    const url = new URL(address.startsWith(built) ? real + address.slice(built.length) : address)
    const outgoing = { method: init.method ?? 'GET', path: url.pathname + url.search }
    requests.push(outgoing)
    const fault = network.fault?.(outgoing)
    if (fault === 'offline' || fault === 'timeout') throw new Error(REASON[fault])
    if (typeof fault === 'object' && 'status' in fault) return new Response(fault.body ?? '', { status: fault.status })
    if (typeof fault === 'object') await new Promise((resolve) => setTimeout(resolve, fault.delayMs))
    const response = await fetch(url, init)
    if (fault !== 'lost') return response
    await response.arrayBuffer()
    throw new Error(REASON.lost)
  }

  /** Counts the call as under way until its answer is read to the end. */
  const counted =
    (call: Call): Call =>
    async (options) => {
      pending++
      try {
        return await call(options)
      } finally {
        pending--
      }
    }

  const request: Call = async (options) => {
    const method = textOf(options, 'method').toUpperCase() || 'GET'
    const url = new URL(textOf(options, 'url'))
    const { data } = options
    if (method === 'GET' && data !== undefined && data !== null)
      for (const [key, value] of Object.entries(data)) url.searchParams.set(key, String(value))
    const body = method === 'GET' ? undefined : bodyOf(data)
    const response = await send(url.href, {
      method,
      headers: { 'content-type': 'application/json', ...(options['header'] as Record<string, string> | undefined) },
      ...(body === undefined ? {} : { body }),
    })
    const answer =
      options['responseType'] === 'arraybuffer' ? await response.arrayBuffer() : parsed(await response.text())
    return { statusCode: response.status, data: answer, header: headersOf(response), cookies: [] }
  }

  return {
    get fault() {
      return network.fault
    },
    set fault(next) {
      network.fault = next
    },
    requests,
    get pending() {
      return pending
    },
    calls: { request: counted(request) },
  }
}
