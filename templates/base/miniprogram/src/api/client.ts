import Taro from '@tarojs/taro'
import { locale, messages } from '@/i18n'
import { shop } from '@/shop'
import { learnClock } from './clock'
import { ApiError, refusalIn } from './errors'
import { dropSession, token } from '@/session/token'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export interface Call {
  readonly method?: Method
  readonly query?: Readonly<Record<string, string | number | undefined>>
  readonly body?: unknown
  /** A file to be sent as it is, instead of a body. */
  readonly file?: ArrayBuffer
  /** Idempotency-Key; writes that must happen once get theirs from `once`. */
  readonly key?: string
}

const TIMEOUT_MS = 15_000
/** Files take their time on a slow network. */
const FILE_TIMEOUT_MS = 60_000

/** H5 asks beside its own page, so that one build serves any shop at any path. */
export const apiBase: string = API_BASE || (process.env.TARO_ENV === 'h5' ? './api' : shop.apiBase)

const queryString = (query: NonNullable<Call['query']>): string => {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`],
  )
  return parts.length ? `?${parts.join('&')}` : ''
}

const headersOf = ({ body, file, key }: Call): Record<string, string> => ({
  'Accept-Language': locale.get(),
  ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
  ...(file ? { 'Content-Type': 'application/octet-stream' } : {}),
  ...(key ? { 'Idempotency-Key': key } : {}),
  ...(token.get() ? { Authorization: `Bearer ${token.get()}` } : {}),
})

const headerOf = (headers: unknown, name: string): string | undefined => {
  const entry = Object.entries((headers ?? {}) as Record<string, string>).find(([each]) => each.toLowerCase() === name)
  return entry?.[1]
}

const noAnswer = (reason: unknown): ApiError => {
  const text = String((reason as { errMsg?: string } | null)?.errMsg ?? '')
  return /timeout|abort/i.test(text)
    ? new ApiError('TIMEOUT', 0, messages().timeout)
    : new ApiError('OFFLINE', 0, messages().offline)
}

type Answer = Awaited<ReturnType<typeof Taro.request<unknown>>>

const ask = async (path: string, options: Call, responseType?: 'arraybuffer'): Promise<Answer> => {
  const sentToken = token.get()
  const data = options.file ?? options.body
  const answer = await Taro.request<unknown>({
    url: `${apiBase}${path}${queryString(options.query ?? {})}`,
    method: options.method ?? 'GET',
    header: headersOf(options),
    timeout: options.file || responseType ? FILE_TIMEOUT_MS : TIMEOUT_MS,
    ...(data === undefined ? {} : { data }),
    ...(responseType ? { responseType } : {}),
  }).catch((reason: unknown) => {
    throw noAnswer(reason)
  })
  learnClock(headerOf(answer.header, 'date'))
  if (answer.statusCode >= 200 && answer.statusCode < 300) return answer
  const refusal = refusalIn(answer.statusCode, responseType ? null : answer.data)
  if (answer.statusCode === 401 && sentToken && sentToken === token.get()) dropSession()
  throw refusal
}

/**
 * One call to the shop's API. Answers with the JSON of a 2xx; anything else is thrown as ApiError, `OFFLINE` and `TIMEOUT`
 * among them. A 401 ends the session, so that the next tap that needs one asks to sign in.
 */
export const call = async <T>(path: string, options: Call = {}): Promise<T> => {
  const { data } = await ask(path, options)
  // The page on which a network wants to be signed in to comes with 200.
  if (typeof data === 'string' && data !== '') throw new ApiError('OFFLINE', 0, messages().notTheShop)
  return data as T
}

/** Asks for a file; its content and its media type, `image/jpeg`. */
export const callForFile = async (path: string): Promise<{ content: ArrayBuffer; media: string }> => {
  const answer = await ask(path, {}, 'arraybuffer')
  const media = headerOf(answer.header, 'content-type') ?? 'application/octet-stream'
  return { content: answer.data as ArrayBuffer, media: media.split(';')[0] ?? media }
}
