import { Refusal } from '../domain/index.ts'
import type { Order } from '../store/index.ts'
import { cancelOrder } from './cancelling.ts'
import type { ShopContext } from './context.ts'

/**
 * A payment that was due is not there: it is told once, and where the plan says so the order is cancelled as if its customer
 * had done it. What cannot be cancelled any more is kept.
 */
export async function chase(ctx: ShopContext, order: Order): Promise<void> {
  const shop = await ctx.shopAt(order.version)
  const plans = shop.services.get(order.selection.service)?.policies.payment ?? []
  const plan = (plans.find(({ id }) => id === order.quote.plan) ?? plans[0])?.plan
  const cancels = (plan?.kind === 'deposit' || plan?.kind === 'instalments') && plan.overdue === 'cancel'
  const now = ctx.clock.now()
  const told = await ctx.store.orders.change(order.id, now, ({ balanceDue, state }) =>
    state === 'confirmed' && balanceDue && balanceDue <= now
      ? { set: { balanceDue: null }, events: ['order.balance_overdue'] }
      : undefined,
  )
  if (!cancels || told?.state !== 'confirmed') return
  try {
    await cancelOrder(ctx, order.id, { by: 'system', reason: 'balance overdue' })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}
