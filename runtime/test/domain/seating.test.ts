import { expect } from 'chai'
import fc from 'fast-check'
import { chooseSeats, placesToSeat, type Seat, seatsThatStand } from '../../src/domain/index.ts'

const rooms = [
  { resource: 'a', seats: 3, numbered: true },
  { resource: 'b', seats: 4, numbered: true },
]
const named = (seats: readonly Seat[] | null) => seats?.map(({ room, number }) => `${room}${number}`).join(' ') ?? null
const chosen = (taken: string, people: number) =>
  named(chooseSeats(rooms, (seat) => taken.split(' ').includes(named([seat]) ?? ''), people))

describe('seats', () => {
  for (const [what, taken, people, seats] of [
    ['begin with the first room and the lowest number', '', 1, 'a1'],
    ['fill the gaps', 'a1 a3', 1, 'a2'],
    ['go on in the next room', 'a1 a2 a3', 1, 'b1'],
    ['of one party lie side by side', 'a1', 2, 'a2 a3'],
    ['of one party are in the first room that has enough', 'a1 a2', 2, 'b1 b2'],
    ['of one party need not be neighbours', 'a2', 2, 'a1 a3'],
    ['of a party that fits into no room fill them in their order', 'a1', 5, 'a2 a3 b1 b2 b3'],
    ['are all given', '', 7, 'a1 a2 a3 b1 b2 b3 b4'],
    ['are none where there are too few', 'a1', 7, null],
  ] as const)
    it(what, () => expect(chosen(taken, people)).to.equal(seats))

  it('are as many as people, all different and free, and in one room where one has enough', () => {
    const anyRooms = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(
        anyRooms,
        fc.infiniteStream(fc.boolean()),
        fc.integer({ min: 1, max: 12 }),
        (sizes, coins, people) => {
          const some = sizes.map((seats, index) => ({ resource: `r${index}`, seats, numbered: true }))
          const free = new Map<string, number>()
          const taken = new Set<string>()
          for (const { resource, seats } of some)
            for (let number = 1; number <= seats; number++)
              if (coins.next().value) taken.add(`${resource}${number}`)
              else free.set(resource, (free.get(resource) ?? 0) + 1)
          const found = chooseSeats(some, ({ room, number }) => taken.has(`${room}${number}`), people)
          const left = [...free.values()].reduce((sum, one) => sum + one, 0)
          expect(found === null).to.equal(left < people)
          if (!found) return
          const keys = found.map(({ room, number }) => `${room}${number}`)
          expect(new Set(keys).size).to.equal(people)
          expect(keys.filter((key) => taken.has(key))).to.deep.equal([])
          if ([...free.values()].some((one) => one >= people))
            expect(new Set(found.map(({ room }) => room)).size).to.equal(1)
        },
      ),
    )
  })
})

describe('seats of an order', () => {
  const seat = (place: number, session = 'may@2027-05-15T09:00') => ({
    place,
    session,
    room: 'a',
    number: place + 1,
    numbered: true,
  })
  const order = {
    state: 'confirmed' as const,
    selection: {
      session: 'may@2027-05-15T09:00',
      places: [0, 1, 2].map(() => ({ offering: 'b1', addOns: {} })),
    },
    seats: [seat(1), seat(0)],
    withdrawals: [],
  }
  const places = (changed: object) => seatsThatStand({ ...order, ...changed }).map(({ place }) => place)

  it('are told in the order of the places', () => expect(places({})).to.deep.equal([0, 1]))
  it('are given to those who have none', () => expect(placesToSeat(order)).to.deep.equal([2]))
  it('are given up by those who go', () => {
    const withdrawals = [{ places: [1, 2] }]
    expect(places({ withdrawals })).to.deep.equal([0])
    expect(placesToSeat({ ...order, withdrawals })).to.deep.equal([])
  })
  it('are not those of another occurrence', () => {
    const moved = { ...order, seats: [seat(0, 'may@2027-05-14T09:00')] }
    expect(seatsThatStand(moved)).to.deep.equal([])
    expect(placesToSeat(moved)).to.deep.equal([0, 1, 2])
  })
  for (const state of ['pending', 'awaiting_approval', 'cancelled', 'expired'] as const)
    it(`are none while it is ${state}`, () => {
      expect(places({ state })).to.deep.equal([])
      expect(placesToSeat({ ...order, state })).to.deep.equal([])
    })
})
