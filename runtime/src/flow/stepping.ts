import { advance, Refusal, type OrderEvent } from '../domain/index.ts'
import type { Order } from '../store/index.ts'

/** The states after an event, as part of a change. Refuses what the table of transitions does not allow. */
export function stepTo(
  event: OrderEvent,
  { state, booking }: Pick<Order, 'state' | 'booking'>,
): { set: Pick<Order, 'state' | 'booking'> } {
  const next = advance(event, { order: state, booking })
  return { set: { state: next.order, booking: next.booking } }
}

/** The order after a change. Refuses NOT_FOUND where there is none. */
export function thereIs(order: Order | undefined): Order {
  if (!order) throw new Refusal('NOT_FOUND')
  return order
}
