import { expect } from 'chai'
import type { Json } from '../http/client.ts'
import { exampleShop, openWorld, type World } from './world.ts'

const SECRETS = ['上海明日科技有限公司', '91310000MA1K35XYZ8', 'cw@example.com']
const company = { kind: 'company', title: SECRETS[0], taxNumber: SECRETS[1], email: SECRETS[2] }
const term = { service: 'enlightenment', offering: 'term', session: 'spring', people: 1 }
const family: Json = {
  answers: { name: '王芳', phone: '13800138001', relation: 'mother', photos: 'no', terms: true },
  participants: [{ name: '王小明', birthDate: '2019-05-01', grade: 'grade-2', allergy: 'no' }],
}

describe('an invoice', () => {
  let world: World
  let token: string
  let staff: string
  let order: Json
  const phone = '13900001234'
  before(async () => {
    world = await openWorld({ shop: exampleShop('coding-school'), now: '2027-02-01T02:00:00Z' })
    staff = await world.staff()
    token = await world.customer(phone)
  })
  after(() => world.close())

  const ask = (answers: Json, as = token, key?: string) =>
    world.post(`/orders/${order.id}/invoice`, { token: as, body: { answers }, ...(key && { key }) })
  const note = (body: Json) => world.post(`/console/orders/${order.id}/invoice`, { token: staff, body })
  const wanted = async (): Promise<string[]> =>
    (await world.get('/console/orders?invoice=asked', { token: staff })).body.orders.map(({ id }: Json) => id)

  it('is asked for once something was paid, by whose order it is, with answers to all that the form asks', async () => {
    order = await world.order(token, term, family)
    expect([order.can.invoice, order.invoice]).to.deep.equal([false, { form: 'invoice', answers: null, issued: null }])
    expect((await ask(company)).body.error.code).to.equal('INVOICE_NOT_ALLOWED')
    await world.pay(token, order.id)
    expect((await world.look(token, order.id)).can.invoice).to.equal(true)
    expect((await ask(company, await world.customer())).status, 'by somebody else').to.equal(404)
    const { body } = await ask({ ...company, taxNumber: '12' })
    expect([body.error.code, body.error.fields[0].field]).to.deep.equal(['ANSWERS_INVALID', 'answers.taxNumber'])
    expect((await note({})).body.error.code, 'nobody asked').to.equal('INVOICE_NOT_ASKED')
    expect(await wanted()).to.deep.equal([])
  })

  it('may be put right until it is made out, and is found by staff, who see it masked until they ask', async () => {
    const personal = { kind: 'personal', title: '王芳', email: SECRETS[2] }
    const first = await ask(personal, token, 'invoice-1')
    expect([first.status, first.body.invoice.answers]).to.deep.equal([201, personal])
    expect((await ask(personal, token, 'invoice-1')).body).to.deep.equal(first.body)
    expect((await ask(company)).body.invoice.answers).to.deep.equal(company)
    expect(await wanted()).to.deep.equal([order.id])
    const { body } = await world.get(`/console/orders/${order.id}`, { token: staff })
    for (const secret of SECRETS) expect(JSON.stringify(body)).not.to.contain(secret)
    expect(body.history.filter(({ event }: Json) => event === 'invoice.asked')).to.have.length(1)
    const revealed = await world.post(`/console/orders/${order.id}/reveal`, { token: staff, body: {} })
    expect(revealed.body.invoice).to.deep.equal(company)
  })

  it('is noted once as made out; then it stays as it is', async () => {
    const made = await note({ number: ' 24312000000012345678 ' })
    expect(made.status).to.equal(200)
    expect((await note({})).body.error.code).to.equal('INVOICE_NOT_ASKED')
    const seen = await world.look(token, order.id)
    expect(seen.can.invoice).to.equal(false)
    expect(seen.invoice.issued).to.deep.equal({ at: world.clock.now().toISOString(), number: '24312000000012345678' })
    expect((await ask(company)).body.error.code).to.equal('INVOICE_NOT_ALLOWED')
    expect(await wanted()).to.deep.equal([])
  })

  it('is sealed where it is kept, exported with the rest, and gone with the account', async () => {
    expect((await world.get('/me/export', { token })).body.orders[0].invoice).to.deep.equal(company)
    const preview = await world.get(`/orders/${order.id}/cancellation`, { token })
    expect(preview.body.allowed).to.equal(true)
    await world.post(`/orders/${order.id}/cancellation`, { token, body: {} })
    await world.settle()
    expect((await world.delete('/me', { token })).status).to.equal(204)
    const stored = await world.records.orders.find(order.id)
    expect(stored?.invoice).to.equal(null)
    expect(stored?.invoicing?.number).to.equal('24312000000012345678')
    expect(await world.faults()).to.deep.equal([])
  })
})
