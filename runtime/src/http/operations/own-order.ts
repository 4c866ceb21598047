import { Refusal } from '../../domain/index.ts'
import type { Order } from '../../store/index.ts'
import { signedIn, type Call } from '../operation.ts'

/** Somebody else's order is not there. */
export async function own(call: Call): Promise<Order> {
  const order = await call.ctx.store.orders.find(call.params.id ?? '')
  if (order?.customer !== signedIn(call).id) throw new Refusal('NOT_FOUND')
  return order
}
