import { Router, type Request, type Response } from 'express'
import { Rsa } from 'wechatpay-axios-plugin'
import { parseObject, textOf, type Json } from '../json.ts'
import { paymentMessage } from '../pay-messages.ts'
import type { Accounts } from './accounts.ts'
import { cashierPage, cashierPolicy, type CashierView } from './cashier-page.ts'
import type { CustomerCodes } from './customer-codes.ts'
import type { Fault, Faults } from './faults.ts'
import type { SentMessage } from './open-host.ts'
import type { Trade, Trades, Unpayable } from './trades.ts'

export interface CustomerSideParts {
  readonly accounts: Accounts
  readonly codes: CustomerCodes
  readonly trades: Trades
  readonly faults: Faults
  readonly messages: () => readonly SentMessage[]
  /** The customer has given the password. */
  readonly paid: (trade: Trade) => void
}

/**
 * What a customer's WeChat does, over HTTP under `/simulator`: JSON for a preview and for tests, a page for a browser.
 * Expects `req.body` as text.
 */
export function customerSide({ accounts, codes, trades, faults, messages, paid }: CustomerSideParts): Router {
  const router = Router()

  function pay(prepayId: string): Unpayable | undefined {
    const trade = trades.ofPrepay(prepayId)
    const why = trades.unpayable(trade)
    if (!why && trade) paid(trades.pay(trade))
    return why
  }

  router.post('/login-codes', (req, res) => {
    res.json({ code: codes.giveLogin(textOf(jsonOf(req).user) ?? 'customer-1') })
  })

  router.post('/phone-codes', (req, res) => {
    res.json({ code: codes.givePhone(textOf(jsonOf(req).phone) ?? '13800138000') })
  })

  router.post('/acceptances', (req, res) => {
    const { openid, template_id } = jsonOf(req)
    codes.accept(String(openid), String(template_id))
    res.json({ [String(template_id)]: 'accept' })
  })

  router.get('/messages', (_req, res) => {
    res.json({ messages: messages() })
  })

  router.post('/pay', (req, res) => {
    const body = jsonOf(req)
    const prepayId = textOf(body.prepay_id) ?? textOf(body.package)?.replace(/^prepay_id=/, '') ?? ''
    const trade = trades.ofPrepay(prepayId)
    if (trade && body.paySign !== undefined && !signedByMerchant(trade, body)) {
      res.status(400).json({ errMsg: 'requestPayment:fail 支付验证签名失败' })
      return
    }
    const why = pay(prepayId)
    if (why) res.status(409).json({ errMsg: `requestPayment:fail ${why}`, reason: why })
    else res.json({ errMsg: 'requestPayment:ok' })
  })

  router.post('/cancel', (_req, res) => {
    res.json({ errMsg: 'requestPayment:fail cancel' })
  })

  router.post('/faults', (req, res) => {
    faults.add(jsonOf(req) as unknown as Fault)
    res.status(204).end()
  })

  router.delete('/faults', (_req, res) => {
    faults.clear()
    res.status(204).end()
  })

  router.get('/h5pay', (req, res) => {
    const trade = trades.ofPrepay(textOf(req.query.prepay_id) ?? '')
    const outcome = trades.unpayable(trade) ?? 'asking'
    show(req, res, { trade, outcome, back: webAddress(req.query.redirect_url) })
  })

  router.post('/h5pay', (req, res) => {
    const form = new URLSearchParams(String(req.body))
    const prepayId = form.get('prepay_id') ?? ''
    const back = webAddress(form.get('redirect_url'))
    const outcome = form.get('action') === 'pay' ? (pay(prepayId) ?? 'paid') : 'cancelled'
    // Nothing is told on the way back, as with the real page: the shop has to ask.
    if (back && (outcome === 'paid' || outcome === 'cancelled')) res.redirect(303, back.href)
    else show(req, res, { trade: trades.ofPrepay(prepayId), outcome, back })
  })

  function signedByMerchant(trade: Trade, { timeStamp, nonceStr, package: packaged, paySign }: Json): boolean {
    const message = paymentMessage(trade.appid, String(timeStamp), String(nonceStr), String(packaged))
    return Rsa.verify(message, String(paySign), accounts.keys.merchantPublic)
  }

  return router
}

function show(req: Request, res: Response, view: Omit<CashierView, 'language'>): void {
  const language = req.acceptsLanguages('zh-CN', 'zh', 'en')
  res
    .status(view.trade ? 200 : 404)
    .set({
      'Content-Security-Policy': cashierPolicy(view.back),
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      Vary: 'Accept-Language',
    })
    .type('html')
    .end(cashierPage({ ...view, language: language === 'en' ? 'en' : 'zh' }))
}

const jsonOf = (req: Request): Json => parseObject(String(req.body)) ?? {}

function webAddress(text: unknown): URL | undefined {
  const url = typeof text === 'string' && URL.canParse(text) ? new URL(text) : undefined
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : undefined
}
