import type { Benchmark, Side } from '../benchmark.ts'
import { COMMANDS, MEASURES, p99, PROCESSOR, SETUPS, throughput } from './figures.ts'

const module = new URL('drive.ts', import.meta.url)
const side = (name: string, server: string): Side => ({ name, module, settings: { server } })
const BARE = 'bare Express and driver'

export const booking: Benchmark = {
  name: 'booking',
  title: 'Hold → order → payment → notice over HTTP, embedded database',
  sides: [side('runtime', 'kaidian-server.ts'), side(BARE, 'bare-server.ts')],
  measures: MEASURES,
  comparisons: [
    ...SETUPS.flatMap((setup) => [
      { measure: throughput(setup), against: BARE, aim: { atLeast: 0.7 } },
      { measure: p99(setup), against: BARE, aim: { atMost: 3 } },
    ]),
    { measure: PROCESSOR, against: BARE },
    { measure: COMMANDS, against: BARE },
  ],
  rounds: { full: 3, quick: 1 },
}
