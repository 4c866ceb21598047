import type { Benchmark } from '../benchmark.ts'
import { prepare } from './prepare.ts'

export const render: Benchmark = {
  name: 'render',
  title: 'One app from its description to the archive, warm',
  sides: [
    { name: 'render and zip', module: new URL('kaidian.ts', import.meta.url) },
    { name: 'copy in memory and zip', module: new URL('copy.ts', import.meta.url) },
    { name: 'copy the folder and zip', module: new URL('copy-folder.ts', import.meta.url), rounds: 1 },
  ],
  measures: [
    { name: 'an app', unit: 'ms', digits: 0 },
    { name: 'rendering alone', unit: 'ms', digits: 1 },
  ],
  comparisons: [
    { measure: 'an app', against: 'copy in memory and zip', aim: { atMost: 2 } },
    { measure: 'an app', against: 'copy the folder and zip' },
  ],
  rounds: { full: 3, quick: 1 },
  prepare,
}
