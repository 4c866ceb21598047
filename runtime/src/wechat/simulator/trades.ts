import { randomBytes, randomInt } from 'node:crypto'
import type { Clock } from '../../domain/clock.ts'
import { charactersIn } from '../characters.ts'
import { integerOf, objectOf, textOf, type Json } from '../json.ts'
import { chinaTime } from '../pay-messages.ts'
import type { SimulatedAccount } from './accounts.ts'
import type { Journal } from './journal.ts'
import { PayRefusal } from './refusals.ts'

export type TradeKind = 'JSAPI' | 'MWEB'

/** One order as WeChat Pay keeps it. Instants are in China's time, amounts in fen. */
export interface Trade {
  readonly appid: string
  readonly mchid: string
  readonly merchant: string
  readonly outTradeNo: string
  readonly kind: TradeKind
  readonly description: string
  readonly attach?: string
  readonly notifyUrl: string
  readonly total: number
  readonly openid: string
  readonly expiresAt?: string
  readonly prepayId: string
  readonly prepayExpiresAt: string
  readonly state: 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED'
  readonly transactionId?: string
  readonly paidAt?: string
  /** The first request's essence: a second one must be the same. */
  readonly asked: string
}

/** Why a customer cannot pay. */
export type Unpayable = 'UNKNOWN' | 'PAID' | 'CLOSED' | 'EXPIRED'

export interface Trades {
  prepay(account: SimulatedAccount, kind: TradeKind, body: Json): Trade
  find(mchid: string, outTradeNo: string): Trade | undefined
  ofPrepay(prepayId: string): Trade | undefined
  /** Undefined: it can be paid now. */
  unpayable(trade: Trade | undefined): Unpayable | undefined
  pay(trade: Trade): Trade
  close(mchid: string, outTradeNo: string): void
  markRefunded(trade: Trade): void
}

const PREPAY_LIVES_MS = 2 * 3_600_000
const NUMBER = /^[\w\-|*]{6,32}$/

export function openTrades(journal: Journal, clock: Clock): Trades {
  const table = journal.table<Trade>('trade')
  const keyByPrepay = new Map(table.values().map((trade) => [trade.prepayId, keyOf(trade)]))
  const save = (trade: Trade): Trade => {
    table.put(keyOf(trade), trade)
    keyByPrepay.set(trade.prepayId, keyOf(trade))
    return trade
  }
  const passed = (instant: string) => new Date(instant).getTime() <= clock.now().getTime()
  const find = (mchid: string, outTradeNo: string) => table.get(`${mchid}/${outTradeNo}`)

  return {
    find,
    ofPrepay: (prepayId) => table.get(keyByPrepay.get(prepayId) ?? ''),

    prepay(account, kind, body) {
      const order = readOrder(account, kind, body)
      if (order.expiresAt && passed(order.expiresAt)) throw new PayRefusal('PARAM_ERROR', 'time_expire已过期')
      const known = find(account.mchid, order.outTradeNo)
      if (known?.state === 'CLOSED') throw new PayRefusal('ORDER_CLOSED')
      if (known && known.state !== 'NOTPAY') throw new PayRefusal('ORDERPAID')
      if (known && known.kind !== kind) throw new PayRefusal('OUT_TRADE_NO_USED')
      if (known && known.asked !== order.asked)
        throw new PayRefusal('INVALID_REQUEST', '请求重入时，参数与首次请求时不一致')
      if (known && !passed(known.prepayExpiresAt)) return known
      const now = clock.now()
      return save({
        ...order,
        state: 'NOTPAY',
        prepayId: `wx${digitsOf(now)}${randomBytes(10).toString('hex')}`,
        prepayExpiresAt: chinaTime(new Date(now.getTime() + PREPAY_LIVES_MS)),
      })
    },

    unpayable(trade) {
      if (!trade) return 'UNKNOWN'
      if (trade.state === 'CLOSED') return 'CLOSED'
      if (trade.state !== 'NOTPAY') return 'PAID'
      const expired = passed(trade.prepayExpiresAt) || (trade.expiresAt !== undefined && passed(trade.expiresAt))
      return expired ? 'EXPIRED' : undefined
    },

    pay(trade) {
      const now = clock.now()
      const transactionId = `4200${digitsOf(now)}${Array.from({ length: 10 }, () => randomInt(10)).join('')}`
      return save({ ...trade, state: 'SUCCESS', transactionId, paidAt: chinaTime(now) })
    },

    close(mchid, outTradeNo) {
      const trade = find(mchid, outTradeNo)
      if (!trade) throw new PayRefusal('ORDER_NOT_EXIST')
      if (trade.state === 'CLOSED') throw new PayRefusal('ORDER_CLOSED')
      if (trade.state !== 'NOTPAY') throw new PayRefusal('ORDERPAID')
      save({ ...trade, state: 'CLOSED' })
    },

    markRefunded(trade) {
      save({ ...trade, state: 'REFUND' })
    },
  }
}

const keyOf = (trade: Trade) => `${trade.mchid}/${trade.outTradeNo}`
const digitsOf = (instant: Date) => chinaTime(instant).slice(0, 19).replace(/\D/g, '')

const STATE_TEXTS = { NOTPAY: '订单未支付', SUCCESS: '支付成功', REFUND: '转入退款', CLOSED: '订单已关闭' } as const

/** A trade as queries and notices show it. */
export const transactionJson = (trade: Trade): Json => ({
  appid: trade.appid,
  mchid: trade.mchid,
  out_trade_no: trade.outTradeNo,
  trade_state: trade.state,
  trade_state_desc: STATE_TEXTS[trade.state],
  ...(trade.attach && { attach: trade.attach }),
  ...(trade.transactionId && {
    transaction_id: trade.transactionId,
    trade_type: trade.kind,
    bank_type: 'OTHERS',
    success_time: trade.paidAt,
    payer: { openid: trade.openid },
    amount: { total: trade.total, payer_total: trade.total, currency: 'CNY', payer_currency: 'CNY' },
  }),
})

type Order = Omit<Trade, 'state' | 'prepayId' | 'prepayExpiresAt'>

function readOrder(account: SimulatedAccount, kind: TradeKind, body: Json): Order {
  const wrong = (what: string) => new PayRefusal('PARAM_ERROR', `参数错误：${what}`)
  const outTradeNo = textOf(body.out_trade_no)
  const description = textOf(body.description)
  const notifyUrl = textOf(body.notify_url)
  const total = integerOf(objectOf(body.amount).total)
  const expiresAt = textOf(body.time_expire)
  const attach = textOf(body.attach)
  const openid = textOf(objectOf(body.payer).openid)
  if (body.mchid !== account.mchid || body.appid !== account.appid) throw new PayRefusal('APPID_MCHID_NOT_MATCH')
  if (!outTradeNo || !NUMBER.test(outTradeNo)) throw wrong('out_trade_no')
  if (!description || charactersIn(description) > 127) throw wrong('description')
  if (!notifyUrl || !/^https?:\/\/[^?#\s]+$/.test(notifyUrl)) throw wrong('notify_url')
  if (total === undefined || total < 1) throw wrong('amount.total')
  if (expiresAt !== undefined && Number.isNaN(Date.parse(expiresAt))) throw wrong('time_expire')
  if (attach !== undefined && charactersIn(attach) > 128) throw wrong('attach')
  if (kind === 'JSAPI' && !openid) throw wrong('payer.openid')
  if (kind === 'MWEB' && !textOf(objectOf(body.scene_info).payer_client_ip)) throw wrong('scene_info.payer_client_ip')
  return {
    appid: account.appid,
    mchid: account.mchid,
    merchant: account.name,
    outTradeNo,
    kind,
    description,
    notifyUrl,
    total,
    openid: openid ?? `o${randomBytes(21).toString('base64url').slice(0, 27)}`,
    asked: JSON.stringify([account.appid, description, notifyUrl, total, expiresAt, attach, openid]),
    ...(attach !== undefined && { attach }),
    ...(expiresAt !== undefined && { expiresAt }),
  }
}
