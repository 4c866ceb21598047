import { expect } from 'chai'
import type { Json } from '../http/client.ts'
import { smallShop } from '../runtime/small-shop.ts'
import { openWorld, type World } from './world.ts'

/** A cut is approved before it is paid, a front place after. */
const careful = (): Json => {
  const shop = smallShop()
  const of = (id: string) => shop.services.find((service: Json) => service.id === id)
  Object.assign(of('cut').policies.booking, { approval: 'beforePayment', payMinutes: 120 })
  of('event').offerings[0].approval = 'afterPayment'
  return shop
}
const ANSWERS = { answers: { name: '林一' } }
const cut = (start: string): Json => ({
  service: 'cut',
  offering: 'one',
  start,
  resources: { stylist: 'stylist-1', chair: 'chair-1' },
})
const FRONT = { service: 'event', places: [{ offering: 'front' }, { offering: 'back' }] }

describe('what the shop has to agree to', () => {
  let world: World
  let token: string
  before(async () => {
    world = await openWorld({ shop: careful(), now: '2026-12-01T02:00:00Z' })
  })
  after(() => world.close())
  beforeEach(async () => {
    token = await world.customer()
  })
  afterEach(async () => {
    await world.settle()
    expect(await world.faults()).to.deep.equal([])
  })

  const decide = async (id: string, body: Json, key?: string) =>
    world.post(`/console/orders/${id}/approval`, {
      token: await world.staff(),
      body,
      ...(key !== undefined && { key }),
    })
  const isFree = async (start: string) => (await world.hold(await world.customer(), cut(start))).status === 201
  const front = async () => (await world.records.pools.used(['quotas/event'], world.clock.now())).get('quotas/event')

  it('before payment: approved, it waits two hours for the money, and is confirmed by it', async () => {
    const start = '2026-12-10T02:00:00Z'
    const order = await world.order(token, cut(start), ANSWERS)
    expect(order).to.deep.include({ state: 'awaiting_approval', booking: 'held' })
    expect(order.can.pay).to.equal(false)
    const early = await world.post(`/orders/${order.id}/payments`, { token, body: { channel: 'h5' } })
    expect(early.status).to.equal(409)
    await world.wait(600)
    expect(await isFree(start), 'the place is kept however long it takes').to.equal(false)
    const approved = await decide(order.id, { decision: 'approve' }, `approve-${order.id}`)
    expect(approved.body).to.include({ state: 'pending' })
    expect(Date.parse(approved.body.expiresAt) - world.clock.now().getTime()).to.equal(120 * 60_000)
    expect((await decide(order.id, { decision: 'approve' }, `approve-${order.id}`)).body).to.deep.equal(approved.body)
    expect((await decide(order.id, { decision: 'reject' })).body.error.code).to.equal('APPROVAL_NOT_PENDING')
    await world.pay(token, order.id)
    expect(await world.look(token, order.id)).to.include({ state: 'confirmed', booking: 'confirmed' })
  })

  it('before payment: rejected, the place is free and the customer reads why', async () => {
    const start = '2026-12-11T02:00:00Z'
    const order = await world.order(token, cut(start), ANSWERS)
    await decide(order.id, { decision: 'reject', reason: '当天店休' })
    expect(await world.look(token, order.id)).to.include({ state: 'cancelled', booking: 'rejected', note: '当天店休' })
    expect(await isFree(start)).to.equal(true)
  })

  it('before payment: approved and not paid, it expires and the place is free', async () => {
    const start = '2026-12-12T02:00:00Z'
    const order = await world.order(token, cut(start), ANSWERS)
    await decide(order.id, { decision: 'approve' })
    await world.wait(121)
    await world.settle()
    expect(await world.look(token, order.id)).to.include({ state: 'expired' })
    expect(await isFree(start)).to.equal(true)
  })

  it('after payment: approved, it is confirmed', async () => {
    const order = await world.bought(token, FRONT, ANSWERS)
    expect(order).to.include({ state: 'awaiting_approval' })
    expect(order.money).to.include({ captured: 28_000 })
    await decide(order.id, { decision: 'approve' })
    expect(await world.look(token, order.id)).to.include({ state: 'confirmed' })
    await world.post(`/orders/${order.id}/cancellation`, { token, body: {} })
  })

  it('after payment: rejected, all of the money goes back and the places are free', async () => {
    const before = await front()
    const order = await world.bought(token, FRONT, ANSWERS)
    expect(await front()).to.not.deep.equal(before)
    await decide(order.id, { decision: 'reject', reason: '证明不符' })
    await world.settle()
    const ended = await world.look(token, order.id)
    expect(ended).to.include({ state: 'cancelled', booking: 'rejected' })
    expect(ended.money).to.include({ captured: 28_000, refunded: 28_000, state: 'refunded' })
    expect(await front()).to.deep.equal(before)
  })
})
