import { expect } from 'chai'
import type { Json } from '../http/client.ts'
import { at } from '../http/salon.ts'
import { furtherShop, openWorld, type World } from './world.ts'

/** The photo studio: one free move, then one for ¥50; a coupon of one use and two bookings a month for each phone are added. */
const studio = (): Json => {
  const shop = furtherShop('photo-studio')
  return {
    ...shop,
    fees: [
      ...shop.fees,
      {
        id: 'first',
        label: { 'zh-CN': '新客', en: 'New' },
        phase: 'coupon',
        code: 'FIRST',
        budget: { total: 1 },
        apply: { kind: 'flat', amount: 1000 },
      },
    ],
    policies: {
      ...shop.policies,
      booking: {
        ...shop.policies.booking,
        limits: [
          { id: 'one', per: ['answer.phone'], max: 1, within: 'month', message: { 'zh-CN': '一月一次', en: 'Once.' } },
        ],
      },
    },
  }
}

const portrait = (day: string, time = '10:00'): Json => ({
  service: 'portrait',
  offering: 'basic',
  start: at(day, time),
  people: 1,
})
const answersOf = (phone: string): Json => ({ answers: { name: '林一', phone } })

describe('a booking that moves', () => {
  let world: World
  let token: string
  let phones = 13_700_000_000
  const phone = (): string => String((phones += 1))
  const move = (id: string, start: string) => world.post(`/orders/${id}/reschedule`, { token, body: { start } })
  before(async () => {
    world = await openWorld({ shop: studio(), now: '2027-03-01T02:00:00Z' })
  })
  after(() => world.close())
  beforeEach(async () => {
    world.clock.set(new Date('2027-03-01T02:00:00Z'))
    token = await world.customer()
  })

  it('keeps the coupon and the limits it was made with', async () => {
    const mine = phone()
    const order = await world.bought(token, portrait('2027-04-07'), { ...answersOf(mine), coupon: 'FIRST' })
    expect((await move(order.id, at('2027-04-08', '10:00'))).status).to.equal(200)
    const other = await world.customer()
    const again = await world.tryOrder(other, portrait('2027-04-09'), { ...answersOf(phone()), coupon: 'FIRST' })
    expect(again.body.error).to.include({ code: 'COUPON_USED_UP' })
    const same = await world.tryOrder(other, portrait('2027-04-10'), answersOf(mine))
    expect(same.body.error).to.include({ code: 'LIMIT_REACHED' })
    await world.settle()
    expect(await world.faults()).to.deep.equal([])
  })

  it('for a fee has its new place for good once that is paid', async () => {
    const order = await world.bought(token, portrait('2027-04-14'), answersOf(phone()))
    await move(order.id, at('2027-04-15', '10:00'))
    const waiting = await move(order.id, at('2027-04-16', '10:00'))
    expect(waiting.body.time).to.equal('10:00')
    expect(waiting.body.day).to.equal('2027-04-15')
    await world.pay(token, order.id)
    expect((await world.look(token, order.id)).day).to.equal('2027-04-16')
    await world.wait(60)
    await world.settle()
    expect(await world.faults()).to.deep.equal([])
    expect((await world.hold(await world.customer(), portrait('2027-04-16'))).status).to.equal(409)
    expect((await world.hold(await world.customer(), portrait('2027-04-15'))).status).to.equal(201)
  })

  /** Bought and moved once, which is free; the next move costs ¥50. */
  async function movedOnce(day: string, next: string, more: Json = answersOf(phone())): Promise<Json> {
    const order = await world.bought(token, portrait(day), more)
    await move(order.id, at(next, '10:00'))
    return order
  }
  const isFree = async (day: string) => {
    const held = await world.hold(await world.customer(), portrait(day))
    if (held.status === 201) await world.records.claims.release((await heldClaim(held.body.id))!)
    return held.status === 201
  }
  async function heldClaim(id: string) {
    for await (const { _id, claim } of world.records.holds.all()) if (_id === id) return claim
    return undefined
  }

  it('whose fee is not paid stays where it was, and the other place is free again', async () => {
    const order = await movedOnce('2027-05-05', '2027-05-06')
    const asked = await move(order.id, at('2027-05-07', '10:00'))
    expect(asked.body.nextPayment).to.deep.include({ amount: 5000, where: 'app' })
    expect(await isFree('2027-05-07')).to.equal(false)
    await world.wait(16)
    await world.settle()
    expect(await isFree('2027-05-07')).to.equal(true)
    expect(await world.look(token, order.id)).to.deep.include({ day: '2027-05-06', state: 'confirmed' })
    expect(await world.faults()).to.deep.equal([])
  })

  it('gets a fee back that arrives after the other place was let go, and stays where it was', async () => {
    const order = await movedOnce('2027-05-12', '2027-05-13')
    await move(order.id, at('2027-05-14', '10:00'))
    world.runtime.simulator?.notices.hold()
    await world.pay(token, order.id)
    await world.wait(60)
    // Nothing but the jobs could tell; WeChat Pay does not answer them for now.
    world.runtime.simulator?.faults.add({ path: '/v3/pay/transactions/out-trade-no', kind: 'drop', times: 1000 })
    await world.settle()
    expect((await world.look(token, order.id)).day).to.equal('2027-05-13')
    world.runtime.simulator?.faults.clear()
    await world.runtime.simulator?.notices.release()
    await world.settle()
    const ended = await world.look(token, order.id)
    expect(ended.day).to.equal('2027-05-13')
    expect(ended.money).to.include({ refunded: 5000, charged: 0 })
    expect(await isFree('2027-05-14')).to.equal(true)
    expect(await world.faults()).to.deep.equal([])
  })

  it('to a third place does not take the fee for the second', async () => {
    const order = await movedOnce('2027-05-19', '2027-05-20')
    await move(order.id, at('2027-05-21', '10:00'))
    const first = await world.post(`/orders/${order.id}/payments`, { token, body: { channel: 'h5' } })
    await move(order.id, at('2027-05-22', '10:00'))
    const prepay = new URL(first.body.url).searchParams.get('prepay_id')
    await fetch(`${world.runtime.url}/simulator-host/simulator/pay`, {
      method: 'POST',
      body: JSON.stringify({ prepay_id: prepay }),
    })
    await world.settle()
    const ended = await world.look(token, order.id)
    expect(ended.day).to.equal('2027-05-20')
    expect(ended.money).to.include({ refunded: 5000, charged: 0 })
    expect(await isFree('2027-05-21')).to.equal(true)
  })

  it('keeps its coupon when a move is let go, and gives it back when it is cancelled', async () => {
    const shop = await openWorld({ shop: studio(), now: '2027-03-01T02:00:00Z' })
    try {
      const mine = await shop.customer()
      const start = async (id: string, day: string) =>
        shop.post(`/orders/${id}/reschedule`, { token: mine, body: { start: at(day, '10:00') } })
      const used = async () => Object.fromEntries(await shop.records.pools.used(['coupon/first'], shop.clock.now()))
      const order = await shop.bought(mine, portrait('2027-04-07'), { ...answersOf(phone()), coupon: 'FIRST' })
      await start(order.id, '2027-04-08')
      await start(order.id, '2027-04-09')
      await shop.wait(16)
      await shop.settle()
      expect(await used()).to.deep.equal({ 'coupon/first': { used: 1 } })
      expect(await shop.faults()).to.deep.equal([])
      await shop.post(`/orders/${order.id}/cancellation`, { token: mine, body: {} })
      await shop.settle()
      expect((await used())['coupon/first']?.used ?? 0).to.equal(0)
      expect(await shop.faults()).to.deep.equal([])
    } finally {
      await shop.close()
    }
  })

  it('asked for twice with one key moves once', async () => {
    const order = await world.bought(token, portrait('2027-05-26'), answersOf(phone()))
    const asked = async () =>
      world.post(`/orders/${order.id}/reschedule`, {
        token,
        key: `move-${order.id}`,
        body: { start: at('2027-05-27', '10:00') },
      })
    const answers = [await asked(), await asked()]
    expect(answers[1]?.body).to.deep.equal(answers[0]?.body)
    expect(answers[0]?.body.reschedulesLeft).to.equal(1)
  })
})
