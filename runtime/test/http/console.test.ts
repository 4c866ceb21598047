import { expect } from 'chai'
import type { Json } from './client.ts'
import { at, cut, openSalon, PASSWORD, type Salon } from './salon.ts'

describe('the console', () => {
  let salon: Salon
  let staff: string
  before(async () => {
    salon = await openSalon({ limits: { password: 5 } })
    staff = await salon.staff()
  })
  after(() => salon.close())

  const act = (order: string, name: string, body?: Json, key?: string) =>
    salon.post(`/console/orders/${order}/${name}`, { token: staff, ...(body && { body }), key: key ?? null })

  it('shows a day by resource, with what is expected at the counter', async () => {
    const token = await salon.customer()
    await salon.booked(token, {
      service: 'perm',
      offering: 'director',
      start: at('2026-12-02', '12:00'),
      options: { length: 'short' },
    })
    await salon.booked(token, { service: 'cut', offering: 'designer', start: at('2026-12-02', '10:00') })
    const { body } = await salon.get('/console/today?day=2026-12-02', { token: staff })
    expect(body.rows.map(({ resource, bookings }: Json) => [resource.id, bookings.length])).to.deep.equal([
      ['stylist-1', 1],
      ['stylist-2', 0],
      ['stylist-3', 1],
    ])
    expect(body.counts).to.deep.equal({ bookings: 2, checkedIn: 0, expectedOnSite: 57800 - 17340 })
  })

  it('checks in once, and then says when it was', async () => {
    const order = await salon.booked(await salon.customer(), cut({ start: at('2026-12-03', '14:00') }))
    salon.clock.set(new Date(at('2026-12-03', '13:55')))
    staff = await salon.staff()
    const codes = Array.from({ length: 3 }, () =>
      salon.post('/console/check-ins', { token: staff, body: { code: order.checkInCode.toLowerCase() }, key: null }),
    )
    const answers = (await Promise.all(codes)).toSorted((a, b) => a.status - b.status)
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 409, 409])
    expect(answers[0]?.body).to.include({ booking: 'checked_in', checkedInAt: at('2026-12-03', '13:55') })
    expect(answers[1]?.body.error).to.include({ code: 'ALREADY_CHECKED_IN', reason: at('2026-12-03', '13:55') })
    expect(answers[1]?.body.error.message).to.include('2026-12-03 13:55')
    const unknown = await salon.post('/console/check-ins', { token: staff, body: { code: 'nothing' }, key: null })
    expect([unknown.status, unknown.body.error.code]).to.deep.equal([404, 'CHECK_IN_CODE_UNKNOWN'])
    expect((await act(order.id, 'completion')).body).to.include({ state: 'completed', booking: 'completed' })
    expect((await act(order.id, 'completion')).status).to.equal(409)
    salon.clock.set(new Date('2026-12-01T01:00:00Z'))
  })

  it('counts a visit when the customer was there, and not when not', async () => {
    const token = await salon.customer()
    const [came, missed] = [
      await salon.booked(token, cut({ start: at('2026-12-04', '14:00') })),
      await salon.booked(token, cut({ start: at('2026-12-04', '17:00') })),
    ]
    await act(came.id, 'check-in')
    expect((await act(missed.id, 'no-show')).body).to.include({ booking: 'no_show' })
    expect((await salon.get('/me', { token })).body.visits).to.equal(1)
    expect((await act(missed.id, 'check-in')).body.error.code).to.equal('CHECK_IN_NOT_ALLOWED')
  })

  it('notes money at the counter once for one key', async () => {
    const token = await salon.customer()
    const order = await salon.booked(token, {
      service: 'dye',
      offering: 'senior',
      start: at('2026-12-05', '10:00'),
      options: { length: 'short' },
    })
    const { balance } = order.quote
    const noted = await Promise.all(
      [1, 2, 3].map(() => act(order.id, 'on-site-payments', { amount: balance }, 'one-payment')),
    )
    for (const { status, body } of noted)
      expect([status, body.money]).to.deep.equal([
        200,
        { captured: order.quote.dueNow, onSite: balance, refunded: 0, charged: 0, state: 'paid' },
      ])
  })

  it('cancels for the merchant and gives everything back', async () => {
    const order = await salon.booked(await salon.customer(), cut({ start: at('2026-12-06', '14:00') }))
    salon.clock.set(new Date(at('2026-12-06', '13:30')))
    staff = await salon.staff()
    const { body } = await act(order.id, 'cancellation', { reason: '停电' })
    expect(body).to.include({ state: 'cancelled' })
    expect(body.money.refunded).to.equal(order.quote.total)
    salon.clock.set(new Date('2026-12-01T01:00:00Z'))
    staff = await salon.staff()
  })

  it('gives a membership, which prices know, and refuses one that the shop has not', async () => {
    const token = await salon.customer('13899990000')
    const { id } = (await salon.get('/me', { token })).body
    const put = (membership: string | null) =>
      salon.put(`/console/customers/${id}/membership`, { token: staff, body: { membership } })
    expect((await put('gold')).body.membership.id).to.equal('gold')
    const { body } = await salon.post('/quotes', {
      token,
      body: { selection: cut({ offering: 'designer', start: at('2026-12-09', '10:00') }) },
    })
    expect(body.total).to.equal(8800 - 880)
    expect((await put('platinum')).body.error.field).to.equal('membership')
    expect((await put(null)).body.membership).to.equal(null)
  })

  it('is told of a new order while it waits, in order and without gaps', async () => {
    const shop = await openSalon()
    const token = await shop.staff()
    const { after } = (await shop.get('/console/events', { token })).body
    const waiting = shop.get(`/console/events?after=${after}`, { token })
    await shop.booked(await shop.customer(), cut({ start: at('2026-12-10', '14:00') }))
    const first = (await waiting).body
    expect(first.events[0].type).to.equal('order.created')
    await shop.runtime.runJobs()
    const all = (await shop.get(`/console/events?after=${after}`, { token })).body
    expect(all.events.map(({ type }: Json) => type)).to.deep.equal([
      'order.created',
      'payment.captured',
      'order.confirmed',
    ])
    expect(Number(all.after)).to.equal(Number(after) + 3)
    await shop.close()
  })

  it('is not opened by guessing', async () => {
    const guess = (password: string) => salon.post('/console/sessions', { body: { password }, key: null })
    const statuses: number[] = []
    for (let n = 0; n < 7; n += 1) statuses.push((await guess(`guess ${n}`)).status)
    expect(statuses).to.deep.equal([401, 401, 401, 401, 401, 429, 429])
    expect((await guess(PASSWORD)).status).to.equal(429)
  })
})

describe('moving a booking', () => {
  let salon: Salon
  before(async () => {
    salon = await openSalon()
  })
  after(() => salon.close())

  it('takes the new time, frees the old one, keeps the price, once', async () => {
    const token = await salon.customer()
    const order = await salon.booked(token, cut())
    const moved = await salon.post(`/orders/${order.id}/reschedule`, {
      token,
      body: { start: at('2026-12-02', '14:30') },
    })
    expect(moved.status, JSON.stringify(moved.body)).to.equal(200)
    expect(moved.body).to.include({ time: '14:30', reschedulesLeft: 0, state: 'confirmed' })
    expect(moved.body.quote).to.deep.equal(order.quote)
    const rival = await salon.customer()
    expect((await salon.hold(rival, cut())).status).to.equal(409)
    expect((await salon.hold(rival, cut({ start: at('2026-12-02', '13:00') }))).status).to.equal(201)
    const again = await salon.post(`/orders/${order.id}/reschedule`, {
      token,
      body: { start: at('2026-12-02', '17:00') },
    })
    expect([again.status, again.body.error.code]).to.deep.equal([409, 'RESCHEDULE_NOT_ALLOWED'])
  })

  it('to where it has been moved already, as after a crash, is answered the same and counts once', async () => {
    const token = await salon.customer()
    const order = await salon.booked(token, cut({ start: at('2026-12-06', '14:00') }))
    const move = () =>
      salon.post(`/orders/${order.id}/reschedule`, { token, body: { start: at('2026-12-06', '16:00') } })
    const [first, second] = [await move(), await move()]
    expect([first.status, second.status], JSON.stringify(second.body)).to.deep.equal([200, 200])
    expect(second.body).to.deep.equal(first.body)
  })

  it('to a time that is taken is refused, and the old one stays', async () => {
    const [one, two] = [await salon.customer(), await salon.customer()]
    const mine = await salon.booked(one, cut({ start: at('2026-12-03', '14:00') }))
    await salon.booked(two, cut({ start: at('2026-12-03', '17:00') }))
    const refused = await salon.post(`/orders/${mine.id}/reschedule`, {
      token: one,
      body: { start: at('2026-12-03', '17:30') },
    })
    expect([refused.status, refused.body.error.code]).to.deep.equal([409, 'SLOT_TAKEN'])
    expect((await salon.get(`/orders/${mine.id}`, { token: one })).body).to.include({
      time: '14:00',
      reschedulesLeft: 1,
    })
    expect((await salon.hold(two, cut({ start: at('2026-12-03', '14:30') }))).status).to.equal(409)
  })

  it('to one place by two at once leaves both with a place', async () => {
    const tokens = [await salon.customer(), await salon.customer()]
    const orders = [
      await salon.booked(tokens[0] ?? '', cut({ start: at('2026-12-04', '12:00') })),
      await salon.booked(tokens[1] ?? '', cut({ start: at('2026-12-04', '14:00') })),
    ]
    const answers = await Promise.all(
      orders.map((order, n) =>
        salon.post(`/orders/${order.id}/reschedule`, {
          token: tokens[n] ?? '',
          body: { start: at('2026-12-04', '18:00') },
        }),
      ),
    )
    expect(answers.map(({ status }) => status)).to.have.members([200, 409])
    const { body } = await salon.get('/availability?service=cut&resource=stylist-1&from=2026-12-04')
    const times = body.days[0].starts.map(({ time }: Json) => time)
    expect(times).to.not.include('18:00')
    expect(times.includes('12:00') !== times.includes('14:00')).to.equal(true)
  })
})
