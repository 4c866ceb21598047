import type { Language } from '../../common/i18n.ts'

type Both = readonly [zh: string, en: string]

/** What the words of a closed list mean, by property. */
const VALUES: Readonly<Record<string, Readonly<Record<string, Both>>>> = {
  mode: {
    appointment: ['预约：顾客选时间', 'Appointment: the customer chooses a time'],
    session: ['场次：固定日期的课或活动', 'Session: classes on fixed dates'],
    registration: ['报名：只选票种', 'Registration: tickets only'],
    offer: ['留给第一位，等他下单', 'Kept for the first until they order'],
    auto: ['直接订上并通知', 'Booked at once and told'],
    down: ['舍去零头', 'Down'],
    half: ['四舍五入', 'Half up'],
    up: ['进位', 'Up'],
  },
  look: { calm: ['柔和', 'Calm'], crisp: ['利落', 'Crisp'], warm: ['温暖', 'Warm'] },
  appearance: { system: ['跟随手机', 'As the phone'], light: ['浅色', 'Light'], dark: ['深色', 'Dark'] },
  kind: {
    staff: ['员工', 'Staff'],
    room: ['房间', 'Room'],
    court: ['场地', 'Court'],
    vehicle: ['车辆', 'Vehicle'],
    equipment: ['设备', 'Equipment'],
    pass: ['次卡', 'Pass'],
    membership: ['会员', 'Membership'],
    storedValue: ['储值', 'Stored value'],
  },
  per: {
    booking: ['每单', 'Each order'],
    person: ['每人', 'Each person'],
    time: ['按时长', 'Each stretch of time'],
    personTime: ['每人按时长', 'Each person and stretch of time'],
    place: ['每人一次', 'One for each person'],
  },
  covers: {
    session: ['一次', 'One session'],
    series: ['整期', 'The whole series'],
    base: ['价目', 'Price'],
    option: ['选项', 'Options'],
    addOn: ['加项', 'Add-ons'],
    surcharge: ['加价', 'Surcharges'],
  },
  of: {
    base: ['价目', 'Price'],
    option: ['选项', 'Options'],
    addOn: ['加项', 'Add-ons'],
    surcharge: ['加价', 'Surcharges'],
    discount: ['优惠', 'Discounts'],
    coupon: ['优惠码', 'Coupons'],
  },
  phase: {
    base: ['价目（代替或另加底价）', 'Price (more of the base)'],
    surcharge: ['加价', 'Surcharge'],
    discount: ['优惠', 'Discount'],
    coupon: ['优惠码', 'Coupon'],
    rounding: ['抹零', 'Rounding'],
  },
  events: {
    'order.awaiting_approval': ['等待审核', 'Waits for approval'],
    'order.approved': ['审核通过', 'Approved'],
    'order.rejected': ['审核不通过', 'Rejected'],
    'order.confirmed': ['预约确认', 'Confirmed'],
    'order.expired': ['超时未付', 'Expired unpaid'],
    'order.cancelled': ['已取消', 'Cancelled'],
    'order.partly_cancelled': ['部分人退出', 'Some people left'],
    'order.rescheduled': ['已改期', 'Rescheduled'],
    'order.transferred': ['已转让', 'Transferred'],
    'order.balance_due': ['该付余款', 'Balance due'],
    'order.balance_overdue': ['余款逾期', 'Balance overdue'],
    'order.completed': ['已完成', 'Completed'],
    'order.no_show': ['未到', 'No-show'],
    'refund.succeeded': ['退款到账', 'Refunded'],
    'invoice.issued': ['发票已开', 'Invoice made out'],
    'entitlement.granted': ['收到次卡、会员或储值', 'Pass, membership or value given'],
    'reminder.due': ['到店提醒', 'Reminder'],
    'waitlist.joined': ['排上候补', 'Joined the waiting list'],
    'waitlist.offered': ['候补有位', 'A place is offered'],
    'waitlist.lapsed': ['候补过期', 'The offer has lapsed'],
    'waitlist.booked': ['候补订上', 'Booked from the waiting list'],
  },
  fields: {
    status: ['状态', 'Status'],
    service: ['项目', 'Service'],
    time: ['时间', 'Time'],
    place: ['地点', 'Place'],
    amount: ['金额', 'Amount'],
    number: ['订单号', 'Order number'],
    next: ['接下来', 'What comes next'],
  },
  days: {
    mon: ['周一', 'Mon'],
    tue: ['周二', 'Tue'],
    wed: ['周三', 'Wed'],
    thu: ['周四', 'Thu'],
    fri: ['周五', 'Fri'],
    sat: ['周六', 'Sat'],
    sun: ['周日', 'Sun'],
  },
  part: { exact: ['按分钟', 'By the minute'], begun: ['不足一段按一段', 'A part counts as a whole'] },
  basis: {
    paid: ['按已付的', 'Of what was paid'],
    sessionsLeft: ['按剩余课次', 'Of the sessions left'],
    time: ['各段按各自的价', 'Each stretch at its rate'],
    start: ['按开始时间定', 'By the starting time'],
  },
  widget: {
    radio: ['平铺单选', 'Radio buttons'],
    select: ['下拉', 'Drop-down'],
    stepper: ['加减按钮', 'Stepper'],
    slider: ['滑块', 'Slider'],
    switch: ['开关', 'Switch'],
  },
  types: {
    idCard: ['身份证', 'ID card'],
    passport: ['护照', 'Passport'],
    hkMacaoTaiwan: ['港澳台证件', 'Hong Kong, Macao, Taiwan permit'],
  },
  level: { province: ['到省', 'Province'], city: ['到市', 'City'], district: ['到区县', 'District'] },
  overdue: { keep: ['提醒，保留', 'Remind and keep'], cancel: ['自动取消', 'Cancel'] },
  quantity: { people: ['和人数一样', 'As many as people'] },
  balance: { onSite: ['到店付', 'In the shop'] },
  approval: {
    none: ['不审核', 'None'],
    beforePayment: ['先审核，通过后付款', 'Approved, then paid'],
    afterPayment: ['先付款，再审核', 'Paid, then approved'],
  },
  count: { orders: ['订单', 'Orders'], places: ['人数', 'People'] },
  within: {
    ever: ['一直', 'Ever'],
    day: ['同一天', 'The same day'],
    week: ['同一周', 'The same week'],
    month: ['同一月', 'The same month'],
    session: ['同一场', 'The same session'],
  },
  by: { customer: ['按顾客', 'Customer'], phone: ['按手机号', 'Phone number'] },
  choice: {
    customer: ['顾客可以指定', 'The customer may name one'],
    any: ['系统公平分配', 'The system assigns fairly'],
  },
  who: { everyone: ['每一位都填', 'Everyone'], companions: ['只填同行的人', 'Companions only'] },
  locales: { 'zh-CN': ['中文', 'Chinese'], en: ['英文', 'English'] },
  currency: { CNY: ['人民币', 'Renminbi'] },
}

/** A word of the language as people read it; file types and the like are their own names. */
export function valueWords(property: string, value: string, language: Language): string {
  const words = VALUES[property]?.[value]
  return words ? words[language === 'en' ? 1 : 0] : value
}

/** Whether a word has been given words; file types need none. */
export const hasWords = (property: string, value: string): boolean =>
  property === 'accept' || VALUES[property]?.[value] !== undefined
