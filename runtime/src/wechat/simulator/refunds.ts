import { randomInt } from 'node:crypto'
import type { Clock } from '../../domain/clock.ts'
import { integerOf, objectOf, textOf, type Json } from '../json.ts'
import { chinaTime } from '../pay-messages.ts'
import type { RefundStatus } from '../pay-records.ts'
import type { Journal } from './journal.ts'
import { PayRefusal } from './refusals.ts'
import type { Trades } from './trades.ts'

/** One refund as WeChat Pay keeps it. */
export interface SimulatedRefund {
  readonly mchid: string
  readonly outRefundNo: string
  readonly outTradeNo: string
  readonly transactionId: string
  readonly refundId: string
  readonly refund: number
  readonly total: number
  readonly notifyUrl?: string
  readonly status: RefundStatus
  readonly createdAt: string
  readonly succeededAt?: string
}

export interface Refunds {
  /** Accepts a refund, or gives back the one of that number. */
  ask(mchid: string, body: Json): SimulatedRefund
  find(mchid: string, outRefundNo: string): SimulatedRefund | undefined
  /** Ends a refund that is under way. */
  end(refund: SimulatedRefund, status: Exclude<RefundStatus, 'PROCESSING'>): SimulatedRefund
  underWay(): SimulatedRefund[]
}

const MOST_REFUNDS = 50
const YEAR_MS = 365 * 86_400_000
const NUMBER = /^[\w\-|*@]{1,64}$/

export function openRefunds(journal: Journal, trades: Trades, clock: Clock): Refunds {
  const table = journal.table<SimulatedRefund>('refund')
  const find = (mchid: string, outRefundNo: string) => table.get(`${mchid}/${outRefundNo}`)
  const save = (refund: SimulatedRefund) => {
    table.put(`${refund.mchid}/${refund.outRefundNo}`, refund)
    return refund
  }

  return {
    find,
    underWay: () => table.values().filter(({ status }) => status === 'PROCESSING'),

    ask(mchid, body) {
      const outTradeNo = textOf(body.out_trade_no) ?? ''
      const outRefundNo = textOf(body.out_refund_no) ?? ''
      const notifyUrl = textOf(body.notify_url)
      const amount = objectOf(body.amount)
      const refund = integerOf(amount.refund)
      const total = integerOf(amount.total)
      if (!NUMBER.test(outRefundNo) || refund === undefined || refund < 1 || total === undefined)
        throw new PayRefusal('PARAM_ERROR')

      const known = find(mchid, outRefundNo)
      if (known) {
        if (known.refund !== refund || known.total !== total || known.outTradeNo !== outTradeNo)
          throw new PayRefusal('INVALID_REQUEST', '订单金额或退款金额与之前请求不一致，请核实后再试')
        return known
      }

      const trade = trades.find(mchid, outTradeNo)
      if (!trade) throw new PayRefusal('RESOURCE_NOT_EXISTS', '订单不存在')
      if (!trade.transactionId || !trade.paidAt) throw new PayRefusal('INVALID_REQUEST', '订单未支付')
      if (clock.now().getTime() - Date.parse(trade.paidAt) > YEAR_MS)
        throw new PayRefusal('INVALID_REQUEST', '订单已超过可退款的最大期限')
      if (total !== trade.total) throw new PayRefusal('INVALID_REQUEST', '订单金额与支付金额不一致')
      const before = table.values().filter((one) => one.mchid === mchid && one.outTradeNo === outTradeNo)
      if (before.length >= MOST_REFUNDS) throw new PayRefusal('INVALID_REQUEST', '部分退款次数超过50次')
      const given = before.reduce((sum, one) => (one.status === 'CLOSED' ? sum : sum + one.refund), 0)
      if (given + refund > trade.total) throw new PayRefusal('INVALID_REQUEST', '退款金额大于订单可退金额')

      trades.markRefunded(trade)
      return save({
        mchid,
        outRefundNo,
        outTradeNo,
        transactionId: trade.transactionId,
        refundId: `5030${Array.from({ length: 24 }, () => randomInt(10)).join('')}`,
        refund,
        total,
        status: 'PROCESSING',
        createdAt: chinaTime(clock.now()),
        ...(notifyUrl && { notifyUrl }),
      })
    },

    end: (refund, status) =>
      save({ ...refund, status, ...(status === 'SUCCESS' && { succeededAt: chinaTime(clock.now()) }) }),
  }
}

const amountsOf = ({ refund, total }: SimulatedRefund): Json => ({
  total,
  refund,
  payer_total: total,
  payer_refund: refund,
})

const commonJson = (refund: SimulatedRefund): Json => ({
  refund_id: refund.refundId,
  out_refund_no: refund.outRefundNo,
  transaction_id: refund.transactionId,
  out_trade_no: refund.outTradeNo,
  user_received_account: '支付用户零钱',
  ...(refund.succeededAt && { success_time: refund.succeededAt }),
})

/** A refund as the API answers it. */
export const refundJson = (refund: SimulatedRefund): Json => ({
  ...commonJson(refund),
  channel: 'ORIGINAL',
  funds_account: 'AVAILABLE',
  create_time: refund.createdAt,
  status: refund.status,
  amount: { ...amountsOf(refund), currency: 'CNY' },
})

/** A refund as a notice tells it. */
export const refundNoticeJson = (refund: SimulatedRefund): Json => ({
  ...commonJson(refund),
  mchid: refund.mchid,
  refund_status: refund.status,
  amount: amountsOf(refund),
})
