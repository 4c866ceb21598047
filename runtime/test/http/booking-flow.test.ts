import { expect } from 'chai'
import { ACCEPTS, ANSWERS, at, cut, openSalon, type Salon } from './salon.ts'

describe('the way from a selection to a confirmed booking', () => {
  let salon: Salon
  before(async () => {
    salon = await openSalon()
  })
  after(() => salon.close())

  it('shows the shop without brief or publishing data', async () => {
    const { status, body } = await salon.get('/shop')
    expect(status).to.equal(200)
    expect(body.services.map(({ id }: { id: string }) => id)).to.deep.equal(['cut', 'perm', 'dye'])
    expect(body).to.not.have.any.keys('brief', 'publish')
    expect(body.simulated).to.equal(true)
  })

  it('prices, holds, orders, is paid and is confirmed by the notice', async () => {
    const token = await salon.customer('13800138000')
    const selection = cut()
    const quote = await salon.post('/quotes', { token, body: { selection } })
    expect(quote.body.total).to.equal(17800)

    const hold = await salon.hold(token, selection)
    expect(hold.status).to.equal(201)
    expect(hold.body.quote.total).to.equal(17800)
    expect(hold.body.expiresAt).to.equal('2026-12-01T01:15:00.000Z')

    const body = { hold: hold.body.id, answers: ANSWERS, accepts: ACCEPTS }
    const made = await salon.post('/orders', { token, body })
    expect(made.status).to.equal(201)
    expect(made.body).to.deep.include({
      state: 'pending',
      booking: 'held',
      day: '2026-12-02',
      time: '14:00',
      endTime: '15:00',
      checkInCode: null,
    })
    expect(made.body.can.pay).to.equal(true)

    await salon.pay(token, made.body.id)
    const { body: order } = await salon.get(`/orders/${made.body.id}`, { token })
    expect(order).to.deep.include({ state: 'confirmed', booking: 'confirmed' })
    expect(order.money).to.deep.equal({ captured: 17800, onSite: 0, refunded: 0, charged: 0, state: 'paid' })
    expect(order.checkInCode).to.match(/^[0-9A-Z]{16}$/)
    expect(order.answers).to.deep.equal(ANSWERS)
  })

  it('no longer offers what is booked', async () => {
    const { body } = await salon.get('/availability?service=cut&offering=director&from=2026-12-02')
    const times = body.days[0].starts.map(({ time }: { time: string }) => time)
    expect(times).to.have.length(12)
    expect(times).to.not.include.members(['13:00'])
    expect(times).to.include.members(['12:30', '15:30'])
  })

  it('is paid from the mini-program with parameters the customer’s WeChat accepts', async () => {
    const token = await salon.wechatCustomer('someone')
    const order = await salon.order(token, {
      service: 'perm',
      offering: 'director',
      start: at('2026-12-03', '12:00'),
      options: { length: 'short' },
    })
    expect(order.quote.dueNow).to.equal(17340)
    const started = await salon.post(`/orders/${order.id}/payments`, { token, body: { channel: 'jsapi' } })
    expect(started.status).to.equal(201)
    const paid = await fetch(`${salon.runtime.url}/simulator-host/simulator/pay`, {
      method: 'POST',
      body: JSON.stringify(started.body.parameters),
    })
    expect(await paid.json()).to.deep.equal({ errMsg: 'requestPayment:ok' })
    await salon.runtime.simulator?.notices.settled()
    const { body } = await salon.get(`/orders/${order.id}`, { token })
    expect(body.state).to.equal('confirmed')
    expect(body.money.state).to.equal('deposit')
  })

  it('believes WeChat Pay, not the customer’s page: without a notice the order is asked about', async () => {
    const token = await salon.customer()
    const order = await salon.order(token, cut({ start: at('2026-12-04', '14:00') }))
    salon.runtime.simulator?.notices.hold()
    await salon.pay(token, order.id)
    expect((await salon.get(`/orders/${order.id}`, { token })).body.state).to.equal('confirmed')
    await salon.runtime.simulator?.notices.release()
    const { body } = await salon.get(`/orders/${order.id}`, { token })
    expect(body.money.captured).to.equal(17800)
  })
})
