import { expect } from 'chai'
import type { Json } from '../http/client.ts'
import { smallShop } from '../runtime/small-shop.ts'
import { openWorld, type World } from './world.ts'

/** Four uses of EARLY in all and two for each customer; a code that nobody is shown; one without a limit. */
const shopOfCoupons = (): Json => {
  const shop = smallShop()
  const [early] = shop.fees
  return {
    ...shop,
    fees: [
      { ...early, listed: true, budget: { total: 4, perCustomer: 2 } },
      { ...early, id: 'friend', code: 'FRIEND' },
      { ...early, id: 'always', code: 'ALWAYS', listed: true, budget: undefined },
    ],
  }
}

describe('coupons that everybody is shown', () => {
  let world: World
  before(async () => {
    world = await openWorld({ shop: shopOfCoupons(), now: '2026-12-01T02:00:00Z' })
  })
  after(() => world.close())

  const left = async (token: string): Promise<Json[]> => (await world.get('/me/coupons', { token })).body.coupons
  const buy = (token: string) =>
    world.bought(
      token,
      { service: 'event', places: [{ offering: 'back' }] },
      { answers: { name: '林一' }, coupon: 'early' },
    )

  it('say how often they are left to the customer, who is the one to use and to get them back', async () => {
    const [mine, yours, theirs] = [await world.customer(), await world.customer(), await world.customer()]
    expect(await left(mine)).to.deep.equal([
      { id: 'early', left: 2 },
      { id: 'always', left: null },
    ])
    const first = await buy(mine)
    await buy(mine)
    expect((await left(mine))[0]).to.deep.equal({ id: 'early', left: 0 })
    expect((await left(yours))[0], 'another has two of their own').to.deep.equal({ id: 'early', left: 2 })
    await buy(yours)
    expect((await left(theirs))[0], 'no more than the campaign has').to.deep.equal({ id: 'early', left: 1 })
    await world.post(`/orders/${first.id}/cancellation`, { token: mine, body: {} })
    await world.settle()
    expect((await left(mine))[0]).to.deep.equal({ id: 'early', left: 1 })
  })

  it('are asked for by somebody', async () => expect((await world.get('/me/coupons')).status).to.equal(401))
})
