import { expect } from 'chai'
import type { Json } from '../http/client.ts'
import { ACCEPTS } from '../http/salon.ts'
import { smallShop } from '../runtime/small-shop.ts'
import { openWorld, type World } from './world.ts'

/** The class has two seats and a line that offers for an hour; a free talk with two seats fills by itself. */
const crowded = (): Json => {
  const shop = smallShop()
  const lessons = shop.services.find((service: Json) => service.id === 'class')
  lessons.series[0].seats = 2
  lessons.policies = { waitlist: { mode: 'offer', offerMinutes: 60, max: 3 } }
  const { offerings: _priced, ...talk } = structuredClone(lessons)
  return {
    ...shop,
    services: [
      ...shop.services,
      {
        ...talk,
        id: 'talk',
        series: [{ ...talk.series[0], id: 'evening' }],
        offerings: [{ id: 'seat', title: { 'zh-CN': '座', en: 'Seat' }, price: 0, per: 'person', covers: 'session' }],
        policies: { payment: { kind: 'free' }, waitlist: { mode: 'auto' } },
      },
    ],
  }
}
const ANSWERS = { answers: { name: '林一' } }

describe('the waiting list', () => {
  let world: World
  before(async () => {
    world = await openWorld({ shop: crowded(), now: '2026-12-01T02:00:00Z' })
  })
  after(() => world.close())
  afterEach(async () => {
    await world.settle()
    expect(await world.faults()).to.deep.equal([])
  })

  const lesson = (day: number, people = 1): Json => ({
    service: 'class',
    offering: 'lesson',
    session: `daily@2026-12-1${day}T10:00`,
    people,
  })
  const join = (token: string, selection: Json, key?: string, more: Json = {}) =>
    world.post('/waitlist', { token, body: { selection, ...more }, ...(key !== undefined && { key }) })
  const entryOf = async (token: string): Promise<Json> => (await world.get('/waitlist', { token })).body.entries[0]
  const customers = (count: number) => Promise.all(Array.from({ length: count }, () => world.customer()))
  const cancel = (token: string, id: string) => world.post(`/orders/${id}/cancellation`, { token, body: {} })

  it('offers a place that falls free to the first, and to the next when the hour is over; then who came by themselves may', async () => {
    const [has = '', first = '', second = '', passer = ''] = await customers(4)
    const order = await world.bought(has, lesson(0, 2), ANSWERS)
    expect((await world.hold(passer, lesson(0))).body.error.code).to.equal('SOLD_OUT')
    const joined = await join(first, lesson(0), 'join-once')
    expect([joined.status, joined.body.state, joined.body.position]).to.deep.equal([201, 'waiting', 1])
    expect((await join(first, lesson(0), 'join-once')).body.id).to.equal(joined.body.id)
    expect((await join(first, lesson(0))).body.error.code).to.equal('ALREADY_WAITING')
    expect((await join(second, lesson(0, 2))).body).to.include({ state: 'waiting', position: 2 })

    await cancel(has, order.id)
    const offered = await entryOf(first)
    expect(offered).to.include({ state: 'offered', position: 0 })
    expect(Date.parse(offered.hold.expiresAt) - world.clock.now().getTime()).to.equal(60 * 60_000)
    // One of two seats is free, and somebody waits for two: whoever comes by themselves joins the line.
    expect((await world.hold(passer, lesson(0))).body.error.code).to.equal('WAITLIST_AHEAD')
    await world.wait(61)
    await world.settle()
    expect(await entryOf(first)).to.include({ state: 'lapsed' })
    const next = await entryOf(second)
    expect(next).to.include({ state: 'offered', people: 2 })
    const taken = await world.post('/orders', {
      token: second,
      body: { hold: next.hold.id, ...ANSWERS, accepts: ACCEPTS },
    })
    expect(taken.status).to.equal(201)
    await world.pay(second, taken.body.id)
    expect(await entryOf(second)).to.include({ state: 'booked', order: taken.body.id })
  })

  it('whoever leaves gives an offered place to the next, and a place in the line to those behind', async () => {
    const [has = '', first = '', second = '', third = ''] = await customers(4)
    const order = await world.bought(has, lesson(1, 2), ANSWERS)
    for (const token of [first, second, third]) await join(token, lesson(1, token === third ? 2 : 1))
    expect((await join(await world.customer(), lesson(1))).body.error.code).to.equal('WAITLIST_FULL')
    expect((await entryOf(third)).position).to.equal(3)
    await world.delete(`/waitlist/${(await entryOf(second)).id}`, { token: second })
    expect((await entryOf(third)).position).to.equal(2)
    await cancel(has, order.id)
    const offered = await entryOf(first)
    expect(offered.state).to.equal('offered')
    const stranger = await world.delete(`/waitlist/${offered.id}`, { token: third })
    expect(stranger.status, 'of somebody else').to.equal(404)
    expect((await world.delete(`/waitlist/${offered.id}`, { token: first })).status).to.equal(204)
    expect(await entryOf(third)).to.include({ state: 'offered' })
    await world.delete(`/waitlist/${(await entryOf(third)).id}`, { token: third })
    expect((await world.hold(await world.customer(), lesson(1, 2))).status, 'nobody waits any more').to.equal(201)
  })

  it('offers at once to whoever joins while there are places', async () => {
    const [token = ''] = await customers(1)
    const joined = await join(token, lesson(2))
    expect(joined.body).to.include({ state: 'offered' })
    expect(joined.body.hold.quote.total).to.equal(10_000)
  })

  it('books by itself where it is free, with the form that was filled in', async () => {
    const seat = (people: number): Json => ({
      service: 'talk',
      offering: 'seat',
      session: 'evening@2026-12-13T10:00',
      people,
    })
    const [has = '', first = ''] = await customers(2)
    const order = await world.order(has, seat(2), ANSWERS)
    expect(order.state).to.equal('confirmed')
    expect((await join(first, seat(1))).body.error.code).to.equal('CONSENT_MISSING')
    const bare = await join(first, seat(1), undefined, { accepts: ACCEPTS })
    expect(bare.body.error.code).to.equal('ANSWERS_INVALID')
    await join(first, seat(1), undefined, { ...ANSWERS, accepts: ACCEPTS })
    await cancel(has, order.id)
    await world.settle()
    const entry = await entryOf(first)
    expect(entry).to.include({ state: 'booked' })
    const booked = await world.look(first, entry.order)
    expect(booked).to.deep.include({ state: 'confirmed', answers: { name: '林一' } })
  })
})
