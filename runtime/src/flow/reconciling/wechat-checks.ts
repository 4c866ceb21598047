import type { Order } from '../../store/index.ts'
import type { ShopContext } from '../context.ts'
import { isPaid } from '../settling.ts'
import { SETTLING_MS } from './books.ts'
import { finding, type Finding } from './discrepancy.ts'

/** Every payment of an order, asked for or booked, held against what WeChat Pay says of it. @throws WechatPayError when it does not answer */
export async function paymentFaults(ctx: ShopContext, order: Order): Promise<Finding[]> {
  const { id, number, attempts, entries } = order
  const captures = entries.filter(({ kind }) => kind === 'capture')
  const found: Finding[] = []
  for (const payment of new Set([...attempts.map(({ outTradeNo }) => outTradeNo), ...captures.map((one) => one.id)])) {
    const at = { order: id, payment }
    const booked = captures.find((entry) => entry.id === payment)
    const transaction = await ctx.pay.query(payment)
    if (!isPaid(transaction)) {
      if (booked) found.push(finding('PAYMENT_UNKNOWN', number, at, payment))
    } else if (!booked) {
      // Its notice may be on the way.
      if (ctx.clock.now().getTime() - transaction.paidAt.getTime() >= SETTLING_MS)
        found.push(finding('PAYMENT_NOT_BOOKED', number, at, payment))
    } else if (booked.amount !== transaction.total)
      found.push(finding('PAYMENT_DIFFERS', number, at, `${booked.amount} ≠ ${transaction.total}`))
  }
  return found
}
