import type { Json, Outcome, Step, StepKind } from '../case.ts'
import { customerOf, idOf, selectionOf } from './naming.ts'
import type { World } from '../world.ts'
import { payNow } from './payment.ts'

const ACCEPTS = { agreement: true, privacy: true }

const given = (step: Step, ...keys: string[]): Json =>
  Object.fromEntries(keys.filter((key) => step[key] !== undefined).map((key) => [key, step[key]]))

const PRICING = ['answers', 'participants', 'coupon', 'plan', 'entitlements']

const heldBy = (step: Step): Json => (typeof step.hold === 'string' ? { hold: step.hold } : {})

/** What it would cost, nothing kept. */
export const quote: StepKind = {
  takes: ['selection', 'hold', ...PRICING],
  run: async (step, world) =>
    world.api.post('/quotes', {
      token: await world.token(customerOf(step)),
      body: {
        ...(step.selection && { selection: selectionOf(step, world) }),
        ...heldBy(step),
        ...given(step, ...PRICING),
      },
    }),
}

const placed = async (step: Step, world: World): Promise<Outcome> =>
  world.api.post('/holds', {
    token: await world.token(customerOf(step)),
    body: { selection: selectionOf(step, world) },
  })

/** Keeps places while the form is filled in. */
export const hold: StepKind = { takes: ['selection'], run: placed }

/** Selection (or a hold there is) → order; with `pay` what is due now is paid too. */
export const order: StepKind = {
  takes: ['selection', 'hold', 'pay', ...PRICING],
  async run(step, world) {
    const token = await world.token(customerOf(step))
    const held: Outcome = step.hold ? { status: 200, body: { id: step.hold } } : await placed(step, world)
    if (held.status >= 400) return held
    const made = await world.api.post('/orders', {
      token,
      body: { answers: {}, ...given(step, ...PRICING), hold: held.body.id, accepts: ACCEPTS },
    })
    if (made.status >= 400 || !step.pay) return made
    const paid = await payNow(world, token, made.body.id)
    return paid.status >= 400 ? paid : world.api.get(`/orders/${made.body.id}`, { token })
  },
}

/** The order as its customer sees it now. */
export const look: StepKind = {
  takes: ['order'],
  run: async (step, world) =>
    world.api.get(`/orders/${idOf(step, world)}`, { token: await world.token(customerOf(step)) }),
}

/** What the customer holds: passes, memberships, stored value. */
export const entitlements: StepKind = {
  takes: [],
  run: async (step, world) => world.api.get('/me/entitlements', { token: await world.token(customerOf(step)) }),
}

/** Answers the form that asks how it was. */
export const feedback: StepKind = {
  takes: ['order', 'answers'],
  run: async (step, world) =>
    world.api.post(`/orders/${idOf(step, world)}/feedback`, {
      token: await world.token(customerOf(step)),
      body: { answers: step.answers },
    }),
}
