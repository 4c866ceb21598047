import type { Json, Outcome, Step, StepKind } from '../case.ts'
import type { World } from '../world.ts'
import { customerOf } from './naming.ts'

async function ask(step: Step, world: World, path: string, query: Json): Promise<Outcome> {
  const asked = new URLSearchParams(
    Object.entries(query).filter(([, value]) => value !== undefined) as [string, string][],
  )
  return world.api.get(`${path}?${asked.toString()}`, { token: await world.token(customerOf(step)) })
}

/** One day's starts: `times` at the shop, or `reason` why there is none. */
export const starts: StepKind = {
  takes: ['service', 'offering', 'day', 'resource', 'duration', 'people', 'options', 'then'],
  async run(step, world) {
    const { service, offering, day, resource, duration, people, options = {}, then } = step
    const chosen = Object.fromEntries(Object.entries(options).map(([option, choice]) => [`options[${option}]`, choice]))
    const answer = await ask(step, world, '/availability', {
      service,
      offering,
      from: day,
      days: 1,
      resource,
      duration,
      people,
      then,
      ...chosen,
    })
    if (answer.status >= 400) return answer
    const [only] = answer.body.days
    return {
      status: 200,
      body: { times: only.starts.map(({ time }: Json) => time), reason: only.reason, next: answer.body.next },
    }
  },
}

export const sessions: StepKind = {
  takes: ['service', 'from', 'days'],
  run: (step, world) => ask(step, world, '/sessions', { service: step.service, from: step.from, days: step.days }),
}

export const tickets: StepKind = {
  takes: ['service'],
  run: (step, world) => ask(step, world, '/tickets', { service: step.service }),
}
