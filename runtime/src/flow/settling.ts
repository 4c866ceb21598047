import { advance, Refusal, type OrderEvent } from '../domain/index.ts'
import { derivedId, orderOfPaymentNumber } from '../ids.ts'
import type { Attempt, Change, NoticeFacts, Order, StoredEntry } from '../store/index.ts'
import { WechatPayError, type PaidTransaction, type Transaction } from '../wechat/index.ts'
import type { ShopContext } from './context.ts'
import { takeAgain } from './places.ts'
import { refundEntries, noteRefund } from './refunding.ts'
import { releaseLeft } from './releasing.ts'

type Payment = Extract<NoticeFacts, { kind: 'payment' }>

/**
 * Gives a verified notice its effect, once: a payment confirms its order, or is given back in full where the place is gone
 * or the order needs no (second) payment; the end of a refund is noted. Safe to call again after a crash at any point.
 */
export async function takeNotice(ctx: ShopContext, id: string, facts: NoticeFacts): Promise<void> {
  if (!(await ctx.store.notices.receive(id, facts, ctx.clock.now()))) return
  await effectOf(ctx, id, facts)
}

export async function effectOf(ctx: ShopContext, id: string, facts: NoticeFacts): Promise<void> {
  if (facts.kind === 'refund') await noteRefund(ctx, facts)
  else await capture(ctx, facts)
  await ctx.store.notices.done(id)
}

export const isPaid = (transaction: Transaction | undefined): transaction is PaidTransaction =>
  transaction?.state === 'SUCCESS' || transaction?.state === 'REFUND'

export const factsOf = ({ outTradeNo, transactionId, total, paidAt }: PaidTransaction): Payment => ({
  kind: 'payment',
  outTradeNo,
  transactionId,
  total,
  paidAt,
})

/**
 * Asks WeChat Pay about every open attempt, which is the only proof. Paid: the order is confirmed (or the money given
 * back). With `close`, an attempt that nobody has paid is closed, so that nobody can any more.
 * @returns the order afterwards. @throws WechatPayError when there was no answer
 */
export async function askAboutPayment(ctx: ShopContext, order: Order, close: boolean): Promise<Order> {
  for (const attempt of order.attempts.filter(({ closed }) => !closed)) {
    const transaction = await ctx.pay.query(attempt.outTradeNo)
    if (isPaid(transaction)) await takeNotice(ctx, `paid/${attempt.outTradeNo}`, factsOf(transaction))
    else if (close) await closeAttempt(ctx, order.id, attempt, transaction)
  }
  return (await ctx.store.orders.find(order.id)) ?? order
}

async function closeAttempt(
  ctx: ShopContext,
  order: string,
  attempt: Attempt,
  transaction: Transaction | undefined,
): Promise<void> {
  try {
    // Unknown to WeChat Pay: its request never arrived; should it arrive yet, its time to pay is over.
    if (transaction && transaction.state !== 'CLOSED') await ctx.pay.close(attempt.outTradeNo)
  } catch (error) {
    if (!(error instanceof WechatPayError && error.code === 'ORDERPAID')) throw error
    const paid = await ctx.pay.query(attempt.outTradeNo)
    if (!isPaid(paid)) throw error
    await takeNotice(ctx, `paid/${attempt.outTradeNo}`, factsOf(paid))
    return
  }
  await ctx.store.orders.change(order, ctx.clock.now(), ({ attempts }) => ({
    set: { attempts: attempts.map((one) => (one.outTradeNo === attempt.outTradeNo ? { ...one, closed: true } : one)) },
  }))
}

/** Ends an order that was not paid in time: query, close, then release. Throws when WeChat Pay does not answer: try later. */
export async function expireOrder(ctx: ShopContext, overdue: Order): Promise<void> {
  const now = ctx.clock.now()
  const asked = await askAboutPayment(ctx, overdue, true)
  if (asked.state !== 'pending') return
  const order = await ctx.store.orders.change(asked, now, (current) => {
    if (current.state !== 'pending' || !current.expiresAt || current.expiresAt > now) return undefined
    // An attempt begun since then has to be asked about first.
    if (current.attempts.some(({ closed }) => !closed)) return undefined
    return {
      ...stepTo('expire', current),
      events: ['order.expired'],
      due: ['releases'],
      set: { ...stepTo('expire', current).set, releases: [...current.releases, current.claim], expiresAt: null },
    }
  })
  if (order) await releaseLeft(ctx, order)
  ctx.poke()
}

/** The states after an event, as part of a change. Refuses what the table of transitions does not allow. */
export function stepTo(
  event: OrderEvent,
  { state, booking }: Pick<Order, 'state' | 'booking'>,
): { set: Pick<Order, 'state' | 'booking'> } {
  const next = advance(event, { order: state, booking })
  return { set: { state: next.order, booking: next.booking } }
}

/** Books money that has arrived, once. The place is made sure of first, so that no confirmed order is ever without one. */
async function capture(ctx: ShopContext, payment: Payment): Promise<void> {
  const id = orderOfPaymentNumber(payment.outTradeNo)
  // Derived, so that a repetition after a crash finds what it took.
  const another = derivedId('clm', id, payment.outTradeNo)
  for (;;) {
    const seen = await ctx.store.orders.find(id)
    if (!seen) {
      ctx.log.error(
        { outTradeNo: payment.outTradeNo },
        'A payment for an order that is not known; see the merchant console.',
      )
      return
    }
    if (seen.entries.some(({ id: entry }) => entry === payment.outTradeNo)) return giveUp(ctx, seen, another)
    const claim = await placeFor(ctx, seen, payment, another)
    let written = false
    const order = await ctx.store.orders.change(seen, ctx.clock.now(), (current) => {
      written = current.revision === seen.revision
      return written ? captured(current, payment, claim, ctx.clock.now()) : undefined
    })
    if (!written || !order) continue
    if (seen.claim.id !== claim?.id) await giveUp(ctx, order, another)
    await releaseLeft(ctx, order)
    ctx.poke()
    return
  }
}

/** A claim taken for a payment that another order of things made unnecessary. */
async function giveUp(ctx: ShopContext, order: Order, claim: string): Promise<void> {
  if (order.claim.id !== claim) await ctx.store.claims.release({ id: claim, places: order.claim.places })
}

/** The claim with which the order can be confirmed, for good; undefined when there is none to be had. */
async function placeFor(ctx: ShopContext, order: Order, payment: Payment, another: string) {
  const now = ctx.clock.now()
  if (payment.total < order.quote.dueNow || order.start <= now) return undefined
  if (order.state === 'pending' && (await ctx.store.claims.extend(order.claim, { now, expiresAt: null })))
    return order.claim
  // Another id than the order's own claim, which may be about to be released.
  if (order.state === 'pending' || order.state === 'expired') return takeAgain(ctx, another, order.claim.places)
  return undefined
}

function captured(order: Order, payment: Payment, claim: Order['claim'] | undefined, now: Date): Change {
  const entry: StoredEntry = {
    id: payment.outTradeNo,
    kind: 'capture',
    amount: payment.total,
    at: payment.paidAt,
    transaction: payment.transactionId,
  }
  const step = claim && (order.state === 'pending' ? 'confirm' : 'honour')
  if (step && claim)
    return {
      entries: [entry],
      events: ['payment.captured', 'order.confirmed'],
      set: { ...stepTo(step, order).set, claim, expiresAt: null },
    }
  const refund = refundEntries(order, [{ capture: entry.id, amount: entry.amount }], now, 'place gone')
  const gone: Partial<Change> =
    order.state === 'pending'
      ? { set: { ...stepTo('expire', order).set, releases: [...order.releases, order.claim], expiresAt: null } }
      : {}
  return {
    ...gone,
    entries: [entry, ...refund],
    events: [
      'payment.captured',
      ...(order.state === 'pending' ? (['order.expired'] as const) : []),
      'refund.requested',
    ],
    due: ['refunds', ...(order.state === 'pending' ? (['releases'] as const) : [])],
  }
}

/** Refuses with what stands in the way of paying. */
export function payable(order: Order, now: Date): void {
  if (order.state === 'expired' || (order.state === 'pending' && order.expiresAt && order.expiresAt <= now))
    throw new Refusal('ORDER_EXPIRED')
  if (order.state === 'confirmed') throw new Refusal(order.quote.dueNow === 0 ? 'NOTHING_TO_PAY' : 'ALREADY_PAID')
  if (order.state !== 'pending') throw new Refusal('ORDER_NOT_PENDING')
}
