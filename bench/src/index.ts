/** `npm run bench [-- <name> …] [--quick] [--rounds <n>]`: runs the benchmarks, or some of them, and says how far each is from its aim. */
import { mkdir, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { BENCHMARKS } from './benchmarks.ts'
import { machine, sentence } from './machine.ts'
import { resultOf, type Result } from './result.ts'
import { markdown, table } from './report.ts'
import { runRounds } from './rounds.ts'

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean' }, rounds: { type: 'string' } },
  allowPositionals: true,
})
const quick = values.quick === true
const most = Math.max(1, Number(values.rounds ?? Infinity) || 1)
const names = BENCHMARKS.map(({ name }) => name)
const unknown = positionals.filter((name) => !names.includes(name))

if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are ${names.join(', ')}.`)
  process.exitCode = 1
} else {
  const results: Result[] = []
  for (const benchmark of BENCHMARKS) {
    if (positionals.length > 0 && !positionals.includes(benchmark.name)) continue
    const note = (line: string): void => console.error(`${benchmark.name}: ${line}`)
    try {
      results.push(resultOf(benchmark, await runRounds(benchmark, { quick, most }, note)))
    } catch (error) {
      note(`failed. ${(error as Error).message}`)
      process.exitCode = 1
    }
  }
  const on = machine()
  console.log(`\n${sentence(on)}${quick ? ' (quick: too short to be relied on)' : ''}\n\n${table(results)}`)
  console.log(`To paste:\n\n${markdown(results)}`)
  const folder = new URL('../results/', import.meta.url)
  await mkdir(folder, { recursive: true })
  const file = new URL(`${new Date().toISOString().replaceAll(/[:.]/g, '-')}.json`, folder)
  await writeFile(file, `${JSON.stringify({ machine: on, quick, results }, null, 2)}\n`)
}
