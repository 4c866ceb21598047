import { request } from 'node:http'
import { expect } from 'chai'
import { ACCEPTS, ANSWERS, at, cut, openSalon, type Salon } from './salon.ts'

describe('input that is not as it should be', () => {
  let salon: Salon
  let token: string
  before(async () => {
    salon = await openSalon()
    token = await salon.customer()
  })
  after(() => salon.close())
  afterEach(async () => {
    expect((await fetch(`${salon.runtime.url}/healthz`)).status).to.equal(200)
  })

  it('of ten megabytes is refused with 413', async () => {
    const { status, body } = await salon.post('/holds', {
      token,
      body: `{"selection":"${'x'.repeat(10 * 1024 * 1024)}"}`,
    })
    expect([status, body.error.code]).to.deep.equal([413, 'BODY_TOO_LARGE'])
  })

  for (const [what, body, field] of [
    ['an unknown property', { selection: cut(), colour: 'red' }, 'colour'],
    ['an unknown property inside', { selection: cut({ price: 1 }) }, 'selection.price'],
    [
      'a prototype',
      '{"selection":{"service":"cut","start":"2026-12-02T06:00:00Z","__proto__":{"offering":"director"}}}',
      'selection.__proto__',
    ],
    ['a missing property', { selection: { service: 'cut' } }, 'selection.start'],
    ['a start that is no time', { selection: cut({ start: 'tomorrow' }) }, 'selection.start'],
    ['too many of an add-on', { selection: cut({ addOns: { care: 1000 } }) }, 'selection.addOns.care'],
    ['an operator of the database', { selection: cut({ service: { $ne: null } }) }, 'selection.service'],
  ] as const)
    it(`with ${what} is refused, naming ${field}`, async () => {
      const answer = await salon.post('/holds', { token, body })
      expect([answer.status, answer.body.error.code, answer.body.error.field]).to.deep.equal([
        400,
        'INPUT_INVALID',
        field,
      ])
    })

  it('that is not JSON, or nothing at all, is refused', async () => {
    const broken = await salon.post('/holds', { token, body: '{"selection":' })
    expect([broken.status, broken.body.error.code]).to.deep.equal([400, 'BODY_NOT_JSON'])
    const nothing = await salon.post('/holds', { token })
    expect([nothing.status, nothing.body.error.field]).to.deep.equal([400, 'selection'])
  })

  it('of a start between the offered ones, in the past, or beyond the horizon is refused with its reason', async () => {
    for (const [start, reason] of [
      [at('2026-12-02', '14:10'), undefined],
      [at('2026-12-01', '07:00'), undefined],
      [at('2027-01-10', '14:00'), 'horizon'],
    ] as const) {
      const { status, body } = await salon.hold(token, cut({ start }))
      expect([status, body.error.code]).to.deep.equal([422, 'SLOT_UNAVAILABLE'])
      if (reason) expect(body.error.reason).to.equal(reason)
    }
  })

  it('in a form is refused field by field, in the language that was asked for', async () => {
    const { body: hold } = await salon.hold(token, cut())
    const order = { hold: hold.id, answers: { name: '', phone: '123', note: 'x'.repeat(201) }, accepts: ACCEPTS }
    const { status, body } = await salon.post('/orders', {
      token,
      body: order,
      headers: { 'accept-language': 'zh-CN' },
    })
    expect([status, body.error.code]).to.deep.equal([422, 'ANSWERS_INVALID'])
    expect(body.error.fields.map(({ field }: { field: string }) => field)).to.have.members([
      'answers.name',
      'answers.phone',
      'answers.note',
    ])
    expect(body.error.message).to.match(/[一-龥]/)
    const consent = await salon.post('/orders', {
      token,
      body: { hold: hold.id, answers: ANSWERS, accepts: { agreement: true, privacy: false } },
    })
    expect([consent.status, consent.body.error.code]).to.deep.equal([422, 'CONSENT_MISSING'])
  })

  it('for an order that is too late, or of a hold that is not there, is refused', async () => {
    const { body: hold } = await salon.hold(token, cut({ start: at('2026-12-03', '14:00') }))
    salon.clock.advance(15 * 60_000)
    const late = await salon.post('/orders', { token, body: { hold: hold.id, answers: ANSWERS, accepts: ACCEPTS } })
    expect([late.status, late.body.error.code]).to.deep.equal([410, 'HOLD_EXPIRED'])
    const nowhere = await salon.post('/orders', {
      token,
      body: { hold: 'hld_00000000000000000000', answers: {}, accepts: ACCEPTS },
    })
    expect([nowhere.status, nowhere.body.error.code]).to.deep.equal([404, 'NOT_FOUND'])
  })

  it('for the price of a hold that was ordered, is over, or is somebody else’s is refused, each with its reason', async () => {
    const price = (hold: unknown, as?: string) => salon.post('/quotes', { body: { hold }, ...(as && { token: as }) })
    const { body: hold } = await salon.hold(token, cut({ start: at('2026-12-03', '16:00') }))
    expect((await price(hold.id, token)).status).to.equal(200)
    const stranger = await price(hold.id, await salon.customer())
    expect([stranger.status, stranger.body.error.code]).to.deep.equal([410, 'HOLD_EXPIRED'])
    const nobody = await price(hold.id)
    expect([nobody.status, nobody.body.error.code]).to.deep.equal([401, 'NOT_SIGNED_IN'])
    await salon.post('/orders', { token, body: { hold: hold.id, answers: ANSWERS, accepts: ACCEPTS } })
    const ordered = await price(hold.id, token)
    expect([ordered.status, ordered.body.error.code]).to.deep.equal([409, 'HOLD_ORDERED'])
  })

  it('to an address that does not exist, or with another method, is refused', async () => {
    expect((await salon.get('/nothing-here')).status).to.equal(404)
    expect((await salon.put('/shop')).status).to.equal(405)
    expect((await fetch(`${salon.runtime.url}/api/orders/%E0%A4%A`)).status).to.be.within(400, 404)
  })

  it('in a query is refused, naming the parameter', async () => {
    for (const [query, field] of [
      ['service=cut&from=2026-12-02&days=32', 'days'],
      ['service=cut&from=2026-12-02&colour=red', 'colour'],
      ['service=cut', 'from'],
      ['service[$ne]=x&from=2026-12-02', 'service'],
    ]) {
      const { status, body } = await salon.get(`/availability?${query}`)
      expect(status).to.equal(400)
      expect(body.error.fields.map((fault: { field: string }) => fault.field).join(), query).to.include(field)
    }
  })

  it('that is nested deeper than any answer is refused, naming the field', async () => {
    for (const levels of [40, 30_000]) {
      const nested = `${'['.repeat(levels)}${']'.repeat(levels)}`
      const { status, body } = await salon.post('/orders', {
        token,
        body: `{"hold":"hld_0","answers":{"note":${nested}},"accepts":{"agreement":true,"privacy":true}}`,
      })
      expect([status, body.error.code, body.error.field]).to.deep.equal([400, 'INPUT_INVALID', 'answers.note'])
    }
  })

  it('of a page that is none is refused', async () => {
    for (const page of ['abc', '-1', '0.5', '1e308', 'Infinity', '9'.repeat(9)]) {
      const { status, body } = await salon.get(`/orders?page=${page}`, { token })
      expect([status, body.error?.field], page).to.deep.equal([400, 'page'])
    }
  })

  it('of a new time without its offset, or outside the calendar, is refused', async () => {
    const order = await salon.booked(token, cut({ start: at('2026-12-09', '14:00') }))
    for (const start of ['2026-12-09T16:00', '2026-12-09', '1', '-271821-04-20T00:00:00Z', 'Dec 9 2026 16:00']) {
      const { status, body } = await salon.post(`/orders/${order.id}/reschedule`, { token, body: { start } })
      expect([status, body.error?.code, body.error?.field], start).to.deep.equal([400, 'INPUT_INVALID', 'start'])
    }
  })

  it('in a request line that is no URL is answered as any other', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const { port } = salon.runtime
      request({ host: '127.0.0.1', port, path: 'http://shop:99999/api/shop' }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
        .on('error', reject)
        .end()
    })
    expect(status).to.equal(200)
  })

  it('never sees a stack, a path or a name of a file', async () => {
    salon.clock.set(new Date(Number.NaN))
    const { status, body } = await salon.get('/availability?service=cut&from=2026-12-02')
    salon.clock.set(new Date('2026-12-01T01:00:00Z'))
    expect(status).to.equal(500)
    expect(body.error).to.have.all.keys('code', 'message', 'id')
    expect(JSON.stringify(body)).to.not.match(/\.ts|\bat \w|node_modules/)
    expect(salon.lines.some((line) => line.includes(body.error.id) && line.includes('Error'))).to.equal(true)
  })
})
