import { expect } from 'chai'
import { ACCEPTS, ANSWERS, at, cut, openSalon } from './salon.js'
describe('a repeated request', () => {
  let salon
  before(async () => {
    salon = await openSalon()
  })
  after(() => salon.close())
  it('has one effect and the same answer, also at the same time', async () => {
    const token = await salon.customer()
    const key = 'the-same-key'
    const answers = await Promise.all(Array.from({ length: 5 }, () => salon.hold(token, cut(), key)))
    expect(new Set(answers.map(({ status }) => status))).to.deep.equal(new Set([201]))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).to.equal(1)
    expect(await salon.hold(token, cut(), key)).to.have.deep.property('body', answers[0]?.body)
  })
  it('with the same key and something else in it is refused', async () => {
    const token = await salon.customer()
    await salon.hold(token, cut({ start: at('2026-12-03', '14:00') }), 'a-key-of-mine')
    const other = await salon.hold(token, cut({ start: at('2026-12-03', '17:00') }), 'a-key-of-mine')
    expect([other.status, other.body.error.code]).to.deep.equal([409, 'IDEMPOTENCY_CONFLICT'])
  })
  it('of another customer is another request', async () => {
    const [one, two] = [await salon.customer(), await salon.customer()]
    const first = await salon.hold(one, cut({ start: at('2026-12-04', '14:00') }), 'everybodys-key')
    const second = await salon.hold(two, cut({ start: at('2026-12-04', '17:00') }), 'everybodys-key')
    expect([first.status, second.status]).to.deep.equal([201, 201])
    expect(first.body.id).to.not.equal(second.body.id)
  })
  it('that was refused may be asked again with the same key', async () => {
    const [one, two] = [await salon.customer(), await salon.customer()]
    const wanted = cut({ start: at('2026-12-05', '14:00') })
    const held = await salon.hold(one, wanted)
    expect((await salon.hold(two, wanted, 'patience-key')).status).to.equal(409)
    await salon.delete(`/holds/${held.body.id}`, { token: one })
    expect((await salon.hold(two, wanted, 'patience-key')).status).to.equal(201)
  })
  it('makes one order of one hold, whatever the key', async () => {
    const token = await salon.customer()
    const { body: hold } = await salon.hold(token, cut({ start: at('2026-12-06', '14:00') }))
    const body = { hold: hold.id, answers: ANSWERS, accepts: ACCEPTS }
    const made = await Promise.all(Array.from({ length: 4 }, () => salon.post('/orders', { token, body })))
    expect(made.map(({ status }) => status)).to.deep.equal([201, 201, 201, 201])
    expect(new Set(made.map(({ body: order }) => order.id)).size).to.equal(1)
    expect((await salon.get('/orders', { token })).body.orders).to.have.length(1)
  })
  it('needs a key of 8 to 64 characters', async () => {
    const token = await salon.customer()
    for (const key of [null, 'short', 'x'.repeat(65)]) {
      const { status, body } = await salon.post('/holds', { token, body: { selection: cut() }, key })
      expect([status, body.error.code]).to.deep.equal([400, 'IDEMPOTENCY_KEY_MISSING'])
    }
  })
  it('of a payment goes on with the payment that was begun', async () => {
    const token = await salon.customer()
    const order = await salon.order(token, cut({ start: at('2026-12-09', '14:00') }))
    const begin = () =>
      salon.post(`/orders/${order.id}/payments`, {
        token,
        body: { channel: 'h5', returnUrl: 'https://shop.example/#/orders' },
      })
    const urls = (await Promise.all([begin(), begin(), begin()])).map(({ body }) => new URL(body.url))
    expect(new Set(urls.map((url) => url.searchParams.get('prepay_id'))).size).to.equal(1)
    expect(urls[0]?.searchParams.get('redirect_url')).to.equal('https://shop.example/#/orders')
  })
})
