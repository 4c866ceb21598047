import { expect } from 'chai'
import type { Shop } from '@kaidian/schemas'
import {
  assign,
  type Assignment,
  claimsOf,
  moved,
  type PlaceChoice,
  type Selection,
  supplyOf,
  ticketPools,
  ticketsOf,
  type Used,
} from '../../src/domain/index.ts'
import { refusal, refused } from './asking.ts'
import { at, example, resolved, unchecked } from './shops.ts'

const run = (shop: Shop) => shop.services[0] as Shop['services'][number]
const shop = resolved(example('city-run'))
const OPEN = '2026-12-01 10:00'
const enter = (selection: Partial<Selection>, now = OPEN, of = shop): Assignment =>
  assign(of, { service: 'run', ...selection }, [], at(now))
const runners = (count: number, offering: string): PlaceChoice[] => Array.from({ length: count }, () => ({ offering }))

describe('a registration', () => {
  it('1: has its ticket, the insurance counted in, and the time of the event', () => {
    const entered = enter({ offering: 'half' })
    expect(entered).to.deep.equal({
      service: 'run',
      offering: 'half',
      start: at('2027-04-18 07:30').toISOString(),
      end: at('2027-04-18 14:30').toISOString(),
      resources: {},
      options: {},
      addOns: {},
      places: [{ offering: 'half', addOns: { insurance: 1 } }],
    })
    expect(claimsOf(shop, entered)).to.deep.equal([])
  })

  it('4: has a ticket for each of 5 full and 7 half, in the quotas of both and of all', () => {
    const entered = enter({ places: [...runners(5, 'full'), ...runners(7, 'half')] })
    expect(entered.offering).to.equal('full')
    expect(entered.places.every(({ addOns }) => addOns['insurance'] === 1)).to.equal(true)
    expect(supplyOf(shop, entered)).to.deep.equal([
      { pool: 'quotas/run', counter: 'full', units: 5, limit: 300 },
      { pool: 'quotas/run', counter: 'half', units: 7, limit: 500 },
      { pool: 'quotas/run', counter: 'total', units: 12, limit: 900 },
    ])
  })

  it('draws on narrow quotas first, however they are written', () => {
    const reversed = unchecked(example('city-run', (one) => void run(one).quotas?.reverse()))
    expect(supplyOf(reversed, enter({ offering: 'half' }, OPEN, reversed)).map(({ counter }) => counter)).to.deep.equal(
      ['half', 'total'],
    )
  })

  it('5: leaves the insurance of the fun run to the runner', () => {
    const entered = enter({ places: [{ offering: 'fun' }, { offering: 'fun', addOns: { insurance: 1 } }] })
    expect(entered.places.map(({ addOns }) => addOns)).to.deep.equal([{}, { insurance: 1 }])
  })

  it('8: is refused before it opens and after it has closed', () => {
    const early = refused(() => enter({ offering: 'half' }, '2026-12-01 09:59'))
    expect([early.code, early.words['zh-CN']]).to.deep.equal([
      'NOT_OPEN_YET',
      '还没有开放，2026 年 12 月 1 日 10:00 起可以报。',
    ])
    expect(enter({ offering: 'half' }, '2027-02-28 23:59').offering).to.equal('half')
    expect(refusal(() => enter({ offering: 'half' }, '2027-03-01 00:00'))[0]).to.equal('REGISTRATION_CLOSED')
  })

  it('has no time where there is no event, and moves nowhere', () => {
    const dateless = resolved(example('city-run', (one) => void delete run(one).event))
    const entered = enter({ offering: 'fun' }, OPEN, dateless)
    expect([entered.start, entered.end]).to.deep.equal([null, null])
    expect(moved(dateless, entered, { start: at(OPEN).toISOString() })).to.deep.equal({
      service: 'run',
      offering: 'fun',
      options: {},
      addOns: {},
      places: entered.places,
    })
  })

  it('may end as long before the event as the notice says', () => {
    const last = resolved(example('city-run', (one) => (one.policies.booking = { notice: 60 })))
    expect(enter({ offering: 'fun' }, '2027-04-18 06:30', last).offering).to.equal('fun')
    const late = refused(() => enter({ offering: 'fun' }, '2027-04-18 06:31', last))
    expect([late.code, late.words.en]).to.deep.equal(['REGISTRATION_CLOSED', 'It closed at 18 April 2027, 06:30.'])
    const listed = (now: string) => ticketsOf(last, 'run', () => 0, at(now))[0]
    expect(listed('2027-04-18 06:30')?.reason).to.equal(null)
    expect(listed('2027-04-18 06:31')).to.deep.include({
      reason: 'over',
      explanation: { 'zh-CN': '已于 2027 年 4 月 18 日 06:30 截止', en: 'It closed on 18 April 2027, 06:30' },
    })
  })

  for (const [name, selection, expected] of [
    ['a ticket nobody knows', { offering: 'x' }, ['UNKNOWN_OFFERING', 'selection.offering']],
    [
      'a place with such a ticket',
      { places: [{ offering: 'half' }, { offering: 'x' }] },
      ['UNKNOWN_OFFERING', 'selection.places.1.offering'],
    ],
    ['21 runners', { offering: 'half', people: 21 }, ['PEOPLE_INVALID', 'selection.people']],
    ['nobody', { places: [] }, ['PEOPLE_INVALID', 'selection.people']],
    [
      'an add-on nobody knows',
      { places: [{ offering: 'fun', addOns: { x: 1 } }] },
      ['UNKNOWN_ADD_ON', 'selection.places.0.addOns.x'],
    ],
    [
      'the insurance for all',
      { offering: 'fun', addOns: { insurance: 1 } },
      ['UNKNOWN_ADD_ON', 'selection.addOns.insurance'],
    ],
    [
      'two insurances',
      { places: [{ offering: 'half', addOns: { insurance: 2 } }] },
      ['QUANTITY_INVALID', 'selection.places.0.addOns.insurance'],
    ],
  ] as const)
    it(`is refused for ${name}`, () =>
      expect(refusal(() => enter(selection as Partial<Selection>)).slice(0, 2)).to.deep.equal(expected))
})

describe('tickets of their own kind', () => {
  const of = resolved(
    example('city-run', (one) => {
      const [full, half, fun] = run(one).offerings
      Object.assign(full ?? {}, { team: { min: 3, max: 5 } })
      Object.assign(half ?? {}, { opens: '2026-12-10T10:00' })
      Object.assign(fun ?? {}, { closes: '2026-12-05T10:00' })
      one.addOns?.push({ id: 'bus', title: 'Bus', price: 100, max: 60 })
      Object.assign(run(one), { addOnsEach: false, addOns: ['bus'], requiredAddOns: ['bus'] })
    }),
  )

  it('go by teams', () => {
    expect(enter({ places: runners(3, 'full') }, OPEN, of).places).to.have.length(3)
    for (const count of [2, 6]) {
      const no = refused(() => enter({ places: [...runners(count, 'full'), { offering: 'fun' }] }, OPEN, of))
      expect([no.code, no.words.en]).to.deep.equal([
        'TEAM_SIZE_INVALID',
        '“Marathon” takes 3 to 5 people in one order.',
      ])
    }
  })

  it('open and close each by themselves', () => {
    expect(refusal(() => enter({ offering: 'half' }, OPEN, of))).to.deep.equal([
      'NOT_OPEN_YET',
      'selection.places.0',
      'notOpen',
    ])
    expect(enter({ offering: 'half' }, '2026-12-10 10:00', of).offering).to.equal('half')
    expect(refusal(() => enter({ offering: 'fun' }, '2026-12-05 10:01', of))[2]).to.equal('over')
  })

  it('are the first on sale where none is named', () => {
    expect(enter({ people: 4 }, OPEN, of).places.map(({ offering }) => offering)).to.deep.equal(Array(4).fill('full'))
  })

  it('have the add-ons of the service once for the order', () => {
    const entered = enter({ offering: 'fun', people: 2, addOns: { bus: 2 } }, OPEN, of)
    expect([entered.addOns, entered.places]).to.deep.equal([
      { bus: 2 },
      [
        { offering: 'fun', addOns: {} },
        { offering: 'fun', addOns: {} },
      ],
    ])
    expect(enter({ offering: 'fun' }, OPEN, of).addOns).to.deep.equal({ bus: 1 })
  })
})

describe('the list of tickets', () => {
  const told = (used: Used, now = OPEN, of = shop) =>
    ticketsOf(of, 'run', used, at(now)).map(({ offering, left, reason, waitlist }) => [
      offering,
      left,
      reason,
      waitlist,
    ])

  it('6: counts what all quotas of a ticket leave', () => {
    const used =
      (counts: Record<string, number>): Used =>
      (pool, counter) =>
        pool === 'quotas/run' ? (counts[counter] ?? 0) : 999
    expect(told(used({}))).to.deep.equal([
      ['full', 300, null, false],
      ['half', 500, null, false],
      ['fun', 200, null, false],
    ])
    expect(told(used({ half: 500, total: 500 }))).to.deep.equal([
      ['full', 300, null, false],
      ['half', 0, 'taken', false],
      ['fun', 200, null, false],
    ])
    expect(told(used({ full: 300, half: 400, fun: 200, total: 900 }))).to.deep.equal([
      ['full', 0, 'taken', false],
      ['half', 0, 'taken', false],
      ['fun', 0, 'taken', false],
    ])
    expect(ticketPools(shop, 'run')).to.deep.equal(['quotas/run'])
  })

  it('says when it opens and that it has closed', () => {
    expect(told(() => 0, '2026-12-01 09:59').map(([, , reason]) => reason)).to.deep.equal([
      'notOpen',
      'notOpen',
      'notOpen',
    ])
    expect(told(() => 0, '2027-03-01 00:00').map(([, , reason]) => reason)).to.deep.equal(['over', 'over', 'over'])
    expect(ticketsOf(shop, 'run', () => 0, at('2026-12-01 09:59'))[0]?.explanation?.en).to.equal(
      'It opens on 1 December 2026, 10:00',
    )
  })

  it('offers a line where the largest party does not fit, and knows no limit where there is no quota', () => {
    const lined = resolved(
      example('city-run', (one) => {
        one.policies.waitlist = { mode: 'offer' }
        delete run(one).offerings[2]?.quotas
        run(one).quotas = run(one).quotas?.filter(({ id }) => id !== 'fun') ?? []
      }),
    )
    expect(told((_, quota) => (quota === 'full' ? 281 : 480), OPEN, lined)).to.deep.equal([
      ['full', 19, null, true],
      ['half', 20, null, false],
      ['fun', null, null, false],
    ])
  })
})
