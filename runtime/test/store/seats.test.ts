import { expect } from 'chai'
import type { Seats, TakenSeat } from '../../src/store/index.ts'
import { openTestStore, type TestStore } from './test-store.ts'

const SESSION = 'may@2027-05-15T09:00'

describe('seats that are taken', () => {
  let test: TestStore
  let seats: Seats
  let shops = 0
  before(async () => {
    test = await openTestStore()
  })
  beforeEach(() => {
    seats = test.store.forShop(`seats-${(shops += 1)}`).seats
  })
  after(() => test.close())

  const seat = (order: string, number = 1, revision = 1, place = 0): TakenSeat => ({
    service: 'exam',
    session: SESSION,
    room: 'a',
    number,
    order,
    place,
    revision,
  })
  const taken = async () =>
    (await seats.takenIn('exam', SESSION))
      .toSorted((a, b) => a.number - b.number)
      .map(({ number, order, revision }) => [number, order, revision])

  it('are taken by one of thirty who ask at once', async () => {
    const got = await Promise.all(Array.from({ length: 30 }, (_, index) => seats.take(seat(`ord_${index}`))))
    expect(got.filter(Boolean)).to.have.length(1)
    expect(await taken()).to.have.length(1)
  })

  it('are the same in another room, session or shop only by name', async () => {
    expect(await seats.take(seat('ord_1'))).to.equal(true)
    expect(await seats.take({ ...seat('ord_2'), room: 'b' })).to.equal(true)
    expect(await seats.take({ ...seat('ord_2'), session: 'may@2027-05-16T09:00' })).to.equal(true)
    expect(await test.store.forShop('seats-of-others').seats.take(seat('ord_2'))).to.equal(true)
    expect(await seats.take(seat('ord_2'))).to.equal(false)
  })

  it('are taken on by a later revision of the order, not by an earlier one', async () => {
    expect(await seats.take(seat('ord_1', 1, 5))).to.equal(true)
    expect(await seats.take(seat('ord_1', 1, 4))).to.equal(false)
    expect(await seats.take(seat('ord_1', 1, 7))).to.equal(true)
    expect(await taken()).to.deep.equal([[1, 'ord_1', 7]])
  })

  it('are let go up to a revision, but for those that are kept', async () => {
    for (const [number, revision] of [
      [1, 2],
      [2, 2],
      [3, 4],
    ] as const)
      await seats.take(seat('ord_1', number, revision))
    await seats.take(seat('ord_2', 4))
    await seats.release('ord_1', 3, [{ session: SESSION, room: 'a', number: 2 }])
    expect(await taken()).to.deep.equal([
      [2, 'ord_1', 2],
      [3, 'ord_1', 4],
      [4, 'ord_2', 1],
    ])
  })

  it('are dropped only as they were read', async () => {
    const read = seat('ord_1')
    await seats.take(read)
    await seats.take({ ...read, revision: 2 })
    await seats.drop(read)
    expect(await taken()).to.deep.equal([[1, 'ord_1', 2]])
    await seats.drop({ ...read, revision: 2 })
    expect(await taken()).to.deep.equal([])
  })

  it('are all told', async () => {
    await seats.take(seat('ord_1', 1))
    await seats.take(seat('ord_1', 2, 1, 1))
    const all: TakenSeat[] = []
    for await (const one of seats.all()) all.push(one)
    expect(all).to.have.deep.members([seat('ord_1', 1), seat('ord_1', 2, 1, 1)])
  })
})
