/** A side in its own process: `child.ts <module> <settings as JSON>` runs it and tells the outcome to its parent. */
import type { Outcome, Run, Settings } from './benchmark.ts'

export interface Told extends Outcome {
  readonly peakMemory: number
}

const [module = '', settings = '{}'] = process.argv.slice(2)
// Whoever wanted to know is gone.
const gone = (): void => process.exit(1)
process.once('disconnect', gone)
const { run } = (await import(module)) as { run: Run }
const outcome = await run(JSON.parse(settings) as Settings)
// `maxRSS` is in kibibytes.
const told: Told = { peakMemory: process.resourceUsage().maxRSS * 1024, ...outcome }
process.off('disconnect', gone)
process.send?.(told, () => process.disconnect())
