import { advance, type OrderEvent } from '../domain/index.ts'
import type { Order } from '../store/index.ts'

/** The states after an event, as part of a change. Refuses what the table of transitions does not allow. */
export function stepTo(
  event: OrderEvent,
  { state, booking }: Pick<Order, 'state' | 'booking'>,
): { set: Pick<Order, 'state' | 'booking'> } {
  const next = advance(event, { order: state, booking })
  return { set: { state: next.order, booking: next.booking } }
}
