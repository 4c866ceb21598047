import { expect } from 'chai'
import type { Json } from './client.ts'
import { at, cut, MORNING, openSalon, type Salon } from './salon.ts'

const MINUTE = 60_000
const DAY_MS = 86_400_000

describe('money', () => {
  let salon: Salon
  before(async () => {
    salon = await openSalon()
  })
  after(() => salon.close())
  beforeEach(() => salon.clock.set(new Date(MORNING)))
  afterEach(() => {
    salon.runtime.simulator?.faults.clear()
    salon.runtime.simulator?.endRefundsAs('SUCCESS')
  })

  /** 10:00 of a day whose bookings no other test touches. */
  let days = 0
  const quietDay = (): string => {
    // Wednesday to Sunday of the coming weeks; the director works then.
    const offsets = [1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 15, 16, 17, 18, 19, 22, 23, 24, 25, 26]
    return new Date(Date.UTC(2026, 11, 1 + (offsets[(days += 1) - 1] ?? 0))).toISOString().slice(0, 10)
  }
  const slot = (time = '16:00') => cut({ start: at(quietDay(), time) })
  const order = (token: string, id: string): Promise<Json> =>
    salon.get(`/orders/${id}`, { token }).then(({ body }) => body)
  const jobs = async () => {
    await salon.runtime.runJobs()
    await salon.runtime.simulator?.notices.settled()
  }
  /** WeChat Pay ends a refund a little after it has taken it; until then the order is asked for again. */
  async function refundsEnded(token: string, id: string): Promise<Json> {
    for (;;) {
      const current = await order(token, id)
      if (current.money.state !== 'refunding') return current
      salon.clock.advance(31_000)
      await jobs()
    }
  }
  const prepayOf = async (token: string, id: string): Promise<string> =>
    new URL((await salon.post(`/orders/${id}/payments`, { token, body: { channel: 'h5' } })).body.url).searchParams.get(
      'prepay_id',
    ) ?? ''
  const payIn = (prepay_id: string): Promise<Json> =>
    fetch(`${salon.runtime.url}/simulator-host/simulator/pay`, {
      method: 'POST',
      body: JSON.stringify({ prepay_id }),
    }).then((answer) => answer.json())

  for (const [hours, refund] of [
    [25, 21780],
    [3, 10890],
    [1, 0],
  ] as const)
    it(`check 7: case 2 cancelled ${hours} h before gives ${refund} back`, async () => {
      const start = at(['2026-12-05', '2026-12-12', '2026-12-19'][[25, 3, 1].indexOf(hours)] ?? '', '18:00')
      const token = await salon.customer()
      // Somebody who has been here before: no price for a first visit.
      const first = await salon.booked(
        token,
        cut({
          start: at(
            start.slice(0, 10).replace(/..$/, (day) => String(Number(day) - 1).padStart(2, '0')),
            '12:30',
          ),
        }),
      )
      expect(first.state).to.equal('confirmed')
      const booked = await salon.booked(token, cut({ start }))
      expect(booked.quote.total).to.equal(21780)

      salon.clock.set(new Date(new Date(start).getTime() - hours * 60 * MINUTE))
      const preview = await salon.get(`/orders/${booked.id}/cancellation`, { token })
      expect(preview.body).to.include({ refund, paid: 21780 })
      const wrong = await salon.post(`/orders/${booked.id}/cancellation`, {
        token,
        body: { expectedRefund: refund + 1 },
      })
      expect([wrong.status, wrong.body.error.code]).to.deep.equal([409, 'REFUND_CHANGED'])
      const cancelled = await salon.post(`/orders/${booked.id}/cancellation`, {
        token,
        body: { expectedRefund: refund },
      })
      expect(cancelled.status, JSON.stringify(cancelled.body)).to.equal(200)
      expect(cancelled.body).to.include({ state: 'cancelled', booking: 'cancelled', checkInCode: null })
      const after = await refundsEnded(token, booked.id)
      expect(after.money).to.deep.equal({
        captured: 21780,
        onSite: 0,
        charged: 0,
        refunded: refund,
        state: { 21780: 'refunded', 10890: 'partly_refunded', 0: 'paid' }[refund],
      })
      const again = await salon.hold(await salon.customer(), cut({ start }))
      expect(again.status).to.equal(hours === 1 ? 422 : 201)
    })

  it('comes twice, by notice and by query, and counts once', async () => {
    const token = await salon.customer()
    const made = await salon.order(token, slot())
    salon.runtime.simulator?.notices.duplicateNext(5)
    await salon.pay(token, made.id)
    await Promise.all(Array.from({ length: 5 }, () => order(token, made.id)))
    const paid = await order(token, made.id)
    expect(paid.money).to.include({ captured: 17800, refunded: 0, state: 'paid' })
    const staff = await salon.staff()
    const { body } = await salon.get(`/console/orders/${made.id}`, { token: staff })
    expect(body.ledger).to.have.length(1)
    expect(body.history.filter(({ event }: Json) => event === 'order.confirmed')).to.have.length(1)
  })

  it('is not believed when the notice is forged', async () => {
    const token = await salon.customer()
    const made = await salon.order(token, slot())
    await prepayOf(token, made.id)
    const mchid = salon.runtime.simulator?.configFor('').pay.mchid ?? ''
    const content = {
      mchid,
      appid: salon.runtime.simulator?.configFor('').pay.appid,
      out_trade_no: `${made.id.slice(4)}-p1`,
      trade_state: 'SUCCESS',
      transaction_id: '4200000000202612011234567890',
      success_time: '2026-12-01T09:00:00+08:00',
      amount: { total: 17800, currency: 'CNY' },
    }
    for (const forgery of ['unsigned', 'strange-key', 'altered', 'old', 'probe'] as const) {
      const status = await salon.runtime.simulator?.notices.forge(forgery, {
        mchid,
        url: `${salon.runtime.url}/api/wechat/payment-notices`,
        eventType: 'TRANSACTION.SUCCESS',
        content,
      })
      expect(status, forgery).to.equal(401)
    }
    expect((await order(token, made.id)).state).to.equal('pending')
    const empty = await salon.post('/wechat/payment-notices', { body: '{}', key: null })
    expect(empty.status).to.equal(401)
    expect(empty.body).to.have.keys('code', 'message')
  })

  it('not paid in time, the order expires and the place is free', async () => {
    const token = await salon.customer()
    const wanted = slot()
    const made = await salon.order(token, wanted)
    const prepay = await prepayOf(token, made.id)
    salon.clock.advance(15 * MINUTE)
    await jobs()
    expect(await order(token, made.id)).to.include({ state: 'expired', booking: 'expired' })
    expect((await payIn(prepay)).reason).to.equal('CLOSED')
    const refused = await salon.post(`/orders/${made.id}/payments`, { token, body: { channel: 'h5' } })
    expect([refused.status, refused.body.error.code]).to.deep.equal([410, 'ORDER_EXPIRED'])
    expect((await salon.hold(await salon.customer(), wanted)).status).to.equal(201)
  })

  it('paid at the last moment, told late: the order is asked about before it expires, and confirmed', async () => {
    const token = await salon.customer()
    const made = await salon.order(token, slot())
    salon.clock.advance(14 * MINUTE)
    salon.runtime.simulator?.notices.hold()
    await salon.pay(token, made.id)
    salon.clock.advance(2 * MINUTE)
    await jobs()
    await salon.runtime.simulator?.notices.release()
    expect(await order(token, made.id)).to.include({ state: 'confirmed', booking: 'confirmed' })
  })

  /** Paid, but nobody can be asked until the place is gone from the order. */
  async function paidAndUnheard(token: string, wanted: Json): Promise<Json> {
    const made = await salon.order(token, wanted)
    salon.runtime.simulator?.notices.hold()
    await salon.pay(token, made.id)
    salon.runtime.simulator?.faults.add({ path: '/v3/pay/transactions/out-trade-no', kind: 'drop', times: 3 })
    salon.clock.advance(19 * MINUTE)
    await jobs()
    salon.runtime.simulator?.faults.clear()
    expect((await salon.get(`/orders?state=pending`, { token })).body.orders).to.have.length(1)
    return made
  }

  it('told late, the place is taken again while it is free', async () => {
    const token = await salon.customer()
    const made = await paidAndUnheard(token, slot())
    await salon.runtime.simulator?.notices.release()
    expect(await order(token, made.id)).to.include({ state: 'confirmed', booking: 'confirmed' })
    expect((await salon.hold(await salon.customer(), cut({ start: made.selection.start }))).status).to.equal(409)
  })

  it('told late, it is given back in full when the place is gone', async () => {
    const token = await salon.customer()
    const wanted = slot()
    const made = await paidAndUnheard(token, wanted)
    const rival = await salon.booked(await salon.customer(), wanted).catch(async () => {
      // The notices are kept back: the rival is asked about.
      return { state: 'confirmed' }
    })
    expect(rival.state).to.equal('confirmed')
    await salon.runtime.simulator?.notices.release()
    const after = await refundsEnded(token, made.id)
    expect(after).to.include({ state: 'expired', booking: 'expired' })
    expect(after.money).to.deep.equal({ captured: 17800, onSite: 0, refunded: 17800, charged: 0, state: 'refunded' })
  })

  it('told after the order was cancelled, it is given back in full', async () => {
    const token = await salon.customer()
    const made = await salon.order(token, slot())
    const prepay = await prepayOf(token, made.id)
    const cancelled = await salon.post(`/orders/${made.id}/cancellation`, { token, body: {} })
    expect(cancelled.body.state).to.equal('cancelled')
    expect((await payIn(prepay)).reason).to.equal('CLOSED')
    expect((await order(token, made.id)).money.state).to.equal('unpaid')
  })

  it('a refund that WeChat Pay does not take at first is tried again with the same number, and paid once', async () => {
    const token = await salon.customer()
    const booked = await salon.booked(token, slot())
    salon.runtime.simulator?.faults.add({ path: '/v3/refund', kind: 'lose-answer', times: 2 })
    await salon.post(`/orders/${booked.id}/cancellation`, { token, body: {} })
    const after = await refundsEnded(token, booked.id)
    expect(after.money).to.deep.equal({ captured: 17800, onSite: 0, refunded: 17800, charged: 0, state: 'refunded' })
    const staff = await salon.staff()
    const { body } = await salon.get(`/console/orders/${booked.id}`, { token: staff })
    expect(body.ledger.map(({ kind, state }: Json) => [kind, state])).to.deep.equal([
      ['capture', 'succeeded'],
      ['refund', 'succeeded'],
    ])
  })

  it('a refund that fails is shown as such to staff, and may succeed yet', async () => {
    const token = await salon.customer()
    const booked = await salon.booked(token, slot())
    salon.runtime.simulator?.endRefundsAs('ABNORMAL')
    await salon.post(`/orders/${booked.id}/cancellation`, { token, body: {} })
    await refundsEnded(token, booked.id)
    const { body } = await salon.get(`/console/orders/${booked.id}`, { token: await salon.staff() })
    expect(body.ledger.at(-1)).to.include({ kind: 'refund', state: 'failed' })
    expect(body.history.map(({ event }: Json) => event)).to.include('refund.failed')
  })

  it('cannot be paid while WeChat Pay does not answer, and can afterwards', async () => {
    const token = await salon.customer()
    const made = await salon.order(token, slot())
    salon.runtime.simulator?.faults.add({ path: '/v3/pay/transactions/h5', kind: 'drop', times: 3 })
    const refused = await salon.post(`/orders/${made.id}/payments`, { token, body: { channel: 'h5' } })
    expect([refused.status, refused.body.error.code]).to.deep.equal([502, 'PAYMENT_UNAVAILABLE'])
    salon.runtime.simulator?.faults.clear()
    await salon.pay(token, made.id)
    expect((await order(token, made.id)).state).to.equal('confirmed')
    const twice = await salon.post(`/orders/${made.id}/payments`, { token, body: { channel: 'h5' } })
    expect([twice.status, twice.body.error.code]).to.deep.equal([409, 'ALREADY_PAID'])
  })

  it('the first visit is discounted once, even when two orders are made at the same time', async () => {
    const token = await salon.customer()
    const [day, other] = [quietDay(), quietDay()]
    const made = await Promise.all([day, other].map((one) => salon.order(token, cut({ start: at(one, '17:00') }))))
    const discounts = made.map(({ quote }) => quote.lines.filter(({ rule }: Json) => rule === 'first-visit').length)
    expect(discounts).to.have.members([0, 1])
  })

  it('is never more than what was paid, however the days go by', async () => {
    const token = await salon.customer()
    const booked = await salon.booked(token, slot())
    await Promise.all(
      Array.from({ length: 4 }, () => salon.post(`/orders/${booked.id}/cancellation`, { token, body: {} })),
    )
    salon.clock.advance(DAY_MS)
    expect((await refundsEnded(token, booked.id)).money).to.include({ captured: 17800, refunded: 17800 })
  })
})
