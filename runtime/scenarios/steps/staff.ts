import type { Json, Step, StepKind } from '../case.ts'
import type { World } from '../world.ts'
import { customerOf, idOf } from './naming.ts'

const act = (action: string, takes: readonly string[] = [], bodyOf?: (step: Step) => Json): StepKind => ({
  takes: ['order', ...takes],
  run: async (step, world) =>
    world.api.post(`/console/orders/${idOf(step, world)}/${action}`, {
      token: await world.staff(),
      ...(bodyOf && { body: bodyOf(step) }),
    }),
})

const reasonOf = ({ reason }: Step): Json => (reason === undefined ? {} : { reason })

export const approve = act('approval', [], () => ({ decision: 'approve' }))
export const reject = act('approval', ['reason'], (step) => ({ decision: 'reject', ...reasonOf(step) }))
export const noShow = act('no-show')
export const complete = act('completion')
export const shopCancels = act('cancellation', ['reason'], reasonOf)
export const payAtCounter = act('on-site-payments', ['amount'], ({ amount }) => ({ amount }))
export const refund = act('refunds', ['amount', 'places', 'lines', 'reason'], ({ amount, places, lines, reason }) =>
  Object.fromEntries(Object.entries({ amount, places, lines, reason }).filter(([, value]) => value !== undefined)),
)

/** The customer is here: by the code on their phone. */
export const checkIn: StepKind = {
  takes: ['order'],
  run: async (step, world) =>
    world.api.post('/console/check-ins', {
      token: await world.staff(),
      body: { code: world.saved.get(step.order)?.checkInCode },
    }),
}

/** The order with its ledger and history. */
export const account: StepKind = {
  takes: ['order'],
  run: async (step, world) => world.api.get(`/console/orders/${idOf(step, world)}`, { token: await world.staff() }),
}

async function customerId(step: Step, world: World): Promise<string> {
  const name = customerOf(step)
  await world.token(name)
  const { body } = await world.api.post('/console/customer-searches', {
    token: await world.staff(),
    body: { q: world.phoneOf(name) },
  })
  return body.customers[0].id
}

export const membership: StepKind = {
  takes: ['level'],
  run: async (step, world) =>
    world.api.put(`/console/customers/${await customerId(step, world)}/membership`, {
      token: await world.staff(),
      body: { membership: step.level },
    }),
}

/** The shop gives a pass, a membership or stored value. */
export const grant: StepKind = {
  takes: ['product'],
  run: async (step, world) =>
    world.api.post(`/console/customers/${await customerId(step, world)}/entitlements`, {
      token: await world.staff(),
      body: { product: step.product },
    }),
}
