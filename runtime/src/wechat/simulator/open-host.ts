import { randomBytes, timingSafeEqual } from 'node:crypto'
import { Router, type NextFunction, type Request, type Response } from 'express'
import type { Clock } from '../../domain/clock.ts'
import { objectOf, parseObject, textOf, type Json } from '../json.ts'
import { fitSubscribeField } from '../subscribe-fields.ts'
import { openidOf, type Accounts, type SimulatedAccount } from './accounts.ts'
import type { CustomerCodes } from './customer-codes.ts'
import { miniCodePng } from './mini-code.ts'
import { OpenRefusal } from './refusals.ts'

/** A subscribe message that a customer would have got. */
export interface SentMessage {
  readonly openid: string
  readonly templateId: string
  readonly page?: string
  readonly values: Readonly<Record<string, string>>
  readonly sentAt: Date
}

export interface OpenHostParts {
  readonly accounts: Accounts
  readonly codes: CustomerCodes
  readonly clock: Clock
  readonly messageSent: (message: SentMessage) => void
}

interface Token {
  readonly value: string
  readonly account: SimulatedAccount
  expiresAt: number
}

const TOKEN_S = 7200
const OVERLAP_S = 300

/** The paths of api.weixin.qq.com. Expects `req.body` as text. Text with 违规 is risky, with 可疑 to be reviewed. */
export function openHost({ accounts, codes, clock, messageSent }: OpenHostParts): Router {
  const router = Router()
  let tokens: Token[] = []
  const now = () => clock.now().getTime()

  function accountOf(appid: unknown, secret: unknown): SimulatedAccount {
    const account = accounts.byAppid(appid)
    if (!account) throw new OpenRefusal(40013)
    if (!sameSecret(account.secret, textOf(secret) ?? '')) throw new OpenRefusal(40125)
    return account
  }

  function holder(req: Request): SimulatedAccount {
    const token = tokens.find(({ value }) => value === req.query.access_token)
    if (!token) throw new OpenRefusal(40001)
    if (token.expiresAt <= now()) throw new OpenRefusal(42001)
    return token.account
  }

  router.get('/sns/jscode2session', (req, res) => {
    const { appid, secret, js_code: code } = req.query
    const account = accountOf(appid, secret)
    const user = codes.useLogin(textOf(code) ?? '')
    res.json({ openid: openidOf(account.appid, user), session_key: randomBytes(16).toString('base64') })
  })

  router.post('/cgi-bin/stable_token', (req, res) => {
    const { appid, secret, grant_type, force_refresh } = bodyOf(req)
    const account = accountOf(appid, secret)
    if (grant_type !== 'client_credential') throw new OpenRefusal(40097)
    tokens = tokens.filter(({ expiresAt, account: { appid: other } }) => {
      return expiresAt > now() && !(force_refresh === true && other === appid)
    })
    let token = tokens.findLast((one) => one.account.appid === appid)
    if (!token || token.expiresAt - now() <= OVERLAP_S * 1000) {
      token = { value: randomBytes(48).toString('base64url'), account, expiresAt: now() + TOKEN_S * 1000 }
      tokens.push(token)
    }
    res.json({ access_token: token.value, expires_in: Math.floor((token.expiresAt - now()) / 1000) })
  })

  router.post('/wxa/business/getuserphonenumber', (req, res) => {
    const { appid } = holder(req)
    const phone = codes.usePhone(textOf(bodyOf(req).code) ?? '')
    res.json({
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: phone,
        purePhoneNumber: phone,
        countryCode: '86',
        watermark: { timestamp: Math.floor(now() / 1000), appid },
      },
    })
  })

  router.post('/wxa/msg_sec_check', (req, res) => {
    holder(req)
    const { openid, content, scene, version } = bodyOf(req)
    const text = textOf(content)
    checkOpenid(openid)
    if (version !== 2 || ![1, 2, 3, 4].includes(Number(scene)) || !text || text.length > 2500)
      throw new OpenRefusal(40097)
    const suggest = text.includes('违规') ? 'risky' : text.includes('可疑') ? 'review' : 'pass'
    res.json({
      errcode: 0,
      errmsg: 'ok',
      trace_id: randomBytes(12).toString('hex'),
      result: { suggest, label: suggest === 'pass' ? 100 : 20001 },
    })
  })

  router.post('/cgi-bin/message/subscribe/send', (req, res) => {
    holder(req)
    const { touser, template_id, page, data } = bodyOf(req)
    const openid = checkOpenid(touser)
    const templateId = textOf(template_id)
    if (!templateId) throw new OpenRefusal(40037)
    const values = Object.entries(objectOf(data)).map(([name, field]) => {
      const value = textOf(objectOf(field).value)
      if (!value || fitSubscribeField(name, value) !== value)
        throw new OpenRefusal(47003, `argument invalid! data.${name}.value invalid`)
      return [name, value] as const
    })
    if (!codes.useAcceptance(openid, templateId)) throw new OpenRefusal(43101)
    const to = textOf(page)
    messageSent({
      openid,
      templateId,
      values: Object.fromEntries(values),
      sentAt: clock.now(),
      ...(to !== undefined && { page: to }),
    })
    res.json({ errcode: 0, errmsg: 'ok' })
  })

  router.post('/wxa/getwxacodeunlimit', (req, res) => {
    const { appid } = holder(req)
    const { scene, page, width } = bodyOf(req)
    const shown = textOf(scene)
    const path = textOf(page) ?? ''
    if (!shown || shown.length > 32) throw new OpenRefusal(40097)
    if (path.startsWith('/')) throw new OpenRefusal(41030)
    res.type('png').end(miniCodePng(`${appid} ${path} ${shown}`, Number(width) || 430))
  })

  router.use((error: unknown, _req: Request, res: Response, next: NextFunction) => {
    if (!(error instanceof OpenRefusal)) return next(error)
    res.json({ errcode: error.errcode, errmsg: `${error.message} rid: ${randomBytes(6).toString('hex')}` })
  })
  return router
}

function bodyOf(req: Request): Json {
  const body = parseObject(String(req.body))
  if (!body) throw new OpenRefusal(40097)
  return body
}

function checkOpenid(openid: unknown): string {
  const text = textOf(openid) ?? ''
  if (!/^o[\w-]{27}$/.test(text)) throw new OpenRefusal(40003)
  return text
}

const sameSecret = (expected: string, given: string) =>
  expected.length === given.length && timingSafeEqual(Buffer.from(expected), Buffer.from(given.padEnd(1)))
