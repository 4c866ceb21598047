import type { ConsoleOrder } from '../server/shapes.ts'

/** A booking with a time of day. */
export type TimedOrder = ConsoleOrder & { readonly time: string; readonly endTime: string }

/** Whether a booking has its place in the day; a cancelled one has given it up. */
export const takesTime = (order: ConsoleOrder): order is TimedOrder =>
  order.time !== null && order.endTime !== null && !['cancelled', 'expired', 'rejected'].includes(order.booking)
