import { expect } from 'chai'
import type { Json } from '../http/client.ts'
import { exampleShop, openWorld, type World } from './world.ts'

const GUARDIAN = { name: '王芳', phone: '13812345678', relation: 'mother', photos: 'yes', terms: true }
const child = (name: string): Json => ({ name, birthDate: '2018-05-20', grade: 'grade-2', allergy: 'no' })
/** The course costs ¥2,980, early ¥300 less, the second child 10% of the price less: 2680.00 and 2382.00. */
const [FIRST, SECOND] = [268_000, 238_200]

describe('one child of two leaves the course', () => {
  let world: World
  before(async () => {
    world = await openWorld({ shop: exampleShop('coding-school'), now: '2027-02-01T02:00:00Z' })
  })
  after(() => world.close())
  beforeEach(() => world.clock.set(new Date('2027-02-01T02:00:00Z')))

  const course = (token: string, children: readonly string[], more: Json = {}): Promise<Json> =>
    world.bought(
      token,
      { service: 'enlightenment', offering: 'term', session: 'spring', people: children.length },
      { answers: GUARDIAN, participants: children.map(child), ...more },
    )
  const seats = async (pool: string): Promise<number> =>
    Math.max(0, ...Object.values((await world.records.pools.used([pool], world.clock.now())).get(pool) ?? {}))
  const cancel = (token: string, id: string, body: Json = {}, key?: string) =>
    world.post(`/orders/${id}/cancellation`, { token, body, ...(key !== undefined && { key }) })

  it('brings back 95% of what was paid for that child, frees one seat, and the other child stays; then the rest', async () => {
    const token = await world.customer()
    const order = await course(token, ['小明', '小红'])
    expect(order.quote.total).to.equal(FIRST + SECOND)
    expect(await seats('seats/enlightenment/spring')).to.equal(2)

    const preview = await world.get(`/orders/${order.id}/cancellation?places=1`, { token })
    expect(preview.body).to.include({ allowed: true, paid: SECOND, refund: 226_290 })
    const left = await cancel(token, order.id, { places: [1], expectedRefund: 226_290 }, `leave-${order.id}`)
    expect(left.body).to.deep.include({ state: 'confirmed', withdrawn: [1] })
    expect(left.body.money).to.include({ captured: FIRST + SECOND, refunded: 226_290 })
    expect(await seats('seats/enlightenment/spring')).to.equal(1)
    // Repeated, it leaves once.
    const again = await cancel(token, order.id, { places: [1], expectedRefund: 226_290 }, `leave-${order.id}`)
    expect(again.body).to.deep.equal(left.body)
    const twice = await cancel(token, order.id, { places: [1] })
    expect([twice.status, twice.body.error.code, twice.body.error.field]).to.deep.equal([
      400,
      'INPUT_INVALID',
      'places',
    ])
    await world.settle()
    expect(await world.faults()).to.deep.equal([])

    expect((await world.get(`/orders/${order.id}/cancellation`, { token })).body).to.include({
      paid: FIRST,
      refund: 254_600,
    })
    const gone = await cancel(token, order.id)
    expect(gone.body).to.include({ state: 'cancelled' })
    await world.settle()
    const ended = await world.look(token, order.id)
    expect(ended.money).to.include({ captured: 506_200, refunded: 226_290 + 254_600 })
    expect(await seats('seats/enlightenment/spring')).to.equal(0)
    expect(await world.faults()).to.deep.equal([])
  })

  it('of a deposit gives its share back, and the balance is that of the child who stays', async () => {
    const token = await world.customer()
    const order = await course(token, ['小刚', '小丽'], { plan: 'deposit' })
    expect(order.money).to.include({ captured: 50_000 })
    const { body } = await cancel(token, order.id, { places: [1] })
    await world.settle()
    // The deposit is shared as the price is: ¥500 × 2382 / 5062 = ¥235.28, of which 95% are ¥223.52.
    expect(body.money).to.include({ captured: 50_000, refunded: 22_352 })
    const now = await world.look(token, order.id)
    expect(now.nextPayment).to.include({ amount: FIRST - (50_000 - 23_528), where: 'app' })
    await world.pay(token, order.id)
    expect((await world.look(token, order.id)).nextPayment).to.equal(null)
    expect((await world.look(token, order.id)).money.captured).to.equal(50_000 + FIRST - 26_472)
    expect(await world.faults()).to.deep.equal([])
  })

  it('lets that child have the trial that is given once to each', async () => {
    const token = await world.customer()
    const trial = { service: 'trial', offering: 'once', session: 'sunday@2027-02-21T14:00' }
    const order = await world.bought(
      token,
      { ...trial, people: 2 },
      { answers: GUARDIAN, participants: [child('阿一'), child('阿二')] },
    )
    const other = { ...trial, session: 'sunday@2027-02-28T14:00', people: 1 }
    const before = await world.tryOrder(token, other, { answers: GUARDIAN, participants: [child('阿二')] })
    expect(before.body.error.code).to.equal('LIMIT_REACHED')
    await cancel(token, order.id, { places: [1] })
    await world.settle()
    const again = await world.tryOrder(token, other, { answers: GUARDIAN, participants: [child('阿二')] })
    expect(again.status, JSON.stringify(again.body)).to.equal(201)
    const stays = await world.tryOrder(token, other, { answers: GUARDIAN, participants: [child('阿一')] })
    expect(stays.body.error.code).to.equal('LIMIT_REACHED')
    expect(await seats('seats/trial/sunday@2027-02-21T14:00')).to.equal(1)
    expect(await world.faults()).to.deep.equal([])
  })
})
