import { integerOf, objectOf, textOf, type Json } from './json.ts'

const TRADE_STATES = ['NOTPAY', 'SUCCESS', 'CLOSED', 'REFUND', 'USERPAYING', 'PAYERROR', 'REVOKED'] as const
const REFUND_STATES = ['PROCESSING', 'SUCCESS', 'CLOSED', 'ABNORMAL'] as const

/** `REFUND`: paid, and something was given back since; how much is in the refunds. */
export type TradeState = (typeof TRADE_STATES)[number]
/** `ABNORMAL`: the money could not be returned (a closed card, say); a person must act in the merchant console. */
export type RefundStatus = (typeof REFUND_STATES)[number]

interface AnyTransaction {
  readonly outTradeNo: string
  readonly openid?: string
  /** What was attached when the order was made. */
  readonly attach?: string
}

/** Somebody has paid. */
export interface PaidTransaction extends AnyTransaction {
  readonly state: 'SUCCESS' | 'REFUND'
  /** WeChat's number. */
  readonly transactionId: string
  /** Fen. */
  readonly total: number
  readonly paidAt: Date
}

/** Nobody has paid, or not yet. */
export interface UnpaidTransaction extends AnyTransaction {
  readonly state: Exclude<TradeState, PaidTransaction['state']>
}

export type Transaction = PaidTransaction | UnpaidTransaction

export interface RefundState {
  readonly outRefundNo: string
  readonly outTradeNo: string
  readonly refundId: string
  readonly status: RefundStatus
  /** Fen given back by this refund. */
  readonly refund: number
  /** Fen of the whole order. */
  readonly total: number
  readonly succeededAt?: Date
}

const oneOf = <T extends string>(allowed: readonly T[], value: unknown): T | undefined =>
  allowed.find((one) => one === value)

function instantOf(value: unknown): Date | undefined {
  const instant = new Date(textOf(value) ?? '')
  return Number.isNaN(instant.getTime()) ? undefined : instant
}

/** Reads a transaction as queries and notices give it; undefined when it is not one. */
export function transactionOf(json: Json): Transaction | undefined {
  const outTradeNo = textOf(json.out_trade_no)
  const state = oneOf(TRADE_STATES, json.trade_state)
  if (!outTradeNo || !state) return undefined
  const openid = textOf(objectOf(json.payer).openid)
  const attach = textOf(json.attach)
  const common = { outTradeNo, ...(openid && { openid }), ...(attach && { attach }) }
  if (state !== 'SUCCESS' && state !== 'REFUND') return { ...common, state }
  // Money is booked from these: without them a payment is no payment.
  const transactionId = textOf(json.transaction_id)
  const total = integerOf(objectOf(json.amount).total)
  const paidAt = instantOf(json.success_time)
  if (!transactionId || total === undefined || !paidAt) return undefined
  return { ...common, state, transactionId, total, paidAt }
}

/** Reads a refund as answers (`status`) and notices (`refund_status`) give it; undefined when it is not one. */
export function refundOf(json: Json): RefundState | undefined {
  const outRefundNo = textOf(json.out_refund_no)
  const outTradeNo = textOf(json.out_trade_no)
  const refundId = textOf(json.refund_id)
  const status = oneOf(REFUND_STATES, json.status ?? json.refund_status)
  const amount = objectOf(json.amount)
  const refund = integerOf(amount.refund)
  const total = integerOf(amount.total)
  if (!outRefundNo || !outTradeNo || !refundId || !status || refund === undefined || total === undefined)
    return undefined
  const succeededAt = instantOf(json.success_time)
  return { outRefundNo, outTradeNo, refundId, status, refund, total, ...(succeededAt && { succeededAt }) }
}
