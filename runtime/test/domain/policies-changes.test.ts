import { expect } from 'chai'
import { approvalOf, holdMinutes, noShowBan, rescheduleCheck, transferCheck } from '../../src/domain/index.ts'
import { bought, shopOf } from './after-sale-shop.ts'
import { at } from './shops.ts'

const booking = bought('2026-12-05 14:00')

describe('a reschedule', () => {
  const paid = shopOf({ reschedule: { times: 3, before: 240, free: 1, fee: 2000 } })
  for (const [used, now, allowed, left, fee] of [
    [0, '2026-12-05 10:00', true, 3, 0],
    [0, '2026-12-05 10:01', false, 3, 0],
    [1, '2026-12-01 10:00', true, 2, 2000],
    [2, '2026-12-01 10:00', true, 1, 2000],
    [3, '2026-12-01 10:00', false, 0, 2000],
    [0, '2026-12-05 14:00', false, 3, 0],
  ] as const)
    it(`after ${used}, at ${now}, is ${allowed ? 'allowed' : 'refused'}; ${left} left, at ${fee}`, () =>
      expect(rescheduleCheck(paid, { assignment: booking, used, now: at(now) })).to.include({ allowed, left, fee }))

  it('is free each time where no fee is stated', () => {
    const free = shopOf({ reschedule: { times: 2, before: 0 } })
    expect(rescheduleCheck(free, { assignment: booking, used: 1, now: at('2026-12-01 10:00') })).to.include({
      allowed: true,
      fee: 0,
    })
  })

  it('is too late once it has begun, whatever the policy', () => {
    const late = shopOf({ reschedule: { times: 2, before: 0 } })
    const at0 = (now: string) => rescheduleCheck(late, { assignment: booking, used: 0, now: at(now) }).allowed
    expect(at0('2026-12-05 13:59')).to.equal(true)
    expect(at0('2026-12-05 14:00')).to.equal(false)
  })

  it('says what it costs', () => {
    const explanation = (used: number) =>
      rescheduleCheck(paid, { assignment: booking, used, now: at('2026-12-01 10:00') }).explanation
    expect(explanation(0)).to.deep.equal({
      'zh-CN': '还可以改期 3 次。',
      en: 'It can be rescheduled 3 times more.',
    })
    expect(explanation(2)).to.deep.equal({
      'zh-CN': '还可以改期 1 次，这次收 ¥20.00。',
      en: 'It can be rescheduled once more; this time it costs ¥20.00.',
    })
  })

  it('is not to be had without a time to choose', () => {
    const question = { used: 0, now: at('2026-12-01 10:00') }
    const tickets = shopOf({ reschedule: { times: 3, before: 0 } }, { mode: 'registration' })
    for (const [shop, assignment] of [
      [tickets, booking],
      [paid, bought(null)],
    ] as const)
      expect(rescheduleCheck(shop, { ...question, assignment })).to.include({ allowed: false, left: 0 })
  })
})

describe('a transfer', () => {
  const race = bought('2027-04-18 07:00')
  const once = shopOf({ transfer: { times: 1, until: '2027-02-28T23:59' } })
  const before = shopOf({ transfer: { times: 2, before: 120 } })
  for (const [name, shop, used, now, allowed, left] of [
    ['in the last minute', once, 0, '2027-02-28 23:59', true, 1],
    ['a minute later', once, 0, '2027-03-01 00:00', false, 1],
    ['a second time', once, 1, '2027-01-01 12:00', false, 0],
    ['two hours before', before, 1, '2027-04-18 05:00', true, 1],
    ['less than that', before, 1, '2027-04-18 05:01', false, 1],
    ['after the start', shopOf({ transfer: { times: 1 } }), 0, '2027-04-18 07:00', false, 1],
    ['where there is none', shopOf({}), 0, '2027-01-01 12:00', false, 0],
  ] as const)
    it(`${name} is ${allowed ? 'allowed' : 'refused'}`, () =>
      expect(transferCheck(shop, { assignment: race, used, now: at(now) })).to.include({ allowed, left }))

  it('says when it closed', () =>
    expect(transferCheck(once, { assignment: race, used: 0, now: at('2027-03-01 00:00') }).explanation).to.deep.equal({
      'zh-CN': '转让已于 2027 年 2 月 28 日 23:59 截止。',
      en: 'Transfers closed on 28 February 2027, 23:59.',
    }))

  it('of what has no date depends on its moment alone', () =>
    expect(transferCheck(before, { assignment: bought(null), used: 0, now: at('2030-01-01 12:00') }).allowed).to.equal(
      true,
    ))
})

describe('the ban after no-shows', () => {
  const policy = { auto: false, graceMinutes: 60, limit: 2, banDays: 90, by: 'phone' } as const
  const first = at('2026-10-01 14:00')
  const second = at('2026-11-01 14:00')
  for (const [name, absences, now, until] of [
    ['once', [first], '2026-11-02 12:00', null],
    ['twice, 30 days later', [first, second], '2026-12-01 14:00', '2027-01-30 14:00'],
    ['twice, whichever is named first', [second, first], '2026-12-01 14:00', '2027-01-30 14:00'],
    ['twice, a minute before the end', [first, second], '2027-01-30 13:59', '2027-01-30 14:00'],
    ['twice, at the end', [first, second], '2027-01-30 14:00', null],
  ] as const)
    it(`lecture 6: absent ${name}: ${until === null ? 'none' : `until ${until}`}`, () =>
      expect(noShowBan(absences, policy, at(now))).to.deep.equal(until === null ? null : at(until)))

  it('is not known to a shop without the policy, or without its limit', () => {
    for (const none of [null, { ...policy, limit: null }, { ...policy, banDays: 0 }])
      expect(noShowBan([first, second], none, at('2026-11-02 12:00'))).to.equal(null)
  })
})

describe('the approval of an order', () => {
  const title = '票'
  const shop = shopOf(
    { booking: { approval: 'none', holdMinutes: 30 } },
    {
      mode: 'registration',
      offerings: [
        { id: 'half', title, price: 15000 },
        { id: 'full', title, price: 20000, approval: 'afterPayment' },
        { id: 'elite', title, price: 0, approval: 'beforePayment' },
      ],
    },
  )
  const order = (...offerings: string[]) =>
    bought('2027-04-18 07:00', null, {
      offering: offerings[0] ?? '',
      places: offerings.map((offering) => ({ offering, addOns: {} })),
    })
  for (const [offerings, expected] of [
    [['half', 'half'], 'none'],
    [['half', 'full'], 'afterPayment'],
    [['full', 'elite'], 'beforePayment'],
  ] as const)
    it(`with ${offerings.join(' and ')} is ${expected}`, () =>
      expect(approvalOf(shop, order(...offerings))).to.equal(expected))

  it('is that of the service where an offering says nothing', () =>
    expect(approvalOf(shopOf({ booking: { approval: 'beforePayment' } }), booking)).to.equal('beforePayment'))

  it('counts for the services that follow in a row', () => {
    const then = [{ service: 'service', offering: 'full', start: '', end: '', resources: {}, options: {}, addOns: {} }]
    expect(approvalOf(shop, { ...order('half'), then })).to.equal('afterPayment')
  })

  it('leaves the time to pay as stated', () => expect(holdMinutes(shop, 'service')).to.equal(30))
})
