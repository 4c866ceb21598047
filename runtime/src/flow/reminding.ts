import type { Order } from '../store/index.ts'
import type { ShopContext } from './context.ts'

/** Tells once, a day ahead, that a booking is near; whoever sends messages takes it from the event. */
export async function remind(ctx: ShopContext, { id }: Order): Promise<void> {
  const now = ctx.clock.now()
  await ctx.store.orders.change(id, now, ({ state, remindedAt }) =>
    state === 'confirmed' && remindedAt === null ? { set: { remindedAt: now }, events: ['reminder.due'] } : undefined,
  )
}
