import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Benchmark, Outcome, Settings, Side } from './benchmark.ts'
import type { Told } from './child.ts'

/** Figures of one side, one for each round it took part in. */
export interface Series {
  readonly side: string
  readonly measures: ReadonlyMap<string, readonly number[]>
  /** Bytes, the largest of all rounds. */
  readonly peakMemory: number
}

// Where other programs want the processor too, a side may take many times as long as alone.
const MOST_MS = 900_000

/** @throws Error when the process ends without an outcome, or does not end in time. */
export function runSide({ name, module, settings }: Side, prepared: Settings): Promise<Told> {
  const given = JSON.stringify({ ...prepared, ...settings })
  const child = fork(fileURLToPath(new URL('child.ts', import.meta.url)), [module.href, given], {
    execArgv: ['--expose-gc', '--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    let told: Told | undefined
    const timer = setTimeout(() => child.kill('SIGKILL'), MOST_MS)
    child.on('message', (message) => {
      told = message as Told
    })
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      clearTimeout(timer)
      if (told) resolve(told)
      else reject(new Error(`${name} ended with ${signal ?? `code ${code}`} before it told its figures`))
    })
  })
}

/**
 * Runs the sides in turn, A B A B …, so that whatever else the machine does meets all of them alike.
 * @throws Error when two sides did not come to the same answer.
 */
export async function runRounds(
  { sides, rounds, prepare }: Benchmark,
  { quick, most }: { readonly quick: boolean; readonly most: number },
  note: (line: string) => void,
): Promise<Series[]> {
  const prepared = await prepare?.(quick)
  const count = Math.min(most, quick ? rounds.quick : rounds.full)
  const outcomes = new Map<string, Told[]>(sides.map(({ name }) => [name, []]))
  const settings: Settings = { quick, ...prepared?.settings }
  let expected: { side: string; answer: Outcome['answer'] } | undefined
  try {
    for (let round = 0; round < count; round++)
      for (const side of sides) {
        if (round >= (side.rounds ?? count)) continue
        note(`round ${round + 1} of ${count}: ${side.name}`)
        const told = await runSide(side, settings)
        if (told.answer !== null) expected ??= { side: side.name, answer: told.answer }
        if (told.answer !== null && told.answer !== expected?.answer)
          throw new Error(
            `${side.name} and ${expected?.side} differ:\n  ${side.name}: ${told.answer}\n  ${expected?.side}: ${expected?.answer}`,
          )
        outcomes.get(side.name)?.push(told)
      }
  } finally {
    await prepared?.end()
  }
  return sides.map(({ name }) => seriesOf(name, outcomes.get(name) ?? []))
}

function seriesOf(side: string, outcomes: readonly Told[]): Series {
  const names = Object.keys(outcomes[0]?.measures ?? {})
  return {
    side,
    measures: new Map(names.map((name) => [name, outcomes.map(({ measures }) => measures[name] ?? Number.NaN)])),
    peakMemory: Math.max(...outcomes.map(({ peakMemory }) => peakMemory)),
  }
}
