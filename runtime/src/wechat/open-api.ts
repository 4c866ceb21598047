import type { Clock } from '../domain/clock.ts'
import { keepAccessToken } from './access-token.ts'
import { WechatError } from './errors.ts'
import { integerOf, objectOf, parseObject, textOf, type Json } from './json.ts'
import { fitSubscribeField } from './subscribe-fields.ts'

/** Who a log-in code belongs to. `sessionKey` must never reach a client. */
export interface WechatSession {
  readonly openid: string
  readonly sessionKey: string
  readonly unionid?: string
}

/** Text a customer wrote, to be judged. The customer must have used the mini-program within two hours. */
export interface TextToCheck {
  readonly openid: string
  /** At most 2,500 characters. */
  readonly content: string
  readonly scene: 'profile' | 'comment' | 'forum' | 'social'
  readonly title?: string
  readonly nickname?: string
}

export interface TextVerdict {
  /** `review`: a person should look. */
  readonly suggest: 'pass' | 'review' | 'risky'
  /** The platform's number of the kind of fault; 100 is none. */
  readonly label: number
}

export interface SubscribeMessage {
  readonly openid: string
  readonly templateId: string
  /** Field to value, `{ thing1: '少儿绘画' }`; values too long for their kind are cut. */
  readonly values: Readonly<Record<string, string>>
  /** Page opened from the message, with its query. */
  readonly page?: string
  readonly version?: 'formal' | 'trial' | 'developer'
}

export interface MiniProgramCode {
  /** At most 32 characters; reaches the page as `scene`. */
  readonly scene: string
  /** Path without a leading slash; the home page otherwise. */
  readonly page?: string
  readonly version?: 'release' | 'trial' | 'develop'
  /** Pixels, 280–1280; 430 otherwise. */
  readonly width?: number
}

/** The calls of api.weixin.qq.com that the product makes. Each throws {@link WechatError}. */
export interface WechatOpenApi {
  /** Exchanges the code of `wx.login`, which is good once and for five minutes (40029 bad, 40163 used, 45011 too often, 40226 blocked). */
  codeToSession(code: string): Promise<WechatSession>
  /** Exchanges the code of a phone-number button. The phone has its country code only when that is not 86. */
  phoneNumber(code: string): Promise<{ readonly phone: string }>
  checkText(text: TextToCheck): Promise<TextVerdict>
  /** Uses up one acceptance of the customer (43101: refused, or none left). Not repeated after a time-out. */
  sendSubscribeMessage(message: SubscribeMessage): Promise<void>
  miniProgramCode(code: MiniProgramCode): Promise<{ readonly image: Uint8Array; readonly contentType: string }>
}

export interface WechatOpenApiOptions {
  readonly appid: string
  readonly secret: string
  readonly clock: Clock
  /** `https://api.weixin.qq.com` unless told otherwise; may have a path. */
  readonly baseUrl?: string
  readonly fetch?: typeof fetch
  /** For each attempt; 10,000 unless told otherwise. */
  readonly timeoutMs?: number
  /** Waits between attempts when the platform is busy (-1); two unless told otherwise. */
  readonly retryAfterMs?: readonly number[]
}

// 40001 and 42001: not, or no longer, a token; 40014: no token at all. The platform forgot ours: ask for another, once.
const TOKEN_REFUSED = new Set([40001, 40014, 42001])
const SCENES = { profile: 1, comment: 2, forum: 3, social: 4 } as const
const BUSY = -1

interface Answer {
  readonly json: Json
  readonly bytes: Uint8Array
  readonly contentType: string
}

export function createWechatOpenApi(options: WechatOpenApiOptions): WechatOpenApi {
  const { appid, secret, clock, timeoutMs = 10_000, retryAfterMs = [200, 1000] } = options
  const base = (options.baseUrl ?? 'https://api.weixin.qq.com').replace(/\/+$/, '')
  const request = options.fetch ?? fetch

  async function once(api: string, query: Record<string, string>, body?: Json): Promise<Answer> {
    const search = new URLSearchParams(query).toString()
    try {
      const response = await request(`${base}${api}${search && `?${search}`}`, {
        method: body ? 'POST' : 'GET',
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
        ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      })
      const contentType = response.headers.get('content-type') ?? ''
      const bytes = new Uint8Array(await response.arrayBuffer())
      if (response.status >= 500) throw new WechatError(api, 'NETWORK', `HTTP ${response.status}`)
      if (contentType.startsWith('image/')) return { json: {}, bytes, contentType }
      const json = parseObject(new TextDecoder().decode(bytes))
      if (!json) throw new WechatError(api, 'BAD_ANSWER', `HTTP ${response.status} without JSON`)
      const errcode = integerOf(json.errcode) ?? 0
      if (errcode !== 0) throw new WechatError(api, errcode, textOf(json.errmsg) ?? '')
      return { json, bytes, contentType }
    } catch (error) {
      if (error instanceof WechatError) throw error
      // The address holds the secret and the code, so nothing of the original message is passed on.
      if (error instanceof Error && error.name === 'TimeoutError')
        throw new WechatError(api, 'TIMEOUT', `no answer within ${timeoutMs} ms`)
      throw new WechatError(api, 'NETWORK', 'no connection')
    }
  }

  async function call(api: string, query: Record<string, string>, body?: Json): Promise<Answer> {
    for (const wait of retryAfterMs) {
      try {
        return await once(api, query, body)
      } catch (error) {
        if (!(error instanceof WechatError) || error.errcode !== BUSY) throw error
        await new Promise((resolve) => setTimeout(resolve, wait))
      }
    }
    return once(api, query, body)
  }

  const tokens = keepAccessToken(async (force) => {
    const api = '/cgi-bin/stable_token'
    const { json } = await call(api, {}, { grant_type: 'client_credential', appid, secret, force_refresh: force })
    const token = textOf(json.access_token)
    const expiresIn = integerOf(json.expires_in)
    if (!token || !expiresIn) throw new WechatError(api, 'BAD_ANSWER', 'no token')
    return { token, expiresIn }
  }, clock)

  async function callWithToken(api: string, body: Json): Promise<Answer> {
    const token = await tokens.current()
    try {
      return await call(api, { access_token: token }, body)
    } catch (error) {
      if (!(error instanceof WechatError) || typeof error.errcode !== 'number') throw error
      if (!TOKEN_REFUSED.has(error.errcode)) throw error
      tokens.refused(token)
      return call(api, { access_token: await tokens.current() }, body)
    }
  }

  return {
    async codeToSession(code) {
      const api = '/sns/jscode2session'
      const { json } = await call(api, { appid, secret, js_code: code, grant_type: 'authorization_code' })
      const openid = textOf(json.openid)
      const sessionKey = textOf(json.session_key)
      if (!openid || !sessionKey) throw new WechatError(api, 'BAD_ANSWER', 'no openid')
      const unionid = textOf(json.unionid)
      return { openid, sessionKey, ...(unionid && { unionid }) }
    },

    async phoneNumber(code) {
      const api = '/wxa/business/getuserphonenumber'
      const { json } = await callWithToken(api, { code })
      const phone = textOf(objectOf(json.phone_info).phoneNumber)
      if (!phone) throw new WechatError(api, 'BAD_ANSWER', 'no phone number')
      return { phone }
    },

    async checkText({ openid, content, scene, title, nickname }) {
      const api = '/wxa/msg_sec_check'
      const asked = { version: 2, openid, scene: SCENES[scene], content, title, nickname }
      const { json } = await callWithToken(api, asked)
      const { suggest, label } = objectOf(json.result)
      if (suggest !== 'pass' && suggest !== 'review' && suggest !== 'risky')
        throw new WechatError(api, 'BAD_ANSWER', 'no verdict')
      return { suggest, label: integerOf(label) ?? 0 }
    },

    async sendSubscribeMessage({ openid, templateId, values, page, version = 'formal' }) {
      const fields = Object.entries(values).map(([name, value]) => [name, { value: fitSubscribeField(name, value) }])
      await callWithToken('/cgi-bin/message/subscribe/send', {
        touser: openid,
        template_id: templateId,
        page,
        data: Object.fromEntries(fields) as Json,
        miniprogram_state: version,
        lang: 'zh_CN',
      })
    },

    async miniProgramCode({ scene, page, version = 'release', width }) {
      const api = '/wxa/getwxacodeunlimit'
      // A page that is not released yet cannot be checked by the platform, only opened by a tester.
      const asked = { scene, page, check_path: version === 'release', env_version: version, width }
      const { bytes, contentType } = await callWithToken(api, asked)
      if (!contentType.startsWith('image/')) throw new WechatError(api, 'BAD_ANSWER', 'no image')
      return { image: bytes, contentType }
    },
  }
}
