import type { Benchmark } from '../benchmark.ts'

export const slots: Benchmark = {
  name: 'slots',
  title: 'Free starts of a month: 20 resources, 2,000 bookings',
  sides: [
    { name: 'availability', module: new URL('kaidian.ts', import.meta.url) },
    { name: 'plain loop', module: new URL('loop.ts', import.meta.url) },
  ],
  measures: [{ name: 'a month', unit: 'ms', digits: 3 }],
  comparisons: [{ measure: 'a month', against: 'plain loop', aim: { atMost: 3 } }],
  rounds: { full: 4, quick: 1 },
}
