import { expect } from 'chai'
import { MongoClient, type Db, type Document } from 'mongodb'
import type { Json } from '../http/client.ts'
import { ACCEPTS } from '../http/salon.ts'
import { exams } from './exams.ts'
import { openWorld, type World } from './world.ts'

const SATURDAY = 'may@2027-05-15T09:00'
const SUNDAY = 'may@2027-05-16T09:00'
const ANSWERS = { answers: { name: '何苗', phone: '13800138000' } }

const told = ({ seats }: Json): string =>
  seats.map(({ place, room, number }: Json) => `${place}:${room.en}${number ?? ''}`).join(' ')

describe('seats of an order', function () {
  this.timeout(30_000)
  let world: World
  let client: MongoClient
  let db: Db
  let token: string
  const sit = (people = 1, more: Json = {}): Json => ({
    service: 'exam',
    offering: 'free',
    session: SATURDAY,
    people,
    ...more,
  })
  const booked = (people = 1, more: Json = {}) => world.order(token, sit(people, more), ANSWERS)
  const look = (order: Json) => world.look(token, order.id)
  beforeEach(async () => {
    world = await openWorld({ shop: exams(), now: '2027-05-01T02:00:00Z' })
    client = await MongoClient.connect(world.uri)
    db = client.db()
    token = await world.customer()
  })
  afterEach(async () => {
    const faults = await world.faults()
    await client.close()
    await world.close()
    expect(faults).to.deep.equal([])
  })

  it('are given when it is paid, and shown to customer, staff and at the door', async () => {
    const made = await world.order(token, sit(1, { offering: 'paid' }), ANSWERS)
    expect(made.seats).to.deep.equal([])
    await world.pay(token, made.id)
    const seats = [{ place: 0, room: { 'zh-CN': 'A', en: 'A' }, number: 1 }]
    const paid = await look(made)
    expect(paid.seats).to.deep.equal(seats)
    const staff = await world.staff()
    expect((await world.get(`/console/orders/${made.id}`, { token: staff })).body.seats).to.deep.equal(seats)
    const checkedIn = await world.post('/console/check-ins', { token: staff, body: { code: paid.checkInCode } })
    expect(checkedIn.body.seats).to.deep.equal(seats)
    const { body } = await world.get('/me/export', { token })
    expect(body.orders[0].seats).to.deep.equal(seats)
  })

  it('of one party are in one room, and those of the next fill the gaps', async () => {
    expect(told(await booked(2))).to.equal('0:A1 1:A2')
    expect(told(await booked(2))).to.equal('0:B1 1:B2')
    expect(told(await booked(1))).to.equal('0:A3')
    expect(told(await booked(2))).to.equal('0:B3 1:B4')
    expect((await world.tryOrder(token, sit(1), ANSWERS)).body.error.code).to.equal('SOLD_OUT')
  })

  it('have no number in a room without numbers', async () =>
    expect(told(await booked(2, { session: 'talk@2027-05-17T19:00' }))).to.equal('0:HALL 1:HALL'))

  it('wait for an approval', async () => {
    const made = await booked(2, { offering: 'judged' })
    expect([made.state, made.seats]).to.deep.equal(['awaiting_approval', []])
    expect(told(await booked())).to.equal('0:A1')
    const body = { decision: 'approve' }
    const approved = await world.post(`/console/orders/${made.id}/approval`, { token: await world.staff(), body })
    expect(told(approved.body)).to.equal('0:A2 1:A3')
  })

  it('are free again when it is cancelled', async () => {
    const first = await booked(2)
    const second = await booked()
    const cancelled = await world.post(`/orders/${first.id}/cancellation`, { token, body: {} })
    expect(cancelled.body.seats).to.deep.equal([])
    expect(told(await booked(2))).to.equal('0:A1 1:A2')
    expect(told(await look(second))).to.equal('0:A3')
  })

  it('of one who leaves are free again, the others keep theirs', async () => {
    const three = await booked(3)
    const left = await world.post(`/orders/${three.id}/cancellation`, { token, body: { places: [1] } })
    expect(left.status, JSON.stringify(left.body)).to.equal(200)
    expect(told(left.body)).to.equal('0:A1 2:A3')
    expect(told(await booked())).to.equal('0:A2')
    expect(told(await look(three))).to.equal('0:A1 2:A3')
  })

  it('stay with whoever takes it over', async () => {
    const made = await booked(2)
    const { code } = (await world.post(`/orders/${made.id}/transfer`, { token })).body
    const other = await world.customer()
    const taken = await world.post('/transfers', { token: other, body: { code, ...ANSWERS, accepts: ACCEPTS } })
    expect(told(taken.body)).to.equal('0:A1 1:A2')
  })

  it('are others when it moves, and the first are free', async () => {
    await booked(1, { session: SUNDAY })
    const made = await booked(2)
    const moved = await world.post(`/orders/${made.id}/reschedule`, { token, body: { session: SUNDAY } })
    expect(told(moved.body)).to.equal('0:A2 1:A3')
    expect(told(await booked(2))).to.equal('0:A1 1:A2')
    const back = await world.post(`/orders/${made.id}/reschedule`, { token, body: { session: SATURDAY } })
    expect(told(back.body)).to.equal('0:B1 1:B2')
  })

  it('are never given twice, whoever asks at once', async () => {
    const parties = [2, 1, 2, 1, 1]
    const orders = await Promise.all(parties.map((people) => booked(people)))
    await world.settle()
    const seats = await Promise.all(orders.map(async (order) => told(await look(order)).split(' ')))
    expect(seats.map(({ length }) => length)).to.deep.equal(parties)
    expect(new Set(seats.flat().map((seat) => seat.slice(2))).size).to.equal(7)
  })

  it('are given by a job where the process died over it, and what it had taken is free', async () => {
    const made = await booked(2)
    const next = await booked()
    // As if it had died after the first seat, and another after taking seats for an order that was never heard of again.
    const orders = db.collection<Document & { _id: string }>('orders')
    const seats = db.collection<Document & { _id: string }>('seats')
    await orders.updateOne({ _id: made.id }, { $set: { seats: [], due: ['seats'] } })
    const last = await seats.findOne({ order: made.id, number: 2 })
    await seats.deleteOne({ _id: last?._id ?? '' })
    for (const number of [1, 2, 3, 4])
      await seats.insertOne({
        ...last,
        _id: String(last?._id).replace('/a/2', `/b/${number}`),
        room: 'b',
        number,
        order: `ord_gone${number}`,
      })
    await world.settle()
    expect(told(await look(made))).to.equal('0:A1 1:A2')
    expect(told(await look(next))).to.equal('0:A3')
    // All of the second room is taken for nobody, and needed now.
    expect(told(await booked(4))).to.equal('0:B1 1:B2 2:B3 3:B4')
  })
})
