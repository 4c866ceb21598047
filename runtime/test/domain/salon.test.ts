import { expect } from 'chai'
import {
  assign,
  availability,
  cancellationPreview,
  type Claim,
  claimsOf,
  firstFreeDay,
  quote,
  Refusal,
  type Selection,
} from '../../src/domain/index.ts'
import { assignment, at, resolved } from './shops.ts'

const shop = resolved()

describe('the price of the salon', () => {
  const WED = '2026-12-02 14:00'
  const SAT = '2026-12-05 14:00'
  const SUN = '2026-12-06 14:00'
  const cut = (offering: string) => ({ service: 'cut', offering })
  const dye = { service: 'dye', offering: 'senior', options: { length: 'medium' }, addOns: { care: 1 } }
  const regular = { visits: 3, membership: null }
  const first = { visits: 0, membership: null }

  for (const { number, name, selection, wall, customer, lines, due, rest } of [
    {
      number: 1,
      name: 'a cut by the designer on a Wednesday',
      selection: cut('designer'),
      wall: WED,
      customer: regular,
      lines: [8800],
      due: 8800,
      rest: 0,
    },
    {
      number: 2,
      name: 'a cut by the director on a Saturday',
      selection: cut('director'),
      wall: SAT,
      customer: regular,
      lines: [19800, 1980],
      due: 21780,
      rest: 0,
    },
    {
      number: 3,
      name: 'colour for medium hair with care on a Sunday',
      selection: dye,
      wall: SUN,
      customer: regular,
      lines: [36800, 10000, 6800, 4680],
      due: 17484,
      rest: 40796,
    },
    {
      number: 4,
      name: 'a first cut by the director',
      selection: cut('director'),
      wall: WED,
      customer: first,
      lines: [19800, -2000],
      due: 17800,
      rest: 0,
    },
    {
      number: 5,
      name: 'a first cut of a gold member on a Saturday',
      selection: cut('director'),
      wall: SAT,
      customer: { visits: 0, membership: 'gold' },
      lines: [19800, 1980, -2000],
      due: 19780,
      rest: 0,
    },
    {
      number: 6,
      name: 'a first cut by the designer, under the least sum',
      selection: cut('designer'),
      wall: WED,
      customer: first,
      lines: [8800],
      due: 8800,
      rest: 0,
    },
  ])
    it(`${number}: ${name}`, () => {
      const price = quote(shop, assignment(shop, selection, wall), {
        ...customer,
        now: at('2026-12-01 09:00'),
        answers: {},
      })
      expect(price.lines.map(({ amount }) => amount)).to.deep.equal(lines)
      expect(price.total).to.equal(lines.reduce((sum, amount) => sum + amount))
      expect([price.dueNow, price.balance]).to.deep.equal([due, rest])
    })

  it('says why the smaller discount was left out', () => {
    const price = quote(shop, assignment(shop, cut('director'), SAT), {
      visits: 0,
      membership: 'gold',
      now: at(WED),
      answers: {},
    })
    expect(price.skipped).to.deep.equal([
      {
        rule: 'gold',
        label: { 'zh-CN': '金卡会员九折', en: 'Gold member, 10% off' },
        reason: 'betterOffer',
        explanation: { 'zh-CN': '「首次到店立减」更优惠', en: '“First visit” is better' },
      },
    ])
  })

  it('says on which days the surcharge applies', () => {
    const { skipped } = quote(shop, assignment(shop, cut('designer'), WED), { ...regular, now: at(WED), answers: {} })
    expect(skipped.map(({ rule, reason }) => [rule, reason])).to.deep.equal([
      ['weekend', 'condition'],
      ['first-visit', 'condition'],
      ['gold', 'condition'],
    ])
    expect(skipped[0]?.explanation).to.deep.equal({
      'zh-CN': '只在到店日是周六或周日时适用',
      en: 'Applies only when the weekday is Saturday or Sunday',
    })
  })

  for (const [hours, refund] of [
    [25, 21780],
    [24, 21780],
    [3, 10890],
    [2, 10890],
    [1, 0],
  ] as const)
    it(`7: of 21780 paid, ${refund} comes back ${hours} h before`, () => {
      const start = at(SAT)
      const now = new Date(start.getTime() - hours * 3_600_000)
      const booking = assignment(shop, cut('director'), SAT)
      const preview = cancellationPreview(shop, { assignment: booking, paid: 21780, now, by: 'customer' })
      expect(preview).to.include({ allowed: true, refund, paid: 21780 })
    })
})

describe('the free starts of the salon', () => {
  const starts = (stylist: string | undefined, day: string, now: string, claims: readonly Claim[] = []) =>
    availability(
      shop,
      { service: 'cut', from: day, days: 1, ...(stylist !== undefined && { resources: { stylist } }) },
      claims,
      at(now),
    ).flatMap((one) => one.starts.map(({ time }) => time))
  const booked = (selection: Selection, now: string, claims: readonly Claim[] = []): Claim[] =>
    claimsOf(shop, assign(shop, selection, claims, at(now))).map((claim) => ({ ...claim, expiresAt: null }))
  const halfHours = (from: number, to: number): string[] =>
    Array.from(
      { length: (to - from) * 2 + 1 },
      (_, index) => `${Math.floor(from + index / 2)}:${index % 2 ? '30' : '00'}`,
    )

  it('8: the director begins at 17 times on a Wednesday', () => {
    expect(starts('stylist-1', '2026-12-02', '2026-12-01 09:00')).to.deep.equal(halfHours(12, 20))
  })

  it('9: five of them are gone once 14:00 is booked', () => {
    const selection = {
      service: 'cut',
      start: at('2026-12-02 14:00').toISOString(),
      resources: { stylist: 'stylist-1' },
    }
    const claims = booked(selection, '2026-12-01 09:00')
    const gone = new Set(['13:00', '13:30', '14:00', '14:30', '15:00'])
    const left = starts('stylist-1', '2026-12-02', '2026-12-01 09:00', claims)
    expect(left).to.deep.equal(halfHours(12, 20).filter((time) => !gone.has(time)))
    expect(left).to.have.length(12)
  })

  it('10: none on a Tuesday, none in Spring Festival', () => {
    expect(starts(undefined, '2026-12-01', '2026-12-01 00:00')).to.deep.equal([])
    const [festival] = availability(shop, { service: 'cut', from: '2027-02-06', days: 1 }, [], at('2027-01-20 09:00'))
    expect(festival).to.deep.equal({
      day: '2027-02-06',
      starts: [],
      reason: 'closed',
      explanation: { 'zh-CN': '春节休息', en: 'Spring Festival' },
    })
    expect(firstFreeDay(shop, { service: 'cut', from: '2027-02-05', days: 1 }, [], at('2027-01-20 09:00'))).to.equal(
      '2027-02-12',
    )
  })

  it('11: at 12:15 the director is free from 14:30', () => {
    expect(starts('stylist-1', '2026-12-02', '2026-12-02 12:15')[0]).to.equal('14:30')
  })

  it('12: the senior begins up to the break and after it', () => {
    expect(starts('stylist-2', '2026-12-02', '2026-12-01 09:00')).to.deep.equal([
      ...halfHours(10, 12),
      ...halfHours(14, 18),
    ])
  })

  it('13: two customers who take any stylist at 20:00 succeed, the third is refused', () => {
    const selection = { service: 'cut', start: at('2026-12-02 20:00').toISOString() }
    const now = at('2026-12-01 09:00')
    const claims: Claim[] = []
    const taken: string[] = []
    for (let customer = 0; customer < 2; customer++) {
      const found = assign(shop, selection, claims, now)
      taken.push(`${found.resources['stylist']} ${found.offering}`)
      claims.push(...claimsOf(shop, found).map((claim) => ({ ...claim, expiresAt: null })))
    }
    expect(taken).to.have.members(['stylist-1 director', 'stylist-3 designer'])
    expect(() => assign(shop, selection, claims, now))
      .to.throw(Refusal)
      .with.property('code', 'SLOT_TAKEN')
  })

  it('14: of 50 who want the director at 16:00 one after another only the first succeeds', () => {
    const selection = {
      service: 'cut',
      start: at('2026-12-02 16:00').toISOString(),
      resources: { stylist: 'stylist-1' },
    }
    const claims: Claim[] = []
    const outcomes = Array.from({ length: 50 }, () => {
      try {
        claims.push(...booked(selection, '2026-12-01 09:00', claims))
        return 'booked'
      } catch (error) {
        return error instanceof Refusal ? error.code : 'bug'
      }
    })
    expect(outcomes).to.deep.equal(['booked', ...Array.from({ length: 49 }, () => 'SLOT_TAKEN')])
  })
})
