import type { Case, Json, NamedCases, Outcome, Step } from './case.ts'
import { difference } from './compare.ts'
import type { Ground } from './ground.ts'
import { STEPS } from './steps/index.ts'
import { openWorld, type World } from './world.ts'
import { filledIn, writtenOut } from './written.ts'

/** Filled in when the time comes: they may name what the step itself saves. */
const LATER = ['step', 'expect', 'refused']
const COMMON = ['do', 'at', 'by', 'expect', 'refused', 'save']

/** Every text of an error that a customer reads. */
const textsOf = (error: Json): string =>
  [error?.message, ...(error?.fields ?? []).map(({ message }: Json) => message)].join('\n')

/** What an outcome has that its step does not expect; undefined when all is well. */
function faultOf(step: Step, { status, body }: Outcome, world: World): string | undefined {
  const expected = filledIn(step.refused ?? step.expect, world.saved)
  if (step.refused === undefined) {
    if (status >= 400) return `it was refused with ${status}: ${JSON.stringify(body)}`
    return expected === undefined ? undefined : difference(body, expected, world.wallOf)
  }
  if (status < 400) return `it was to be refused with ${JSON.stringify(step.refused)}, and was not`
  const { says = [], ...error } = expected
  return (
    difference(body.error, error, world.wallOf) ??
    difference(textsOf(body.error), { $says: says }, world.wallOf, 'says')
  )
}

/** Does one step. @returns the answer, however it turned out */
async function doStep(source: Step, world: World): Promise<Outcome> {
  const kind = STEPS[source.do]
  if (!kind) throw new Error(`There is no step “${source.do}”; there are ${Object.keys(STEPS).join(', ')}.`)
  const strange = Object.keys(source).filter((key) => !COMMON.includes(key) && !kind.takes.includes(key))
  if (strange.length > 0) throw new Error(`The step “${source.do}” does not take ${strange.join(', ')}.`)
  const step = Object.fromEntries(
    Object.entries(source).map(([key, value]) => [key, LATER.includes(key) ? value : filledIn(value, world.saved)]),
  ) as Step
  if (step.at !== undefined) world.clock.set(new Date(world.instant(step.at)))
  const outcome = await kind.run(step, world, doStep)
  if (step.save !== undefined && outcome.status < 400) world.saved.set(step.save, outcome.body)
  return outcome
}

/** Whatever happened, orders, places and money agree at the end. */
async function looseEnds(world: World): Promise<string | undefined> {
  await world.runJobs()
  const { status, body } = await world.api.post('/console/reconciliations', {
    token: await world.staff(),
    body: { payDays: 366 },
  })
  if (status >= 400) return `The books could not be looked at: ${JSON.stringify(body)}`
  const found = (body.found as Json[]).map(({ code, subject, detail }) => `${code} ${subject} ${detail ?? ''}`)
  return found.length > 0 ? `The books do not agree: ${found.slice(0, 5).join('; ')}` : undefined
}

/** Plays a case in a shop of its own. @returns the first difference, or undefined */
export async function play(ground: Ground, { file, description }: NamedCases, one: Case): Promise<string | undefined> {
  const people = file.people ?? {}
  const world = await openWorld(ground, { shop: description, people, now: one.now ?? file.now })
  // A fault that many met is told twice at most.
  const told = (text: string) => [text, ...world.faults.slice(0, 2)].join('\n')
  try {
    for (const [at, source] of one.steps.entries()) {
      const step = writtenOut(source, people) as Step
      const where = `step ${at + 1}, ${step.do}`
      try {
        const fault = faultOf(step, await doStep(step, world), world)
        if (fault !== undefined) return told(`${where}: ${fault}`)
      } catch (error) {
        return told(`${where}: ${(error as Error).message}`)
      }
    }
    const loose = await looseEnds(world)
    if (loose !== undefined) return told(loose)
    return world.faults.length > 0 ? told('All went as expected, but:') : undefined
  } finally {
    await world.close()
  }
}
