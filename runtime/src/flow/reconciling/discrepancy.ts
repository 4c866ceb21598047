import type { Words } from '../../domain/index.ts'
import type { TakenSeat } from '../../store/index.ts'

/** What can be found wrong between books, places and money. */
export const DISCREPANCIES = {
  PLACE_MISSING: ['订单有效，但占用的时间不在账上', 'the order stands, but its time is not claimed'],
  DRAW_MISSING: ['订单有效，但占用的名额不在账上', 'the order stands, but its place is not counted'],
  PLACE_ORPHANED: ['时间被占着，却没有订单用它', 'time is claimed, and no order stands on it'],
  DRAW_ORPHANED: ['名额被占着，却没有订单用它', 'a place is counted, and no order stands on it'],
  COUNTER_WRONG: ['计数和明细不一致', 'a counter differs from what it counts'],
  OVER_LIMIT: ['超过了名额', 'more was taken than there is'],
  OVERBOOKED: ['同一时间约多了', 'more bookings at one time than the resource can take'],
  SEAT_MISSING: ['订单有效，但有人没有座位', 'the order stands, but somebody of it has no seat'],
  SEAT_ORPHANED: ['座位被占着，却没有订单用它', 'a seat is taken, and no order stands on it'],
  SEAT_TWICE: ['同一座位给了两个人', 'one seat was given to two people'],
  REFUNDED_TOO_MUCH: ['退的比收的多', 'more was given back than was taken'],
  CAPTURE_TWICE: ['同一笔收款记了两次', 'one payment is in the books twice'],
  MONEY_WITHOUT_PLACE: ['收了钱，没有给位置，也没有退', 'money was kept for an order that never got its place'],
  CONFIRMED_UNPAID: ['订单已确认，应付的钱却没有收到', 'the order is confirmed, and what was due has not arrived'],
  PAYMENT_NOT_BOOKED: ['微信支付已收款，账上没有', 'WeChat Pay has the money, the books do not'],
  PAYMENT_UNKNOWN: ['账上有收款，微信支付没有', 'the books have the money, WeChat Pay does not'],
  PAYMENT_DIFFERS: ['收款金额和微信支付不一致', 'the amount differs from that of WeChat Pay'],
  BALANCE_WRONG: ['卡的余额和明细不一致', 'what is left of a pass differs from its entries'],
  USE_ORPHANED: ['卡被用了，却没有有效的订单', 'a pass was used, and no order stands for it'],
  NOTICE_WAITING: ['有支付通知还没有处理', 'a payment notice has not been worked on'],
} as const satisfies Record<string, readonly [zh: string, en: string]>

export type DiscrepancyCode = keyof typeof DISCREPANCIES

export interface Discrepancy {
  readonly code: DiscrepancyCode
  /** Order number, pool, resource and day, or pass: what a person can look for. */
  readonly subject: string
  readonly words: Required<Words>
  /** What was expected and what is there, where figures tell. */
  readonly detail: string | null
  /** Whether it has been put right. */
  readonly mended: boolean
}

/** Where what was found lies, for whoever puts it right. */
export interface Whereabouts {
  /** Id of the order. */
  readonly order?: string
  /** Id of the claim. */
  readonly claim?: string
  readonly pool?: string
  readonly resource?: string
  /** UTC */
  readonly day?: string
  /** Number of the payment. */
  readonly payment?: string
  /** Id of the notice. */
  readonly notice?: string
  readonly seat?: TakenSeat
}

export interface Finding extends Omit<Discrepancy, 'words' | 'mended'> {
  readonly at: Whereabouts
}

export const finding = (
  code: DiscrepancyCode,
  subject: string,
  at: Whereabouts = {},
  detail: string | null = null,
): Finding => ({ code, subject, detail, at })

export function told({ code, subject, detail }: Finding, mended: boolean): Discrepancy {
  const [zh, en] = DISCREPANCIES[code]
  return { code, subject, words: { 'zh-CN': zh, en }, detail, mended }
}
