import type { Json, Outcome, StepKind } from '../case.ts'
import type { World } from '../world.ts'
import { customerOf, idOf } from './naming.ts'

const prepayOf = ({ body }: Outcome): Json => new URL(body.url).searchParams.get('prepay_id')

async function start(world: World, token: string, order: string): Promise<Outcome> {
  return world.api.post(`/orders/${order}/payments`, { token, body: { channel: 'h5' } })
}

/** Pays what is due now in WeChat; the notice has been answered when it resolves. */
export async function payNow(world: World, token: string, order: string): Promise<Outcome> {
  const started = await start(world, token, order)
  if (started.status >= 400) return started
  const paid = await world.payInWechat(prepayOf(started))
  if (paid.errMsg !== 'requestPayment:ok') throw new Error(`It was not paid: ${JSON.stringify(paid)}`)
  await world.runtime.simulator?.notices.settled()
  return started
}

/** `notice`: `twice` sends it again; `late` keeps it back, and answers to queries too, until the step `noticesArrive`. */
export const pay: StepKind = {
  takes: ['order', 'notice'],
  async run(step, world) {
    const token = await world.token(customerOf(step))
    const { simulator } = world.runtime
    if (step.notice === 'twice') simulator?.notices.duplicateNext(1)
    if (step.notice === 'late') simulator?.notices.hold()
    const paid = await payNow(world, token, idOf(step, world))
    if (step.notice === 'late')
      simulator?.faults.add({ path: '/v3/pay/transactions/out-trade-no', kind: 'drop', times: 1000 })
    if (paid.status >= 400 || step.notice === 'late') return paid
    return world.api.get(`/orders/${idOf(step, world)}`, { token })
  },
}

/** The notices that were kept back arrive, and WeChat Pay answers again. */
export const noticesArrive: StepKind = {
  takes: [],
  async run(_step, world) {
    world.runtime.simulator?.faults.clear()
    await world.runtime.simulator?.notices.release()
    await world.runtime.simulator?.notices.settled()
    return { status: 200, body: {} }
  },
}

/** Lets refunds that were asked for arrive. @returns the order then */
export const refundsArrive: StepKind = {
  takes: ['order'],
  async run(step, world) {
    const ask = async () =>
      world.api.get(`/orders/${idOf(step, world)}`, { token: await world.token(customerOf(step)) })
    for (let round = 0; round < 20; round += 1) {
      await world.runJobs()
      const order = await ask()
      if (order.body.money?.state !== 'refunding') return order
      // WeChat Pay is asked again about a refund after a while.
      world.clock.advance(31_000)
    }
    return ask()
  },
}

/** What giving the order up now, or only the people at these indexes, would bring back. */
export const cancelPreview: StepKind = {
  takes: ['order', 'places'],
  run: async ({ places, ...step }, world) =>
    world.api.get(`/orders/${idOf(step, world)}/cancellation${places ? `?places=${places.join(',')}` : ''}`, {
      token: await world.token(customerOf(step)),
    }),
}

export const cancel: StepKind = {
  takes: ['order', 'places'],
  run: async ({ places, ...step }, world) =>
    world.api.post(`/orders/${idOf(step, world)}/cancellation`, {
      token: await world.token(customerOf(step)),
      body: { ...(places && { places }) },
    }),
}
