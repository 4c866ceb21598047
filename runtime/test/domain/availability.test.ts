import { expect } from 'chai'
import fc from 'fast-check'
import type { Shop } from '@kaidian/schemas'
import {
  addDays,
  assign,
  type Assignment,
  availability,
  type AvailabilityRequest,
  type Claim,
  claimsOf,
  instantToWall,
  moved,
  Refusal,
  type RefusalCode,
  type ResolvedShop,
  wallToInstant,
} from '../../src/domain/index.ts'
import { at, resolved, salon } from './shops.ts'

const cut = (shop: Shop) => shop.services[0] as Shop['services'][number]
const NOW = '2026-12-01 09:00'
const WED = '2026-12-02'
const lasting = (found: readonly Omit<Claim, 'expiresAt'>[], expiresAt: Date | null = null): Claim[] =>
  found.map((claim) => ({ ...claim, expiresAt }))
const claim = (resource: string, from: string, to: string, expiresAt: Date | null = null): Claim => ({
  resource,
  start: at(from),
  end: at(to),
  expiresAt,
})
const dayOf = (shop: ResolvedShop, request: Partial<AvailabilityRequest>, claims: readonly Claim[] = [], now = NOW) => {
  const [found] = availability(shop, { service: 'cut', from: WED, days: 1, ...request }, claims, at(now))
  if (!found) throw new Error('no day')
  return found
}
const times = (...given: Parameters<typeof dayOf>): string[] => dayOf(...given).starts.map(({ time }) => time)
const refusal = (
  act: () => unknown,
): readonly [code: RefusalCode, field: string | undefined, reason: string | undefined] => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.field, error.reason]
    throw error
  }
  throw new Error('it was not refused')
}

describe('the starts of a day', () => {
  const shop = resolved()

  it('name who is free and what can be had', () => {
    const [first, ...rest] = dayOf(shop, {}).starts
    expect(first).to.deep.equal({
      start: '2026-12-02T02:00:00.000Z',
      time: '10:00',
      resources: { stylist: ['stylist-2', 'stylist-3'] },
      offerings: ['designer', 'senior'],
    })
    expect(rest.at(-1)).to.deep.include({
      time: '20:00',
      resources: { stylist: ['stylist-1', 'stylist-3'] },
      offerings: ['designer', 'director'],
    })
  })

  it('are fewer for one offering, for a named resource, for a longer choice', () => {
    expect(times(shop, { offering: 'senior' })).to.deep.equal(times(shop, { resources: { stylist: 'stylist-2' } }))
    expect(times(shop, { offering: 'senior', resources: { stylist: 'stylist-1' } })).to.deep.equal([])
    const longer = resolved(
      salon(
        (one) =>
          void (one.addOns = [
            { id: 'care', title: 'Care', price: 1, minutes: 30 },
            { id: 'scalp', title: 'Scalp', price: 1 },
          ]),
      ),
    )
    expect(times(longer, { resources: { stylist: 'stylist-1' }, addOns: { care: 2 } }).at(-1)).to.equal('19:00')
  })

  it('come back when a hold expires', () => {
    const held = claim('stylist-1', `${WED} 14:00`, `${WED} 15:10`, at('2026-12-01 09:15'))
    const request = { resources: { stylist: 'stylist-1' } }
    expect(times(shop, request, [held])).to.have.length(12)
    expect(times(shop, request, [held], '2026-12-01 09:15')).to.have.length(17)
  })

  it('leave room for the buffer before and after, and let it run past closing', () => {
    const buffered = resolved(salon((one) => (cut(one).buffer = { before: 30, after: 30 })))
    const request = { resources: { stylist: 'stylist-1' } }
    expect(times(buffered, request).at(0)).to.equal('12:00')
    expect(times(buffered, request).at(-1)).to.equal('20:00')
    const left = times(buffered, request, [claim('stylist-1', `${WED} 14:00`, `${WED} 16:00`)])
    expect(left.filter((time) => time > '12:00' && time < '17:00')).to.deep.equal(['12:30', '16:30'])
  })

  it('count the whole of a minute that a claim begins or ends in', () => {
    const odd: Claim = {
      resource: 'stylist-1',
      start: new Date(at(`${WED} 14:00`).getTime() + 1),
      end: new Date(at(`${WED} 14:30`).getTime() + 1),
      expiresAt: null,
    }
    expect(times(shop, { resources: { stylist: 'stylist-1' } }, [odd])).not.to.include.members(['14:30'])
  })

  it('tell why not', () => {
    const taken = [claim('stylist-1', `${WED} 14:00`, `${WED} 15:10`)]
    const why = new Map(
      dayOf(shop, { resources: { stylist: 'stylist-1' }, explain: true }, taken, '2026-12-02 10:30').whyNot?.map(
        ({ time, reason }) => [time, reason],
      ),
    )
    expect([why.get('10:00'), why.get('12:00'), why.get('14:00'), why.get('20:30')]).to.deep.equal([
      'notice',
      'notice',
      'taken',
      'closed',
    ])
    const early = dayOf(shop, { resources: { stylist: 'stylist-1' }, explain: true }).whyNot ?? []
    expect(early.find(({ time }) => time === '11:30')?.reason).to.equal('shift')
    const lunch = dayOf(shop, { resources: { stylist: 'stylist-2' }, explain: true }).whyNot ?? []
    expect(lunch.find(({ time }) => time === '12:30')?.reason).to.equal('break')
    for (const time of ['13:00', '14:30', '15:00']) expect(why.get(time), time).to.not.equal(undefined)
  })

  for (const [name, request, claims, now, reason] of [
    ['a Tuesday is closed', { from: '2026-12-08' }, [], NOW, 'closed'],
    [
      'a Monday is not a day of the director',
      { from: '2026-12-07', resources: { stylist: 'stylist-1' } },
      [],
      NOW,
      'shift',
    ],
    [
      'a day of nothing but bookings is taken',
      { resources: { stylist: 'stylist-1' } },
      [claim('stylist-1', `${WED} 09:00`, `${WED} 22:00`)],
      NOW,
      'taken',
    ],
    ['the evening before closing is too late', {}, [], '2026-12-02 19:30', 'notice'],
    ['yesterday is too late', { from: '2026-11-30' }, [], NOW, 'notice'],
    ['a month and a day ahead is too far', { from: '2027-01-01' }, [], NOW, 'horizon'],
  ] as const)
    it(name, () => {
      const found = dayOf(shop, request, claims, now)
      expect(found).to.include({ reason })
      expect(found.starts).to.deep.equal([])
      expect(found.explanation?.['zh-CN']).to.be.a('string')
    })

  it('reach thirty days ahead, and not one more', () => {
    expect(times(shop, { from: '2026-12-31' })).not.to.have.length(0)
    expect(times(shop, { from: '2027-01-01' })).to.have.length(0)
  })

  it('go over midnight where the hours do', () => {
    const night = resolved(
      salon((one) => {
        const every = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
        one.hours = {
          weekly: [
            { days: [...every], from: '00:00', to: '02:00' },
            { days: [...every], from: '20:00', to: '24:00' },
          ],
        }
        for (const resource of one.resources ?? []) delete resource.schedule
      }),
    )
    expect(times(night, {})).to.deep.equal([
      '00:00',
      '00:30',
      '01:00',
      '20:00',
      '20:30',
      '21:00',
      '21:30',
      '22:00',
      '22:30',
      '23:00',
      '23:30',
    ])
    expect(
      times(night, {}, [
        claim('stylist-1', '2026-12-03 00:00', '2026-12-03 01:00'),
        claim('stylist-2', '2026-12-03 00:00', '2026-12-03 01:00'),
        claim('stylist-3', '2026-12-03 00:00', '2026-12-03 01:00'),
      ]).at(-1),
    ).to.equal('22:30')
  })

  it('follow the exceptions of shop and resource, the later in the list first', () => {
    const special = resolved(
      salon((one) => {
        one.hours.exceptions = [
          { from: WED, to: '2026-12-06', open: [], reason: 'Repairs' },
          { from: WED, open: [{ from: '10:00', to: '12:00' }] },
        ]
      }),
    )
    expect(times(special, {})).to.deep.equal(['10:00', '10:30', '11:00'])
    expect(dayOf(special, { from: '2026-12-03' }).explanation).to.deep.equal({ 'zh-CN': 'Repairs' })
    const away = resolved(
      salon(
        (one) =>
          one.resources?.[0]?.schedule &&
          (one.resources[0].schedule.exceptions = [{ from: WED, open: [], reason: '进修' }]),
      ),
    )
    const found = dayOf(away, { resources: { stylist: 'stylist-1' } })
    expect([found.reason, found.explanation]).to.deep.equal(['shift', { 'zh-CN': '进修' }])
  })

  for (const [name, request, refused] of [
    ['a service nobody knows', { service: 'nails' }, ['UNKNOWN_SERVICE', 'selection.service']],
    ['an offering nobody knows', { offering: 'x' }, ['UNKNOWN_OFFERING', 'selection.offering']],
    ['a resource nobody knows', { resources: { stylist: 'x' } }, ['UNKNOWN_RESOURCE', 'selection.resources.stylist']],
    ['a role nobody knows', { resources: { chair: 'stylist-1' } }, ['UNKNOWN_RESOURCE', 'selection.resources.chair']],
    ['an option nobody knows', { options: { length: 'long' } }, ['UNKNOWN_OPTION', 'selection.options.length']],
    ['an add-on nobody knows', { addOns: { x: 1 } }, ['UNKNOWN_ADD_ON', 'selection.addOns.x']],
    ['ten of an add-on', { addOns: { care: 10 } }, ['QUANTITY_INVALID', 'selection.addOns.care']],
    ['a day that is not in the calendar', { from: '2026-02-30' }, ['INPUT_INVALID', 'from']],
    ['32 days', { days: 32 }, ['INPUT_INVALID', 'days']],
    ['what every object has', { options: { constructor: 'x' } }, ['UNKNOWN_OPTION', 'selection.options.constructor']],
  ] as const)
    it(`are refused for ${name}`, () => expect(refusal(() => dayOf(shop, request)).slice(0, 2)).to.deep.equal(refused))
})

describe('an assignment', () => {
  const shop = resolved()
  const take = (selection: object, claims: readonly Claim[] = [], load?: ReadonlyMap<string, number>): Assignment =>
    assign(shop, { service: 'cut', start: at(`${WED} 14:00`).toISOString(), ...selection }, claims, at(NOW), load)

  it('takes the first of the shop when nobody has bookings, and the offering of the level', () => {
    expect(take({})).to.deep.equal({
      service: 'cut',
      offering: 'director',
      start: '2026-12-02T06:00:00.000Z',
      end: '2026-12-02T07:00:00.000Z',
      resources: { stylist: 'stylist-1' },
      options: {},
      addOns: {},
      places: [{ offering: 'director', addOns: {} }],
    })
  })

  it('takes the one with the fewest bookings that day', () => {
    const morning = [
      claim('stylist-1', `${WED} 12:00`, `${WED} 13:10`),
      claim('stylist-2', `${WED} 10:00`, `${WED} 11:10`),
    ]
    expect(take({}, morning).resources).to.deep.equal({ stylist: 'stylist-3' })
    expect(
      take(
        {},
        [],
        new Map([
          ['stylist-1', 2],
          ['stylist-3', 1],
        ]),
      ).resources,
    ).to.deep.equal({ stylist: 'stylist-2' })
    const yesterday = [claim('stylist-1', '2026-12-01 12:00', '2026-12-01 13:10')]
    expect(take({}, yesterday).resources).to.deep.equal({ stylist: 'stylist-1' })
  })

  for (const [name, selection, refused] of [
    ['an option that is not chosen', { service: 'dye' }, ['OPTION_MISSING', 'selection.options.length', undefined]],
    [
      'a start off the grid',
      { start: at(`${WED} 14:10`).toISOString() },
      ['SLOT_UNAVAILABLE', 'selection.start', 'closed'],
    ],
    [
      'a start within a minute',
      { start: '2026-12-02T06:00:30.000Z' },
      ['SLOT_UNAVAILABLE', 'selection.start', 'closed'],
    ],
    ['a start that is no instant', { start: 'tomorrow' }, ['INPUT_INVALID', 'selection.start', undefined]],
    [
      'a start too soon',
      { start: at('2026-12-01 10:30').toISOString() },
      ['SLOT_UNAVAILABLE', 'selection.start', 'notice'],
    ],
    [
      'a start too far',
      { start: at('2027-01-01 14:00').toISOString() },
      ['SLOT_UNAVAILABLE', 'selection.start', 'horizon'],
    ],
    [
      'a start on a closed day',
      { start: at('2026-12-08 14:00').toISOString() },
      ['SLOT_UNAVAILABLE', 'selection.start', 'closed'],
    ],
    [
      'a start before the shift',
      { start: at(`${WED} 10:00`).toISOString(), resources: { stylist: 'stylist-1' } },
      ['SLOT_UNAVAILABLE', 'selection.start', 'shift'],
    ],
    [
      'a start in the break',
      { start: at(`${WED} 13:00`).toISOString(), resources: { stylist: 'stylist-2' } },
      ['SLOT_UNAVAILABLE', 'selection.start', 'break'],
    ],
    [
      'an offering that the named one does not give',
      { offering: 'designer', resources: { stylist: 'stylist-1' } },
      ['SLOT_UNAVAILABLE', 'selection.start', 'shift'],
    ],
  ] as const)
    it(`is refused for ${name}`, () => expect(refusal(() => take(selection))).to.deep.equal(refused))

  it('says the reason in both languages', () => {
    try {
      take({ start: at('2026-12-08 14:00').toISOString() })
      expect.fail('it was not refused')
    } catch (error) {
      expect(error).to.be.instanceOf(Refusal)
      expect((error as Refusal).words).to.deep.equal({
        'zh-CN': '这个时间约不了：店铺不营业。请换一个。',
        en: 'This time cannot be booked: The shop is closed. Choose another.',
      })
    }
  })

  it('moves with the one it was booked with, unless another is named', () => {
    const start = at(`${WED} 16:00`).toISOString()
    expect(moved(shop, take({}), { start })).to.deep.equal({
      service: 'cut',
      offering: 'director',
      start,
      resources: { stylist: 'stylist-1' },
      options: {},
      addOns: {},
      places: [{ offering: 'director', addOns: {} }],
    })
    expect(moved(shop, take({}), { start, resources: { stylist: 'stylist-2' } }).resources).to.deep.equal({
      stylist: 'stylist-2',
    })
  })
})

describe('a service of two roles', () => {
  const shop = resolved(
    salon((one) => {
      const role = (name: string) => ({
        role: name,
        title: name,
        kind: 'staff' as const,
        tags: ['dye'],
        choice: 'any' as const,
      })
      const dye = one.services[2]
      if (!dye) throw new Error('no dye')
      dye.requirements = [{ ...role('stylist'), choice: 'customer' }, role('helper')]
      delete dye.options
      one.policies.booking = { notice: 120, horizon: 30, step: 60 }
    }),
  )
  const request = { service: 'dye', from: WED, days: 1 }

  it('begins where both are free, no one taken twice', () => {
    const [found] = availability(shop, request, [], at(NOW))
    expect(found?.starts.map(({ time }) => time)).to.deep.equal(['14:00', '15:00', '16:00', '17:00'])
    expect(found?.starts[0]).to.deep.include({
      resources: { stylist: ['stylist-1', 'stylist-2'], helper: ['stylist-1', 'stylist-2'] },
      offerings: ['senior', 'director'],
    })
  })

  it('assigns two', () => {
    const booked = assign(
      shop,
      { service: 'dye', start: at(`${WED} 14:00`).toISOString(), resources: { stylist: 'stylist-2' } },
      [],
      at(NOW),
    )
    expect(booked).to.deep.include({ resources: { stylist: 'stylist-2', helper: 'stylist-1' }, offering: 'senior' })
    expect(claimsOf(shop, booked).map(({ resource }) => resource)).to.deep.equal(['stylist-2', 'stylist-1'])
  })

  it('assigns two different ones when the customer names none', () => {
    const booked = assign(shop, { service: 'dye', start: at(`${WED} 14:00`).toISOString() }, [], at(NOW))
    expect(booked.resources).to.deep.equal({ stylist: 'stylist-1', helper: 'stylist-2' })
  })

  it('is taken when one of them is', () => {
    const claims = [claim('stylist-1', `${WED} 14:00`, `${WED} 16:00`)]
    expect(
      refusal(() => assign(shop, { service: 'dye', start: at(`${WED} 14:00`).toISOString() }, claims, at(NOW)))[0],
    ).to.equal('SLOT_TAKEN')
  })

  it('lets nobody name a role that is not the customer’s', () => {
    expect(
      refusal(() => availability(shop, { ...request, resources: { helper: 'stylist-1' } }, [], at(NOW)))[0],
    ).to.equal('UNKNOWN_RESOURCE')
  })
})

describe('the list of starts and the claim', () => {
  const zones = ['Asia/Shanghai', 'Australia/Sydney', 'America/New_York'] as const
  const shops = zones.flatMap((zone) =>
    [15, 40].map((step) =>
      resolved(
        salon((one) => {
          one.zone = zone
          one.policies.booking = { notice: 90, horizon: 9, step }
          cut(one).buffer = { before: 5, after: 10 }
          cut(one).offerings = [
            { id: 'designer', title: 'D', price: 1, level: 'designer', duration: 45 },
            { id: 'long', title: 'L', price: 2, duration: 110 },
            { id: 'senior', title: 'S', price: 3, level: 'senior' },
          ]
        }),
      ),
    ),
  )
  const asked = fc.record({
    shop: fc.constantFrom(...shops),
    offering: fc.option(fc.constantFrom('designer', 'long', 'senior'), { nil: undefined }),
    stylist: fc.option(fc.constantFrom('stylist-1', 'stylist-2', 'stylist-3'), { nil: undefined }),
    from: fc.constantFrom('2026-11-01', '2026-04-05', '2026-10-04', '2026-03-08', '2026-12-02'),
    hour: fc.integer({ min: 0, max: 23 }),
    claims: fc.array(
      fc.record({
        resource: fc.constantFrom('stylist-1', 'stylist-2', 'stylist-3'),
        start: fc.integer({ min: 0, max: 2880 }),
        length: fc.integer({ min: 1, max: 300 }),
        gone: fc.boolean(),
      }),
      { maxLength: 12 },
    ),
  })

  it('agree on every start of the grid', () => {
    fc.assert(
      fc.property(asked, ({ shop, offering, stylist, from, hour, claims: raw }) => {
        const midnight = wallToInstant(from, '00:00', shop.zone).getTime()
        const now = new Date(midnight + (hour - 12) * 3_600_000)
        const claims = raw.map(({ resource, start, length, gone }): Claim => ({
          resource,
          start: new Date(midnight + start * 60_000),
          end: new Date(midnight + (start + length) * 60_000),
          expiresAt: gone ? now : null,
        }))
        const wish = { service: 'cut', ...(offering && { offering }), ...(stylist && { resources: { stylist } }) }
        const days = availability(shop, { ...wish, from, days: 2, explain: true }, claims, now)
        const listed = new Map(days.flatMap(({ starts }) => starts).map((start) => [start.start, start]))
        const { step } = shop.services.get('cut')?.policies.booking ?? { step: 30 }
        for (let day = 0; day < 2; day++)
          for (let minute = 0; minute < 1440; minute += step) {
            const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
            const instant = wallToInstant(addDays(from, day), time, shop.zone)
            if (instantToWall(instant, shop.zone).time !== time) continue
            const start = instant.toISOString()
            const offered = listed.get(start)
            let booked: Assignment | null = null
            try {
              booked = assign(shop, { ...wish, start }, claims, now)
            } catch (error) {
              if (!(error instanceof Refusal)) throw error
              const told = days[day]?.whyNot?.find((one) => one.time === time)
              if (told) expect(told.reason).to.equal(error.reason)
            }
            expect(booked !== null, `${start} ${time}`).to.equal(offered !== undefined)
            if (!booked || !offered) continue
            expect(offered.resources['stylist']).to.include(booked.resources['stylist'])
            expect(offered.offerings).to.include(booked.offering)
            for (const taken of lasting(claimsOf(shop, booked)))
              for (const other of claims)
                if (other.resource === taken.resource && (other.expiresAt === null || other.expiresAt > now))
                  expect(taken.end <= other.start || other.end <= taken.start).to.equal(true)
          }
      }),
      { numRuns: 60 },
    )
  })
})
