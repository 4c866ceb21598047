import { Refusal } from '../domain/index.ts'
import { outTradeNoOf } from '../ids.ts'
import type { Attempt, Customer, Order } from '../store/index.ts'
import { WechatPayError, type PaymentParameters } from '../wechat/index.ts'
import type { ShopContext } from './context.ts'
import { openAttempts, payable, type Payable } from './dues.ts'
import { askAboutPayment } from './settling.ts'

export type PaymentRequest = { readonly channel: 'jsapi' } | { readonly channel: 'h5'; readonly returnUrl?: string }

export type PaymentStart =
  | { readonly channel: 'jsapi'; readonly parameters: PaymentParameters }
  | { readonly channel: 'h5'; readonly url: string }

/** The place stays claimed a little longer than the time to pay, until WeChat Pay has been asked and told to close. */
const GRACE_MS = 3 * 60_000
/** A payment that nothing presses, such as a balance, may be begun anew at any time. */
const TO_PAY_MS = 30 * 60_000

// The number cannot be used (any more) for what is asked: another one is taken.
const USED_UP = new Set(['ORDER_CLOSED', 'OUT_TRADE_NO_USED', 'INVALID_REQUEST'])

/**
 * Begins to pay what is due, or goes on with what was begun. Refuses ORDER_EXPIRED, ALREADY_PAID, NOTHING_TO_PAY,
 * ORDER_NOT_PENDING, PAYMENT_UNAVAILABLE; INPUT_INVALID where the customer has no WeChat account with this shop.
 */
export async function beginPayment(
  ctx: ShopContext,
  customer: Customer,
  asked: Order,
  request: PaymentRequest,
  clientIp: string,
): Promise<PaymentStart> {
  const { openid } = customer
  if (request.channel === 'jsapi' && !openid) throw new Refusal('INPUT_INVALID', { field: 'channel', words: NO_WECHAT })
  const payableOrder = await withoutOtherAttempts(ctx, asked, request.channel)
  const { attempt, order, until } = await openAttempt(ctx, payableOrder, request.channel)
  // The address of an h5 payment lives five minutes: it is asked for each time, with the same number.
  const ready: Ready = attempt.prepayId ? attempt : await prepay(ctx, order, attempt, { openid, clientIp, until })
  if (request.channel === 'jsapi')
    return { channel: 'jsapi', parameters: ctx.pay.paymentParameters(ready.prepayId ?? '') }
  const back = request.returnUrl === undefined ? '' : `&redirect_url=${encodeURIComponent(request.returnUrl)}`
  return { channel: 'h5', url: `${ready.h5Url}${back}` }
}

type Ready = Attempt & { readonly h5Url?: string }

const NO_WECHAT = {
  'zh-CN': '请在微信小程序中登录后再用微信支付。',
  en: 'Sign in from the mini-program to pay there.',
}

/** Whether an attempt is one to pay exactly this through this channel. */
const isFor =
  (due: Payable, channel: Attempt['channel']) =>
  (one: Attempt): boolean =>
    one.channel === channel && one.purpose === due.purpose && one.amount === due.amount && one.pays === paysFor(due)

/** Another move needs another payment: the place of the first may be gone. */
const paysFor = ({ purpose, claim }: Payable): string | undefined => (purpose === 'move' ? claim?.id : undefined)

/** The order if it can be paid. Any other attempt is closed first: nobody shall pay twice. */
async function withoutOtherAttempts(ctx: ShopContext, order: Order, channel: Attempt['channel']): Promise<Order> {
  const due = payable(order, ctx.clock.now())
  const isThis = isFor(due, channel)
  if (openAttempts(order).every(isThis)) return order
  const asked = await askAboutPayment(ctx, order, true).catch(unavailable)
  payable(asked, ctx.clock.now())
  return asked
}

async function openAttempt(
  ctx: ShopContext,
  order: Order,
  channel: Attempt['channel'],
): Promise<{ order: Order; attempt: Attempt; until: Date }> {
  const now = ctx.clock.now()
  const due = payable(order, now)
  const until = due.until ?? new Date(now.getTime() + TO_PAY_MS)
  const open = openAttempts(order).find(isFor(due, channel))
  if (open) return { order, attempt: open, until }
  if (due.claim) {
    const kept = new Date(until.getTime() + GRACE_MS)
    if (!(await ctx.store.claims.extend(due.claim, { now, expiresAt: kept }))) throw new Refusal('ORDER_EXPIRED')
  }
  const changed = await ctx.store.orders.change(order, now, (current) => {
    const wanted = payable(current, now)
    if (openAttempts(current).some(isFor(wanted, channel))) return undefined
    const { purpose, amount } = wanted
    const outTradeNo = outTradeNoOf(order.id, current.attempts.length + 1)
    const pays = paysFor(wanted)
    const attempt: Attempt = { outTradeNo, channel, purpose, amount, createdAt: now, ...(pays && { pays }) }
    return { set: { attempts: [...current.attempts, attempt] } }
  })
  const attempt = changed && openAttempts(changed).find(isFor(due, channel))
  if (!changed || !attempt) throw new Refusal('ORDER_NOT_PENDING')
  return { order: changed, attempt, until }
}

interface Payer {
  readonly openid: string | null
  readonly clientIp: string
  /** The payment cannot be made after this. */
  readonly until: Date
}

async function prepay(
  ctx: ShopContext,
  order: Order,
  attempt: Attempt,
  { openid, clientIp, until }: Payer,
): Promise<Ready> {
  const shop = await ctx.shopAt(order.version)
  const service = shop.services.get(order.selection.service)
  const asked = {
    outTradeNo: attempt.outTradeNo,
    description: service?.title['zh-CN'] ?? order.number,
    total: attempt.amount,
    expiresAt: until,
    notifyUrl: `${ctx.publicUrl()}/api/wechat/payment-notices`,
  }
  try {
    const given =
      attempt.channel === 'jsapi'
        ? { prepayId: (await ctx.pay.prepayJsapi({ ...asked, openid: openid ?? '' })).prepayId }
        : { h5Url: (await ctx.pay.prepayH5({ ...asked, clientIp })).h5Url }
    const written = 'prepayId' in given ? await replaceAttempt(ctx, order, { ...attempt, ...given }) : undefined
    await stillPayable(ctx, written ?? (await ctx.store.orders.find(order.id)), attempt)
    return { ...attempt, ...given }
  } catch (error) {
    if (error instanceof WechatPayError && error.code === 'ORDERPAID') {
      await askAboutPayment(ctx, order, false).catch(unavailable)
      throw new Refusal('ALREADY_PAID')
    }
    // Not closed before WeChat Pay says so: it may be payable.
    if (error instanceof WechatPayError && USED_UP.has(error.code))
      await askAboutPayment(ctx, order, true).catch(unavailable)
    return unavailable(error)
  }
}

/** An order that was given up while WeChat Pay made the payment: nobody gets to pay it. */
async function stillPayable(ctx: ShopContext, order: Order | undefined, { outTradeNo }: Attempt): Promise<void> {
  if (order?.state !== 'cancelled' && order?.state !== 'expired') return
  await ctx.pay.close(outTradeNo)
  throw new Refusal(order.state === 'expired' ? 'ORDER_EXPIRED' : 'ORDER_NOT_PENDING')
}

/** The order as it is then. */
const replaceAttempt = (ctx: ShopContext, order: Order, attempt: Attempt): Promise<Order | undefined> =>
  ctx.store.orders.change(order, ctx.clock.now(), ({ attempts }) => ({
    set: { attempts: attempts.map((one) => (one.outTradeNo === attempt.outTradeNo ? attempt : one)) },
  }))

/** WeChat Pay's refusals become ours; anything else is a bug and goes on. */
export function unavailable(error: unknown): never {
  if (error instanceof WechatPayError) throw new Refusal('PAYMENT_UNAVAILABLE', { reason: error.code })
  throw error
}
