import type { Benchmark, Side } from '../benchmark.ts'

const side = (name: string, file: string, rest: Partial<Side> = {}): Side => ({
  name,
  module: new URL(file, import.meta.url),
  ...rest,
})

export const quote: Benchmark = {
  name: 'quote',
  title: 'Price of a booking under 30 rules, every line and every rule left out explained',
  sides: [
    side('quote', 'kaidian.ts'),
    side('bare interpreter', 'interpreter.ts'),
    side('plain ifs', 'ifs.ts'),
    side('zen-engine', 'zen.ts', { rounds: 1 }),
    side('json-rules-engine', 'json-rules.ts', { rounds: 1 }),
  ],
  measures: [{ name: 'a price', unit: 'µs', digits: 2 }],
  comparisons: [
    { measure: 'a price', against: 'bare interpreter', aim: { atMost: 10 } },
    { measure: 'a price', against: 'plain ifs' },
    { measure: 'a price', against: 'zen-engine', aim: { atMost: 0.5 } },
    { measure: 'a price', against: 'json-rules-engine' },
  ],
  rounds: { full: 4, quick: 1 },
}
