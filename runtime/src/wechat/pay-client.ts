import type { KeyObject } from 'node:crypto'
import { Decorator, Formatter, Rsa } from 'wechatpay-axios-plugin'
import type { Clock } from '../domain/clock.ts'
import { WechatPayError } from './errors.ts'
import { integerOf, objectOf, textOf, type Json } from './json.ts'
import { answerMessage, requestMessage, secondsOf } from './pay-messages.ts'

export interface PayClientOptions {
  readonly mchid: string
  readonly serial: string
  readonly privateKey: KeyObject
  /** WeChat's keys: id of the public key, or serial of the platform certificate, to key. */
  readonly platformKeys: Readonly<Record<string, KeyObject>>
  /** Sent so that WeChat signs with that public key; absent in certificate mode. */
  readonly publicKeyId?: string
  readonly baseUrl: string
  readonly clock: Clock
  readonly nonce: () => string
  readonly timeoutMs: number
}

/** Makes one signed call of the v3 API and gives back its verified answer. Throws {@link WechatPayError}. */
export type PayClient = (method: 'GET' | 'POST', path: string, request: { query?: Json; body?: Json }) => Promise<Json>

interface Outgoing {
  readonly method?: string
  readonly url?: string
  readonly baseURL?: string
  readonly params?: Record<string, string>
  readonly data?: unknown
  readonly headers: { set(name: string, value: string): unknown }
}

interface Verifying {
  validateStatus?(status: number): boolean
}

const MAX_OFFSET_S = 300

/** The library's client reads the machine's clock and makes its own nonces; this one is told both. */
export function createPayClient(options: PayClientOptions): PayClient {
  const { mchid, serial, privateKey, platformKeys, publicKeyId, baseUrl, clock, nonce, timeoutMs } = options

  class ToldDecorator extends Decorator {
    static override requestInterceptor() {
      return function sign(this: void, outgoing: Outgoing) {
        const search = new URLSearchParams(outgoing.params).toString()
        const { pathname } = new URL(`${baseUrl}/${outgoing.url ?? ''}`)
        const target = `${pathname}${search && `?${search}`}`
        const body = outgoing.data === undefined ? '' : JSON.stringify(outgoing.data)
        const timestamp = secondsOf(clock.now())
        const nonceStr = nonce()
        const method = (outgoing.method ?? 'get').toUpperCase()
        const signature = Rsa.sign(requestMessage(method, target, timestamp, nonceStr, body), privateKey)
        outgoing.headers.set('Authorization', Formatter.authorization(mchid, nonceStr, signature, timestamp, serial))
        return outgoing
      }
    }

    static override responseVerifier() {
      return function verify(this: Verifying, body: string, headers: Record<string, unknown>, status: number) {
        // A refusal decides nothing by itself that a later query would not show, and WeChat leaves some unsigned.
        if (this.validateStatus && !this.validateStatus(status)) return body
        const header = (name: string) => textOf(headers[name]) ?? ''
        const timestamp = header('wechatpay-timestamp')
        const keyId = header('wechatpay-serial')
        const signature = header('wechatpay-signature')
        const distrust = (why: string) =>
          new WechatPayError(0, 'UNTRUSTED_ANSWER', `The answer is not trusted: ${why}.`)
        const offset = Math.abs(Number(secondsOf(clock.now())) - Number(timestamp))
        if (!timestamp || !signature) throw distrust('it is not signed')
        if (!(offset <= MAX_OFFSET_S)) throw distrust(`its time is ${offset} s away from this machine's clock`)
        const key = Object.hasOwn(platformKeys, keyId) ? platformKeys[keyId] : undefined
        if (!key) throw distrust(`signed by key ${keyId}, configured is ${Object.keys(platformKeys).join(', ')}`)
        const message = answerMessage(timestamp, header('wechatpay-nonce'), body)
        if (!Rsa.verify(message, signature, key)) throw distrust(`its signature does not fit key ${keyId}`)
        return body
      }
    }
  }

  const client = new ToldDecorator({
    mchid,
    serial,
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    certs: platformKeys as Record<string, KeyObject>,
    baseURL: baseUrl,
    timeout: timeoutMs,
    maxRedirects: 0,
    maxContentLength: 1_000_000,
    // A simulator on this machine is not reached through a company's proxy.
    ...(isLoopback(baseUrl) && { proxy: false as const }),
    ...(publicKeyId && { headers: { 'Wechatpay-Serial': publicKeyId } }),
  })

  return async (method, path, { query, body }) => {
    try {
      const signal = AbortSignal.timeout(timeoutMs)
      const { data } = await client.request<unknown>(path, method, body, { ...(query && { params: query }), signal })
      return objectOf(data)
    } catch (error) {
      throw payErrorOf(error, timeoutMs)
    }
  }
}

function isLoopback(address: string): boolean {
  const { hostname } = new URL(address)
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
}

function payErrorOf(error: unknown, timeoutMs: number): Error {
  if (error instanceof WechatPayError) return error
  const { response, code, isAxiosError } = objectOf(error)
  if (!isAxiosError) return error instanceof Error ? error : new Error(String(error))
  const status = integerOf(objectOf(response).status)
  if (status === undefined) {
    if (code === 'ECONNABORTED' || code === 'ETIMEDOUT' || code === 'ERR_CANCELED')
      return new WechatPayError(0, 'TIMEOUT', `WeChat Pay did not answer within ${timeoutMs} ms.`)
    return new WechatPayError(0, 'NETWORK', `WeChat Pay could not be reached (${textOf(code) ?? 'no reason given'}).`)
  }
  const refusal = objectOf(objectOf(response).data)
  const name = textOf(refusal.code) ?? (status >= 500 ? 'SYSTEM_ERROR' : 'BAD_ANSWER')
  const message = textOf(refusal.message) ?? `HTTP ${status}`
  const hint =
    status === 401
      ? ' Check the merchant number, the serial number of the merchant certificate and the private key: they belong together.'
      : ''
  return new WechatPayError(status, name, `${message}${hint}`)
}
