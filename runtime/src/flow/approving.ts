import { allocateRefund, money, Refusal, stepWhenApproved } from '../domain/index.ts'
import type { Change, Order } from '../store/index.ts'
import type { ShopContext } from './context.ts'
import { nextDue, openAttempts } from './dues.ts'
import { give, toGive } from './giving.ts'
import { refundEntries } from './refunding.ts'
import { releaseLeft } from './releasing.ts'
import { stepTo } from './stepping.ts'

export interface Decision {
  readonly decision: 'approve' | 'reject'
  /** Shown to the customer. */
  readonly reason?: string
}

const MINUTE = 60_000

/**
 * Approves or rejects an order that waits for it. Approved, it is confirmed, or waits for money where that comes after;
 * rejected, everything that was paid goes back and the place is free. Refuses APPROVAL_NOT_PENDING.
 */
export async function decide(ctx: ShopContext, id: string, { decision, reason }: Decision, by: string): Promise<Order> {
  const now = ctx.clock.now()
  const seen = await ctx.store.orders.find(id)
  if (!seen) throw new Refusal('NOT_FOUND')
  if (seen.state !== 'awaiting_approval') throw new Refusal('APPROVAL_NOT_PENDING')
  const shop = await ctx.shopAt(seen.version)
  const policy = shop.services.get(seen.selection.service)?.policies.booking
  const approval = { by, at: now, decision, reason: reason ?? null }

  const approve = (order: Order): Change => {
    const { captured } = money(order.entries, order.quote, order)
    const step = stepWhenApproved(order.quote.dueNow - captured)
    if (step === 'approveToPay') {
      const expiresAt = new Date(now.getTime() + (policy?.payMinutes ?? 1440) * MINUTE)
      return { set: { ...stepTo(step, order).set, approval, expiresAt }, events: ['order.approved'] }
    }
    return {
      set: { ...stepTo(step, order).set, approval, balanceDue: nextDue(order.quote.schedule, captured) },
      events: ['order.approved', 'order.confirmed'],
      due: toGive(shop, order),
    }
  }
  const reject = (order: Order): Change => {
    const { captured, refunded } = money(order.entries, order.quote, order)
    const shares = allocateRefund(order.entries, captured - refunded)
    const refunds = refundEntries(order, shares, now, reason ?? 'rejected')
    return {
      set: {
        ...stepTo('reject', order).set,
        approval,
        note: reason ?? null,
        releases: [...order.releases, order.claim],
        returnRate: 10000,
      },
      entries: refunds,
      events: ['order.rejected', ...(refunds.length > 0 ? (['refund.requested'] as const) : [])],
      due: ['releases', 'returns', ...(refunds.length > 0 ? (['refunds'] as const) : [])],
    }
  }

  let isPending = false
  const order = await ctx.store.orders.change(seen, now, (current) => {
    isPending = current.state === 'awaiting_approval' && openAttempts(current).length === 0
    if (!isPending) return undefined
    return decision === 'approve' ? approve(current) : reject(current)
  })
  // Somebody else of the staff was faster.
  if (!order || !isPending) throw new Refusal('APPROVAL_NOT_PENDING')
  await releaseLeft(ctx, order)
  await give(ctx, order)
  ctx.poke()
  return (await ctx.store.orders.find(id)) ?? order
}
