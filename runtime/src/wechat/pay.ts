import { createPrivateKey, createPublicKey, randomBytes, type KeyObject } from 'node:crypto'
import { Rsa } from 'wechatpay-axios-plugin'
import type { Clock } from '../domain/clock.ts'
import { firstCharacters } from './characters.ts'
import { WechatPayError } from './errors.ts'
import { textOf, type Json } from './json.ts'
import { createPayClient } from './pay-client.ts'
import { chinaTime, paymentMessage, secondsOf } from './pay-messages.ts'
import { readNotice, type Notice, type NoticeHeaders } from './pay-notice.ts'
import { refundOf, transactionOf, type RefundState, type Transaction } from './pay-records.ts'

/** What both kinds of prepayment need. */
export interface Prepayment {
  /** The merchant's number of the order: 6–32 of digits, letters, `_-|*`. The same number, the same order. */
  readonly outTradeNo: string
  /** Shown to the customer; cut to the 127 characters that WeChat Pay takes. */
  readonly description: string
  /** Fen, at least 1. */
  readonly total: number
  /** Payment is refused from then on. Sent in whole seconds. */
  readonly expiresAt: Date
  /** Public HTTPS address without a query. */
  readonly notifyUrl: string
  /** Comes back with the transaction; at most 128 characters. */
  readonly attach?: string
}

export interface RefundRequest {
  readonly outTradeNo: string
  /** The merchant's number of this refund. Trying again with the same number gives money back once. */
  readonly outRefundNo: string
  /** Fen to give back. */
  readonly refund: number
  /** Fen of the whole order. */
  readonly total: number
  /** Shown to the customer; cut to 80 characters. */
  readonly reason?: string
  readonly notifyUrl?: string
}

/** What `wx.requestPayment` takes. */
export interface PaymentParameters {
  readonly timeStamp: string
  readonly nonceStr: string
  readonly package: string
  readonly signType: 'RSA'
  readonly paySign: string
}

/** The calls of WeChat Pay v3 that the product makes. Each throws {@link WechatPayError}, with the platform's code. */
export interface WechatPay {
  /** For payment inside the mini-program. */
  prepayJsapi(prepayment: Prepayment & { readonly openid: string }): Promise<{ readonly prepayId: string }>
  /** For payment from a browser: the customer is sent to `h5Url`, to which `&redirect_url=` may be added. */
  prepayH5(prepayment: Prepayment & { readonly clientIp: string }): Promise<{ readonly h5Url: string }>
  paymentParameters(prepayId: string): PaymentParameters
  /** Undefined: there is no such order. */
  query(outTradeNo: string): Promise<Transaction | undefined>
  /** Makes sure that nobody can pay any more; closing again does nothing. Throws `ORDERPAID` when somebody has paid. */
  close(outTradeNo: string): Promise<void>
  refund(request: RefundRequest): Promise<RefundState>
  /** Undefined: there is no such refund. */
  queryRefund(outRefundNo: string): Promise<RefundState | undefined>
  /** `rawBody`: the bytes as they came, as text; parsing and writing again would break the signature. Throws `ForgedNotice`. */
  readNotice(headers: NoticeHeaders, rawBody: string): Promise<Notice>
}

/** A merchant's account. WeChat's side is known by its public key (and its id), or by platform certificates. */
export interface WechatPayAccount {
  readonly appid: string
  readonly mchid: string
  /** Serial number of the merchant's certificate. */
  readonly serial: string
  /** PEM. */
  readonly privateKey: string
  /** 32 bytes. */
  readonly apiV3Key: string
  /** `PUB_KEY_ID_…` */
  readonly publicKeyId?: string
  /** PEM. */
  readonly publicKey?: string
  /** Serial number to PEM; may stand beside a public key while a merchant changes over. */
  readonly platformCertificates?: Readonly<Record<string, string>>
}

export interface WechatPayOptions extends WechatPayAccount {
  readonly clock: Clock
  /** `https://api.mch.weixin.qq.com` unless told otherwise; may have a path. */
  readonly baseUrl?: string
  /** 16 random bytes in hexadecimal unless told otherwise. */
  readonly nonce?: () => string
  /** For each call; 10,000 unless told otherwise. */
  readonly timeoutMs?: number
}

/** Throws an `Error` that names the setting when a key cannot be used. */
export function createWechatPay(options: WechatPayOptions): WechatPay {
  const { appid, mchid, serial, apiV3Key, publicKeyId, clock, timeoutMs = 10_000 } = options
  const nonce = options.nonce ?? (() => randomBytes(16).toString('hex').toUpperCase())
  const baseUrl = (options.baseUrl ?? 'https://api.mch.weixin.qq.com').replace(/\/+$/, '')
  const privateKey = keyFrom('privateKey', createPrivateKey, options.privateKey)
  const platformKeys = platformKeysOf(options)
  if (Buffer.byteLength(apiV3Key) !== 32) throw new Error('WeChat Pay: apiV3Key must have 32 bytes.')

  const call = createPayClient({
    mchid,
    serial,
    privateKey,
    platformKeys,
    baseUrl,
    clock,
    nonce,
    timeoutMs,
    ...(publicKeyId && { publicKeyId }),
  })

  const prepay = (kind: 'jsapi' | 'h5', prepayment: Prepayment, rest: Json) =>
    call('POST', `v3/pay/transactions/${kind}`, {
      body: {
        appid,
        mchid,
        description: firstCharacters(prepayment.description, 127),
        out_trade_no: prepayment.outTradeNo,
        time_expire: chinaTime(prepayment.expiresAt),
        ...(prepayment.attach && { attach: prepayment.attach }),
        notify_url: prepayment.notifyUrl,
        amount: { total: prepayment.total, currency: 'CNY' },
        ...rest,
      },
    })

  return {
    async prepayJsapi(prepayment) {
      const answer = await prepay('jsapi', prepayment, { payer: { openid: prepayment.openid } })
      return { prepayId: textOf(answer.prepay_id) ?? unusable('no prepay_id') }
    },

    async prepayH5(prepayment) {
      const scene = { payer_client_ip: prepayment.clientIp, h5_info: { type: 'Wap' } }
      const answer = await prepay('h5', prepayment, { scene_info: scene })
      return { h5Url: textOf(answer.h5_url) ?? unusable('no h5_url') }
    },

    paymentParameters(prepayId) {
      const timeStamp = secondsOf(clock.now())
      const nonceStr = nonce()
      const packaged = `prepay_id=${prepayId}`
      const paySign = Rsa.sign(paymentMessage(appid, timeStamp, nonceStr, packaged), privateKey)
      return { timeStamp, nonceStr, package: packaged, signType: 'RSA', paySign }
    },

    async query(outTradeNo) {
      const path = `v3/pay/transactions/out-trade-no/${encodeURIComponent(outTradeNo)}`
      const answer = await call('GET', path, { query: { mchid } }).catch(unlessMissing)
      return answer && (transactionOf(answer) ?? unusable('no transaction'))
    },

    async close(outTradeNo) {
      const path = `v3/pay/transactions/out-trade-no/${encodeURIComponent(outTradeNo)}/close`
      try {
        await call('POST', path, { body: { mchid } })
      } catch (error) {
        if (!(error instanceof WechatPayError && error.code === 'ORDER_CLOSED')) throw error
      }
    },

    async refund({ outTradeNo, outRefundNo, refund, total, reason, notifyUrl }) {
      const answer = await call('POST', 'v3/refund/domestic/refunds', {
        body: {
          out_trade_no: outTradeNo,
          out_refund_no: outRefundNo,
          ...(reason && { reason: firstCharacters(reason, 80) }),
          ...(notifyUrl && { notify_url: notifyUrl }),
          amount: { refund, total, currency: 'CNY' },
        },
      })
      return refundOf(answer) ?? unusable('no refund')
    },

    async queryRefund(outRefundNo) {
      const path = `v3/refund/domestic/refunds/${encodeURIComponent(outRefundNo)}`
      const answer = await call('GET', path, {}).catch(unlessMissing)
      return answer && (refundOf(answer) ?? unusable('no refund'))
    },

    async readNotice(headers, rawBody) {
      return readNotice({ appid, mchid, apiV3Key, platformKeys }, clock, headers, rawBody)
    },
  }
}

const MISSING = new Set(['ORDER_NOT_EXIST', 'ORDERNOTEXIST', 'RESOURCE_NOT_EXISTS'])

function unlessMissing(error: unknown): undefined {
  if (error instanceof WechatPayError && error.status === 404 && MISSING.has(error.code)) return undefined
  throw error
}

function unusable(why: string): never {
  throw new WechatPayError(200, 'BAD_ANSWER', `WeChat Pay's answer cannot be used: ${why}.`)
}

function keyFrom(setting: string, create: (pem: string) => KeyObject, pem: string): KeyObject {
  try {
    const key = create(pem)
    if (key.asymmetricKeyType === 'rsa') return key
  } catch {
    // The original message may quote the key.
  }
  throw new Error(`WeChat Pay: ${setting} is not an RSA key in PEM.`)
}

function platformKeysOf(account: WechatPayAccount): Record<string, KeyObject> {
  const pems = { ...account.platformCertificates }
  if (account.publicKeyId && account.publicKey) pems[account.publicKeyId] = account.publicKey
  if (Object.keys(pems).length === 0)
    throw new Error('WeChat Pay: give publicKeyId and publicKey, or platformCertificates.')
  return Object.fromEntries(
    Object.entries(pems).map(([id, pem]) => [id, keyFrom(`the platform's key ${id}`, createPublicKey, pem)]),
  )
}
