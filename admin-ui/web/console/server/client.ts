import { session } from '../session.ts'

/** What the server answered when it was not a yes; `code` NETWORK when it could not be reached at all. */
export class ServerError extends Error {
  readonly status: number
  readonly code: string
  /** Everything the server said about the error. */
  readonly detail: Readonly<Record<string, unknown>>
  /** Seconds, when the server said how long. */
  readonly retryAfter: number | null

  constructor(status: number, code: string, message: string, detail = {}, retryAfter: number | null = null) {
    super(message)
    this.name = 'ServerError'
    this.status = status
    this.code = code
    this.detail = detail
    this.retryAfter = retryAfter
  }
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly body?: unknown
  /** Makes a write repeatable with one effect. */
  readonly key?: string
  readonly signal?: AbortSignal
}

/** A fresh Idempotency-Key; `crypto.randomUUID` is missing on plain-HTTP pages, which a shop's LAN address is. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

const api = (): URL => new URL('../api/', location.href.split(/[?#]/)[0])

/** Calls the shop this page belongs to. Throws ServerError; a 401 also ends the session. */
export async function call<T>(path: string, options: Call = {}): Promise<T> {
  const response = await ask(path, options)
  return (response.status === 204 ? null : await response.json().catch(() => null)) as T
}

/** As {@link call}, for an answer that is a file. */
export const callForFile = async (path: string, options: Call = {}): Promise<Blob> => (await ask(path, options)).blob()

async function ask(path: string, { method = 'GET', body, key, signal }: Call): Promise<Response> {
  const token = session.token()
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'Accept-Language': document.documentElement.lang,
  }
  if (token !== null) headers.Authorization = `Bearer ${token}`
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  if (key !== undefined) headers['Idempotency-Key'] = key
  let response: Response
  try {
    response = await fetch(new URL(path, api()), {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    })
  } catch (cause) {
    if (signal?.aborted === true) throw cause
    throw new ServerError(0, 'NETWORK', 'The server cannot be reached.')
  }
  if (response.ok) return response
  const answer: unknown = await response.json().catch(() => null)
  if (response.status === 401 && token !== null && token === session.token()) session.expire()
  throw refusalOf(response, answer)
}

function refusalOf(response: Response, answer: unknown): ServerError {
  const error = (answer as { error?: { code?: string; message?: string } } | null)?.error ?? {}
  const wait = Number(response.headers.get('Retry-After') ?? response.headers.get('RateLimit-Reset'))
  const retryAfter = Number.isFinite(wait) && wait > 0 ? wait : null
  const message = error.message ?? `${response.status} ${response.statusText}`
  return new ServerError(response.status, error.code ?? 'UNKNOWN', message, error, retryAfter)
}
