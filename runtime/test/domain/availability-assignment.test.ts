import { expect } from 'chai'
import { assign, type Assignment, type Claim, moved, Refusal } from '../../src/domain/index.ts'
import { claim, NOW, refusal, WED } from './asking.ts'
import { at, resolved } from './shops.ts'

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
