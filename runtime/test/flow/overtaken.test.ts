import { expect } from 'chai'
import { loadShop } from '../../src/domain/index.ts'
import { cancelOrder } from '../../src/flow/cancelling.ts'
import type { ShopContext } from '../../src/flow/context.ts'
import { contentHash } from '../../src/index.ts'
import type { ShopStore } from '../../src/store/index.ts'
import { smallShop } from '../runtime/small-shop.ts'
import { openWorld, type World } from './world.ts'

describe('a step that another one overtakes', () => {
  let world: World
  before(async () => {
    world = await openWorld({ shop: smallShop(), now: '2026-12-01T02:00:00Z' })
  })
  after(() => world.close())

  /** A context in which a job notes something on the order just before its next change. */
  function overtaken(id: string): ShopContext {
    const loaded = loadShop(smallShop(), contentHash(smallShop()))
    if (!loaded.ok) throw new Error('The shop is not valid.')
    const { records, clock } = world
    let isFirst = true
    const orders: ShopStore['orders'] = {
      ...records.orders,
      async change(...given) {
        if (isFirst) {
          isFirst = false
          await records.orders.change(id, clock.now(), () => ({ set: { remindedAt: clock.now() } }))
        }
        return records.orders.change(...given)
      },
    }
    const ctx: Partial<ShopContext> = {
      shop: () => loaded.value,
      shopAt: () => Promise.resolve(loaded.value),
      store: { ...records, orders },
      clock,
      poke: () => {},
    }
    return ctx as ShopContext
  }

  it('a cancellation is not lost when a job has noted something on the order meanwhile', async () => {
    const token = await world.customer()
    const order = await world.bought(
      token,
      { service: 'event', places: [{ offering: 'front' }, { offering: 'back' }] },
      { answers: { name: '林一' } },
    )
    await world.settle()
    const partly = await cancelOrder(overtaken(order.id), order.id, { by: 'customer', places: [0] })
    expect(partly.withdrawals.map(({ places }) => places)).to.deep.equal([[0]])
    const { state } = await cancelOrder(overtaken(order.id), order.id, { by: 'customer' })
    expect(state).to.equal('cancelled')
    await world.settle()
    expect((await world.look(token, order.id)).money).to.include({ captured: 28_000, refunded: 28_000 })
    expect(await world.faults()).to.deep.equal([])
  })

  it('of two of the staff who decide at once, one is told that it is decided', async () => {
    const shop = smallShop()
    const [cut] = shop.services
    cut.policies.booking.approval = 'afterPayment'
    const other = await openWorld({ shop, now: '2026-12-01T02:00:00Z' })
    try {
      const token = await other.customer()
      const order = await other.bought(
        token,
        {
          service: 'cut',
          offering: 'one',
          start: '2026-12-03T02:00:00Z',
          resources: { stylist: 'stylist-1', chair: 'chair-1' },
        },
        { answers: { name: '林一' } },
      )
      expect(order.state).to.equal('awaiting_approval')
      const staff = await other.staff()
      const decide = (decision: string) =>
        other.post(`/console/orders/${order.id}/approval`, { token: staff, body: { decision } })
      const answers = await Promise.all([decide('approve'), decide('reject')])
      expect(answers.map(({ status }) => status)).to.have.members([200, 409])
      await other.settle()
      expect(await other.faults()).to.deep.equal([])
    } finally {
      await other.close()
    }
  })
})
