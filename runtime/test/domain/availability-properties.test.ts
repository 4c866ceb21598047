import { expect } from 'chai'
import fc from 'fast-check'
import {
  addDays,
  assign,
  type Assignment,
  availability,
  type Claim,
  claimsOf,
  type DayAvailability,
  instantToWall,
  moved,
  Refusal,
  type ResolvedShop,
  type Selection,
  type Start,
  wallToInstant,
} from '../../src/domain/index.ts'
import { lasting } from './asking.ts'
import { canBeHad, overfull, postsOf } from './naive.ts'
import { CHANGES, claimsAround, randomClaims, randomShop, randomWish } from './random-shops.ts'
import { salon, unchecked } from './shops.ts'

const HOUR = 3_600_000

/** What an act gives, or the refusal it ends in. */
function outcome<T>(act: () => T): T | Refusal {
  try {
    return act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

interface Asked {
  readonly shop: ResolvedShop
  readonly day: string
  readonly wish: Selection
  readonly claims: readonly Claim[]
  readonly now: Date
}

const asked: fc.Arbitrary<Asked> = fc
  .record({ made: randomShop, wish: randomWish, raw: randomClaims, hour: fc.integer({ min: -30, max: 20 }) })
  .map(({ made: { shop, day }, wish, raw, hour }) => {
    const now = new Date(wallToInstant(day, '00:00', shop.zone).getTime() + hour * HOUR)
    return { shop, day, wish, now, claims: claimsAround(shop, day, raw, now) }
  })

/** Every wall time of the grid of two days that there is, with what the list says of it. */
function* grid({ shop, day }: Asked, days: readonly DayAvailability[]) {
  const step = shop.services.get('s0')?.policies.booking.step ?? 30
  for (const [index, found] of days.entries())
    for (let minute = 0; minute < 1440; minute += step) {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      const instant = wallToInstant(addDays(day, index), time, shop.zone)
      const wall = instantToWall(instant, shop.zone)
      if (wall.time !== time || wall.day !== addDays(day, index)) continue
      yield {
        instant,
        time,
        offered: found.starts.find(({ start }) => start === instant.toISOString()),
        told: found.whyNot?.find((one) => one.time === time)?.reason,
      }
    }
}

function list({ shop, day, wish, claims, now }: Asked) {
  return outcome(() => availability(shop, { ...wish, from: day, days: 2, explain: true }, claims, now))
}

/** That whoever and whatever is listed at a start can be asked for, and nobody and nothing else. */
function everyChoice({ shop, wish, claims, now }: Asked, start: string, offered: Start): void {
  const service = shop.services.get(wish.service)
  const can = (change: Partial<Selection>): boolean =>
    !(outcome(() => assign(shop, { ...wish, ...change, start }, claims, now)) instanceof Refusal)
  for (const { id } of service?.offerings ?? [])
    if (wish.offering === undefined) expect(can({ offering: id }), id).to.equal(offered.offerings.includes(id))
  for (const { role, choice, resources } of service?.requirements ?? [])
    if (wish.resources === undefined && choice === 'customer')
      for (const id of resources)
        expect(can({ resources: { [role]: id } }), `${role} ${id}`).to.equal(offered.resources[role]?.includes(id))
}

describe('the list of starts and the claim', function () {
  this.timeout(60_000)

  it('agree on every start of the grid, and on why not', () => {
    fc.assert(
      fc.property(asked, (one) => {
        const { shop, wish, claims, now } = one
        const days = list(one)
        const first = { ...wish, start: wallToInstant(one.day, '12:00', shop.zone).toISOString() }
        if (days instanceof Refusal) {
          const booked = outcome(() => assign(shop, first, claims, now))
          expect(booked).to.include({ code: days.code, field: days.field })
          return
        }
        for (const { instant, time, offered, told } of grid(one, days)) {
          const start = instant.toISOString()
          const booked = outcome(() => assign(shop, { ...wish, start }, claims, now))
          expect(!(booked instanceof Refusal), `${start} ${time}`).to.equal(offered !== undefined)
          if (booked instanceof Refusal) {
            // What lies outside the hours of the shop is not told.
            if (told) expect(booked.reason, time).to.equal(told)
          } else if (offered) {
            expect(offered.offerings).to.include(booked.offering)
            for (const [post, id] of Object.entries(booked.resources))
              expect(offered.resources[post.split(':')[0] ?? '']).to.include(id)
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  it('agree on whom and what one may ask for at each start', () => {
    fc.assert(
      fc.property(asked, fc.nat({ max: 50 }), (one, pick) => {
        const days = list(one)
        if (days instanceof Refusal) return
        const starts = days.flatMap((day) => day.starts)
        const offered = starts[pick % Math.max(1, starts.length)]
        if (offered) everyChoice(one, offered.start, offered)
      }),
      { numRuns: 300 },
    )
  })

  it('mean what a count of every minute says', () => {
    fc.assert(
      fc.property(asked, (one) => {
        const wish = { ...one.wish }
        delete wish.then
        const days = list({ ...one, wish })
        const service = one.shop.services.get(wish.service)
        if (days instanceof Refusal || !service) return
        const { notice } = service.policies.booking
        // Of a pool one member fills one post, even where the posts are not needed at one time; a count allows more.
        const isExact =
          new Set(service.requirements.map(({ part }) => JSON.stringify(part))).size === 1 ||
          [...one.shop.resources.values()].every(({ capacity }) => capacity === 1)
        for (const { instant, time, offered } of grid(one, days)) {
          if (instant.getTime() < one.now.getTime() + notice * 60_000) continue
          const can = canBeHad(one.shop, wish, one.claims, one.now, instant.getTime() / 60_000)
          if (isExact || offered) expect(can, time).to.equal(offered !== undefined)
        }
      }),
      { numRuns: 120 },
    )
  })

  it('never let a resource hold more than it can, whoever books, moves and cancels', () => {
    const step = fc.record({
      wish: randomWish,
      pick: fc.nat({ max: 1000 }),
      then: fc.constantFrom('book', 'book', 'book', 'cancel', 'move'),
    })
    fc.assert(
      fc.property(randomShop, fc.array(step, { minLength: 5, maxLength: 25 }), ({ shop, day }, steps) => {
        const now = new Date(wallToInstant(day, '00:00', shop.zone).getTime() - 3 * HOUR)
        const held: { booked: Assignment; claims: readonly Claim[] }[] = []
        const all = (): Claim[] => held.flatMap(({ claims }) => claims)
        for (const { wish, pick, then } of steps) {
          const known = held.length > 0 ? held.splice(pick % held.length, 1) : []
          if (then !== 'cancel' || !known[0]) held.push(...known)
          if (then === 'cancel') continue
          const from = then === 'move' ? known[0] : undefined
          const others = from ? all().filter((claim) => !from.claims.includes(claim)) : all()
          const selection = from ? moved(shop, from.booked, {}) : wish
          const days = outcome(() => availability(shop, { ...selection, from: day, days: 2 }, others, now))
          const starts = days instanceof Refusal ? [] : days.flatMap((one) => one.starts)
          const start = starts[pick % Math.max(1, starts.length)]?.start
          if (start === undefined) continue
          const booked = assign(shop, from ? moved(shop, from.booked, { start }) : { ...wish, start }, others, now)
          if (from) held.splice(held.indexOf(from), 1)
          held.push({ booked, claims: lasting(claimsOf(shop, booked)) })
          expect(overfull(shop, all(), now)).to.equal(null)
          for (const [post, id] of postsOf(booked)) expect(shop.resources.has(id), post).to.equal(true)
        }
      }),
      { numRuns: 80 },
    )
  })
})

describe('a start by the clock on the wall', () => {
  const shops = new Map(
    CHANGES.map(([zone]) => [
      zone,
      unchecked(
        salon((one) => {
          one.zone = zone
          one.hours = {
            weekly: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '04:00', to: '23:00' }],
          }
          for (const resource of one.resources ?? []) if (resource.id !== 'stylist-2') delete resource.schedule
          one.policies.booking = { notice: 0, horizon: 20, step: 30 }
        }),
      ),
    ]),
  )

  it('means the same on a day that changes the offset as a week later', () => {
    for (const [zone, day] of CHANGES) {
      const shop = shops.get(zone)
      if (!shop) throw new Error('no shop')
      const now = new Date(wallToInstant(day, '00:00', zone).getTime() - 24 * HOUR)
      const on = (from: string) => {
        const [found] = availability(shop, { service: 'cut', from, days: 1 }, [], now)
        return found?.starts.map(({ time, resources, offerings }) => ({ time, resources, offerings }))
      }
      expect(on(day), `${zone} ${day}`).to.deep.equal(on(addDays(day, 7)))
      expect(on(day), `${zone} ${day}`).not.to.deep.equal([])
    }
  })

  it('is the instant that the wall shows', () => {
    fc.assert(
      fc.property(randomShop, ({ shop, day }) => {
        const now = new Date(wallToInstant(day, '00:00', shop.zone).getTime() - 24 * HOUR)
        const request = { service: 's0', from: addDays(day, -1), days: 4 }
        for (const found of availability(shop, request, [], now))
          for (const { start, time } of found.starts)
            expect(instantToWall(new Date(start), shop.zone)).to.include({ day: found.day, time })
      }),
      { numRuns: 60 },
    )
  })

  it('has none on a day that a zone leaves out', () => {
    const shop = shops.get('Pacific/Apia')
    if (!shop) throw new Error('no shop')
    const now = wallToInstant('2011-12-29', '00:00', 'Pacific/Apia')
    const days = availability(shop, { service: 'cut', from: '2011-12-29', days: 3 }, [], now)
    expect(days.map(({ day, starts }) => [day, starts.length > 0])).to.deep.equal([
      ['2011-12-29', true],
      ['2011-12-30', false],
      ['2011-12-31', true],
    ])
  })

  it('may go on past a day that a zone leaves out', () => {
    const zone = 'Pacific/Apia'
    const shop = unchecked(
      salon((one) => {
        one.zone = zone
        one.hours = { weekly: [{ days: ['thu', 'sat'], from: '00:00', to: '24:00' }] }
        for (const resource of one.resources ?? []) delete resource.schedule
        one.policies.booking = { notice: 0, horizon: 20, step: 30 }
      }),
    )
    const now = wallToInstant('2011-12-29', '00:00', zone)
    const [found] = availability(shop, { service: 'cut', from: '2011-12-29', days: 3 }, [], now)
    const last = found?.starts.at(-1)
    expect(last?.time).to.equal('23:30')
    const booked = assign(shop, { service: 'cut', start: last?.start ?? '' }, [], now)
    expect(instantToWall(new Date(booked.end ?? ''), zone)).to.include({ day: '2011-12-31', time: '00:30' })
  })
})
