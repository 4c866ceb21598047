import type { Comparison, Measure } from '../benchmark.ts'

export const BOOKING = 'hold, order and payment'
export const JOBS = 'a round of the jobs'
export const DATABASE = 'the database'

/** Cost must not grow with what is behind. */
const AIM = { atMost: 1.3 }

/** What `pages` and all else cost, and against which side. */
export function costs(pages: readonly string[], against: string): { measures: Measure[]; comparisons: Comparison[] } {
  const times = [BOOKING, ...pages, JOBS]
  return {
    measures: [
      ...times.map((name) => ({ name, unit: 'ms of the processor', digits: 1 })),
      { name: DATABASE, unit: 'MiB', digits: 1 },
    ],
    comparisons: times.map((measure) => ({ measure, against, aim: AIM })),
  }
}
