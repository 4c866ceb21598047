import { expect } from 'chai'
import type { Json } from '../http/client.ts'
import { exampleShop, openWorld, type World } from './world.ts'

const visitor = (phone: string): Json => ({ answers: { name: '李雷', phone, heard: 'friend' } })
const lecture = { service: 'lecture', offering: 'seat', session: 'january@2027-01-16T14:00', people: 1 }
const monthly = (day: string): Json => ({
  service: 'monthly',
  offering: 'seat',
  session: `third-saturday@${day}T14:00`,
  people: 1,
})

/** Guests may leave a number to be called back. */
const lectures = (): Json => {
  const shop = exampleShop('lecture')
  const call = { id: 'call', kind: 'phone', label: { 'zh-CN': '回电', en: 'Call me back' } }
  return {
    ...shop,
    forms: shop.forms.map((form: Json) =>
      form.id === 'feedback' ? { ...form, fields: [...form.fields, call] } : form,
    ),
  }
}

describe('after the visit', () => {
  let world: World
  const [absent, present] = ['13700001111', '13700002222']
  const signIn = '13900003333'
  before(async () => {
    world = await openWorld({ shop: lectures(), now: '2027-01-10T02:00:00Z' })
  })
  after(() => world.close())

  it('whoever was not there is marked by itself, and after the second time their phone may not sign up for 90 days', async () => {
    const missed = await world.order(await world.customer(signIn), lecture, visitor(absent))
    const came = await world.order(await world.customer(), lecture, visitor(present))
    const staff = await world.staff()
    const arrived = await world.post('/console/check-ins', { token: staff, body: { code: came.checkInCode } })
    expect(arrived.status).to.equal(200)
    const twice = await world.post('/console/check-ins', { token: staff, body: { code: came.checkInCode } })
    expect(twice.body.error.code).to.equal('ALREADY_CHECKED_IN')
    // It ends at 16:00; whoever is not there an hour later was not there.
    world.clock.set(new Date('2027-01-16T08:59:00Z'))
    await world.runtime.runJobs()
    expect((await world.records.orders.find(missed.id))?.booking).to.equal('confirmed')
    world.clock.set(new Date('2027-01-16T09:00:00Z'))
    await world.settle()
    expect((await world.records.orders.find(missed.id))?.booking).to.equal('no_show')
    expect((await world.records.orders.find(came.id))?.booking).to.equal('completed')

    world.clock.set(new Date('2027-02-18T02:00:00Z'))
    const second = await world.order(await world.customer(signIn), monthly('2027-02-20'), visitor(absent))
    world.clock.set(new Date('2027-02-20T10:00:00Z'))
    await world.settle()
    expect((await world.records.orders.find(second.id))?.booking).to.equal('no_show')

    world.clock.set(new Date('2027-03-15T02:00:00Z'))
    const token = await world.customer()
    const banned = await world.tryOrder(token, monthly('2027-03-20'), visitor(absent))
    expect([banned.status, banned.body.error.code]).to.deep.equal([403, 'BANNED'])
    expect((await world.tryOrder(token, monthly('2027-03-20'), visitor(present))).status).to.equal(201)
    // 90 days after the second time it may again.
    world.clock.set(new Date('2027-06-01T02:00:00Z'))
    const again = await world.tryOrder(await world.customer(), monthly('2027-06-19'), visitor(absent))
    expect(again.body.error?.code).to.not.equal('BANNED')
  })

  it('feedback is given once, by who was there, and repeated with its key it is the same', async () => {
    world.clock.set(new Date('2027-04-12T02:00:00Z'))
    const token = await world.customer()
    const order = await world.order(token, monthly('2027-04-17'), visitor('13700004444'))
    const give = (by: string, answers: Json, key?: string) =>
      world.post(`/orders/${order.id}/feedback`, {
        token: by,
        body: { answers },
        ...(key !== undefined && { key }),
      })
    const good = { overall: 5, length: 'right', next: '再讲一次', call: '13700004455' }
    expect((await give(token, good)).body.error.code, 'before it').to.equal('FEEDBACK_NOT_ALLOWED')
    await world.post('/console/check-ins', { token: await world.staff(), body: { code: order.checkInCode } })
    world.clock.set(new Date('2027-04-17T09:01:00Z'))
    await world.settle()
    const after = await world.records.customers.find((await world.records.orders.find(order.id))?.customer ?? '')
    const same = await world.customer(after?.phone ?? '')
    expect((await world.look(same, order.id)).can.feedback).to.equal(true)
    expect((await give(await world.customer(), good)).status, 'by somebody else').to.equal(404)
    expect((await give(same, { overall: 9 })).body.error.code).to.equal('ANSWERS_INVALID')
    const given = await give(same, good, 'feedback-1')
    expect(given.status).to.equal(201)
    expect(given.body.feedback.answers).to.deep.equal(good)
    expect((await give(same, good, 'feedback-1')).body).to.deep.equal(given.body)
    expect((await give(same, good)).body.error.code).to.equal('FEEDBACK_NOT_ALLOWED')

    const staff = await world.staff()
    const seen = (await world.get(`/console/orders/${order.id}`, { token: staff })).body.feedback.answers
    expect(seen).to.deep.equal({ ...good, call: '137****4455' })
    const revealed = await world.post(`/console/orders/${order.id}/reveal`, { token: staff, body: {} })
    expect(revealed.body.feedback).to.deep.equal(good)
    await world.settle()
    expect(await world.faults()).to.deep.equal([])
  })

  it('the stars of a service are told once three have given some, and outlive the account of who gave them', async () => {
    const ratings = async () => (await world.get('/ratings')).body.ratings
    expect(await ratings(), 'one alone is not told').to.deep.equal([])
    world.clock.set(new Date('2027-05-10T02:00:00Z'))
    const guests = []
    for (const [at, overall] of [4, 3].entries()) {
      const token = await world.customer()
      const order = await world.order(token, monthly('2027-05-15'), visitor(`1370000555${at}`))
      await world.post('/console/check-ins', { token: await world.staff(), body: { code: order.checkInCode } })
      guests.push({ token, order, overall })
    }
    world.clock.set(new Date('2027-05-15T09:01:00Z'))
    await world.settle()
    for (const { order, overall } of guests) {
      const customer = await world.records.customers.find((await world.records.orders.find(order.id))?.customer ?? '')
      const token = await world.customer(customer?.phone ?? '')
      const body = { answers: { overall, length: 'right' } }
      expect((await world.post(`/orders/${order.id}/feedback`, { token, body })).status).to.equal(201)
    }
    // Five, four and three of five: four.
    const told = [{ service: 'monthly', count: 3, score: 8000 }]
    expect(await ratings()).to.deep.equal(told)
    const [guest] = guests
    const left = await world.records.customers.find(
      (await world.records.orders.find(guest?.order.id ?? ''))?.customer ?? '',
    )
    expect((await world.delete('/me', { token: await world.customer(left?.phone ?? '') })).status).to.equal(204)
    expect(await ratings()).to.deep.equal(told)
  })
})
