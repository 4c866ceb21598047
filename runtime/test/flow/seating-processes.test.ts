import { expect } from 'chai'
import { seatsThatStand } from '../../src/domain/index.ts'
import { ACCEPTS } from '../http/salon.ts'
import type { Json } from '../http/client.ts'
import { openFleet, type Fleet } from '../runtime/processes.ts'
import { exams } from './exams.ts'

const SESSION = 'may@2027-05-15T09:00'
const NOW = '2027-05-01T02:00:00Z'

/** The exam in rooms of fifteen and twenty-five seats. */
const large = (): Json => {
  const shop = exams()
  shop.services[0].series[0].rooms = [
    { resource: 'a', seats: 15 },
    { resource: 'b', seats: 25 },
  ]
  return shop
}

describe('seats given by several processes, one of which is killed over it', function () {
  this.timeout(60_000)
  let fleet: Fleet
  before(async () => {
    fleet = await openFleet({ shops: [large()], now: NOW })
  })
  after(() => fleet.close())

  it('are never given twice, and everybody confirmed has one', async () => {
    const apis = await Promise.all([fleet.start(), fleet.start(), fleet.start()])
    const [first, second, doomed] = apis
    if (!first || !second || !doomed) throw new Error('A process is missing.')
    const book = async (n: number): Promise<string | undefined> => {
      const phone = String(15_100_000_000 + n)
      const api = [first, second, doomed][n % 3] ?? first
      const { body } = await first.post('/sign-in-codes', { body: { phone } })
      const { token } = (await first.post('/sessions', { body: { phone, code: body.simulatedCode } })).body
      const selection = { service: 'exam', offering: 'free', session: SESSION, people: 1 + (n % 3) }
      const hold = await api.post('/holds', { token, body: { selection } })
      if (hold.status !== 201) return undefined
      const answers = { name: '何苗', phone }
      const order = await api.post('/orders', { token, body: { hold: hold.body.id, answers, accepts: ACCEPTS } })
      return order.body.id
    }
    const flights = Array.from({ length: 18 }, (_, n) => book(n).catch(() => undefined))
    // Killed when the first is through: the others are anywhere.
    await Promise.any(flights)
    await doomed.kill()
    await Promise.all(flights)
    // The first round passes on what has happened; an order that was just touched is left to the next.
    for (const minute of ['40', '41']) {
      await fleet.setTime(`2027-05-01T02:${minute}:00Z`)
      await first.tell({ jobs: true })
    }

    const { orders, seats } = fleet.store.forShop('yukao')
    const named: string[] = []
    for await (const order of orders.all()) {
      if (order.state !== 'confirmed') continue
      expect(order.due).not.to.include('seats')
      const given = seatsThatStand(order)
      expect(given).to.have.length(order.selection.places.length)
      named.push(...given.map(({ room, number }) => `${room}${number} ${order.id}`))
    }
    expect(named.length).to.be.at.least(12)
    expect(new Set(named.map((one) => one.split(' ')[0])).size).to.equal(named.length)
    const taken = (await seats.takenIn('exam', SESSION)).map(({ room, number, order }) => `${room}${number} ${order}`)
    expect(taken).to.include.members(named)
  })
})
