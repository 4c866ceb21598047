import type { Order } from '../../store/index.ts'
import type { ShopContext } from '../context.ts'
import { isPaid } from '../settling.ts'
import { discrepancy, type Discrepancy } from './discrepancy.ts'

/** Every attempt to pay an order, held against what WeChat Pay says of it. @throws WechatPayError when it does not answer */
export async function paymentFaults(ctx: ShopContext, order: Order): Promise<Discrepancy[]> {
  const found: Discrepancy[] = []
  for (const { outTradeNo } of order.attempts) {
    const booked = order.entries.find(({ id }) => id === outTradeNo)
    const transaction = await ctx.pay.query(outTradeNo)
    const isThere = isPaid(transaction)
    if (isThere && !booked) found.push(discrepancy('PAYMENT_NOT_BOOKED', order.number, outTradeNo))
    if (!isThere && booked) found.push(discrepancy('PAYMENT_UNKNOWN', order.number, outTradeNo))
    if (isThere && booked && booked.amount !== transaction.total)
      found.push(discrepancy('PAYMENT_DIFFERS', order.number, `${booked.amount} ≠ ${transaction.total}`))
  }
  return found
}
