import type { Assignment, ResolvedShop } from '../domain/index.ts'
import type { Due, Order } from '../store/index.ts'
import type { ShopContext } from './context.ts'
import { grants, settleGrants } from './entitling.ts'
import { isSeated, settleSeats } from './seating.ts'

/** What an order that is confirmed has still to be given. */
export const toGive = (shop: ResolvedShop, order: { readonly selection: Assignment }): Due[] => [
  ...(grants(shop, order) ? (['grants'] as const) : []),
  ...(isSeated(shop, order) ? (['seats'] as const) : []),
]

/** Gives it. What fails here is done by the job. @param order as this process has written it */
export async function give(ctx: ShopContext, order: Order): Promise<Order> {
  const seated = order.due.includes('seats') ? await settleSeats(ctx, order) : order
  return seated.due.includes('grants') ? settleGrants(ctx, seated) : seated
}
