import type { Words } from './booking.ts'

type Both = Required<Words>
const say = (zh: string, en: string): Both => ({ 'zh-CN': zh, en })

/**
 * Every expected no at run time: code → HTTP status and the sentence its reader sees. `{name}` is filled in from the
 * refusal's detail. A code is part of the API: add, never rename.
 */
export const REFUSALS = {
  NOT_SIGNED_IN: [401, say('请先登录。', 'Please sign in first.')],
  SIGN_IN_CODE_WRONG: [
    401,
    say('验证码不对或已过期，请重新获取。', 'The code is wrong or too old; ask for a new one.'),
  ],
  PASSWORD_WRONG: [401, say('密码不对。', 'The password is wrong.')],
  FORBIDDEN: [403, say('您没有权限这样做。', 'You may not do this.')],
  NOT_FOUND: [404, say('没有找到。', 'This was not found.')],
  METHOD_NOT_ALLOWED: [405, say('这个地址不接受这样的请求。', 'This address does not take such a request.')],
  INPUT_INVALID: [400, say('填写的内容有误，请检查。', 'Something in the request is not right; please check it.')],
  BODY_NOT_JSON: [400, say('请求的内容不是 JSON。', 'The body is not JSON.')],
  BODY_TOO_LARGE: [413, say('提交的内容太大。', 'The body is too large.')],
  TOO_MANY_REQUESTS: [429, say('操作太频繁，请稍后再试。', 'Too many requests; try again a little later.')],
  IDEMPOTENCY_KEY_MISSING: [
    400,
    say('缺少 Idempotency-Key（8 至 64 个字符）。', 'The Idempotency-Key header (8 to 64 characters) is missing.'),
  ],
  IDEMPOTENCY_CONFLICT: [
    409,
    say('同一个 Idempotency-Key 用在了不同的请求上。', 'This Idempotency-Key was used for a different request.'),
  ],
  REQUEST_UNDER_WAY: [
    409,
    say('同样的请求正在处理，请稍候再试。', 'The same request is being worked on; try again in a moment.'),
  ],
  SIGN_IN_UNAVAILABLE: [
    503,
    say('现在不能用手机号登录，请用微信小程序。', 'Signing in by phone is not set up; please use the mini-program.'),
  ],
  UNKNOWN_SERVICE: [422, say('没有这项服务。', 'There is no such service.')],
  UNKNOWN_OFFERING: [422, say('这项服务没有这个价目。', 'The service has no such offering.')],
  UNKNOWN_RESOURCE: [
    422,
    say('这项服务不能选这个人或场地。', 'This person or place cannot be chosen for the service.'),
  ],
  OPTION_MISSING: [422, say('请选择「{title}」。', 'Please choose “{title}”.')],
  UNKNOWN_OPTION: [422, say('没有这个选项。', 'There is no such option.')],
  UNKNOWN_ADD_ON: [422, say('这项服务不能加这一项。', 'This cannot be added to the service.')],
  QUANTITY_INVALID: [422, say('数量要在 1 到 {max} 之间。', 'The quantity must be between 1 and {max}.')],
  DURATION_INVALID: [
    422,
    say(
      '时长要在 {min} 到 {max} 分钟之间，每 {step} 分钟一档。',
      'The duration must be between {min} and {max} minutes, in steps of {step}.',
    ),
  ],
  PEOPLE_INVALID: [422, say('「{title}」要在 {min} 到 {max} 之间。', '“{title}” must be between {min} and {max}.')],
  TEAM_SIZE_INVALID: [
    422,
    say('「{title}」一单要有 {min} 到 {max} 位。', '“{title}” takes {min} to {max} people in one order.'),
  ],
  COMBINATION_INVALID: [422, say('这几项不能接着一起约。', 'These services cannot be booked in a row.')],
  UNKNOWN_SESSION: [422, say('没有这一场。', 'There is no such session.')],
  SOLD_OUT: [409, say('「{title}」名额已满。', '“{title}” is sold out.')],
  NOT_OPEN_YET: [422, say('还没有开放，{at} 起可以报。', 'It opens at {at}.')],
  REGISTRATION_CLOSED: [422, say('已于 {at} 截止。', 'It closed at {at}.')],
  LIMIT_REACHED: [409, say('已达到次数上限。', 'The limit has been reached.')],
  NOT_ELIGIBLE: [422, say('不符合报名条件。', 'The conditions of taking part are not met.')],
  BANNED: [
    403,
    say('因多次未到，{until} 之前不能预约。', 'After several no-shows, no booking can be made before {until}.'),
  ],
  COUPON_UNKNOWN: [422, say('没有「{code}」这个优惠码。', 'There is no coupon “{code}”.')],
  COUPON_NOT_APPLICABLE: [
    422,
    say('优惠码「{code}」不适用于这一单。', 'The coupon “{code}” does not apply to this order.'),
  ],
  COUPON_USED_UP: [409, say('优惠码「{code}」已经用完。', 'The coupon “{code}” has been used up.')],
  UNKNOWN_PLAN: [422, say('没有这种付法。', 'There is no such way to pay.')],
  UNKNOWN_ENTITLEMENT: [422, say('没有这张卡。', 'There is no such pass.')],
  ENTITLEMENT_USED_UP: [
    409,
    say('「{title}」的次数或余额不够，或已过期。', '“{title}” has too little left, or has expired.'),
  ],
  WAITLIST_AHEAD: [
    409,
    say('前面还有人在候补，请排候补。', 'Others are waiting for this; please join the waiting list.'),
  ],
  WAITLIST_NOT_OFFERED: [409, say('这里没有候补。', 'There is no waiting list here.')],
  WAITLIST_FULL: [409, say('候补已满。', 'The waiting list is full.')],
  ALREADY_WAITING: [409, say('您已经在候补了。', 'You are on the waiting list already.')],
  TRANSFER_NOT_ALLOWED: [409, say('这个订单不能转让。', 'This order cannot be transferred.')],
  TRANSFER_CODE_UNKNOWN: [404, say('没有这个转让码，或已经用过。', 'There is no such transfer code, or it was used.')],
  APPROVAL_NOT_PENDING: [409, say('这个订单不在待审核状态。', 'This order is not waiting for approval.')],
  INVOICE_NOT_ALLOWED: [
    409,
    say(
      '这个订单现在不能开发票：要先付款，已开的也不能再改。',
      'There can be no invoice for this order now: it has to be paid first, and one that was made out stays as it is.',
    ),
  ],
  INVOICE_NOT_ASKED: [
    409,
    say('顾客没有申请发票，或已经开过了。', 'The customer asked for no invoice, or it was made out already.'),
  ],
  FEEDBACK_NOT_ALLOWED: [409, say('这个订单现在不能评价。', 'Feedback cannot be given for this order now.')],
  UPLOAD_TOO_LARGE: [413, say('「{title}」每个文件不能超过 {size}。', 'A file for “{title}” must not exceed {size}.')],
  UPLOAD_TYPE_INVALID: [
    415,
    say(
      '「{title}」只接受 {accept}；这个文件的内容不是。',
      '“{title}” takes {accept}; the content of this file is none.',
    ),
  ],
  UPLOAD_UNKNOWN: [
    422,
    say('「{title}」里有找不到的文件，请重新上传。', 'A file of “{title}” is not there; upload it again.'),
  ],
  SLOT_TAKEN: [409, say('这个时间刚被约走了，请换一个。', 'This time has just been taken; choose another.')],
  SLOT_UNAVAILABLE: [422, say('这个时间约不了，请换一个。', 'This time cannot be booked; choose another.')],
  TOO_MANY_HOLDS: [
    429,
    say(
      '您已同时保留了几个时间，请先下单或放弃其中一个。',
      'You already keep several times; order or give up one of them first.',
    ),
  ],
  HOLD_EXPIRED: [
    410,
    say('为您保留的时间已经过了，请重新选择。', 'The time was kept too long without an order; choose again.'),
  ],
  HOLD_ORDERED: [
    409,
    say('这次预约已经提交过了，请到订单里查看。', 'This booking has been made already; you find it among your orders.'),
  ],
  ANSWERS_INVALID: [
    422,
    say('有几项需要修改，请看标出的地方。', 'Some answers need another look; see the marked fields.'),
  ],
  CONSENT_MISSING: [
    422,
    say('请先阅读并同意用户协议和隐私说明。', 'Please read and accept the agreement and the privacy notice first.'),
  ],
  QUOTE_CHANGED: [409, say('价格有变动，请重新确认。', 'The price has changed; please confirm it again.')],
  ORDER_EXPIRED: [410, say('订单已过期，请重新预约。', 'The order has expired; please book again.')],
  ORDER_NOT_PENDING: [409, say('订单已不在待付款状态。', 'The order is no longer waiting for payment.')],
  ALREADY_PAID: [409, say('这个订单已经付过了。', 'This order has been paid already.')],
  NOTHING_TO_PAY: [409, say('这个订单现在不用付款。', 'Nothing is to be paid for this order now.')],
  CANCELLATION_NOT_ALLOWED: [409, say('这个订单不能取消了。', 'This order can no longer be cancelled.')],
  REFUND_CHANGED: [
    409,
    say('可退金额刚有变化，请重新确认。', 'The refund has changed since you looked; please confirm it again.'),
  ],
  REFUND_TOO_LARGE: [409, say('退款不能超过已付金额。', 'A refund cannot exceed what was paid.')],
  RESCHEDULE_NOT_ALLOWED: [409, say('这个订单不能改期。', 'This order cannot be rescheduled.')],
  ALREADY_CHECKED_IN: [409, say('这个码已在 {at} 核销过。', 'This code was checked in at {at} already.')],
  CHECK_IN_NOT_ALLOWED: [409, say('这个订单不能核销。', 'This order cannot be checked in.')],
  CHECK_IN_CODE_UNKNOWN: [404, say('没有这个核销码。', 'There is no such check-in code.')],
  NOT_COMPLETABLE: [409, say('这个订单还不能完成。', 'This order cannot be completed.')],
  NO_SHOW_NOT_ALLOWED: [409, say('这个订单不能记为未到。', 'This order cannot be marked as a no-show.')],
  BOOKING_OPEN: [
    409,
    say(
      '还有未完成的预约，完成或取消后再注销。',
      'A booking is still open; finish or cancel it before deleting the account.',
    ),
  ],
  WECHAT_UNAVAILABLE: [
    502,
    say('微信暂时没有响应，请稍后再试。', 'WeChat does not answer at the moment; try again later.'),
  ],
  WECHAT_REFUSED: [
    502,
    say(
      '微信拒绝了这次请求（错误码 {reason}）。请核对小程序的 appid、密钥，以及后台的 IP 白名单里有没有这台服务器。',
      'WeChat refused (error {reason}). Check the appid and the secret of the mini-program, and that its IP allow-list has this server.',
    ),
  ],
  NOT_RELEASED: [
    409,
    say(
      '小程序还没有发布过，微信不给正式版的码。先用体验版的码，发布后再来下载。',
      'The mini-program has not been released yet, so WeChat makes no code for it. Take the one of the trial version, and come back after the release.',
    ),
  ],
  CODE_TOO_LONG: [
    422,
    say(
      '小程序码最多带 32 个字符，「{id}」太长。请改用页面路径，或换一个短些的服务标识。',
      'A mini-program code carries 32 characters at most, and “{id}” is too long. Use the path of the page, or give the service a shorter id.',
    ),
  ],
  PAYMENT_UNAVAILABLE: [
    502,
    say('支付暂时没有响应，请稍后再试。', 'The payment service does not answer at the moment; try again later.'),
  ],
} as const satisfies Record<string, readonly [status: number, words: Both]>

export type RefusalCode = keyof typeof REFUSALS

/** One field of an input that cannot stay as it is. */
export interface FieldFault {
  /** Path in the input, such as `phone` in answers. */
  readonly field: string
  readonly code: string
  readonly message: Words
}

export interface RefusalDetail {
  /** Path in the request, such as `selection.start`. */
  readonly field?: string
  readonly faults?: readonly FieldFault[]
  /** Values for the `{name}` in the sentence. */
  readonly values?: Readonly<Record<string, string | number | Words>>
  /** Replaces the sentence of the table where more is known. */
  readonly words?: Words
  /** For programs, such as the Unavailability behind SLOT_UNAVAILABLE. */
  readonly reason?: string
}

const filled = (template: string, locale: 'zh-CN' | 'en', values: RefusalDetail['values']): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values && Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) return whole
    return typeof value === 'object' ? (value[locale] ?? value['zh-CN']) : String(value)
  })

/** An expected no at run time: thrown, coded, with words for the one who asked. `message` is the English sentence. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly status: number
  readonly words: Both
  readonly field: string | undefined
  readonly reason: string | undefined
  readonly faults: readonly FieldFault[]

  constructor(code: RefusalCode, detail: RefusalDetail = {}) {
    const [status, sentence] = REFUSALS[code]
    const template: Words = detail.words ?? sentence
    const words = {
      'zh-CN': filled(template['zh-CN'], 'zh-CN', detail.values),
      en: filled(template.en ?? template['zh-CN'], 'en', detail.values),
    }
    super(words.en)
    this.name = 'Refusal'
    this.code = code
    this.status = status
    this.words = words
    this.field = detail.field
    this.reason = detail.reason
    this.faults = detail.faults ?? []
  }
}
