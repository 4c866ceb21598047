import type { PaymentPlan, Policies, Service, Shop } from '@kaidian/schemas'
import { expect } from 'chai'
import { describeShop, type PublicService } from '../../src/domain/index.ts'
import { shopOf } from './after-sale-shop.ts'

function told(policies: Policies, change: Partial<Service> = {}, rest: Partial<Shop> = {}): PublicService {
  const [service] = describeShop(shopOf(policies, change, rest), true).services
  if (!service) throw new Error('no service')
  return service
}

describe('the terms of payment', () => {
  const by = { at: '2027-03-01T23:59' }
  for (const [mode, payment, zh, en] of [
    ['appointment', { kind: 'full' }, '预约时付全额', 'Paid in full when booking'],
    ['registration', { kind: 'full' }, '报名时付全额', 'Paid in full when registering'],
    [
      'appointment',
      { kind: 'deposit', rate: 3000 },
      '预约时付 30% 定金，其余到店付',
      'A deposit of 30% when booking, the rest in the shop',
    ],
    [
      'session',
      { kind: 'deposit', amount: 50000, each: true, balance: by },
      '报名时付每人 ¥500.00 定金，余款 2027 年 3 月 1 日 23:59 前付清',
      'A deposit of ¥500.00 for each person when booking, the rest by 1 March 2027, 23:59',
    ],
    [
      'session',
      { kind: 'deposit', amount: 20000, balance: { before: 4320 }, overdue: 'cancel' },
      '报名时付 ¥200.00 定金，余款开始前 3 天以前付清，逾期未付则取消',
      'A deposit of ¥200.00 when booking, the rest at least 3 days before the start; cancelled when overdue',
    ],
    [
      'registration',
      { kind: 'instalments', parts: [{ rate: 3000 }, { amount: 50000, due: by }, { due: { after: 43200 } }] },
      '分 3 期：报名时付 30%，2027 年 3 月 1 日 23:59 前付 ¥500.00，余款下单后 30 天内付清',
      'In 3 parts: 30% when registering, ¥500.00 by 1 March 2027, 23:59, the rest within 30 days of the order',
    ],
    ['appointment', { kind: 'onSite' }, '到店付款', 'Paid in the shop'],
    ['session', { kind: 'onSite' }, '现场付款', 'Paid on site'],
    ['registration', { kind: 'free' }, '免费', 'Free of charge'],
  ] as readonly (readonly [Service['mode'], PaymentPlan, string, string])[])
    it(zh, () => expect(told({ payment }, { mode }).terms.payment).to.deep.equal({ 'zh-CN': zh, en }))

  it('name every plan among which the customer chooses', () => {
    const service = told(
      {
        payment: {
          kind: 'choice',
          plans: [
            { id: 'whole', title: { 'zh-CN': '一次付清', en: 'All at once' }, payment: { kind: 'full' } },
            {
              id: 'deposit',
              title: { 'zh-CN': '先付定金', en: 'Deposit first' },
              payment: { kind: 'deposit', amount: 50000, balance: by },
            },
          ],
        },
      },
      { mode: 'session' },
    )
    expect(service.plans).to.deep.equal([
      {
        id: 'whole',
        title: { 'zh-CN': '一次付清', en: 'All at once' },
        terms: { 'zh-CN': '报名时付全额', en: 'Paid in full when booking' },
      },
      {
        id: 'deposit',
        title: { 'zh-CN': '先付定金', en: 'Deposit first' },
        terms: {
          'zh-CN': '报名时付 ¥500.00 定金，余款 2027 年 3 月 1 日 23:59 前付清',
          en: 'A deposit of ¥500.00 when booking, the rest by 1 March 2027, 23:59',
        },
      },
    ])
    expect(service.terms.payment).to.deep.equal({
      'zh-CN': '一次付清（报名时付全额）；或先付定金（报名时付 ¥500.00 定金，余款 2027 年 3 月 1 日 23:59 前付清）',
      en: 'All at once (Paid in full when booking); or Deposit first (A deposit of ¥500.00 when booking, the rest by 1 March 2027, 23:59)',
    })
    expect(told({}).plans).to.deep.equal([])
  })
})

describe('the terms of cancellation', () => {
  for (const [name, tiers, zh, en] of [
    [
      'hours before',
      [
        { before: 1440, refund: 10000 },
        { before: 120, refund: 5000 },
      ],
      ['开始前 24 小时以上取消，退还全部已付款', '开始前 2 小时以上取消，退还已付款的 50%', '再晚取消，不退款'],
      [
        'Cancelled 24 hours or more before: all that was paid comes back',
        'Cancelled 2 hours or more before: 50% of what was paid comes back',
        'Later: nothing comes back',
      ],
    ],
    [
      'a moment',
      [{ until: '2027-02-28T23:59', refund: 8000 }],
      ['2027 年 2 月 28 日 23:59 前取消，退还已付款的 80%', '再晚取消，不退款'],
      ['Cancelled by 28 February 2027, 23:59: 80% of what was paid comes back', 'Later: nothing comes back'],
    ],
    [
      'sessions left',
      [
        { before: 10080, refund: 9500 },
        { before: 0, refund: 9000 },
        { refund: 9000, basis: 'sessionsLeft' },
      ],
      ['开始前 7 天以上取消，退还已付款的 95%', '开始之前取消，退还已付款的 90%', '之后取消，按剩余次数的比例退还 90%'],
      [
        'Cancelled 7 days or more before: 95% of what was paid comes back',
        'Cancelled before the start: 90% of what was paid comes back',
        'Later: 90% of the share of the sessions left comes back',
      ],
    ],
    [
      'nothing at last',
      [
        { before: 1440, refund: 10000 },
        { before: 120, refund: 0 },
      ],
      ['开始前 24 小时以上取消，退还全部已付款', '开始前 2 小时以上取消，不退款'],
      [
        'Cancelled 24 hours or more before: all that was paid comes back',
        'Cancelled 2 hours or more before: nothing comes back',
      ],
    ],
    [
      'up to the start',
      [
        { before: 720, refund: 10000 },
        { before: 0, refund: 7000 },
      ],
      ['开始前 12 小时以上取消，退还全部已付款', '开始之前取消，退还已付款的 70%'],
      [
        'Cancelled 12 hours or more before: all that was paid comes back',
        'Cancelled before the start: 70% of what was paid comes back',
      ],
    ],
    [
      'any time',
      [{ refund: 10000 }],
      ['随时可取消，退还全部已付款'],
      ['Cancelled at any time: all that was paid comes back'],
    ],
    ['none', [], ['取消不退款'], ['Nothing comes back when cancelled']],
  ] as const)
    it(name, () => {
      const rows = told({ cancellation: { tiers: tiers.map((tier) => ({ ...tier })) } }).terms.cancellation
      expect(rows.map((row) => row['zh-CN'])).to.deep.equal(zh)
      expect(rows.map((row) => row.en)).to.deep.equal(en)
    })
})

describe('the terms of cancellation of what is free', () => {
  for (const [tier, zh, en] of [
    [{ before: 0, refund: 10000 }, '开始之前可取消', 'Can be cancelled before the start'],
    [{ refund: 10000 }, '随时可取消', 'Can be cancelled at any time'],
  ] as const)
    it(`speak of no money: ${zh}`, () =>
      expect(told({ payment: { kind: 'free' }, cancellation: { tiers: [tier] } }).terms.cancellation).to.deep.equal([
        { 'zh-CN': zh, en },
      ]))
})

describe('the terms of a reschedule and of a transfer', () => {
  for (const [reschedule, zh, en] of [
    [{ times: 0, before: 0 }, '不可改期', 'Cannot be rescheduled'],
    [
      { times: 2, before: 0, free: 2, fee: 2000 },
      '开始之前可免费改期 2 次',
      'Can be rescheduled 2 times before the start',
    ],
    [{ times: 1, before: 240 }, '开始前 4 小时以上可免费改期 1 次', 'Can be rescheduled once, at least 4 hours before'],
    [
      { times: 3, before: 0, free: 1, fee: 2000 },
      '开始之前可改期 3 次，前 1 次免费，之后每次收 ¥20.00',
      'Can be rescheduled 3 times before the start; the first free, then ¥20.00 each',
    ],
    [
      { times: 2, before: 1440, free: 0, fee: 2000 },
      '开始前 24 小时以上可改期 2 次，每次收 ¥20.00',
      'Can be rescheduled 2 times, at least 24 hours before; ¥20.00 each time',
    ],
  ] as const)
    it(zh, () => expect(told({ reschedule }).terms.reschedule).to.deep.equal({ 'zh-CN': zh, en }))

  it('say of a registration that its time cannot be changed', () =>
    expect(told({ reschedule: { times: 1, before: 0 } }, { mode: 'registration' }).terms.reschedule.en).to.equal(
      'Cannot be rescheduled',
    ))

  for (const [transfer, zh, en] of [
    [
      { times: 1, until: '2027-02-28T23:59' },
      '2027 年 2 月 28 日 23:59 前可转让 1 次',
      'Can be transferred once, by 28 February 2027, 23:59',
    ],
    [{ times: 2 }, '可转让 2 次', 'Can be transferred 2 times'],
    [{ times: 1, before: 120 }, '开始前 2 小时以上可转让 1 次', 'Can be transferred once, at least 2 hours before'],
  ] as const)
    it(zh, () => expect(told({ transfer }).terms.transfer).to.deep.equal({ 'zh-CN': zh, en }))

  it('say nothing of a transfer where there is none', () => expect(told({}).terms.transfer).to.equal(null))
})

describe('the terms of booking', () => {
  const rows = (policies: Policies, change: Partial<Service> = {}) =>
    told(policies, change).terms.booking.map((row) => [row['zh-CN'], row.en])
  const event = { day: '2027-01-16', time: '14:00', endTime: '16:00' }
  const ticket = { id: 'ticket', title: { 'zh-CN': '全马', en: 'Marathon' }, price: 20000 }

  for (const [name, policies, change, expected] of [
    [
      'notice and horizon',
      { booking: { notice: 120, horizon: 30 } },
      {},
      [
        ['至少提前 2 小时预约', 'Book at least 2 hours ahead'],
        ['最多提前 30 天预约', 'Book at most 30 days ahead'],
      ],
    ],
    ['the same day', { booking: { horizon: 0 } }, {}, [['只能预约当天', 'Only for the same day']]],
    [
      'notice before an event',
      { booking: { notice: 60 } },
      { mode: 'registration', event },
      [['开始前 1 小时截止报名', 'Register at least 1 hour before the start']],
    ],
    ['nothing of a start where there is none', { booking: { notice: 60 } }, { mode: 'registration' }, []],
    ['nothing where nothing is said', { booking: {} }, { mode: 'registration', event }, []],
    [
      'when it opens and closes',
      { booking: { opens: '2026-12-01T10:00', closes: '2027-02-28T23:59' } },
      { mode: 'registration', event },
      [
        ['2026 年 12 月 1 日 10:00 起可报名', 'Opens on 1 December 2026, 10:00'],
        ['2027 年 2 月 28 日 23:59 截止报名', 'Closes on 28 February 2027, 23:59'],
      ],
    ],
    [
      'what holds for one ticket alone',
      {},
      {
        mode: 'registration',
        event,
        offerings: [
          { ...ticket, closes: '2027-01-31T23:59', team: { min: 2, max: 10 }, approval: 'afterPayment' },
          { id: 'fun', title: '欢乐跑', price: 6000 },
        ],
      },
      [
        ['全马：2027 年 1 月 31 日 23:59 截止报名', 'Marathon: closes on 31 January 2027, 23:59'],
        ['全马：一单 2 到 10 位', 'Marathon: 2 to 10 people in one order'],
        [
          '全马：付款后由店铺审核，不通过全额退款',
          'Marathon: the shop has to agree once it is paid; all comes back if it does not',
        ],
      ],
    ],
    [
      'approval before payment',
      { booking: { approval: 'beforePayment', payMinutes: 2880 } },
      { mode: 'registration', event },
      [['需店铺审核，通过后 2 天内付款', 'The shop has to agree; to be paid within 2 days of that']],
    ],
    [
      'limits',
      {
        booking: {
          limits: [
            { id: 'phone', per: ['answer.phone'], max: 1 },
            { id: 'daily', per: ['customer'], max: 2, within: 'day' },
            { id: 'seats', per: ['customer'], max: 4, count: 'places', within: 'session' },
            { id: 'child', per: ['answer.name', 'answer.phone'], max: 1, within: 'month' },
            { id: 'all', per: [], max: 100, count: 'places', within: 'week' },
          ],
        },
      },
      { mode: 'registration' },
      [
        ['同一「手机号」最多 1 单', 'At most 1 order for the same “Mobile phone”'],
        ['每位顾客每天最多 2 单', 'At most 2 orders a day for each customer'],
        ['每位顾客每场最多 4 个名额', 'At most 4 places per session for each customer'],
        ['同一「姓名」和「手机号」每月最多 1 单', 'At most 1 order a month for the same “Name” and “Mobile phone”'],
        ['总共每周最多 100 个名额', 'At most 100 places a week in all'],
      ],
    ],
    [
      'the waiting list and absences',
      {
        waitlist: { mode: 'offer' },
        noShow: { limit: 2, banDays: 90 },
      },
      { mode: 'session' },
      [
        [
          '满了可排候补，有空位为您保留 12 小时',
          'A waiting list when full; a place that falls free is kept for you for 12 hours',
        ],
        ['未到 2 次，90 天内不能报名', 'After 2 no-shows, no booking for 90 days'],
      ],
    ],
    [
      'a waiting list that books by itself',
      { waitlist: { mode: 'auto' } },
      { mode: 'session' },
      [['满了可排候补，有空位自动递补', 'A waiting list when full; places that fall free are given in turn']],
    ],
  ] as readonly (readonly [string, Policies, Partial<Service>, readonly (readonly string[])[]])[])
    it(`say: ${name}`, () => expect(rows(policies, change)).to.deep.equal(expected))

  it('say each thing in both languages, without a full stop', () => {
    for (const row of told({ booking: { notice: 60 } }).terms.booking) {
      expect(row['zh-CN']).not.to.match(/[。.]$/)
      expect(row.en).not.to.match(/\.$/)
    }
  })
})
