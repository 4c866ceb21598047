import type { Instalment, OrderView, WaitlistView, Words } from './booking.ts'
import { formatFen } from './money.ts'
import type { ResolvedShop } from './resolved.ts'
import { instantToWall } from './time.ts'
import { both, compose, say, words } from './words.ts'

/**
 * What a customer is told of one event. The texts fit the fields of a subscribe message in either language: `status` a phrase (at
 * most 5 characters in Chinese), `service`, `place` and `next` a thing (20), `number` a character string (32).
 */
export interface Notice {
  readonly status: Required<Words>
  readonly service: Required<Words>
  /** `2026年12月6日 14:00`, `2026-12-06 14:00`; null where there is no date. */
  readonly time: Required<Words> | null
  readonly place: Required<Words>
  /** The sum it is about, in fen; null where it is not about money. */
  readonly amount: number | null
  /** Of the order; null while there is none. */
  readonly number: string | null
  /** What to do now, or what follows. */
  readonly next: Required<Words>
}

type Said = Pick<Notice, 'status' | 'next' | 'amount'>

const LONGEST_THING = 20

/** At most so many Unicode characters, which is how the platform counts; what is cut ends in an ellipsis. */
function thing(text: Words): Required<Words> {
  return compose((locale) => {
    const characters = Array.from(say(text, locale).replace(/\s+/g, ' ').trim())
    return characters.length <= LONGEST_THING
      ? characters.join('')
      : `${characters.slice(0, LONGEST_THING - 1).join('')}…`
  })
}

interface Case {
  readonly shop: ResolvedShop
  readonly order: OrderView
  /** Whether a time is chosen, or places are taken in something dated by the shop. */
  readonly isAppointment: boolean
}

/** `12-05 23:59`, at the shop. */
function shortly(shop: ResolvedShop, instant: string): string {
  const { day, time } = instantToWall(new Date(instant), shop.zone)
  return `${day.slice(5)} ${time}`
}

const said = (status: Required<Words>, next: Words, amount: number | null = null): Said => ({
  status,
  next: thing(next),
  amount,
})

const SHOW_CODE = both('到场请出示核销码', 'Show the code there')
const MONEY_BACK = both('退款将原路退回', 'Refund on its way')

function payBy({ shop }: Case, { due }: Instalment): Words {
  if (due === null) return both('请尽快付款', 'Please pay now')
  const until = shortly(shop, due)
  return both(`请在 ${until} 前付款`, `Pay by ${until}`)
}

/** What a confirmed order still asks of its customer. */
function whatFollows(known: Case): Words {
  const { order } = known
  if (order.nextPayment) return payBy(known, order.nextPayment)
  const rest = order.onSiteDue
  return rest > 0 ? both(`到场再付 ${formatFen(rest)}`, `Pay ${formatFen(rest)} there`) : SHOW_CODE
}

const noteOr = ({ order }: Case, otherwise: Words): Words =>
  order.note === null || order.note.trim() === '' ? otherwise : words(order.note)

const backOr = ({ order }: Case, otherwise: Words): Words => (order.money.refunded > 0 ? MONEY_BACK : otherwise)

const refundOf = ({ order }: Case): number | null => (order.money.refunded > 0 ? order.money.refunded : null)

const again = ({ isAppointment }: Case): Words =>
  isAppointment ? both('可重新预约', 'You may book again') : both('可重新报名', 'You may join again')

const booked = ({ isAppointment }: Case): Required<Words> =>
  isAppointment ? both('预约成功', 'Booked') : both('报名成功', 'Registered')

/** Event of an order → what is told; null: this time nothing. Events that are not here are no news to the customer. */
const OF_ORDERS: Readonly<Record<string, (known: Case) => Said | null>> = {
  'order.awaiting_approval': () =>
    said(both('待审核', 'Under review'), both('店铺审核后通知您', 'The shop will reply')),
  'order.approved': ({ order, shop }) =>
    // Where nothing is to be paid it was confirmed too, and that is told.
    order.state === 'pending' && order.expiresAt !== null
      ? said(
          both('审核通过', 'Approved'),
          both(`请在 ${shortly(shop, order.expiresAt)} 前付款`, `Pay by ${shortly(shop, order.expiresAt)}`),
          order.nextPayment?.amount ?? null,
        )
      : null,
  'order.rejected': (known) =>
    said(both('未通过', 'Declined'), noteOr(known, backOr(known, again(known))), refundOf(known)),
  'order.confirmed': (known) =>
    said(booked(known), whatFollows(known), known.order.money.captured > 0 ? known.order.money.captured : null),
  'order.expired': (known) => said(both('已过期', 'Expired'), again(known)),
  'order.cancelled': (known) =>
    said(both('已取消', 'Cancelled'), noteOr(known, backOr(known, again(known))), refundOf(known)),
  'order.partly_cancelled': (known) => {
    const left = known.order.selection.places.length - known.order.withdrawn.length
    return said(
      both('部分取消', 'Partly cancelled'),
      both(`还剩 ${left} 位`, left === 1 ? '1 person stays' : `${left} people stay`),
      refundOf(known),
    )
  },
  'order.rescheduled': () => said(both('已改期', 'Rescheduled'), both('请按新的时间到场', 'Come at the new time')),
  'order.transferred': (known) => said(both('转让成功', 'Transferred'), whatFollows(known)),
  'order.balance_due': (known) =>
    known.order.nextPayment
      ? said(both('待付余款', 'Balance due'), payBy(known, known.order.nextPayment), known.order.nextPayment.amount)
      : null,
  'order.balance_overdue': ({ order: { nextPayment } }) =>
    nextPayment
      ? said(both('余款逾期', 'Overdue'), both('请尽快付清余款', 'Please pay it soon'), nextPayment.amount)
      : null,
  'order.completed': ({ order: { can } }) =>
    can.feedback ? said(both('已完成', 'Completed'), both('请评价这次服务', 'Tell us how it was')) : null,
  'order.no_show': () => said(both('未到', 'No-show'), both('如有误请联系店铺', 'Wrong? Contact us')),
  'refund.succeeded': (known) =>
    said(both('退款到账', 'Refunded'), both('请查看支付账户', 'See your account'), refundOf(known)),
  'invoice.issued': () => said(both('已开票', 'Invoiced'), both('可在订单里查看', 'See it in the order')),
  'entitlement.granted': () => said(both('已到账', 'Added'), both('可在「我的」里查看', 'See it under “Me”')),
  'reminder.due': (known) =>
    said(
      both('即将开始', 'Starts soon'),
      known.order.onSiteDue > 0 || known.order.nextPayment
        ? whatFollows(known)
        : both('请准时到场', 'Please be on time'),
    ),
}

const timeOf = (day: string | null, time: string | null): Notice['time'] => {
  if (day === null || time === null) return null
  const [year = '', month = '', date = ''] = day.split('-')
  return both(`${Number(year)}年${Number(month)}月${Number(date)}日 ${time}`, `${day} ${time}`)
}

const placeOf = (shop: ResolvedShop, service: string): Required<Words> => {
  const { address, name } = shop.source.profile
  return thing(shop.services.get(service)?.event?.place ?? words(address ?? name))
}

/** `染发 · 资深`; the service alone where both would not fit. */
function serviceOf({ serviceTitle, offeringTitle }: OrderView): Required<Words> {
  return thing(
    compose((locale) => {
      const whole = `${say(serviceTitle, locale)} · ${say(offeringTitle, locale)}`
      return Array.from(whole).length <= LONGEST_THING ? whole : say(serviceTitle, locale)
    }),
  )
}

/**
 * What the customer of an order is told of an event; null: nothing.
 * @param event such as `order.confirmed`
 * @param order as it is now
 */
export function orderNotice(shop: ResolvedShop, event: string, order: OrderView): Notice | null {
  const { service } = order.selection
  const known = { shop, order, isAppointment: shop.services.get(service)?.mode === 'appointment' }
  const told = Object.hasOwn(OF_ORDERS, event) ? OF_ORDERS[event]?.(known) : null
  if (!told) return null
  return {
    ...told,
    service: serviceOf(order),
    time: timeOf(order.day, order.time),
    place: placeOf(shop, service),
    number: order.number,
  }
}

const OF_LINES: Readonly<Record<string, (entry: WaitlistView, shop: ResolvedShop) => Said | null>> = {
  'waitlist.joined': ({ position }) =>
    position > 0
      ? said(both('候补中', 'Waiting'), both(`您排在第 ${position} 位`, `You are number ${position}`))
      : null,
  'waitlist.offered': ({ hold }, shop) =>
    hold
      ? said(
          both('有空位了', 'A place is free'),
          both(`请在 ${shortly(shop, hold.expiresAt)} 前下单`, `Order by ${shortly(shop, hold.expiresAt)}`),
          hold.quote.dueNow > 0 ? hold.quote.dueNow : null,
        )
      : null,
  'waitlist.booked': () => said(both('递补成功', 'Booked'), SHOW_CODE),
  'waitlist.lapsed': () => said(both('候补失效', 'Lapsed'), both('可重新排候补', 'You may join again')),
}

/** What somebody in a line is told; null: nothing. @param event such as `waitlist.offered` */
export function waitlistNotice(shop: ResolvedShop, event: string, entry: WaitlistView): Notice | null {
  const told = Object.hasOwn(OF_LINES, event) ? OF_LINES[event]?.(entry, shop) : null
  if (!told) return null
  return {
    ...told,
    service: thing(entry.serviceTitle),
    time: timeOf(entry.day, entry.time),
    place: placeOf(shop, entry.selection.service),
    number: null,
  }
}
