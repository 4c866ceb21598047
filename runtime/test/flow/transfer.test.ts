import { expect } from 'chai'
import type { Json } from '../http/client.ts'
import { ACCEPTS } from '../http/salon.ts'
import { exampleShop, openWorld, type World } from './world.ts'

const runner = (name: string, phone: string): Json => ({
  name,
  idDocument: { type: 'passport', number: 'E12345678' },
  birthDate: '1990-03-07',
  sex: 'male',
  phone,
  emergencyName: '韩梅',
  emergencyPhone: '13912345678',
  size: 'm',
})
/** The city run, one place for each customer. */
const run = (): Json => {
  const shop = exampleShop('city-run')
  const limit = { id: 'one', per: ['customer'], max: 1, message: { 'zh-CN': '每人一个', en: 'One each.' } }
  const services = shop.services.map((service: Json) => ({ ...service, invoice: 'invoice' }))
  return { ...shop, services, policies: { ...shop.policies, booking: { ...shop.policies.booking, limits: [limit] } } }
}
const HALF = { service: 'run', places: [{ offering: 'half' }] }
const filled = (name: string, phone = '13812345678'): Json => ({
  answers: { invoice: 'none' },
  participants: [runner(name, phone)],
})

describe('a place that is passed on', () => {
  let world: World
  before(async () => {
    world = await openWorld({ shop: run(), now: '2026-12-02T02:00:00Z' })
  })
  after(() => world.close())
  beforeEach(() => world.clock.set(new Date('2026-12-02T02:00:00Z')))

  const offer = (token: string, id: string) => world.post(`/orders/${id}/transfer`, { token })
  const accept = (token: string, code: string, name = '韩立', key?: string) =>
    world.post('/transfers', {
      token,
      body: { code, ...filled(name, '13712345678'), accepts: ACCEPTS },
      ...(key !== undefined && { key }),
    })

  it('belongs to the new customer, with their answers and another code to check in; the limits move with the person', async () => {
    const [giver, taker] = [await world.customer(), await world.customer()]
    const order = await world.bought(giver, HALF, filled('李雷'))
    const { code } = (await offer(giver, order.id)).body
    expect((await offer(giver, order.id)).body.code, 'asked again, the same').to.equal(code)
    expect((await world.get(`/orders/${order.id}`, { token: taker })).status).to.equal(404)

    const taken = await accept(taker, ` ${code.toLowerCase()} `, '韩立', 'take-it-over')
    expect(taken.status).to.equal(201)
    expect(taken.body).to.deep.include({ id: order.id, number: order.number, state: 'confirmed', transfersLeft: 0 })
    expect(taken.body.participants[0].name).to.equal('韩立')
    expect(taken.body.checkInCode).to.not.equal(order.checkInCode)
    expect(taken.body.quote.total).to.equal(order.quote.total)
    expect((await accept(taker, ` ${code.toLowerCase()} `, '韩立', 'take-it-over')).body).to.deep.equal(taken.body)

    expect((await world.get(`/orders/${order.id}`, { token: giver })).status).to.equal(404)
    expect((await accept(await world.customer(), code)).body.error.code).to.equal('TRANSFER_CODE_UNKNOWN')
    expect((await offer(taker, order.id)).body.error.code).to.equal('TRANSFER_NOT_ALLOWED')
    expect((await world.tryOrder(taker, HALF, filled('韩立'))).body.error.code).to.equal('LIMIT_REACHED')
    expect((await world.tryOrder(giver, HALF, filled('李雷'))).status).to.equal(201)
    await world.wait(60)
    await world.settle()
    expect(await world.faults()).to.deep.equal([])
  })

  it('takes no invoice along that was asked for before, and is not invoiced twice', async () => {
    const passedOn = async (isIssued: boolean): Promise<Json> => {
      const [giver, taker] = [await world.customer(), await world.customer()]
      const order = await world.bought(giver, HALF, filled('李雷'))
      const asked = await world.post(`/orders/${order.id}/invoice`, {
        token: giver,
        body: { answers: { invoice: 'none' } },
      })
      expect(asked.body.invoice.answers).to.deep.equal({ invoice: 'none' })
      if (isIssued) await world.post(`/console/orders/${order.id}/invoice`, { token: await world.staff(), body: {} })
      return (await accept(taker, (await offer(giver, order.id)).body.code)).body
    }
    const open = await passedOn(false)
    expect([open.invoice.answers, open.can.invoice]).to.deep.equal([null, true])
    const wanted = await world.get('/console/orders?invoice=asked', { token: await world.staff() })
    expect(wanted.body.orders, 'nobody waits for it').to.deep.equal([])
    const issued = await passedOn(true)
    expect([issued.invoice.answers, issued.can.invoice]).to.deep.equal([null, false])
  })

  it('shows what it is before it is taken over, and nothing of whoever gives it up', async () => {
    const order = await world.bought(await world.customer('13911113333'), HALF, filled('李雷'))
    const { code } = (await offer(await world.customer('13911113333'), order.id)).body
    const seen = await world.get(`/transfers/${code.toLowerCase()}`, {})
    expect(seen.status).to.equal(200)
    expect(seen.body).to.deep.include({ service: 'run', offerings: ['half'], title: order.serviceTitle })
    expect(seen.body.participants.count).to.equal(1)
    expect(JSON.stringify(seen.body)).to.not.match(/李雷|E12345678|13812345678|13911113333|ord_/)
    const unknown = await world.get('/transfers/XXXX-XXXX', {})
    expect([unknown.status, unknown.body.error.code]).to.deep.equal([404, 'TRANSFER_CODE_UNKNOWN'])
    world.clock.set(new Date('2027-02-28T16:00:00Z'))
    expect((await world.get(`/transfers/${code}`, {})).body.error.code).to.equal('TRANSFER_NOT_ALLOWED')
  })

  it('goes to one of two who take it at once, and leaves the other as they were', async () => {
    const giver = await world.customer()
    const rivals = [await world.customer(), await world.customer()]
    const order = await world.bought(giver, HALF, filled('李雷'))
    const { code } = (await offer(giver, order.id)).body
    const answers = await Promise.all(rivals.map((token) => accept(token, code)))
    expect(answers.map(({ status }) => status)).to.have.members([201, 404])
    const loser = rivals[answers.findIndex(({ status }) => status === 404)] ?? ''
    expect((await world.tryOrder(loser, HALF, filled('韩立'))).status).to.equal(201)
    await world.wait(60)
    await world.settle()
    expect(await world.faults()).to.deep.equal([])
  })

  it('is refused to whoever has a place already, is no runner, or does not agree', async () => {
    const [giver, has] = [await world.customer(), await world.customer()]
    const order = await world.bought(giver, HALF, filled('李雷'))
    await world.bought(has, HALF, filled('王五'))
    const { code } = (await offer(giver, order.id)).body
    expect((await accept(has, code)).body.error.code).to.equal('LIMIT_REACHED')
    const taker = await world.customer()
    const young = { ...runner('小王', '13712345678'), birthDate: '2012-01-01' }
    const refusals = await Promise.all(
      [
        { participants: [young] },
        { participants: [{ name: '韩立' }] },
        { accepts: { agreement: true, privacy: false } },
      ].map((more) =>
        world.post('/transfers', {
          token: taker,
          body: { code, ...filled('韩立'), accepts: ACCEPTS, ...more },
        }),
      ),
    )
    expect(refusals.map(({ body }) => body.error.code)).to.deep.equal([
      'NOT_ELIGIBLE',
      'ANSWERS_INVALID',
      'CONSENT_MISSING',
    ])
    expect((await world.look(giver, order.id)).state).to.equal('confirmed')
    expect((await accept(taker, code)).status).to.equal(201)
  })

  it('is not passed on after the last day, nor when it was given up', async () => {
    const phone = '13911112222'
    const order = await world.bought(await world.customer(phone), HALF, filled('李雷'))
    const { code } = (await offer(await world.customer(phone), order.id)).body
    world.clock.set(new Date('2027-02-28T16:00:00Z'))
    expect((await accept(await world.customer(), code)).body.error.code).to.equal('TRANSFER_NOT_ALLOWED')
    world.clock.set(new Date('2027-02-28T15:59:59Z'))
    const giver = await world.customer(phone)
    await world.post(`/orders/${order.id}/cancellation`, { token: giver, body: {} })
    expect((await accept(await world.customer(), code)).body.error.code).to.be.oneOf([
      'TRANSFER_CODE_UNKNOWN',
      'TRANSFER_NOT_ALLOWED',
    ])
  })
})
