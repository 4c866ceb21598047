/** An answer of api.weixin.qq.com other than success, or no usable answer at all. Never carries a secret or a code. */
export class WechatError extends Error {
  override readonly name = 'WechatError'
  /** Path of the call, such as `/sns/jscode2session`. */
  readonly api: string
  /** The platform's number; or why there was no number. */
  readonly errcode: number | 'TIMEOUT' | 'NETWORK' | 'BAD_ANSWER'
  readonly errmsg: string
  /** Whether the same call may succeed later without anybody changing anything. */
  readonly retriable: boolean

  constructor(api: string, errcode: WechatError['errcode'], errmsg: string) {
    super(`${api} answered ${errcode}: ${errmsg}`)
    this.api = api
    this.errcode = errcode
    this.errmsg = errmsg
    this.retriable = typeof errcode === 'string' ? errcode !== 'BAD_ANSWER' : RETRIABLE.has(errcode)
  }
}

// -1 system busy; 45009 daily and 45011 per-minute limits.
const RETRIABLE = new Set([-1, 45009, 45011])

/** A refusal of api.mch.weixin.qq.com, or no answer that could be trusted. */
export class WechatPayError extends Error {
  override readonly name = 'WechatPayError'
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  /** The platform's code, such as `ORDERPAID`; or `TIMEOUT`, `NETWORK`, `UNTRUSTED_ANSWER`, `BAD_ANSWER`. */
  readonly code: string
  /** Whether the same call, with the same numbers, may be made again. */
  readonly retriable: boolean

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
    this.retriable = status >= 500 || status === 429 || code === 'TIMEOUT' || code === 'NETWORK'
  }
}

/** Why a notice was not believed. */
export type ForgedReason =
  'HEADERS_MISSING' | 'SIGNATURE_PROBE' | 'TOO_OLD' | 'UNKNOWN_KEY' | 'BAD_SIGNATURE' | 'UNREADABLE' | 'OTHER_MERCHANT'

/** A notice that WeChat Pay did not send to this merchant just now. Answer it with 401 and change nothing. */
export class ForgedNotice extends Error {
  override readonly name = 'ForgedNotice'
  readonly reason: ForgedReason

  constructor(reason: ForgedReason, message: string) {
    super(message)
    this.reason = reason
  }
}
