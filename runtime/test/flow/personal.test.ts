import { expect } from 'chai'
import type { Json } from '../http/client.ts'
import { SAMPLES } from '../uploads/samples.ts'
import { smallShop } from '../runtime/small-shop.ts'
import { openWorld, type World } from './world.ts'

/** The small shop with a line for its class, a photo and people in its form, and questions afterwards. */
const asking = (): Json => {
  const shop = smallShop()
  const words = { 'zh-CN': '问', en: 'Asked' }
  const lessons = shop.services.find((service: Json) => service.id === 'class')
  lessons.series[0].seats = 1
  lessons.policies = { waitlist: { mode: 'offer' } }
  lessons.participants = { form: 'person', who: 'everyone', title: words }
  lessons.feedback = 'opinion'
  shop.forms[0].fields.push({ id: 'photo', kind: 'image', label: words })
  shop.forms.push(
    {
      id: 'person',
      title: words,
      fields: [{ id: 'nick', kind: 'text', label: words, required: true, maxLength: 30 }],
    },
    { id: 'opinion', title: words, fields: [{ id: 'said', kind: 'text', label: words, maxLength: 60 }] },
  )
  return shop
}
const SECRETS = ['林秘密', '绰号甲', '绰号乙', '很满意呀']

describe('what is kept about a person', () => {
  let world: World
  const phone = '13900005555'
  let token: string
  let made: Json
  before(async () => {
    world = await openWorld({ shop: asking(), now: '2026-12-01T02:00:00Z' })
    token = await world.customer(phone)
    const sent = await fetch(`${world.runtime.url}/api/uploads?form=contact&field=photo`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'image/jpeg' },
      body: new Uint8Array(SAMPLES.jpg()),
    })
    const upload = ((await sent.json()) as Json).id
    const lesson = { service: 'class', offering: 'lesson', session: 'daily@2026-12-10T10:00', people: 1 }
    const order = await world.bought(token, lesson, {
      answers: { name: SECRETS[0], photo: [upload] },
      participants: [{ nick: SECRETS[1] }],
    })
    await world.bought(token, { service: 'card', places: [{ offering: 'five' }] }, { answers: { name: SECRETS[0] } })
    const waiting = await world.post('/waitlist', { token, body: { selection: lesson } })
    const [pass] = (await world.get('/me/entitlements', { token })).body.entitlements
    made = { upload, order: order.id, waiting: waiting.body.id, pass: pass.id }
    await world.post('/console/check-ins', { token: await world.staff(), body: { code: order.checkInCode } })
    await world.post(`/console/orders/${order.id}/completion`, { token: await world.staff() })
    const told = await world.post(`/orders/${order.id}/feedback`, { token, body: { answers: { said: SECRETS[3] } } })
    expect(told.status, JSON.stringify(told.body)).to.equal(201)
  })
  after(() => world.close())

  it('is nobody else’s to read or to change', async () => {
    const stranger = await world.customer()
    const { order, waiting, upload, pass } = made
    const body = { channel: 'h5' }
    const asked = await Promise.all([
      world.get(`/orders/${order}`, { token: stranger }),
      world.get(`/orders/${order}/cancellation`, { token: stranger }),
      world.post(`/orders/${order}/cancellation`, { token: stranger, body: {} }),
      world.post(`/orders/${order}/reschedule`, { token: stranger, body: { session: 'daily@2026-12-11T10:00' } }),
      world.post(`/orders/${order}/payments`, { token: stranger, body }),
      world.post(`/orders/${order}/transfer`, { token: stranger }),
      world.post(`/orders/${order}/feedback`, { token: stranger, body: { answers: { said: 'x' } } }),
      world.delete(`/waitlist/${waiting}`, { token: stranger }),
    ])
    expect(asked.map(({ status, body: said }) => `${status} ${said?.error?.code}`)).to.deep.equal(
      asked.map(() => '404 NOT_FOUND'),
    )
    const read = await fetch(`${world.runtime.url}/api/uploads/${upload}`, {
      headers: { authorization: `Bearer ${stranger}` },
    })
    expect(read.status).to.equal(404)
    expect((await world.get('/waitlist', { token: stranger })).body.entries).to.deep.equal([])
    expect((await world.get('/me/entitlements', { token: stranger })).body.entitlements).to.deep.equal([])
    expect((await world.get('/orders', { token: stranger })).body.orders).to.deep.equal([])
    // Neither another's file nor another's pass can be named in an order of one's own.
    const cut = {
      service: 'cut',
      offering: 'one',
      start: '2026-12-09T02:00:00Z',
      resources: { stylist: 'stylist-1', chair: 'chair-1' },
    }
    const hold = (await world.hold(stranger, cut)).body.id
    const order_ = (more: Json) =>
      world.post('/orders', {
        token: stranger,
        body: { hold, answers: { name: '别人' }, accepts: { agreement: true, privacy: true }, ...more },
      })
    expect((await order_({ entitlements: [pass] })).body.error.code).to.equal('UNKNOWN_ENTITLEMENT')
    expect((await order_({ answers: { name: '别人', photo: [upload] } })).body.error.code).to.be.oneOf([
      'UPLOAD_UNKNOWN',
      'ANSWERS_INVALID',
    ])
    for (const path of [`/console/orders/${order}`, '/console/waitlist'])
      expect((await world.get(path, { token: stranger })).status, path).to.equal(401)
  })

  it('is exported whole: orders with people and feedback, passes, places in lines, files', async () => {
    const { body } = await world.get('/me/export', { token })
    expect(body.customer).to.include({ phone })
    const order = body.orders.find(({ id }: Json) => id === made.order)
    expect(order.answers).to.include({ name: SECRETS[0] })
    expect(order.participants).to.deep.equal([{ nick: SECRETS[1] }])
    expect(order.feedback).to.deep.equal({ said: SECRETS[3] })
    expect(order.ledger.map(({ kind, amount }: Json) => [kind, amount])).to.deep.equal([['capture', 10_000]])
    expect(body.entitlements.map(({ product, left }: Json) => [product, left])).to.deep.equal([['five', 5]])
    expect(body.waitlist.map(({ state }: Json) => state)).to.deep.equal(['waiting'])
    expect(JSON.stringify(body.uploads)).to.contain(made.upload)
  })

  it('is gone when the account is deleted; the books stay', async () => {
    const open = await world.delete('/me', { token })
    // What is bought and not over has to be given up first: the pass.
    if (open.status === 409) {
      for (const { id, state } of (await world.get('/orders', { token })).body.orders)
        if (state === 'confirmed') await world.post(`/orders/${id}/cancellation`, { token, body: {} })
      await world.settle()
      expect((await world.delete('/me', { token })).status).to.equal(204)
    } else expect(open.status).to.equal(204)
    expect((await world.get('/me', { token })).status).to.equal(401)
    const stored = await world.records.orders.find(made.order)
    expect(stored).to.include({ state: 'completed', erased: true })
    expect(stored?.entries).to.have.length(1)
    const all: unknown[] = []
    for await (const order of world.records.orders.all()) all.push(order)
    for await (const pass of world.records.entitlements.all()) all.push(pass)
    all.push(await world.records.waitlist.find(made.waiting))
    const text = JSON.stringify(all)
    for (const secret of [...SECRETS, phone]) expect(text, secret).not.to.contain(secret)
    const again = await world.customer(phone)
    expect((await world.get('/me/entitlements', { token: again })).body.entitlements).to.deep.equal([])
    expect((await world.get('/waitlist', { token: again })).body.entries).to.deep.equal([])
    const { body } = await world.get('/me/export', { token: again })
    for (const secret of SECRETS) expect(JSON.stringify(body)).not.to.contain(secret)
    await world.settle()
    expect(await world.faults()).to.deep.equal([])
  })
})
