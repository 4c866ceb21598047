import { expect } from 'chai'
import type { Json } from '../http/client.ts'
import { smallShop } from '../runtime/small-shop.ts'
import { openWorld, type World } from './world.ts'

const words = (zh: string, en: string) => ({ 'zh-CN': zh, en })
/** Beside the pass a purse of ¥300 and a membership with 10% off are sold. */
const generous = (): Json => {
  const shop = smallShop()
  const card = shop.services.find((service: Json) => service.id === 'card')
  card.people = { max: 2 }
  card.offerings.push(
    { id: 'purse', title: words('储值', 'Purse'), price: 30_000, grants: 'purse' },
    { id: 'gold', title: words('金卡', 'Gold'), price: 10_000, grants: 'gold-year' },
  )
  return {
    ...shop,
    memberships: [{ id: 'gold', title: words('金卡', 'Gold') }],
    entitlements: [
      ...shop.entitlements,
      { id: 'purse', kind: 'storedValue', title: words('储值', 'Purse'), value: 30_000, services: ['wash'] },
      { id: 'gold-year', kind: 'membership', title: words('金卡', 'Gold'), membership: 'gold', validDays: 365 },
    ],
    fees: [
      ...shop.fees,
      {
        id: 'gold',
        label: words('金卡九折', 'Gold'),
        phase: 'discount',
        services: ['cut'],
        when: { fact: 'customer.membership', op: 'eq', value: 'gold' },
        apply: { kind: 'percent', rate: 1000, of: ['base'] },
      },
    ],
  }
}
const ANSWERS = { answers: { name: '林一' } }

describe('passes, stored value and memberships', () => {
  let world: World
  let token: string
  before(async () => {
    world = await openWorld({ shop: generous(), now: '2026-12-01T02:00:00Z' })
  })
  after(() => world.close())
  beforeEach(async () => {
    token = await world.customer()
  })
  afterEach(async () => {
    await world.settle()
    expect(await world.faults()).to.deep.equal([])
  })

  let hours = 0
  /** A time that no other test takes. */
  function at(service: 'cut' | 'wash'): Json {
    hours += 1
    const start = new Date(Date.UTC(2026, 11, 10 + Math.floor(hours / 8), 1 + (hours % 8))).toISOString()
    return { service, offering: 'one', start, resources: { stylist: 'stylist-1', chair: 'chair-1' } }
  }
  const buy = (offering: string) => world.bought(token, { service: 'card', places: [{ offering }] }, ANSWERS)
  const held = async (): Promise<Json[]> => (await world.get('/me/entitlements', { token })).body.entitlements
  const cancel = (id: string) => world.post(`/orders/${id}/cancellation`, { token, body: {} })

  it('a pass that is bought pays for cuts, and a cancelled cut is given back to it', async () => {
    await buy('five')
    const [pass] = await held()
    expect(pass).to.deep.include({ product: 'five', kind: 'pass', left: 5 })
    const order = await world.order(token, at('cut'), { ...ANSWERS, entitlements: [pass.id] })
    expect(order).to.include({ state: 'confirmed' })
    expect(order.quote).to.deep.include({ total: 0, uses: [{ entitlement: pass.id, units: 1, amount: 5000 }] })
    expect((await held())[0].left).to.equal(4)
    await cancel(order.id)
    expect((await held())[0].left).to.equal(5)
    expect((await held())[0].entries.map(({ kind, units }: Json) => [kind, units])).to.deep.equal([
      ['grant', 5],
      ['use', -1],
      ['return', 1],
    ])
  })

  it('a pass pays for no more than it has, even for several at once', async () => {
    await buy('five')
    const [pass] = await held()
    const orders = await Promise.all(
      Array.from({ length: 7 }, async () => {
        const hold = await world.hold(token, at('cut'))
        return hold
      }),
    )
    const held5 = orders.filter(({ status }) => status === 201)
    const made = await Promise.all(
      held5.map(({ body }) =>
        world.post('/orders', {
          token,
          body: {
            hold: body.id,
            ...ANSWERS,
            entitlements: [pass.id],
            accepts: { agreement: true, privacy: true },
          },
        }),
      ),
    )
    const used = made.filter(({ body }) => body.quote?.uses.length === 1)
    expect(used.length).to.be.at.most(5)
    expect((await held())[0].left).to.equal(5 - used.length)
  })

  it('a pass is revoked when its purchase is cancelled, and pays for nothing any more', async () => {
    const purchase = await buy('five')
    const [pass] = await held()
    await cancel(purchase.id)
    await world.settle()
    expect(await held()).to.deep.equal([])
    const refused = await world.tryOrder(token, at('cut'), { ...ANSWERS, entitlements: [pass.id] })
    expect(refused.body.error.code).to.equal('UNKNOWN_ENTITLEMENT')
    expect((await world.look(token, purchase.id)).money).to.include({ captured: 20_000, refunded: 20_000 })
  })

  it('a purchase whose pass has been used cannot be given back, until the use is', async () => {
    const purchase = await buy('five')
    const [pass] = await held()
    const order = await world.order(token, at('cut'), { ...ANSWERS, entitlements: [pass.id] })
    const refused = await cancel(purchase.id)
    expect([refused.status, refused.body.error.code]).to.deep.equal([409, 'CANCELLATION_NOT_ALLOWED'])
    expect((await held())[0].left).to.equal(4)
    await cancel(order.id)
    expect((await cancel(purchase.id)).status).to.equal(200)
  })

  it('of two passes bought at once none is given back alone', async () => {
    const places = [{ offering: 'five' }, { offering: 'five' }]
    const purchase = await world.bought(token, { service: 'card', places }, ANSWERS)
    const refused = await world.post(`/orders/${purchase.id}/cancellation`, { token, body: { places: [1] } })
    expect([refused.status, refused.body.error.code]).to.deep.equal([409, 'CANCELLATION_NOT_ALLOWED'])
    expect((await world.look(token, purchase.id)).money).to.include({ captured: 40_000, refunded: 0 })
    expect((await cancel(purchase.id)).status).to.equal(200)
    await world.settle()
  })

  it('a pass is of no use to anybody else', async () => {
    await buy('five')
    const [pass] = await held()
    const stranger = await world.customer()
    const refused = await world.tryOrder(stranger, at('cut'), { ...ANSWERS, entitlements: [pass.id] })
    expect(refused.body.error.code).to.equal('UNKNOWN_ENTITLEMENT')
    expect((await held())[0].left).to.equal(5)
  })

  it('stored value pays as far as it reaches, and comes back with the rest', async () => {
    await buy('purse')
    const [purse] = await held()
    expect(purse).to.include({ kind: 'storedValue', left: 30_000 })
    const order = await world.order(token, at('wash'), { ...ANSWERS, entitlements: [purse.id] })
    expect(order.quote).to.include({ total: 0 })
    expect((await held())[0].left).to.equal(27_000)
    const staff = await world.staff()
    const customer = (await world.get('/me', { token })).body.id
    const path = `/console/customers/${customer}/entitlements`
    const adjust = (units: number, key: string) =>
      world.post(`${path}/${encodeURIComponent(purse.id)}/adjustments`, {
        token: staff,
        key,
        body: { units, reason: '更正' },
      })
    const first = await adjust(-26_000, 'adjust-one')
    expect(first.status, JSON.stringify(first.body)).to.equal(200)
    expect((await adjust(-26_000, 'adjust-one')).status, 'repeated, once').to.equal(200)
    expect((await held())[0].left).to.equal(1000)
    expect((await adjust(-1001, 'adjust-two')).body.error.code).to.equal('ENTITLEMENT_USED_UP')
    const second = await world.order(token, at('wash'), { ...ANSWERS, entitlements: [purse.id] })
    expect(second.quote).to.include({ total: 2000 })
    expect(second.state).to.equal('pending')
    expect((await held())[0].left).to.equal(0)
    // Never paid: what it took of the purse is there again.
    await world.wait(30)
    await world.settle()
    expect((await held())[0].left).to.equal(1000)
    await cancel(order.id)
    expect((await held())[0].left).to.equal(4000)
  })

  it('a membership that is bought gives its price, and takes it away when the purchase is cancelled', async () => {
    const before = await world.post('/quotes', { token, body: { selection: at('cut') } })
    expect(before.body.total).to.equal(5000)
    const purchase = await buy('gold')
    const member = await world.post('/quotes', { token, body: { selection: at('cut') } })
    expect(member.body.total).to.equal(4500)
    await cancel(purchase.id)
    await world.settle()
    const after = await world.post('/quotes', { token, body: { selection: at('cut') } })
    expect(after.body.total).to.equal(5000)
  })

  it('staff give a pass once for one request', async () => {
    const staff = await world.staff()
    const customer = (await world.get('/me', { token })).body.id
    const give = () =>
      world.post(`/console/customers/${customer}/entitlements`, {
        token: staff,
        key: 'give-once',
        body: { product: 'five' },
      })
    const answers = [await give(), await give()]
    expect(answers[1]?.body).to.deep.equal(answers[0]?.body)
    expect(await held()).to.have.length(1)
  })
})
