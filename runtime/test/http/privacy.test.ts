import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { MongoClient } from 'mongodb'
import { openEmbeddedDatabase } from '../../src/embedded/index.ts'
import { dataKeysFrom } from '../../src/keys.ts'
import type { Json } from './client.ts'
import { ANSWERS, at, cut, inDatabase, openSalon, type Salon } from './salon.ts'

const SECRETS = ['李雷', '13800138000', '后颈短一点', 'Bearer']

describe('personal information', () => {
  let salon: Salon
  let uri: string
  let closeDatabase: () => Promise<void>
  before(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kaidian-privacy-'))
    const embedded = process.env.MONGODB_URI ? undefined : await openEmbeddedDatabase({ folder })
    uri = inDatabase(process.env.MONGODB_URI ?? embedded?.uri ?? '', `kaidian-privacy-${Date.now().toString(36)}`)
    closeDatabase = async () => {
      await embedded?.close()
      await rm(folder, { recursive: true, force: true })
    }
    salon = await openSalon({ mongodbUri: uri })
  })
  after(async () => {
    await salon.close()
    await closeDatabase()
  })

  it('of another customer is not there', async () => {
    const [owner, other] = [await salon.customer(), await salon.customer()]
    const order = await salon.order(owner, cut())
    const paths = [`/orders/${order.id}`, `/orders/${order.id}/cancellation`]
    for (const path of paths) expect((await salon.get(path, { token: other })).status, path).to.equal(404)
    for (const [path, body] of [
      [`/orders/${order.id}/payments`, { channel: 'h5' }],
      [`/orders/${order.id}/cancellation`, {}],
      [`/orders/${order.id}/reschedule`, { start: at('2026-12-03', '14:00') }],
    ] as const)
      expect((await salon.post(path, { token: other, body })).status, path).to.equal(404)
    expect((await salon.get('/orders', { token: other })).body.orders).to.deep.equal([])
    expect((await salon.get(`/orders/${order.id}`)).status).to.equal(401)
    expect((await salon.get(`/orders/${order.id}`, { token: 'made-up-token' })).status).to.equal(401)
  })

  it('is not for customers to see in the console, nor for staff to book with', async () => {
    const [customer, staff] = [await salon.customer(), await salon.staff()]
    expect((await salon.get('/console/orders', { token: customer })).status).to.equal(401)
    expect((await salon.get('/me', { token: staff })).status).to.equal(401)
  })

  it('is stored sealed and is not in the log', async () => {
    const token = await salon.customer('13800138000')
    await salon.wechatCustomer('someone with an openid')
    const order = await salon.booked(token, cut({ start: at('2026-12-03', '14:00') }))
    expect(order.answers).to.deep.equal(ANSWERS)
    const client = new MongoClient(uri)
    const stored: string[] = []
    for (const collection of await client.db().collections())
      for (const document of await collection.find().toArray()) stored.push(JSON.stringify(document))
    await client.close()
    expect(stored.length).to.be.greaterThan(8)
    for (const secret of [...SECRETS, token, '"name":']) {
      expect(
        stored.filter((text) => text.includes(secret) && !text.includes('"description":')),
        secret,
      ).to.deep.equal([])
      expect(
        salon.lines.filter((line) => line.includes(secret)),
        secret,
      ).to.deep.equal([])
    }
    expect(salon.lines.join()).to.not.match(/\bo[\w-]{27}\b/)
  })

  it('is masked in the console; seeing it in full is recorded and told to the customer', async () => {
    const token = await salon.customer('13711112222')
    const order = await salon.booked(token, cut({ start: at('2026-12-04', '14:00') }))
    const staff = await salon.staff()
    const { body } = await salon.get(`/console/orders/${order.id}`, { token: staff })
    expect(body.customer).to.deep.include({ name: '李*', phone: '137****2222' })
    expect(body.answers).to.deep.equal({ ...ANSWERS, name: '李*', phone: '138****8000' })
    const revealed = await salon.post(`/console/orders/${order.id}/reveal`, { token: staff })
    expect(revealed.body.answers).to.deep.equal(ANSWERS)
    const exported = (await salon.get('/me/export', { token })).body
    expect(exported.orders[0].revealed).to.have.length(1)
    expect(exported.customer.phone).to.equal('13711112222')
    expect(exported.orders[0].consents.map(({ document }: Json) => document)).to.deep.equal(['agreement', 'privacy'])
  })

  it('is found by phone, by its end, by number and by code, and by nothing else', async () => {
    const token = await salon.customer('13733334444')
    const order = await salon.booked(token, cut({ start: at('2026-12-05', '14:00') }))
    const staff = await salon.staff()
    const find = async (q: string, also = {}): Promise<string[]> =>
      (await salon.post('/console/order-searches', { token: staff, body: { q, ...also }, key: null })).body.orders.map(
        ({ id }: Json) => id,
      )
    for (const q of [
      '13800138000',
      '8000',
      order.number,
      order.number.replace('-', '').toLowerCase(),
      order.checkInCode,
    ])
      expect(await find(q), q).to.include(order.id)
    expect(await find('李雷')).to.deep.equal([])
    expect(await find('8000', { day: '2026-12-05', state: 'confirmed' })).to.deep.equal([order.id])
    expect(await find('8000', { day: '2026-12-04' })).to.not.include(order.id)
    expect(await find('8000', { state: 'cancelled' })).to.not.include(order.id)
    const asked = await salon.post('/console/customer-searches', { token: staff, body: { q: '4444' }, key: null })
    const { customers } = asked.body
    expect(customers).to.have.length(1)
    expect(customers[0]).to.deep.include({ phone: '137****4444', name: '李*' })
  })

  it('is never looked for in an address, where servers and proxies would log it', async () => {
    const staff = await salon.staff()
    const { status, body } = await salon.get('/console/orders?q=13800138000', { token: staff })
    expect([status, body.error.code, body.error.field]).to.deep.equal([400, 'INPUT_INVALID', 'q'])
    expect((await salon.get('/console/customers?q=4444', { token: staff })).status).to.equal(404)
    for (const path of ['/console/order-searches', '/console/customer-searches']) {
      expect((await salon.get(`${path}?q=4444`, { token: staff })).status, path).to.equal(405)
      const inAddress = await salon.post(`${path}?q=4444`, { token: staff, body: {} })
      expect([inAddress.status, inAddress.body.error.field], path).to.deep.equal([400, 'q'])
    }
  })

  it('is not looked for by customers', async () => {
    const customer = await salon.customer()
    for (const path of ['/console/order-searches', '/console/customer-searches'])
      for (const asking of [{ body: { q: '8000' } }, { body: { q: '8000' }, token: customer }])
        expect((await salon.post(path, asking)).status, path).to.equal(401)
  })

  it('is deleted on request, but not while a booking is open; the books stay', async () => {
    const token = await salon.customer('13755556666')
    const order = await salon.booked(token, cut({ start: at('2026-12-06', '14:00') }))
    const refused = await salon.delete('/me', { token })
    expect([refused.status, refused.body.error.code]).to.deep.equal([409, 'BOOKING_OPEN'])
    await salon.post(`/orders/${order.id}/cancellation`, { token, body: {} })
    expect((await salon.delete('/me', { token })).status).to.equal(204)
    expect((await salon.get('/me', { token })).status).to.equal(401)
    const { body } = await salon.get(`/console/orders/${order.id}`, { token: await salon.staff() })
    expect(body.answers).to.deep.equal({})
    expect(body.customer).to.deep.include({ name: null, phone: null })
    expect(body.ledger).to.not.deep.equal([])
    salon.clock.advance(61_000)
    const back = await salon.customer('13755556666')
    expect((await salon.get('/orders', { token: back })).body.orders).to.deep.equal([])
  })
})

describe('sealed text', () => {
  const keys = dataKeysFrom('old:' + Buffer.alloc(32, 1).toString('base64'))

  it('opens only where it was sealed, and only unchanged', () => {
    const sealed = keys.seal('李雷', 'salon/orders/1/answers')
    expect(keys.open(sealed, 'salon/orders/1/answers')).to.equal('李雷')
    expect(() => keys.open(sealed, 'salon/orders/2/answers')).to.throw()
    const bytes = Buffer.from(sealed.slice(4), 'base64url')
    bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20)
    expect(() => keys.open(`old.${bytes.toString('base64url')}`, 'salon/orders/1/answers')).to.throw()
  })

  it('opens after the keys have changed over, and is looked up as before', () => {
    const both = dataKeysFrom(
      `new:${Buffer.alloc(32, 2).toString('base64')},old:${Buffer.alloc(32, 1).toString('base64')}`,
    )
    expect(both.open(keys.seal('a', 'x'), 'x')).to.equal('a')
    expect(both.seal('a', 'x')).to.match(/^new\./)
    expect(both.blindIndex('phone', '138')).to.equal(keys.blindIndex('phone', '138'))
  })

  it('needs a whole key', () => {
    expect(() => dataKeysFrom('too short')).to.throw('32 bytes')
  })
})
