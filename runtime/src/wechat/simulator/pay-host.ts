import { randomBytes } from 'node:crypto'
import { Router, type NextFunction, type Request, type Response } from 'express'
import { Rsa } from 'wechatpay-axios-plugin'
import type { Clock } from '../../domain/clock.ts'
import { parseObject, type Json } from '../json.ts'
import { answerMessage, requestMessage, secondsOf } from '../pay-messages.ts'
import type { Accounts, SimulatedAccount } from './accounts.ts'
import { PAY_REFUSALS, PayRefusal, type PayRefusalCode } from './refusals.ts'
import { refundJson, type Refunds, type SimulatedRefund } from './refunds.ts'
import { transactionJson, type Trades } from './trades.ts'

export interface PayHostParts {
  readonly accounts: Accounts
  readonly trades: Trades
  readonly refunds: Refunds
  readonly clock: Clock
  /** Where a customer's browser finds the simulator. */
  readonly publicUrl: (req: Request) => string
  /** Called when a refund was newly accepted. */
  readonly refundAccepted: (refund: SimulatedRefund) => void
}

const AUTHORIZATION = /^WECHATPAY2-SHA256-RSA2048 (.+)$/
const MAX_OFFSET_S = 300

/** The paths of api.mch.weixin.qq.com. Expects `req.body` as text. */
export function payHost({ accounts, trades, refunds, clock, publicUrl, refundAccepted }: PayHostParts): Router {
  const router = Router()

  /** Whoever signed the request. Throws a refusal when nobody known did. */
  function signer(req: Request): SimulatedAccount {
    const refuse = (why: string) => new PayRefusal('SIGN_ERROR', `签名错误：${why}`)
    const fields = fieldsOf(AUTHORIZATION.exec(req.get('authorization') ?? '')?.[1] ?? '')
    const { mchid, nonce_str = '', timestamp = '', serial_no, signature = '' } = fields
    const account = accounts.byMchid(mchid)
    if (!account) throw refuse(`商户号 ${mchid ?? ''} 不存在`)
    if (serial_no !== account.serial) throw refuse(`商户证书序列号 ${serial_no ?? ''} 不正确`)
    if (!(Math.abs(Number(secondsOf(clock.now())) - Number(timestamp)) <= MAX_OFFSET_S)) throw refuse('时间戳已过期')
    const message = requestMessage(req.method, req.originalUrl, timestamp, nonce_str, rawBodyOf(req))
    if (!Rsa.verify(message, signature, accounts.keys.merchantPublic)) throw refuse('验签不通过')
    return account
  }

  function answer(req: Request, res: Response, status: number, json?: Json): void {
    const { publicKeyId, platformSerial, platformPrivate } = accounts.keys
    const body = json ? JSON.stringify(json) : ''
    const timestamp = secondsOf(clock.now())
    const nonce = randomBytes(16).toString('hex')
    res.status(status).set({
      'Request-ID': randomBytes(12).toString('hex').toUpperCase(),
      'Wechatpay-Timestamp': timestamp,
      'Wechatpay-Nonce': nonce,
      'Wechatpay-Serial': req.get('wechatpay-serial') === publicKeyId ? publicKeyId : platformSerial,
      'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
      'Wechatpay-Signature': Rsa.sign(answerMessage(timestamp, nonce, body), platformPrivate),
    })
    if (json) res.type('json')
    res.end(body)
  }

  router.post('/pay/transactions/jsapi', (req, res) => {
    const trade = trades.prepay(signer(req), 'JSAPI', bodyOf(req))
    answer(req, res, 200, { prepay_id: trade.prepayId })
  })

  router.post('/pay/transactions/h5', (req, res) => {
    const { prepayId } = trades.prepay(signer(req), 'MWEB', bodyOf(req))
    answer(req, res, 200, { h5_url: `${publicUrl(req)}/simulator/h5pay?prepay_id=${prepayId}` })
  })

  router.get('/pay/transactions/out-trade-no/:outTradeNo', (req, res) => {
    const { mchid } = signer(req)
    if (req.query.mchid !== mchid) throw new PayRefusal('PARAM_ERROR', 'mchid不一致')
    const trade = trades.find(mchid, req.params.outTradeNo)
    if (!trade) throw new PayRefusal('ORDER_NOT_EXIST')
    answer(req, res, 200, transactionJson(trade))
  })

  router.post('/pay/transactions/out-trade-no/:outTradeNo/close', (req, res) => {
    const { mchid } = signer(req)
    if (bodyOf(req).mchid !== mchid) throw new PayRefusal('PARAM_ERROR', 'mchid不一致')
    trades.close(mchid, req.params.outTradeNo)
    answer(req, res, 204)
  })

  router.post('/refund/domestic/refunds', (req, res) => {
    const { mchid } = signer(req)
    const body = bodyOf(req)
    const known = refunds.find(mchid, String(body.out_refund_no))
    const refund = refunds.ask(mchid, body)
    answer(req, res, 200, refundJson(refund))
    if (!known) refundAccepted(refund)
  })

  router.get('/refund/domestic/refunds/:outRefundNo', (req, res) => {
    const refund = refunds.find(signer(req).mchid, req.params.outRefundNo)
    if (!refund) throw new PayRefusal('RESOURCE_NOT_EXISTS')
    answer(req, res, 200, refundJson(refund))
  })

  router.use((req) => {
    signer(req)
    throw new PayRefusal('NOT_FOUND')
  })

  router.use((error: unknown, req: Request, res: Response, _next: NextFunction) => {
    const code: PayRefusalCode = error instanceof PayRefusal ? error.code : 'SYSTEM_ERROR'
    const [status, usual] = PAY_REFUSALS[code]
    const message = error instanceof PayRefusal ? error.message : `${usual}: ${String(error)}`
    answer(req, res, status, { code, message })
  })
  return router
}

/** The request's text. A body parser before the simulator would have lost what was signed. */
function rawBodyOf(req: Request): string {
  const body: unknown = req.body
  if (body === undefined || typeof body === 'string') return body ?? ''
  throw new Error('Mount the simulator before any body parser.')
}

function bodyOf(req: Request): Json {
  const body = parseObject(rawBodyOf(req))
  if (!body) throw new PayRefusal('PARAM_ERROR', '请求体不是JSON')
  return body
}

const fieldsOf = (text: string): Record<string, string | undefined> =>
  Object.fromEntries([...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))
