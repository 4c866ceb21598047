import { expect } from 'chai'
import fc from 'fast-check'
import {
  assign,
  availability,
  cancellationPreview,
  describeShop,
  loadShop,
  quote,
  Refusal,
  sessionsOf,
  supplyOf,
  ticketsOf,
  type Assignment,
  type ResolvedService,
  type ResolvedShop,
  type Selection,
} from '../../src/domain/index.ts'
import type { Json } from '../http/client.ts'
import { smallShop } from '../runtime/small-shop.ts'
import { exampleShop, furtherShop } from './world.ts'

const SHOPS: readonly Json[] = [
  ...['salon', 'coding-school', 'city-run', 'home-cleaning', 'lecture'].map(exampleShop),
  ...['car-wash', 'clinic', 'courts', 'language-exam', 'photo-studio'].map(furtherShop),
  smallShop(),
]
const NOW = new Date('2027-03-02T02:00:00Z')

/** What somebody might write who means ill, or does not know better. Were any of it run, `ran` would be there. */
const hostile = fc.oneof(
  fc.constantFrom(
    '"}});process.exit()//',
    '<script>globalThis.ran = 1</script>',
    '${globalThis.ran = 1}',
    "');globalThis.ran=1;('",
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    '\u202Eright to left\u202C',
    '\uD800',
    'ﷺ'.repeat(300),
    '👨‍👩‍👧‍👦\u0000\u2028',
    '(a+)+$',
    '[',
    '2027-02-30',
    '25:61',
    'FREQ=SECONDLY',
    'FREQ=DAILY;COUNT=99999999',
  ),
  fc.constantFrom(1e308, -1e308, 2 ** 53, -(2 ** 53), 1e21, -1, 0, 0.1, 5e-324, 4_294_967_296),
  fc.constantFrom(null, true, false, [], {}, [[]], [null], { toString: 1 }, { 'zh-CN': '' }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constant(JSON.parse('{"__proto__":{"ran":1},"constructor":{"prototype":{"ran":1}}}') as Json),
)
const change = fc.record({
  /** Which of all values of the description, as a share of them. */
  where: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
  how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'double', 'poison', 'rename'),
  value: hostile,
})

interface Spot {
  readonly holder: Json
  readonly key: string | number
}

function spotsOf(value: Json, spots: Spot[] = []): Spot[] {
  if (value === null || typeof value !== 'object') return spots
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    spots.push({ holder: value, key })
    spotsOf(value[key], spots)
  }
  return spots
}

function changed(shop: Json, changes: readonly { where: number; how: string; value: Json }[]): Json {
  const copy = structuredClone(shop)
  for (const { where, how, value: given } of changes) {
    // Of its own, or what is put into it later would be put into every run.
    const value = structuredClone(given)
    const spots = spotsOf(copy)
    const spot = spots[Math.floor(where * spots.length)]
    if (!spot) continue
    const { holder, key } = spot
    if (how === 'remove') {
      if (Array.isArray(holder)) holder.splice(Number(key), 1)
      else delete holder[key]
    } else if (how === 'double' && Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]))
    else if (how === 'poison')
      // As JSON.parse makes it: a property of its own by that name.
      Object.defineProperty(holder, '__proto__', { value, enumerable: true, configurable: true, writable: true })
    else if (how === 'rename' && typeof value === 'string' && !Array.isArray(holder)) {
      Object.defineProperty(holder, value, { value: holder[key], enumerable: true, configurable: true, writable: true })
      delete holder[key]
    } else holder[key] = value
  }
  return copy
}

/** What a refusal says of itself; anything else that is thrown goes on. */
function refusable<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

function selectionsOf(shop: ResolvedShop, service: ResolvedService): Selection[] {
  const base = { service: service.id, offering: service.offerings[0]?.id ?? 'none' }
  if (service.mode === 'registration')
    return [{ service: service.id, places: [{ offering: base.offering }, { offering: base.offering }] }]
  if (service.mode === 'session') {
    const range = { from: '2027-03-01', days: 90 }
    const sessions = refusable(() => sessionsOf(shop, service.id, range, () => 0, NOW)) ?? []
    return [...sessions.slice(0, 2).map(({ id }) => id), ...service.series.keys()].map((session) => ({
      ...base,
      session,
      people: 2,
    }))
  }
  const days = refusable(() =>
    availability(shop, { service: service.id, from: '2027-03-03', days: 3, explain: true }, [], NOW),
  )
  const starts = days?.flatMap(({ starts: found }) => found.slice(0, 2).map(({ start }) => start)) ?? []
  return [...starts, '2027-03-03T02:00:00Z'].map((start) => ({ ...base, start }))
}

function use(shop: ResolvedShop): void {
  JSON.stringify(describeShop(shop, true))
  for (const service of shop.services.values()) {
    refusable(() => ticketsOf(shop, service.id, () => 0, NOW))
    for (const selection of selectionsOf(shop, service)) {
      const assignment: Assignment | undefined = refusable(() => assign(shop, selection, [], NOW))
      if (!assignment) continue
      const context = { now: NOW, visits: 0, membership: null, answers: {}, coupon: 'RUN2026' }
      const priced =
        refusable(() => quote(shop, assignment, context)) ??
        refusable(() => quote(shop, assignment, { ...context, coupon: '' }))
      if (priced) {
        expect(Number.isSafeInteger(priced.total) && priced.total >= 0, String(priced.total)).to.equal(true)
        expect(priced.lines.reduce((sum, { amount }) => sum + amount, 0)).to.equal(priced.total)
      }
      for (const { units, limit } of supplyOf(shop, assignment))
        expect([units, limit].every(Number.isSafeInteger)).to.equal(true)
      refusable(() => cancellationPreview(shop, { assignment, paid: 10_000, now: NOW, by: 'customer' }))
    }
  }
}

describe('a hostile description', function () {
  this.timeout(120_000)

  it('the shops it is made from are shops', () => {
    for (const shop of SHOPS) {
      const loaded = loadShop(shop, 'v1')
      if (!loaded.ok) throw new Error(`${shop.id}: ${JSON.stringify(loaded.problems)}`)
      use(loaded.value)
    }
  })

  it('gives problems, or a shop of which everything can be asked; nothing of it is run, and no prototype changes', () => {
    const names: string[] = SHOPS.map(({ id }) => id)
    let good = 0
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(change, { minLength: 1, maxLength: 4 }), (name, changes) => {
        const given = changed(
          SHOPS.find(({ id }) => id === name),
          changes,
        )
        const loaded = loadShop(given, 'v1')
        if (loaded.ok) {
          good += 1
          use(loaded.value)
        } else {
          expect(loaded.problems.length).to.be.greaterThan(0)
          for (const { pointer, message } of loaded.problems) {
            expect(pointer).to.match(/^(\/|$)/)
            expect(message['zh-CN'].length * (message.en?.length ?? 0)).to.be.greaterThan(0)
          }
        }
        expect('ran' in Object.prototype || 'ran' in globalThis).to.equal(false)
      }),
      { numRuns: 400 },
    )
    expect(good, 'some must be shops still, or nothing was asked of them').to.be.greaterThan(20)
  })
})
