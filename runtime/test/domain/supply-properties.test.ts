import { expect } from 'chai'
import fc from 'fast-check'
import type { Shop } from '@kaidian/schemas'
import {
  assign,
  type Assignment,
  type Draw,
  Refusal,
  type ResolvedShop,
  type Selection,
  sessionsOf,
  supplyOf,
  ticketPools,
  ticketsOf,
  type Used,
} from '../../src/domain/index.ts'
import { zonedDay } from './random-shops.ts'
import { example, unchecked } from './shops.ts'

/** Counters as the store keeps them: all draws of an order or none. */
class Counters {
  readonly #used = new Map<string, number>()
  readonly used: Used = (pool, counter) => this.#used.get(`${pool} ${counter}`) ?? 0

  take(draws: readonly Draw[]): boolean {
    if (draws.some(({ pool, counter, units, limit }) => this.used(pool, counter) + units > limit)) return false
    for (const { pool, counter, units } of draws) this.#used.set(`${pool} ${counter}`, this.used(pool, counter) + units)
    return true
  }

  give(draws: readonly Draw[]): void {
    for (const { pool, counter, units } of draws) this.#used.set(`${pool} ${counter}`, this.used(pool, counter) - units)
  }
}

/** Orders that come and go; after each, `check` is told which are there. */
function play(
  shop: ResolvedShop,
  orders: readonly { readonly selection: Selection; readonly leaves: number | null }[],
  now: Date,
  check: (held: readonly Assignment[], used: Used, next: { asked: Assignment; isTaken: boolean }) => void,
): void {
  const counters = new Counters()
  const held: Assignment[] = []
  for (const { selection, leaves } of orders) {
    const [gone] = leaves === null ? [] : held.splice(leaves % Math.max(1, held.length), 1)
    if (gone) counters.give(supplyOf(shop, gone))
    const asked = assign(shop, selection, [], now)
    const before = [...held]
    const isTaken = counters.take(supplyOf(shop, asked))
    if (isTaken) held.push(asked)
    check(isTaken ? held : before, counters.used, { asked, isTaken })
  }
}

const leaves = fc.option(fc.nat({ max: 50 }), { nil: null, freq: 2 })

describe('random registrations', function () {
  this.timeout(60_000)
  const QUOTAS = ['a', 'b', 'c'] as const
  const shop = fc
    .record({
      totals: fc.tuple(...QUOTAS.map(() => fc.integer({ min: 1, max: 12 }))),
      tickets: fc.array(fc.subarray([...QUOTAS]), { minLength: 2, maxLength: 4 }),
    })
    .map(({ totals, tickets }) => ({
      tickets,
      totals: new Map(QUOTAS.map((id, at) => [id as string, totals[at] ?? 1])),
      shop: unchecked(
        example('city-run', (one) => {
          const [run] = one.services
          if (!run) throw new Error('no run')
          run.quotas = QUOTAS.map((id, at) => ({ id, total: totals[at] ?? 1 }))
          run.offerings = tickets.map((quotas, at) => ({ id: `t${at}`, title: 'T', price: 1, quotas }))
          run.addOns = []
        }),
      ),
    }))
  const order = fc.record({ places: fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 5 }), leaves })
  const now = new Date('2026-12-01T02:00:00Z')

  it('never pass a quota, and are refused only where one would be passed', () => {
    fc.assert(
      fc.property(shop, fc.array(order, { maxLength: 30 }), ({ shop: of, tickets, totals }, orders) => {
        const selections = orders.map(({ places, ...rest }) => ({
          ...rest,
          selection: { service: 'run', places: places.map((ticket) => ({ offering: `t${ticket % tickets.length}` })) },
        }))
        const countOf = (booked: readonly Assignment[], quota: string): number =>
          booked
            .flatMap(({ places }) => places)
            .filter(({ offering }) => tickets[Number(offering.slice(1))]?.includes(quota as never)).length
        play(of, selections, now, (held, used, { asked, isTaken }) => {
          for (const [quota, total] of totals) expect(countOf(held, quota), quota).to.be.at.most(total)
          const wouldFit = [...totals].every(([quota, total]) => countOf([...held, asked], quota) <= total)
          if (!isTaken) expect(wouldFit).to.equal(false)
          const lefts = ticketsOf(
            of,
            'run',
            (pool, counter) => (ticketPools(of, 'run').includes(pool) ? used(pool, counter) : 0),
            now,
          )
          for (const [at, { left, reason }] of lefts.entries()) {
            const own = (tickets[at] ?? []).map((quota) => (totals.get(quota) ?? 0) - countOf(held, quota))
            expect(left).to.equal(own.length > 0 ? Math.min(...own) : null)
            expect(reason).to.equal(left === 0 ? 'taken' : null)
          }
        })
      }),
      { numRuns: 100 },
    )
  })
})

describe('random courses and lessons', function () {
  this.timeout(60_000)
  const made = fc.record({
    at: zonedDay,
    count: fc.integer({ min: 2, max: 6 }),
    seats: fc.integer({ min: 1, max: 8 }),
    time: fc.constantFrom('00:30', '02:15', '10:00', '23:45'),
    rrule: fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY'),
    isWhole: fc.boolean(),
  })
  const order = fc.record({
    lesson: fc.option(fc.nat({ max: 9 }), { nil: null }),
    people: fc.integer({ min: 1, max: 3 }),
    leaves,
  })

  const shopOf = ({
    at,
    count,
    seats,
    time,
    rrule,
    isWhole,
  }: typeof made extends fc.Arbitrary<infer T> ? T : never): Shop =>
    example('coding-school', (one) => {
      one.zone = at.zone
      const [course] = one.services
      if (!course) throw new Error('no course')
      course.offerings = [{ id: 'lesson', title: 'L', price: 1 }]
      if (isWhole) course.offerings.push({ id: 'term', title: 'T', price: 1, covers: 'series' })
      course.series = [{ id: 'c', day: at.day, time, rrule: `${rrule};COUNT=${count}`, seats, lateJoin: true }]
    })

  it('never pass the seats, and are refused only where they would be passed', () => {
    fc.assert(
      fc.property(
        made,
        fc.array(order, { maxLength: 25 }),
        fc.integer({ min: -40, max: 30 }),
        (given, orders, hours) => {
          const shop = unchecked(shopOf(given))
          const walls = shop.services.get('enlightenment')?.series.get('c')?.starts ?? []
          const now = new Date(Date.parse(`${given.at.day}T00:00:00Z`) + hours * 3_600_000)
          const range = { from: given.at.day, days: 60 }
          const selections = orders.flatMap(({ lesson, people, ...rest }) => {
            const session = lesson === null && given.isWhole ? 'c' : `c@${walls[(lesson ?? 0) % walls.length]}`
            const selection = { service: 'enlightenment', session, people }
            const view = sessionsOf(shop, 'enlightenment', range, () => 0, now).find(({ id }) => id === session)
            try {
              assign(shop, selection, [], now)
            } catch (error) {
              if (!(error instanceof Refusal)) throw error
              expect(view?.reason).to.equal(error.reason)
              return []
            }
            expect(view?.reason).to.equal(null)
            return [{ selection, ...rest }]
          })
          play(shop, selections, now, (held, used, { asked, isTaken }) => {
            const countOf = (booked: readonly Assignment[], start: string): number =>
              booked
                .filter(({ sessions }) => sessions?.includes(start))
                .reduce((sum, { places }) => sum + places.length, 0)
            const starts = new Set([...held, asked].flatMap(({ sessions }) => sessions ?? []))
            for (const start of starts) expect(countOf(held, start), start).to.be.at.most(given.seats)
            const wouldFit = [...starts].every((start) => countOf([...held, asked], start) <= given.seats)
            if (!isTaken) expect(wouldFit).to.equal(false)
            for (const { id, start, left } of sessionsOf(shop, 'enlightenment', range, used, now))
              if (id !== 'c') expect(left).to.equal(given.seats - countOf(held, start))
          })
        },
      ),
      { numRuns: 100 },
    )
  })
})
