import { expect } from 'chai'
import fc from 'fast-check'
import { type Notice, orderNotice, type OrderView, waitlistNotice, type WaitlistView } from '../../src/domain/index.ts'
import { fitSubscribeField } from '../../src/wechat/subscribe-fields.ts'
import { bought, line, quoteOf, shopOf } from './after-sale-shop.ts'
import { at } from './shops.ts'

const shop = shopOf(
  {},
  {},
  { profile: { name: '青丝造型', address: { 'zh-CN': '长乐路 128 号', en: '128 Changle Road' } } },
)
const classes = shopOf({}, { mode: 'session' })
const run = shopOf(
  {},
  {
    mode: 'registration',
    event: { day: '2027-04-18', time: '07:00', endTime: '14:00', place: { 'zh-CN': '滨江公园', en: 'Riverside Park' } },
  },
)

const order = (rest: Partial<OrderView> = {}): OrderView => ({
  id: 'ord_1',
  number: 'Q7K2-9F3M',
  state: 'confirmed',
  booking: 'confirmed',
  money: { captured: 8800, onSite: 0, refunded: 0, charged: 0, state: 'paid' },
  selection: bought('2026-12-06 14:00', null, { places: [1, 2, 3].map(() => ({ offering: 'plain', addOns: {} })) }),
  quote: quoteOf([line(8800)]),
  serviceTitle: { 'zh-CN': '染发', en: 'Colour' },
  offeringTitle: { 'zh-CN': '资深', en: 'Senior' },
  resources: [],
  day: '2026-12-06',
  time: '14:00',
  endTime: '15:00',
  answers: {},
  participants: [],
  withdrawn: [],
  seats: [],
  createdAt: at('2026-12-01 09:00').toISOString(),
  expiresAt: null,
  checkInCode: 'C0DE',
  checkedInAt: null,
  reschedulesLeft: 0,
  rescheduleFee: 0,
  transfersLeft: 0,
  nextPayment: null,
  onSiteDue: 0,
  note: null,
  feedback: null,
  invoice: null,
  can: { pay: false, cancel: false, reschedule: false, transfer: false, feedback: false, invoice: false },
  ...rest,
})
const refunded = (amount: number) => ({ ...order().money, refunded: amount, state: 'refunding' as const })
const balance = { amount: 218000, due: at('2027-03-01 23:59').toISOString(), where: 'app' as const }

const entry = (rest: Partial<WaitlistView> = {}): WaitlistView => ({
  id: 'wtl_1',
  selection: { service: 'service' },
  people: 1,
  state: 'waiting',
  position: 3,
  hold: null,
  serviceTitle: { 'zh-CN': '启蒙班', en: 'Beginners' },
  day: '2027-03-06',
  time: '10:00',
  order: null,
  createdAt: at('2026-12-01 09:00').toISOString(),
  ...rest,
})
const offered = {
  hold: {
    id: 'hld_1',
    selection: bought('2027-03-06 10:00'),
    quote: quoteOf([line(298000)]),
    expiresAt: at('2027-02-20 21:00').toISOString(),
  },
}

describe('the notice of an event', () => {
  it('says what, when, where and of which order', () =>
    expect(orderNotice(shop, 'order.confirmed', order())).to.deep.equal({
      status: { 'zh-CN': '预约成功', en: 'Booked' },
      service: { 'zh-CN': '染发 · 资深', en: 'Colour · Senior' },
      time: { 'zh-CN': '2026年12月6日 14:00', en: '2026-12-06 14:00' },
      place: { 'zh-CN': '长乐路 128 号', en: '128 Changle Road' },
      amount: 8800,
      number: 'Q7K2-9F3M',
      next: { 'zh-CN': '到场请出示核销码', en: 'Show the code there' },
    }))

  const nothing = { captured: 0, onSite: 0, refunded: 0, charged: 0, state: 'nothing' } as const
  for (const [event, of, view, status, next, english, amount] of [
    ['order.awaiting_approval', run, {}, '待审核', '店铺审核后通知您', 'The shop will reply', null],
    [
      'order.approved',
      run,
      {
        state: 'pending',
        expiresAt: at('2026-12-05 23:59').toISOString(),
        nextPayment: { amount: 20000, due: null, where: 'app' },
      },
      '审核通过',
      '请在 12-05 23:59 前付款',
      'Pay by 12-05 23:59',
      20000,
    ],
    [
      'order.rejected',
      run,
      { state: 'cancelled', note: '完赛证明看不清', money: refunded(21500) },
      '未通过',
      '完赛证明看不清',
      '完赛证明看不清',
      21500,
    ],
    [
      'order.rejected',
      run,
      { state: 'cancelled', money: refunded(21500) },
      '未通过',
      '退款将原路退回',
      'Refund on its way',
      21500,
    ],
    ['order.confirmed', run, { money: nothing }, '报名成功', '到场请出示核销码', 'Show the code there', null],
    [
      'order.confirmed',
      classes,
      { nextPayment: balance },
      '报名成功',
      '请在 03-01 23:59 前付款',
      'Pay by 03-01 23:59',
      8800,
    ],
    ['order.confirmed', shop, { onSiteDue: 40796 }, '预约成功', '到场再付 ¥407.96', 'Pay ¥407.96 there', 8800],
    ['order.expired', shop, {}, '已过期', '可重新预约', 'You may book again', null],
    ['order.expired', run, {}, '已过期', '可重新报名', 'You may join again', null],
    ['order.cancelled', shop, { money: refunded(4400) }, '已取消', '退款将原路退回', 'Refund on its way', 4400],
    ['order.cancelled', shop, { money: nothing, note: ' ' }, '已取消', '可重新预约', 'You may book again', null],
    [
      'order.partly_cancelled',
      run,
      { withdrawn: [1], money: refunded(100) },
      '部分取消',
      '还剩 2 位',
      '2 people stay',
      100,
    ],
    ['order.rescheduled', shop, {}, '已改期', '请按新的时间到场', 'Come at the new time', null],
    ['order.transferred', run, {}, '转让成功', '到场请出示核销码', 'Show the code there', null],
    [
      'order.balance_due',
      classes,
      { nextPayment: balance },
      '待付余款',
      '请在 03-01 23:59 前付款',
      'Pay by 03-01 23:59',
      218000,
    ],
    [
      'order.balance_overdue',
      classes,
      { nextPayment: balance },
      '余款逾期',
      '请尽快付清余款',
      'Please pay it soon',
      218000,
    ],
    [
      'order.completed',
      shop,
      { can: { ...order().can, feedback: true } },
      '已完成',
      '请评价这次服务',
      'Tell us how it was',
      null,
    ],
    ['order.no_show', shop, {}, '未到', '如有误请联系店铺', 'Wrong? Contact us', null],
    ['refund.succeeded', shop, { money: refunded(4400) }, '退款到账', '请查看支付账户', 'See your account', 4400],
    ['invoice.issued', run, {}, '已开票', '可在订单里查看', 'See it in the order', null],
    ['entitlement.granted', run, {}, '已到账', '可在「我的」里查看', 'See it under “Me”', null],
    ['reminder.due', shop, {}, '即将开始', '请准时到场', 'Please be on time', null],
    ['reminder.due', shop, { onSiteDue: 40796 }, '即将开始', '到场再付 ¥407.96', 'Pay ¥407.96 there', null],
  ] as readonly (readonly [string, typeof shop, Partial<OrderView>, string, string, string, number | null])[])
    it(`${event}: ${status}，${next}`, () => {
      const notice = orderNotice(of, event, order(view))
      expect(notice?.status['zh-CN']).to.equal(status)
      expect(notice?.next).to.deep.equal({ 'zh-CN': next, en: english })
      expect(notice?.amount).to.equal(amount)
    })

  for (const [event, view, status, next, english, amount] of [
    ['waitlist.joined', entry(), '候补中', '您排在第 3 位', 'You are number 3', null],
    ['waitlist.offered', entry(offered), '有空位了', '请在 02-20 21:00 前下单', 'Order by 02-20 21:00', 298000],
    ['waitlist.booked', entry(), '递补成功', '到场请出示核销码', 'Show the code there', null],
    ['waitlist.lapsed', entry(), '候补失效', '可重新排候补', 'You may join again', null],
  ] as const)
    it(`${event}: ${status}，${next}`, () =>
      expect(waitlistNotice(classes, event, view)).to.deep.include({
        status: { 'zh-CN': status, en: waitlistNotice(classes, event, view)?.status.en },
        service: { 'zh-CN': '启蒙班', en: 'Beginners' },
        next: { 'zh-CN': next, en: english },
        amount,
        number: null,
      }))

  it('names the service alone where the ticket does not fit beside it', () => {
    const long = { 'zh-CN': '十二岁以下青少年及其家长', en: 'Youth' }
    const notice = orderNotice(shop, 'order.confirmed', order({ serviceTitle: long, offeringTitle: long }))
    expect(notice?.service).to.deep.equal({ 'zh-CN': '十二岁以下青少年及其家长', en: 'Youth · Youth' })
  })

  it('speaks of no money where a free place is offered', () => {
    const hold = { ...offered.hold, quote: quoteOf([]) }
    expect(waitlistNotice(classes, 'waitlist.offered', entry({ hold }))?.amount).to.equal(null)
  })

  it('names the place of the event, and the shop where it has no address', () => {
    expect(orderNotice(run, 'order.confirmed', order())?.place.en).to.equal('Riverside Park')
    expect(orderNotice(classes, 'order.confirmed', order())?.place).to.deep.equal({ 'zh-CN': '店', en: '店' })
  })

  it('has no time where there is no date', () =>
    expect(orderNotice(run, 'entitlement.granted', order({ day: null, time: null }))?.time).to.equal(null))

  it('is not sent for what is no news, or no longer so', () => {
    for (const event of ['order.created', 'order.checked_in', 'refund.requested', 'payment.captured', 'toString'])
      expect(orderNotice(shop, event, order()), event).to.equal(null)
    for (const event of ['order.approved', 'order.balance_due', 'order.balance_overdue', 'order.completed'])
      expect(orderNotice(shop, event, order()), event).to.equal(null)
    expect(waitlistNotice(classes, 'waitlist.offered', entry())).to.equal(null)
    expect(waitlistNotice(classes, 'waitlist.joined', entry({ position: 0 }))).to.equal(null)
  })

  const EVENTS = [
    'awaiting_approval approved rejected confirmed expired cancelled partly_cancelled rescheduled transferred balance_due balance_overdue completed no_show'
      .split(' ')
      .map((name) => `order.${name}`),
    ['refund.succeeded', 'invoice.issued', 'entitlement.granted', 'reminder.due'],
  ].flat()

  it('fits the fields of a subscribe message, whatever merchants and staff have written', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), fc.constant('长'.repeat(60)))
    const title = text.map((zh) => ({ 'zh-CN': zh }))
    const fits = (notice: Notice): void => {
      for (const locale of ['zh-CN', 'en'] as const) {
        for (const field of [notice.service, notice.place, notice.next])
          expect(fitSubscribeField('thing1', field[locale])).to.equal(field[locale])
        expect(notice.next[locale].length).to.be.greaterThan(0)
      }
      expect(notice.status['zh-CN']).to.match(/^\p{Script=Han}{2,5}$/u)
      expect(fitSubscribeField('phrase1', notice.status['zh-CN'])).to.equal(notice.status['zh-CN'])
      if (notice.number !== null) expect(fitSubscribeField('character_string1', notice.number)).to.equal(notice.number)
    }
    fc.assert(
      fc.property(
        title,
        title,
        fc.option(text),
        text,
        fc.nat(1e8),
        fc.boolean(),
        (one, two, note, name, amount, owes) => {
          const of = shopOf({}, {}, { profile: { name } })
          const view = order({
            serviceTitle: one,
            offeringTitle: two,
            note,
            state: 'pending',
            expiresAt: balance.due,
            onSiteDue: owes ? amount : 0,
            nextPayment: owes ? null : { ...balance, amount },
            can: { ...order().can, feedback: true },
          })
          for (const event of EVENTS) {
            const notice = orderNotice(of, event, view)
            if (notice) fits(notice)
            else expect(event).to.match(/balance/)
          }
          for (const event of ['waitlist.joined', 'waitlist.offered', 'waitlist.booked', 'waitlist.lapsed']) {
            const notice = waitlistNotice(of, event, entry({ ...offered, serviceTitle: one, position: amount + 1 }))
            expect(notice).not.to.equal(null)
            if (notice) fits(notice)
          }
        },
      ),
    )
  })
})
