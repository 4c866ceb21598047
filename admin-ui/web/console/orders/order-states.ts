import type { OrderState } from '../server/shapes.ts'

/** What orders may be filtered by, in the order of an order's life. */
export const ORDER_STATES: readonly OrderState[] = [
  'pending',
  'awaiting_approval',
  'confirmed',
  'completed',
  'cancelled',
  'expired',
]
