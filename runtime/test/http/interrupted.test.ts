import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { loadShop, type ResolvedShop } from '../../src/domain/index.ts'
import { openEmbeddedDatabase, type EmbeddedDatabase } from '../../src/embedded/index.ts'
import type { ShopContext } from '../../src/flow/context.ts'
import { beginPayment } from '../../src/flow/paying.ts'
import { rescheduleOrder } from '../../src/flow/rescheduling.ts'
import { contentHash, dataKeysFrom, openStore, type Store } from '../../src/index.ts'
import type { ShopStore } from '../../src/store/index.ts'
import { at, cut, openSalon, PASSWORD, salonDescription, type Salon } from './salon.ts'

function salonShop(): ResolvedShop {
  const loaded = loadShop(salonDescription(), contentHash(salonDescription()))
  if (!loaded.ok) throw new Error('The example is not a shop.')
  return loaded.value
}

describe('a booking that is interrupted', () => {
  const key = randomBytes(32).toString('base64')
  const shop = salonShop()
  let folder: string
  let database: EmbeddedDatabase
  let salon: Salon
  let store: Store
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kaidian-lost-'))
    database = await openEmbeddedDatabase({ folder })
    salon = await openSalon({
      mongodbUri: database.uri,
      env: { KAIDIAN_CONSOLE_PASSWORD: PASSWORD, KAIDIAN_DATA_KEY: key },
    })
    store = await openStore({ uri: database.uri, keys: dataKeysFrom(key) })
  })
  after(async () => {
    await store.close()
    await salon.close()
    await database.close()
    await rm(folder, { recursive: true, force: true })
  })

  const on = (shopStore: ShopStore): ShopContext => {
    const ctx: Partial<ShopContext> = {
      shop: () => shop,
      shopAt: () => Promise.resolve(shop),
      store: shopStore,
      clock: salon.clock,
      poke: () => {},
    }
    return ctx as ShopContext
  }

  it('keeps the new place and frees the old one when it was stored, but the answer got lost', async () => {
    const real = store.forShop(shop.id)
    let lost = false
    const losing: typeof real.orders = {
      ...real.orders,
      async change(...given) {
        const changed = await real.orders.change(...given)
        if (lost || changed?.reschedules !== 1) return changed
        lost = true
        throw new Error('The answer got lost.')
      },
    }
    const token = await salon.customer()
    const [from, to] = [at('2026-12-09', '12:00'), at('2026-12-09', '18:00')]
    const order = await salon.booked(token, cut({ start: from }))
    await salon.runtime.runJobs()
    const moving = rescheduleOrder(on({ ...real, orders: losing }), order.id, { start: to })
    expect(await moving.catch((error: Error) => error.message)).to.equal('The answer got lost.')

    expect((await salon.get(`/orders/${order.id}`, { token })).body.time).to.equal('18:00')
    const rival = await salon.customer()
    expect((await salon.hold(rival, cut({ start: to }))).status).to.equal(409)
    expect((await salon.hold(rival, cut({ start: from }))).status).to.equal(201)
  })
  it('frees the new place when the order was changed before and after it was taken', async () => {
    const real = store.forShop(shop.id)
    const noteSomething = (id: string) => real.orders.change(id, salon.clock.now(), () => ({}))
    const token = await salon.customer()
    const [from, to] = [at('2026-12-10', '12:00'), at('2026-12-10', '18:00')]
    const order = await salon.booked(token, cut({ start: from }))
    await salon.runtime.runJobs()
    const busy: ShopStore = {
      ...real,
      orders: {
        ...real.orders,
        async find(id) {
          const found = await real.orders.find(id)
          await noteSomething(id)
          return found
        },
      },
      claims: {
        ...real.claims,
        async take(...given) {
          const taken = await real.claims.take(...given)
          await noteSomething(order.id)
          return taken
        },
      },
    }
    const moving = rescheduleOrder(on(busy), order.id, { start: to })
    expect(await moving.catch(({ code }: { code: string }) => code)).to.equal('REQUEST_UNDER_WAY')

    const rival = await salon.customer()
    expect((await salon.hold(rival, cut({ start: to }))).status).to.equal(201)
    expect((await salon.hold(rival, cut({ start: from }))).status).to.equal(409)
  })
  it('cannot be paid when it is cancelled while its payment is made', async () => {
    const token = await salon.customer()
    const order = await salon.order(token, cut({ start: at('2026-12-11', '14:00') }))
    const real = store.forShop(shop.id)
    const stored = await real.orders.find(order.id)
    const customer = stored && (await real.customers.find(stored.customer))
    if (!customer) throw new Error('The order has no customer.')
    const closed: string[] = []
    const pay: Partial<ShopContext['pay']> = {
      async prepayH5() {
        const { status } = await salon.post(`/orders/${order.id}/cancellation`, { token, body: {} })
        expect(status).to.equal(200)
        return { h5Url: 'https://pay.example/' }
      },
      close: (outTradeNo) => {
        closed.push(outTradeNo)
        return Promise.resolve()
      },
    }
    const ctx = { ...on(real), pay: pay as ShopContext['pay'], publicUrl: () => 'https://shop.example' }
    const paying = beginPayment(ctx, customer, stored, { channel: 'h5' }, '127.0.0.1')
    expect(await paying.catch(({ code }: { code: string }) => code)).to.equal('ORDER_NOT_PENDING')
    expect(closed).to.have.length(1)
  })
})
