import type { Json, Outcome, Step, StepKind } from '../case.ts'

const numbered = (step: Json, at: number): Step =>
  JSON.parse(JSON.stringify(step).replaceAll('{n}', String(at).padStart(4, '0'))) as Step

function counted(outcomes: readonly Outcome[]): Json {
  const refused: Record<string, number> = {}
  for (const { status, body } of outcomes)
    if (status >= 400) refused[body.error.code] = (refused[body.error.code] ?? 0) + 1
  return { succeeded: outcomes.filter(({ status }) => status < 400).length, refused }
}

/**
 * Many customers do the same; `{n}` in the step is the number of each, `0001` and on. One after the other, or with
 * `atOnce` at the same instant. Answers how many succeeded, and how often it was refused with which code.
 */
export const crowd: StepKind = {
  takes: ['of', 'step', 'atOnce', 'first'],
  async run({ of: count, step, atOnce, first = 1 }, world, perform) {
    const steps = Array.from({ length: count }, (_, at) => numbered({ by: 'crowd-{n}', ...step }, first + at))
    const outcomes: Outcome[] = []
    // Signed in beforehand, so that what they ask for arrives together.
    await Promise.all([...new Set(steps.map(({ by = '' }) => by))].map((by) => world.token(by)))
    if (atOnce) {
      outcomes.push(...(await Promise.all(steps.map((one) => perform(one, world)))))
    } else for (const one of steps) outcomes.push(await perform(one, world))
    return { status: 200, body: counted(outcomes) }
  },
}
