import { randomInt } from 'node:crypto'
import { expect } from 'chai'
import type { Order } from '../../src/store/index.ts'
import { disorder, type DisorderOptions } from './disorder.ts'
import { openFleet, type Fleet } from './processes.ts'
import { smallShop } from './small-shop.ts'

const MINUTE = 60_000
/** 09:00 on 1 December 2026 in Shanghai. */
const BEGAN = new Date('2026-12-01T01:00:00Z')

describe('API processes that are killed at random, with notices that come twice, late and out of order', function () {
  this.timeout(300_000)
  let fleet: Fleet
  beforeEach(async () => {
    fleet = await openFleet({ shops: [smallShop()], now: BEGAN.toISOString(), elsewhere: true })
  })
  afterEach(() => fleet.close())

  /** `KAIDIAN_SEED` repeats the decisions of a run that failed. */
  const seed = Number(process.env['KAIDIAN_SEED'] ?? randomInt(1_000_000))

  async function orders(): Promise<Order[]> {
    const all: Order[] = []
    for await (const order of fleet.store.forShop('small').orders.all()) all.push(order)
    return all
  }

  /** Jobs until nothing is due, then past every hold. @returns what reconciling finds */
  async function restored(from: Date): Promise<unknown> {
    const api = await fleet.start()
    let now = from
    const work = async (minutes: number) => {
      now = new Date(now.getTime() + minutes * MINUTE)
      await fleet.setTime(now.toISOString())
      await api.tell({ jobs: true })
      await fleet.simulator.notices.settled()
    }
    for (let rounds = 0; rounds < 60; rounds += 1) {
      await work(2)
      const open = (await orders()).filter(
        ({ state, due, pendingMove }) => state === 'pending' || due.length > 0 || pendingMove,
      )
      if (rounds > 2 && open.length === 0) break
    }
    // The sweep lets ten minutes go by after a hold.
    for (let rounds = 0; rounds < 2; rounds += 1) await work(30)
    return api.tell({ reconcile: 0 })
  }

  async function run(options: DisorderOptions): Promise<void> {
    const { kills, now } = await disorder(fleet, BEGAN, options)
    const found = await restored(now)
    const all = await orders()
    expect(found).to.deep.equal([])
    expect(kills).to.be.at.least(options.kills)

    for (const { number, state, entries, quote, charges, due } of all) {
      const sum = (kind: string) => entries.reduce((total, one) => total + (one.kind === kind ? one.amount : 0), 0)
      const kept = sum('capture') - sum('refund') - charges.reduce((total, { amount }) => total + amount, 0)
      expect([number, state, kept, due]).to.deep.equal([number, state, state === 'confirmed' ? quote.total : 0, []])
    }
    const confirmed = all.filter(({ state }) => state === 'confirmed')
    expect(confirmed.length).to.be.greaterThan(3)
    expect(all.filter(({ state }) => state === 'pending' || state === 'awaiting_approval')).to.deep.equal([])
    await hasItsPlaces(confirmed)
  }

  /** Counted anew from what was bought, without regard to what the orders say they have drawn. */
  async function hasItsPlaces(confirmed: readonly Order[]): Promise<void> {
    const { pools, claims, entitlements } = fleet.store.forShop('small')
    const expected: Record<string, Record<string, number>> = {}
    const add = (pool: string, counter: string, units: number) => {
      const counters = (expected[pool] ??= {})
      counters[counter] = (counters[counter] ?? 0) + units
    }
    const times: string[] = []
    for (const { selection, quote } of confirmed) {
      const { service, places, sessions = [], resources, start } = selection
      for (const instant of sessions)
        add(
          'seats/class/daily',
          new Date(Date.parse(instant) + 8 * 60 * MINUTE).toISOString().slice(0, 16),
          places.length,
        )
      if (service === 'event')
        for (const { offering } of places) {
          add('quotas/event', 'all', 1)
          if (offering === 'front') add('quotas/event', 'front', 1)
        }
      if (quote.coupon) add('coupon/early', 'used', 1)
      for (const resource of Object.values(resources)) times.push(`${resource} ${start}`)
    }
    const stored: typeof expected = {}
    for await (const { pool, counters } of pools.all()) {
      const taken = Object.entries(counters).filter(([, units]) => units > 0)
      if (taken.length > 0) stored[pool] = Object.fromEntries(taken)
    }
    expect(stored).to.deep.equal(expected)
    expect(Math.max(0, ...Object.values(expected['seats/class/daily'] ?? {}))).to.be.at.most(12)
    expect(expected['quotas/event']?.['all'] ?? 0).to.be.at.most(20)
    expect(expected['coupon/early']?.['used'] ?? 0).to.be.at.most(4)

    expect(new Set(times).size).to.equal(times.length)
    const claimed: string[] = []
    for await (const { resource, claims: here } of claims.all())
      for (const { start } of here) claimed.push(`${resource} ${start.toISOString()}`)
    expect(claimed.toSorted()).to.deep.equal(times.toSorted())

    const used = confirmed.flatMap(({ quote }) => quote.uses.map(({ entitlement }) => entitlement))
    const bought = confirmed.filter(({ selection }) => selection.service === 'card')
    let valid = 0
    for await (const { id, left, expiresAt } of entitlements.all()) {
      // Its purchase was cancelled; nothing of it can be used, whatever is given back to it later.
      if (expiresAt !== null) continue
      valid += 1
      expect(left, id).to.equal(5 - used.filter((one) => one === id).length)
    }
    expect(valid).to.equal(bought.length)
  }

  async function seeded(options: Omit<DisorderOptions, 'seed'>): Promise<void> {
    await run({ ...options, seed }).catch((error: Error) => {
      error.message = `KAIDIAN_SEED=${seed}: ${error.message}`
      throw error
    })
  }

  it('leave books, places and money in agreement', () => seeded({ customers: 6, deeds: 4, kills: 3 }))
  it('do so when the database is killed too', () => seeded({ customers: 4, deeds: 3, kills: 1, killDatabase: true }))
})
