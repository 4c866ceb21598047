import { expect } from 'chai'
import fc from 'fast-check'
import {
  advance,
  allocateRefund,
  allows,
  type BookingState,
  cancellationPreview,
  type LedgerEntry,
  money,
  type OrderEvent,
  type OrderRecord,
  type OrderState,
  orderView,
  quote,
  type Quote,
  Refusal,
  rescheduleCheck,
  TRANSITIONS,
} from '../../src/domain/index.ts'
import { assignment, at, resolved } from './shops.ts'

const shop = resolved()
const hours = (count: number, before: Date): Date => new Date(before.getTime() - count * 3_600_000)

const EVENTS = Object.keys(TRANSITIONS) as OrderEvent[]
const ORDERS: readonly OrderState[] = ['pending', 'confirmed', 'completed', 'expired', 'cancelled']
const BOOKINGS: readonly BookingState[] = [
  'held',
  'confirmed',
  'checked_in',
  'completed',
  'expired',
  'cancelled',
  'no_show',
]

describe('the transitions of an order', () => {
  for (const [event, order, booking, toOrder, toBooking] of [
    ['confirm', 'pending', 'held', 'confirmed', 'confirmed'],
    ['expire', 'pending', 'held', 'expired', 'expired'],
    ['honour', 'expired', 'expired', 'confirmed', 'confirmed'],
    ['cancel', 'pending', 'held', 'cancelled', 'cancelled'],
    ['cancel', 'confirmed', 'confirmed', 'cancelled', 'cancelled'],
    ['reschedule', 'confirmed', 'confirmed', 'confirmed', 'confirmed'],
    ['checkIn', 'confirmed', 'confirmed', 'confirmed', 'checked_in'],
    ['complete', 'confirmed', 'checked_in', 'completed', 'completed'],
    ['noShow', 'confirmed', 'confirmed', 'completed', 'no_show'],
  ] as const)
    it(`${event} makes ${order}, ${booking} into ${toOrder}, ${toBooking}`, () =>
      expect(advance(event, { order, booking })).to.deep.equal({ order: toOrder, booking: toBooking }))

  for (const [event, order, booking, code] of [
    ['confirm', 'expired', 'expired', 'ORDER_NOT_PENDING'],
    ['confirm', 'cancelled', 'cancelled', 'ORDER_NOT_PENDING'],
    ['expire', 'confirmed', 'confirmed', 'ORDER_NOT_PENDING'],
    ['cancel', 'confirmed', 'checked_in', 'CANCELLATION_NOT_ALLOWED'],
    ['cancel', 'cancelled', 'cancelled', 'CANCELLATION_NOT_ALLOWED'],
    ['checkIn', 'confirmed', 'checked_in', 'CHECK_IN_NOT_ALLOWED'],
    ['checkIn', 'pending', 'held', 'CHECK_IN_NOT_ALLOWED'],
    ['noShow', 'confirmed', 'checked_in', 'NO_SHOW_NOT_ALLOWED'],
    ['reschedule', 'pending', 'held', 'RESCHEDULE_NOT_ALLOWED'],
    ['complete', 'completed', 'completed', 'NOT_COMPLETABLE'],
  ] as const)
    it(`${event} is refused for ${order}, ${booking}`, () =>
      expect(() => advance(event, { order, booking }))
        .to.throw(Refusal)
        .with.property('code', code))

  it('leave what is completed or cancelled as it is', () => {
    for (const event of EVENTS)
      for (const order of ['completed', 'cancelled'] as const)
        for (const booking of BOOKINGS)
          expect(allows(event, { order, booking }), `${event} ${order} ${booking}`).to.equal(false)
  })

  it('reach every state of orders and bookings from a hold, and never an impossible pair', () => {
    const seen = new Set(['pending held'])
    for (const pair of seen)
      for (const event of EVENTS) {
        const [order, booking] = pair.split(' ') as [OrderState, BookingState]
        if (!allows(event, { order, booking })) continue
        const next = advance(event, { order, booking })
        seen.add(`${next.order} ${next.booking}`)
      }
    expect([...seen]).to.have.members([
      'pending held',
      'confirmed confirmed',
      'expired expired',
      'cancelled cancelled',
      'confirmed checked_in',
      'completed completed',
      'completed no_show',
    ])
    expect(new Set([...seen].map((pair) => pair.split(' ')[0]))).to.have.keys(...ORDERS)
    expect(new Set([...seen].map((pair) => pair.split(' ')[1]))).to.have.keys(...BOOKINGS)
  })
})

const entry = (
  kind: LedgerEntry['kind'],
  amount: number,
  state: LedgerEntry['state'] = 'succeeded',
  rest: Partial<LedgerEntry> = {},
): LedgerEntry => ({
  id: `${kind}-${amount}`,
  order: 'o',
  kind,
  amount,
  state,
  at: at('2026-12-01 09:00'),
  ...rest,
})
const priced = (total: number, dueNow = total): Quote => ({
  lines: [],
  skipped: [],
  total,
  dueNow,
  balance: total - dueNow,
})

describe('the money of an order', () => {
  for (const [name, entries, price, expected] of [
    ['nothing to pay', [], priced(0), [0, 0, 0, 'nothing']],
    ['not paid yet', [], priced(8800), [0, 0, 0, 'unpaid']],
    ['an attempt that failed', [entry('capture', 8800, 'failed')], priced(8800), [0, 0, 0, 'unpaid']],
    ['an attempt under way', [entry('capture', 8800, 'requested')], priced(8800), [0, 0, 0, 'unpaid']],
    ['paid', [entry('capture', 8800)], priced(8800), [8800, 0, 0, 'paid']],
    ['a deposit', [entry('capture', 17484)], priced(58280, 17484), [17484, 0, 0, 'deposit']],
    [
      'a deposit and the rest in the shop',
      [entry('capture', 17484), entry('on_site', 40796)],
      priced(58280, 17484),
      [17484, 40796, 0, 'paid'],
    ],
    [
      'on its way back',
      [entry('capture', 8800), entry('refund', 8800, 'requested')],
      priced(8800),
      [8800, 0, 8800, 'refunding'],
    ],
    ['given back', [entry('capture', 8800), entry('refund', 8800)], priced(8800), [8800, 0, 8800, 'refunded']],
    [
      'half given back',
      [entry('capture', 8800), entry('refund', 4400)],
      priced(8800),
      [8800, 0, 4400, 'partly_refunded'],
    ],
    [
      'a refund that failed',
      [entry('capture', 8800), entry('refund', 8800, 'failed')],
      priced(8800),
      [8800, 0, 0, 'paid'],
    ],
  ] as const)
    it(name, () => {
      const { captured, onSite, refunded, state } = money(entries, price)
      expect([captured, onSite, refunded, state]).to.deep.equal(expected)
    })

  it('is shared among captures, oldest first', () => {
    const entries = [
      entry('capture', 500, 'succeeded', { id: 'b', at: at('2026-12-01 10:00') }),
      entry('capture', 300, 'succeeded', { id: 'a' }),
      entry('refund', 100, 'succeeded', { capture: 'a' }),
      entry('refund', 100, 'requested', { capture: 'b' }),
    ]
    expect(allocateRefund(entries, 350)).to.deep.equal([
      { capture: 'a', amount: 200 },
      { capture: 'b', amount: 150 },
    ])
    expect(() => allocateRefund(entries, 601))
      .to.throw(Refusal)
      .with.property('code', 'REFUND_TOO_LARGE')
    expect(() => allocateRefund(entries, -1)).to.throw(Refusal)
  })

  it('never gives back more than was captured, however often it is asked', () => {
    const amount = fc.integer({ min: 0, max: 5000 })
    fc.assert(
      fc.property(
        fc.array(amount, { maxLength: 4 }),
        fc.array(fc.tuple(amount, fc.constantFrom('succeeded', 'requested', 'failed'), fc.boolean())),
        (paid, wanted) => {
          const entries = paid.map((one, index) => entry('capture', one, 'succeeded', { id: `c${index}` }))
          for (const [ask, state, named] of wanted) {
            let shares: ReturnType<typeof allocateRefund>
            try {
              shares = allocateRefund(entries, ask)
            } catch {
              const { captured, refunded } = money(entries, priced(0))
              expect(ask).to.be.greaterThan(captured - refunded)
              continue
            }
            expect(shares.reduce((sum, share) => sum + share.amount, 0)).to.equal(ask)
            entries.push(
              ...shares.map((share) => entry('refund', share.amount, state, named ? { capture: share.capture } : {})),
            )
          }
          const { captured, refunded } = money(entries, priced(0))
          expect(refunded).to.be.at.most(captured)
          for (const { id, amount: whole } of entries.filter(({ kind }) => kind === 'capture')) {
            const out = entries.filter((one) => one.kind === 'refund' && one.state !== 'failed' && one.capture === id)
            expect(out.reduce((sum, one) => sum + one.amount, 0)).to.be.at.most(whole)
          }
        },
      ),
    )
  })
})

describe('the policies', () => {
  const start = at('2026-12-05 14:00')

  it('give everything back when the shop cancels', () => {
    expect(
      cancellationPreview(shop, { service: 'cut', start, paid: 21780, now: hours(1, start), by: 'merchant' }),
    ).to.include({ allowed: true, refund: 21780, rate: 10000 })
  })

  it('let no customer cancel what has begun', () => {
    expect(cancellationPreview(shop, { service: 'cut', start, paid: 21780, now: start, by: 'customer' })).to.include({
      allowed: false,
      refund: 0,
    })
  })

  it('say what comes back and why', () => {
    const preview = (count: number) =>
      cancellationPreview(shop, { service: 'cut', start, paid: 21780, now: hours(count, start), by: 'customer' })
        .explanation
    expect(preview(25)).to.deep.equal({
      'zh-CN': '离开始还有 24 小时以上，退还 ¥217.80（已付 ¥217.80）。',
      en: 'It is 24 hours or more to the start: ¥217.80 of ¥217.80 comes back.',
    })
    expect(preview(1)).to.deep.equal({
      'zh-CN': '离开始不足 2 小时，不退款。',
      en: 'It is less than 2 hours to the start: nothing comes back.',
    })
  })

  for (const [used, left, allowed] of [
    [0, 5, true],
    [0, 4, true],
    [0, 3, false],
    [1, 48, false],
    [0, -1, false],
  ] as const)
    it(`${allowed ? 'allow' : 'refuse'} a reschedule ${left} h before, after ${used}`, () =>
      expect(rescheduleCheck(shop, { service: 'cut', start, used, now: hours(left, start) })).to.include({
        allowed,
        left: 1 - used,
      }))
})

describe('the view of an order', () => {
  const selection = assignment(
    shop,
    { service: 'dye', offering: 'senior', options: { length: 'medium' }, addOns: { care: 1 } },
    '2026-12-06 14:00',
  )
  const price = quote(shop, selection, { now: at('2026-12-01 09:00'), visits: 2, membership: null, answers: {} })
  const record = (rest: Partial<OrderRecord> = {}): OrderRecord => ({
    id: 'ord_1',
    number: 'Q7K2-9F3M',
    state: 'pending',
    booking: 'held',
    selection,
    quote: price,
    answers: { name: '王小明' },
    createdAt: at('2026-12-01 09:00'),
    expiresAt: at('2026-12-01 09:15'),
    checkInCode: 'C0DE',
    checkedInAt: null,
    reschedules: 0,
    ...rest,
  })

  it('of one that waits for its deposit', () => {
    const view = orderView(shop, record(), [], at('2026-12-01 09:05'))
    expect(view).to.deep.include({
      day: '2026-12-06',
      time: '14:00',
      endTime: '16:00',
      serviceTitle: { 'zh-CN': '染发', en: 'Colour' },
      offeringTitle: { 'zh-CN': '资深', en: 'Senior' },
      resources: [{ role: { 'zh-CN': '发型师', en: 'Stylist' }, name: { 'zh-CN': '2号', en: 'No. 2' } }],
      expiresAt: '2026-12-01T01:15:00.000Z',
      checkInCode: null,
      reschedulesLeft: 1,
      can: { pay: true, cancel: true, reschedule: false },
    })
    expect(orderView(shop, record(), [], at('2026-12-01 09:15')).can.pay).to.equal(false)
  })

  it('of one that is confirmed', () => {
    const view = orderView(
      shop,
      record({ state: 'confirmed', booking: 'confirmed' }),
      [entry('capture', 17484)],
      at('2026-12-01 09:05'),
    )
    expect(view).to.deep.include({
      expiresAt: null,
      checkInCode: 'C0DE',
      can: { pay: false, cancel: true, reschedule: true },
    })
    expect(view.money).to.deep.equal({ captured: 17484, onSite: 0, refunded: 0, state: 'deposit' })
  })

  it('of one that was checked in', () => {
    const view = orderView(
      shop,
      record({ state: 'confirmed', booking: 'checked_in', checkedInAt: at('2026-12-06 13:55') }),
      [],
      at('2026-12-06 13:56'),
    )
    expect(view).to.deep.include({
      checkedInAt: '2026-12-06T05:55:00.000Z',
      can: { pay: false, cancel: false, reschedule: false },
    })
  })

  it('of one whose service the shop has no longer', () => {
    const view = orderView(
      shop,
      record({ selection: { ...selection, service: 'gone', resources: { old: 'nobody' } } }),
      [],
      at('2026-12-01 09:05'),
    )
    expect(view).to.deep.include({
      serviceTitle: { 'zh-CN': 'gone', en: 'gone' },
      can: { pay: true, cancel: false, reschedule: false },
    })
    expect(view.resources).to.deep.equal([
      { role: { 'zh-CN': 'old', en: 'old' }, name: { 'zh-CN': 'nobody', en: 'nobody' } },
    ])
  })
})
