import { expect } from 'chai'
import type { Json } from '../http/client.ts'
import { at } from '../http/salon.ts'
import { furtherShop, openWorld, type World } from './world.ts'

/** ¥599, of which 30% are ¥179.70; the balance of ¥419.30 is due three days before. */
const [PRICE, DEPOSIT] = [59_900, 17_970]
const ANSWERS = { answers: { name: '林一', phone: '13800138000' } }
const studio = (payment: Json = {}): Json => {
  const shop = furtherShop('photo-studio')
  return { ...shop, policies: { ...shop.policies, payment: { ...shop.policies.payment, ...payment } } }
}
const portrait = (day: string): Json => ({
  service: 'portrait',
  offering: 'basic',
  start: at(day, '10:00'),
  people: 1,
})
const NOW = '2027-03-01T02:00:00Z'

async function within(shop: Json, work: (world: World, token: string) => Promise<void>): Promise<void> {
  const world = await openWorld({ shop, now: NOW })
  try {
    await work(world, await world.customer())
    await world.settle()
    expect(await world.faults()).to.deep.equal([])
  } finally {
    await world.close()
  }
}
const eventsOf = async (world: World, id: string) =>
  (await world.records.orders.find(id))?.events.map(({ type }) => type) ?? []

describe('what is paid later', () => {
  it('a balance is paid in the app, and nothing is asked after it', () =>
    within(studio(), async (world, token) => {
      const order = await world.bought(token, portrait('2027-04-07'), ANSWERS)
      expect(order).to.include({ state: 'confirmed' })
      expect(order.money).to.include({ captured: DEPOSIT, state: 'deposit' })
      expect(order.nextPayment).to.deep.equal({
        amount: PRICE - DEPOSIT,
        due: '2027-04-04T02:00:00.000Z',
        where: 'app',
      })
      await world.pay(token, order.id)
      const paid = await world.look(token, order.id)
      expect(paid.money).to.include({ captured: PRICE, state: 'paid' })
      expect(paid.nextPayment).to.equal(null)
      const more = await world.post(`/orders/${order.id}/payments`, { token, body: { channel: 'h5' } })
      expect([more.status, more.body.error.code]).to.deep.equal([409, 'ALREADY_PAID'])
    }))

  it('overdue where the plan cancels, the order is cancelled once, and its time is free', () =>
    within(studio(), async (world, token) => {
      const order = await world.bought(token, portrait('2027-04-07'), ANSWERS)
      world.clock.set(new Date('2027-04-04T02:00:30Z'))
      await world.settle()
      // The minute that was named still counts; the jobs let a few more go by.
      const ended = await world.look(await world.customer(), order.id)
      expect(ended.error.code).to.equal('NOT_FOUND')
      const stored = await world.records.orders.find(order.id)
      expect(stored).to.include({ state: 'cancelled', note: 'balance overdue' })
      expect((await eventsOf(world, order.id)).filter((type) => type === 'order.balance_overdue')).to.have.length(1)
      // Less than three days before, the policy gives nothing back.
      expect(stored?.entries.map(({ kind, amount }) => [kind, amount])).to.deep.equal([['capture', DEPOSIT]])
      expect((await world.hold(await world.customer(), portrait('2027-04-07'))).status).to.equal(201)
    }))

  it('overdue where the plan keeps, the order stands, is told of once, and can be paid still', () =>
    within(studio({ overdue: 'keep' }), async (world) => {
      const phone = '13911110000'
      const order = await world.bought(await world.customer(phone), portrait('2027-04-07'), ANSWERS)
      world.clock.set(new Date('2027-04-05T02:00:00Z'))
      await world.settle()
      await world.settle()
      const token = await world.customer(phone)
      expect(await world.look(token, order.id)).to.include({ state: 'confirmed' })
      expect((await eventsOf(world, order.id)).filter((type) => type === 'order.balance_overdue')).to.have.length(1)
      await world.pay(token, order.id)
      expect((await world.look(token, order.id)).money).to.include({ captured: PRICE, state: 'paid' })
    }))

  it('in instalments, one after the other, each with its own day', () =>
    within(
      {
        ...furtherShop('photo-studio'),
        policies: {
          ...furtherShop('photo-studio').policies,
          payment: {
            kind: 'instalments',
            parts: [{ rate: 2000 }, { amount: 10_000, due: { before: 20_160 } }, { due: { before: 4320 } }],
            overdue: 'cancel',
          },
        },
      },
      async (world, token) => {
        const order = await world.bought(token, portrait('2027-04-07'), ANSWERS)
        // 20% of ¥599 now, ¥100 two weeks before, the rest three days before.
        expect(order.quote.schedule.map(({ amount }: Json) => amount)).to.deep.equal([11_980, 10_000, 37_920])
        expect(order.nextPayment).to.deep.include({ amount: 10_000, due: '2027-03-24T02:00:00.000Z' })
        await world.pay(token, order.id)
        expect((await world.look(token, order.id)).nextPayment).to.deep.include({
          amount: 37_920,
          due: '2027-04-04T02:00:00.000Z',
        })
        await world.pay(token, order.id)
        expect((await world.look(token, order.id)).money).to.include({ captured: PRICE, state: 'paid' })
      },
    ))

  it('a balance that arrives after the order was cancelled goes back whole', () =>
    within(studio(), async (world, token) => {
      const order = await world.bought(token, portrait('2027-04-07'), ANSWERS)
      world.runtime.simulator?.notices.hold()
      world.runtime.simulator?.faults.add({ path: '/v3/pay/transactions/h5', kind: 'delay', ms: 1 })
      const { body } = await world.post(`/orders/${order.id}/payments`, { token, body: { channel: 'h5' } })
      await fetch(`${world.runtime.url}/simulator-host/simulator/pay`, {
        method: 'POST',
        body: JSON.stringify({ prepay_id: new URL(body.url).searchParams.get('prepay_id') }),
      })
      // Asked about when it is cancelled, the payment is known and refunded with the rest: more than a week before, whole.
      await world.post(`/orders/${order.id}/cancellation`, { token, body: {} })
      await world.runtime.simulator?.notices.release()
      await world.settle()
      const ended = await world.look(token, order.id)
      expect(ended.money).to.include({ captured: PRICE, refunded: PRICE })
    }))
})
