import type { StepKind } from '../case.ts'
import { customerOf, idOf } from './naming.ts'

export const reschedule: StepKind = {
  takes: ['order', 'start', 'session', 'resources'],
  run: async (step, world) =>
    world.api.post(`/orders/${idOf(step, world)}/reschedule`, {
      token: await world.token(customerOf(step)),
      body: {
        ...(step.start !== undefined && { start: world.instant(step.start) }),
        ...(step.session !== undefined && { session: step.session }),
        ...(step.resources !== undefined && { resources: step.resources }),
      },
    }),
}

/** Makes a code that another customer takes the order over with. */
export const offerTransfer: StepKind = {
  takes: ['order'],
  run: async (step, world) =>
    world.api.post(`/orders/${idOf(step, world)}/transfer`, { token: await world.token(customerOf(step)) }),
}

export const takeOver: StepKind = {
  takes: ['code', 'answers', 'participants'],
  run: async (step, world) =>
    world.api.post('/transfers', {
      token: await world.token(customerOf(step)),
      body: {
        code: step.code,
        answers: step.answers ?? {},
        ...(step.participants && { participants: step.participants }),
        accepts: { agreement: true, privacy: true },
      },
    }),
}
