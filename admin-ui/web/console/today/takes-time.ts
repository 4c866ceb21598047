import type { ConsoleOrder } from '../server/shapes.ts'

/** Whether a booking has its place in the day; a cancelled one has given it up. */
export const takesTime = ({ booking }: Pick<ConsoleOrder, 'booking'>): boolean =>
  booking !== 'cancelled' && booking !== 'expired'
