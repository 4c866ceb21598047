import { expect } from 'chai'
import type { Shop } from '@kaidian/schemas'
import type { Claim } from '../../src/domain/index.ts'
import { claim, dayOf, NOW, refusal, times, WED } from './asking.ts'
import { at, resolved, salon } from './shops.ts'

const cut = (shop: Shop) => shop.services[0] as Shop['services'][number]

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
