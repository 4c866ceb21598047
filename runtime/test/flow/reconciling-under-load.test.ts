import { expect } from 'chai'
import type { Json } from '../http/client.ts'
import { at } from '../http/salon.ts'
import { smallShop } from '../runtime/small-shop.ts'
import { randomOf } from '../runtime/crowds.ts'
import { openWorld, type World } from './world.ts'

const ANSWERS = { answers: { name: '林一' } }
const SEED = 20_261_201

describe('reconciling a shop that is running', function () {
  this.timeout(120_000)
  let world: World
  before(async () => {
    world = await openWorld({ shop: smallShop(), now: '2026-12-01T02:00:00Z' })
  })
  after(() => world.close())

  it('finds nothing while customers book, pay, move, leave and cancel', async () => {
    const random = randomOf(SEED)
    const below = (count: number) => Math.floor(random() * count)
    const time = () => at(`2026-12-0${3 + below(5)}`, `${10 + below(9)}:00`)
    const WISHES: readonly (() => Json)[] = [
      () => ({
        service: 'cut',
        offering: 'one',
        start: time(),
        resources: { stylist: `stylist-${1 + below(2)}`, chair: `chair-${1 + below(2)}` },
      }),
      () => ({ service: 'class', offering: 'lesson', session: `daily@2026-12-1${below(5)}T10:00`, people: 2 }),
      () => ({ service: 'event', places: [{ offering: 'front' }, { offering: 'back' }] }),
      () => ({ service: 'card', places: [{ offering: 'five' }] }),
    ]
    let busy = 6
    async function customer(): Promise<void> {
      const token = await world.customer()
      for (let deed = 0; deed < 4; deed += 1) {
        const wish = WISHES[below(WISHES.length)]?.() ?? {}
        const pass = (await world.get('/me/entitlements', { token })).body.entitlements[0]
        const made = await world.tryOrder(token, wish, {
          ...ANSWERS,
          ...(wish.service === 'event' && { coupon: 'EARLY' }),
          ...(wish.service === 'cut' && pass && { entitlements: [pass.id] }),
        })
        if (made.status !== 201) continue
        const { id, state } = made.body
        if (state === 'pending') await world.pay(token, id)
        if (wish.service === 'cut') await world.post(`/orders/${id}/reschedule`, { token, body: { start: time() } })
        if (wish.service === 'event') await world.post(`/orders/${id}/cancellation`, { token, body: { places: [0] } })
        if (random() < 0.5) await world.post(`/orders/${id}/cancellation`, { token, body: {} })
      }
    }
    const customers = Array.from({ length: busy }, () => customer().finally(() => (busy -= 1)))
    let looks = 0
    while (busy > 0) {
      // WeChat Pay is asked about every payment only now and then: that takes longer.
      const { found } = await world.runtime.reconcile(looks % 4 === 0 ? { payDays: 30 } : {})
      expect(found, `seed ${SEED}, look ${looks}`).to.deep.equal([])
      looks += 1
      world.clock.advance(2000)
      if (looks % 3 === 0) await world.runtime.runJobs()
    }
    await Promise.all(customers)
    expect(looks).to.be.greaterThan(5)
    await world.settle()
    expect(await world.faults()).to.deep.equal([])
    const orders: string[] = []
    for await (const { state } of world.records.orders.all()) orders.push(state)
    expect(orders.filter((state) => state === 'confirmed').length).to.be.greaterThan(2)
    expect(orders.filter((state) => state === 'cancelled').length).to.be.greaterThan(2)
  })
})
