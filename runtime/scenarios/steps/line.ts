import type { StepKind } from '../case.ts'
import { customerOf, selectionOf } from './naming.ts'

/** Joins the line for what is full. */
export const wait: StepKind = {
  takes: ['selection', 'answers', 'participants'],
  run: async (step, world) =>
    world.api.post('/waitlist', {
      token: await world.token(customerOf(step)),
      body: {
        selection: selectionOf(step, world),
        ...(step.answers && { answers: step.answers }),
        ...(step.participants && { participants: step.participants }),
        accepts: { agreement: true, privacy: true },
      },
    }),
}

/** The customer's own places in lines. */
export const line: StepKind = {
  takes: [],
  run: async (step, world) => world.api.get('/waitlist', { token: await world.token(customerOf(step)) }),
}

export const leaveLine: StepKind = {
  takes: ['entry'],
  run: async (step, world) =>
    world.api.delete(`/waitlist/${world.saved.get(step.entry)?.id}`, { token: await world.token(customerOf(step)) }),
}
