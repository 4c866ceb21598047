import { expect } from 'chai'
import { type Assignment, type OrderRecord, orderView, type ResolvedShop } from '../../src/domain/index.ts'
import { bought, entry, line, quoteOf, shopOf } from './after-sale-shop.ts'
import { at } from './shops.ts'

const stylist = { 'zh-CN': '发型师', en: 'Stylist' }
const salon = shopOf(
  {
    cancellation: { tiers: [{ before: 1440, refund: 10000 }] },
    reschedule: { times: 2, before: 240, free: 1, fee: 2000 },
    transfer: { times: 1, before: 60 },
  },
  {
    title: { 'zh-CN': '染发', en: 'Colour' },
    requirements: [{ role: 'stylist', title: stylist, kind: 'staff', quantity: 2 }],
    offerings: [
      { id: 'plain', title: { 'zh-CN': '资深', en: 'Senior' }, price: 36800 },
      { id: 'top', title: { 'zh-CN': '总监', en: 'Director' }, price: 46800 },
    ],
    feedback: 'form',
  },
  {
    resources: [
      { id: 'stylist-1', kind: 'staff', name: { 'zh-CN': '1号', en: 'No. 1' } },
      { id: 'stylist-2', kind: 'staff', name: { 'zh-CN': '2号', en: 'No. 2' } },
    ],
  },
)
const selection = bought('2026-12-06 14:00', '2026-12-06 16:00', { resources: { stylist: 'stylist-2' } })
const deposit = quoteOf(
  [line(58280)],
  [
    { amount: 17484, due: null, where: 'app' },
    { amount: 40796, due: null, where: 'onSite' },
  ],
)
const course = quoteOf(
  [line(100000, [0, 1])],
  [
    { amount: 50000, due: null, where: 'app' },
    { amount: 50000, due: '2026-12-03T15:59:00.000Z', where: 'app' },
  ],
)

const record = (rest: Partial<OrderRecord> = {}): OrderRecord => ({
  id: 'ord_1',
  number: 'Q7K2-9F3M',
  state: 'pending',
  booking: 'held',
  selection,
  quote: deposit,
  answers: { name: '王小明' },
  participants: [],
  createdAt: at('2026-12-01 09:00'),
  expiresAt: at('2026-12-01 09:15'),
  checkInCode: 'C0DE',
  checkedInAt: null,
  reschedules: 0,
  transfers: 0,
  charges: [],
  seats: [],
  withdrawals: [],
  note: null,
  feedback: null,
  invoice: null,
  invoicing: null,
  ...rest,
})
const confirmed = { state: 'confirmed', booking: 'confirmed', expiresAt: null } as const
const none = { pay: false, cancel: false, reschedule: false, transfer: false, feedback: false, invoice: false }
const soon = at('2026-12-01 09:05')

describe('the view of an order', () => {
  it('that waits for its deposit', () => {
    const view = orderView(salon, record(), [], soon)
    expect(view).to.deep.include({
      day: '2026-12-06',
      time: '14:00',
      endTime: '16:00',
      serviceTitle: { 'zh-CN': '染发', en: 'Colour' },
      offeringTitle: { 'zh-CN': '资深', en: 'Senior' },
      resources: [{ role: stylist, name: { 'zh-CN': '2号', en: 'No. 2' } }],
      expiresAt: '2026-12-01T01:15:00.000Z',
      checkInCode: null,
      nextPayment: { amount: 17484, due: null, where: 'app' },
      onSiteDue: 40796,
      reschedulesLeft: 2,
      transfersLeft: 1,
      can: { ...none, pay: true, cancel: true },
    })
    expect(orderView(salon, record(), [], at('2026-12-01 09:15')).can.pay).to.equal(false)
  })

  it('that waits for the shop to agree', () =>
    expect(
      orderView(
        salon,
        record({ state: 'awaiting_approval', expiresAt: null, quote: course }),
        [entry('capture', 50000)],
        soon,
      ),
    ).to.deep.include({ nextPayment: null, checkInCode: null, can: { ...none, cancel: true } }))

  it('that was agreed to and is to be paid', () =>
    expect(orderView(salon, record({ expiresAt: at('2026-12-02 09:00') }), [], soon)).to.deep.include({
      expiresAt: '2026-12-02T01:00:00.000Z',
      can: { ...none, pay: true, cancel: true },
    }))

  it('that the shop turned down', () =>
    expect(
      orderView(salon, record({ state: 'cancelled', booking: 'rejected', note: '照片看不清' }), [], soon),
    ).to.deep.include({ note: '照片看不清', nextPayment: null, onSiteDue: 0, can: none }))

  it('that is confirmed', () => {
    const view = orderView(salon, record(confirmed), [entry('capture', 17484)], soon)
    expect(view).to.deep.include({
      expiresAt: null,
      checkInCode: 'C0DE',
      nextPayment: null,
      rescheduleFee: 0,
      can: { ...none, cancel: true, reschedule: true, transfer: true },
    })
    expect(view.money).to.deep.equal({ captured: 17484, onSite: 0, refunded: 0, charged: 0, state: 'deposit' })
  })

  it('of which a balance is to be paid in the app', () => {
    const of = (captured: number) =>
      orderView(salon, record({ ...confirmed, quote: course }), [entry('capture', captured)], soon)
    expect(of(50000)).to.deep.include({
      nextPayment: { amount: 50000, due: '2026-12-03T15:59:00.000Z', where: 'app' },
    })
    expect(of(50000).can.pay).to.equal(true)
    expect(of(100000)).to.deep.include({ nextPayment: null })
    expect(of(100000).can.pay).to.equal(false)
  })

  it('of which one place was given up', () => {
    const withdrawals = [{ places: [1], paid: 25000, refund: 20000, at: soon }]
    const view = orderView(
      salon,
      record({ ...confirmed, quote: course, withdrawals }),
      [entry('capture', 50000), entry('refund', 20000)],
      soon,
    )
    expect(view).to.deep.include({
      withdrawn: [1],
      nextPayment: { amount: 25000, due: '2026-12-03T15:59:00.000Z', where: 'app' },
    })
  })

  it('that was rescheduled for nothing, and costs something the next time', () =>
    expect(orderView(salon, record({ ...confirmed, reschedules: 1 }), [entry('capture', 17484)], soon)).to.deep.include(
      { reschedulesLeft: 1, rescheduleFee: 2000 },
    ))

  it('of which a fee is owed', () => {
    const charges = [{ id: 'chg_1', kind: 'reschedule' as const, amount: 2000, at: soon }]
    expect(
      orderView(salon, record({ ...confirmed, charges, reschedules: 2 }), [entry('capture', 17484)], soon),
    ).to.deep.include({ nextPayment: { amount: 2000, due: null, where: 'app' } })
  })

  it('that was passed on', () =>
    expect(orderView(salon, record({ ...confirmed, transfers: 1 }), [entry('capture', 17484)], soon)).to.deep.include({
      transfersLeft: 0,
      can: { ...none, cancel: true, reschedule: true },
    }))

  it('that was checked in', () => {
    const checkedInAt = at('2026-12-06 13:55')
    const view = orderView(
      salon,
      record({ ...confirmed, booking: 'checked_in', checkedInAt }),
      [],
      at('2026-12-06 13:56'),
    )
    expect(view).to.deep.include({ checkedInAt: '2026-12-06T05:55:00.000Z' })
    expect(view.can).to.include({ cancel: false, reschedule: false, transfer: false })
  })

  it('that is completed and asks for feedback, once', () => {
    const done = { state: 'completed', booking: 'completed' } as const
    const after = at('2026-12-07 09:00')
    expect(orderView(salon, record(done), [], after)).to.deep.include({
      feedback: { form: 'form', answers: null },
      can: { ...none, feedback: true },
    })
    expect(orderView(salon, record({ ...done, feedback: { stars: 5 } }), [], after)).to.deep.include({
      feedback: { form: 'form', answers: { stars: 5 } },
      can: none,
    })
    expect(orderView(salon, record({ ...done, booking: 'no_show' }), [], after).can).to.deep.equal(none)
    expect(orderView(shopOf({}), record(done), [], after).feedback).to.equal(null)
  })

  it('of a registration without a date', () => {
    const passes = shopOf({ cancellation: { tiers: [{ refund: 10000 }] } }, { mode: 'registration' })
    const view = orderView(passes, record({ ...confirmed, selection: bought(null) }), [], soon)
    expect(view).to.deep.include({ day: null, time: null, endTime: null, resources: [] })
    expect(view.can).to.include({ cancel: true, reschedule: false })
  })

  const titles = (shop: ResolvedShop, change: Partial<Assignment>) => {
    const view = orderView(shop, record({ selection: { ...selection, ...change } }), [], soon)
    return [view.serviceTitle['zh-CN'], view.offeringTitle['zh-CN'], view.offeringTitle.en]
  }
  const place = (offering: string) => ({ offering, addOns: {} })

  it('of tickets of two kinds', () =>
    expect(titles(salon, { places: ['plain', 'top', 'plain'].map(place) })).to.deep.equal([
      '染发',
      '资深 × 2、总监 × 1',
      'Senior × 2, Director × 1',
    ]))

  it('of services in a row', () => {
    const segment = {
      service: 'service',
      offering: 'top',
      start: selection.end ?? '',
      end: '2026-12-06T09:00:00.000Z',
      resources: { stylist: 'stylist-2', 'stylist:2': 'stylist-1' },
      options: {},
      addOns: {},
    }
    expect(titles(salon, { then: [segment] })).to.deep.equal(['染发 + 染发', '资深 + 总监', 'Senior + Director'])
    const view = orderView(salon, record({ selection: { ...selection, then: [segment] } }), [], soon)
    expect(view.resources.map(({ name }) => name.en)).to.deep.equal(['No. 2', 'No. 1'])
  })

  it('of which the shop has the service no longer', () => {
    const view = orderView(
      salon,
      record({ selection: { ...selection, service: 'gone', resources: { old: 'nobody' } } }),
      [],
      soon,
    )
    expect(view).to.deep.include({
      serviceTitle: { 'zh-CN': 'gone', en: 'gone' },
      resources: [{ role: { 'zh-CN': 'old', en: 'old' }, name: { 'zh-CN': 'nobody', en: 'nobody' } }],
      can: { ...none, pay: true },
    })
  })
})
