import { expect } from 'chai'
import type { Json } from '../http/client.ts'
import { at } from '../http/salon.ts'
import { furtherShop, openWorld, type World } from './world.ts'

/** Two bookings a day, three a week; four a month are added. */
const courts = (): Json => {
  const shop = furtherShop('courts')
  const { booking } = shop.policies
  const limits = [
    ...booking.limits,
    { id: 'four-a-month', per: ['customer'], max: 4, within: 'month', message: { 'zh-CN': '每月四场', en: 'Four.' } },
  ]
  return { ...shop, policies: { ...shop.policies, booking: { ...booking, horizon: 60, limits } } }
}
const ANSWERS = { answers: { name: '林一', phone: '13800138000' } }

describe('limits of a customer', () => {
  let world: World
  let token: string
  before(async () => {
    world = await openWorld({ shop: courts(), now: '2027-03-01T02:00:00Z' })
    token = await world.customer()
  })
  after(() => world.close())

  const court = (day: string, time: string): Json => ({
    service: 'court',
    offering: 'hour',
    start: at(day, time),
    duration: 60,
    resources: { court: 'court-1' },
  })
  const reason = async (day: string, time: string) => {
    const held = await world.hold(token, court(day, time))
    return held.status === 201 ? 'held' : held.body.error.reason
  }

  it('count by the day, the week and the month of the booking; what is cancelled or expires counts no more', async () => {
    // Monday 1 March.
    const first = await world.bought(token, court('2027-03-01', '12:00'), ANSWERS)
    await world.bought(token, court('2027-03-01', '13:00'), ANSWERS)
    expect(await reason('2027-03-01', '14:00')).to.equal('two-a-day')
    await world.bought(token, court('2027-03-07', '12:00'), ANSWERS)
    expect(await reason('2027-03-07', '13:00'), 'Sunday is of the same week').to.equal('three-a-week')
    const hold = await world.hold(token, court('2027-03-08', '12:00'))
    expect(hold.status, 'Monday is of the next').to.equal(201)
    expect(await reason('2027-03-15', '12:00'), 'a hold counts too').to.equal('four-a-month')
    expect(await reason('2027-04-01', '12:00')).to.equal('held')
    // Held for ten minutes and let go.
    await world.wait(11)
    const held = await world.hold(token, court('2027-03-15', '12:00'))
    expect(held.status).to.equal(201)
    expect((await world.delete(`/holds/${held.body.id}`, { token })).status).to.equal(204)
    await world.post(`/orders/${first.id}/cancellation`, { token, body: {} })
    expect(await reason('2027-03-01', '17:00'), 'one of the day is given back').to.equal('held')
    await world.wait(30)
    await world.settle()
    expect(await world.faults()).to.deep.equal([])
  })

  it('hold for one customer exactly, however many requests arrive at once', async () => {
    token = await world.customer()
    const times = ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00']
    const answers = await Promise.all(times.map((time) => world.hold(token, court('2027-03-23', time))))
    expect(answers.filter(({ status }) => status === 201)).to.have.length(2)
    expect(new Set(answers.filter(({ status }) => status !== 201).map(({ body }) => body.error.code))).to.deep.equal(
      new Set(['LIMIT_REACHED']),
    )
  })
})
