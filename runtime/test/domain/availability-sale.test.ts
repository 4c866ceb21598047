import { expect } from 'chai'
import { assign, availability, firstFreeDay } from '../../src/domain/index.ts'
import { notOnSale, onSale } from '../../src/domain/availability/sale.ts'
import { dayOf, refused, times, WED } from './asking.ts'
import { at, resolved, salon } from './shops.ts'

const cut = { service: 'cut', start: at(`${WED} 14:00`).toISOString() }

describe('appointments that are not on sale at all times', () => {
  const shop = resolved(
    salon((one) => {
      one.policies.booking = {
        ...one.policies.booking,
        notice: 0,
        opens: '2026-12-01T10:00',
        closes: '2026-12-01T20:00',
      }
    }),
  )

  it('open at the moment and close after the minute', () => {
    for (const [now, reason] of [
      ['2026-12-01 09:59', 'notOpen'],
      ['2026-12-01 10:00', undefined],
      ['2026-12-01 20:00', undefined],
      ['2026-12-01 20:01', 'over'],
    ] as const) {
      expect(dayOf(shop, {}, [], now).reason, now).to.equal(reason)
      if (reason === undefined) expect(assign(shop, cut, [], at(now)).offering).to.equal('director')
      else expect(refused(() => assign(shop, cut, [], at(now))).reason).to.equal(reason)
    }
  })

  it('say the moment in words', () => {
    const early = refused(() => assign(shop, cut, [], at('2026-12-01 09:00')))
    expect([early.code, early.words]).to.deep.equal([
      'NOT_OPEN_YET',
      { 'zh-CN': '还没有开放，2026 年 12 月 1 日 10:00 起可以报。', en: 'It opens at 1 December 2026, 10:00.' },
    ])
    const late = refused(() => assign(shop, cut, [], at('2026-12-01 21:00')))
    expect([late.code, late.words['zh-CN']]).to.deep.equal([
      'REGISTRATION_CLOSED',
      '已于 2026 年 12 月 1 日 20:00 截止。',
    ])
    expect(dayOf(shop, {}, [], '2026-12-01 09:00').explanation).to.deep.equal({
      'zh-CN': '2026 年 12 月 1 日 10:00 起开放',
      en: 'It opens on 1 December 2026, 10:00',
    })
  })

  it('have no free day meanwhile', () => {
    const request = { service: 'cut', from: WED, days: 1 }
    expect(firstFreeDay(shop, request, [], at('2026-12-01 09:00'))).to.equal(null)
    expect(firstFreeDay(shop, request, [], at('2026-12-01 10:00'))).to.equal(WED)
    expect(availability(shop, { ...request, days: 2, explain: true }, [], at('2026-12-01 09:00'))).to.have.length(2)
  })
})

describe('an offering that is not on sale at all times', () => {
  const shop = resolved(
    salon((one) => {
      const offerings = one.services[0]?.offerings ?? []
      for (const offering of offerings) if (offering.level === 'director') offering.opens = '2026-12-01T12:00'
      for (const offering of offerings) if (offering.level === 'senior') offering.closes = '2026-12-01T09:30'
    }),
  )

  it('is left out while the others are had', () => {
    const offerings = (now: string) => new Set(dayOf(shop, {}, [], now).starts.flatMap((start) => start.offerings))
    expect([...offerings('2026-12-01 09:00')].toSorted()).to.deep.equal(['designer', 'senior'])
    expect([...offerings('2026-12-01 10:00')]).to.deep.equal(['designer'])
    expect([...offerings('2026-12-01 12:00')].toSorted()).to.deep.equal(['designer', 'director'])
    expect(assign(shop, cut, [], at('2026-12-01 10:00')).offering).to.equal('designer')
  })

  it('is refused when it is asked for', () => {
    const director = { ...cut, offering: 'director' }
    expect(refused(() => assign(shop, director, [], at('2026-12-01 11:59'))).code).to.equal('NOT_OPEN_YET')
    expect(assign(shop, director, [], at('2026-12-01 12:00')).offering).to.equal('director')
    expect(times(shop, { offering: 'director' }, [], '2026-12-01 11:59')).to.deep.equal([])
  })
})

describe('what is not on sale', () => {
  const zone = 'Asia/Shanghai'
  const window = (opens: string | null, closes: string | null = null) => ({ opens, closes })
  const always = window(null)

  it('opens when the last of its windows does, and is over when the first is', () => {
    const policy = window('2026-12-01T10:00', '2026-12-20T10:00')
    const own = window('2026-12-05T10:00', '2026-12-10T10:00')
    const told = (now: string) => notOnSale([policy, own], at(now), zone)
    expect(told('2026-12-01 09:00')).to.deep.equal({ reason: 'notOpen', at: '2026-12-05T10:00' })
    expect(told('2026-12-02 09:00')).to.deep.equal({ reason: 'notOpen', at: '2026-12-05T10:00' })
    expect(told('2026-12-06 09:00')).to.equal(null)
    expect(told('2026-12-11 09:00')).to.deep.equal({ reason: 'over', at: '2026-12-10T10:00' })
  })

  it('is told by the variant that opens next, or else by the one that closed last', () => {
    const told = (variants: { opens: string | null; closes: string | null }[], now: string) =>
      onSale(variants, always, at(now), zone).closed
    const variants = [
      window(null, '2026-12-03T10:00'),
      window(null, '2026-12-02T10:00'),
      window('2026-12-09T10:00', '2026-12-10T10:00'),
      window('2026-12-08T10:00', '2026-12-11T10:00'),
    ]
    expect(told(variants, '2026-12-05 10:00')).to.deep.equal({ reason: 'notOpen', at: '2026-12-08T10:00' })
    expect(told(variants, '2026-12-09 09:00')).to.equal(null)
    expect(told(variants, '2026-12-15 10:00')).to.deep.equal({ reason: 'over', at: '2026-12-11T10:00' })
  })
})

describe('a salon whose stylists work in turns', () => {
  // Two days on, two days off, from 1 December.
  const shop = resolved(
    salon((one) => {
      for (const resource of one.resources ?? [])
        resource.schedule = {
          rotation: { from: '2026-12-01', days: 4, shifts: [{ on: [2, 3], from: '10:00', to: '18:00' }] },
        }
    }),
  )

  it('is open on the days of the cycle', () => {
    const days = availability(shop, { service: 'cut', from: '2026-12-01', days: 11 }, [], at('2026-12-01 08:00'))
    expect(days.filter(({ starts }) => starts.length > 0).map(({ day }) => day)).to.deep.equal([
      '2026-12-02',
      '2026-12-03',
      '2026-12-06',
      '2026-12-07',
      '2026-12-10',
      '2026-12-11',
    ])
    expect(days[1]?.starts.at(-1)?.time).to.equal('17:00')
    expect(days[3]).to.include({ day: '2026-12-04', reason: 'shift' })
  })
})
