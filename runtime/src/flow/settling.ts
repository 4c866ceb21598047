import {
  allows,
  approvalOf,
  capturedLeft,
  money,
  scheduleLeft,
  stepWhenPaid,
  type ResolvedShop,
} from '../domain/index.ts'
import { derivedId, orderOfPaymentNumber } from '../ids.ts'
import type { Attempt, Change, NoticeFacts, Order, StoredEntry } from '../store/index.ts'
import { WechatPayError, type PaidTransaction, type Transaction } from '../wechat/index.ts'
import type { ShopContext } from './context.ts'
import { nextDue, openAttempts } from './dues.ts'
import { give, toGive } from './giving.ts'
import { movedTo } from './moving.ts'
import { takeAgain } from './places.ts'
import { refundEntries, noteRefund } from './refunding.ts'
import { stepTo } from './stepping.ts'
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
  for (const attempt of openAttempts(order)) {
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
    if (openAttempts(current).length > 0) return undefined
    return {
      ...stepTo('expire', current),
      events: ['order.expired'],
      due: ['releases', 'returns'],
      set: {
        ...stepTo('expire', current).set,
        releases: [...current.releases, current.claim],
        expiresAt: null,
        returnRate: 10000,
      },
    }
  })
  if (order) await releaseLeft(ctx, order)
  ctx.poke()
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
    const attempt = seen.attempts.find(({ outTradeNo }) => outTradeNo === payment.outTradeNo)
    // What a confirmed order lacks may be paid at any time, whatever has become of its first payment.
    const purpose = isLacking(seen) ? 'balance' : (attempt?.purpose ?? 'order')
    const claim = purpose === 'order' ? await placeFor(ctx, seen, payment, another) : undefined
    const move = purpose === 'move' && (await keepsMove(ctx, seen, payment, attempt?.pays))
    const shop = await ctx.shopAt(seen.version)
    let written = false
    const order = await ctx.store.orders.change(seen, ctx.clock.now(), (current) => {
      written = current.revision === seen.revision
      if (!written) return undefined
      const now = ctx.clock.now()
      if (purpose === 'order') return captured(shop, current, payment, claim, now)
      return purpose === 'move'
        ? capturedForMove(shop, current, payment, move ? current.pendingMove : null, now)
        : capturedForBalance(current, payment, now)
    })
    if (!written || !order) continue
    if (purpose === 'order' && seen.claim.id !== claim?.id) await giveUp(ctx, order, another)
    await releaseLeft(ctx, order)
    await give(ctx, order)
    ctx.poke()
    return
  }
}

function isLacking(order: Order): boolean {
  const { captured, onSite, charged } = money(order.entries, order.quote, order)
  const isConfirmed = order.state === 'confirmed' || order.state === 'completed'
  return isConfirmed && captured - charged + onSite < order.quote.dueNow
}

/** A claim taken for a payment that another order of things made unnecessary. */
async function giveUp(ctx: ShopContext, order: Order, claim: string): Promise<void> {
  const { id, places, draws } = order.claim
  // All of it was taken under its own id: what the order draws under an earlier one stays.
  if (id !== claim)
    await ctx.store.claims.release({ id: claim, places, draws: draws.map(({ by: _by, ...draw }) => draw) })
}

/** The claim with which the order can be confirmed, for good; undefined when there is none to be had. */
async function placeFor(ctx: ShopContext, order: Order, payment: Payment, another: string) {
  const now = ctx.clock.now()
  if (payment.total < order.quote.dueNow || (order.start && order.start <= now)) return undefined
  if (order.state === 'pending' && (await ctx.store.claims.extend(order.claim, { now, expiresAt: null })))
    return order.claim
  // What an expired order had taken off a pass has been given back.
  const isPlain = order.quote.uses.length === 0
  // Another id than the order's own claim, which may be about to be released.
  if (order.state === 'pending' || (order.state === 'expired' && isPlain)) return takeAgain(ctx, another, order)
  return undefined
}

/** Whether the payment is for the place that is kept for a move: then that is kept for good. */
async function keepsMove(
  ctx: ShopContext,
  { pendingMove }: Order,
  { total }: Payment,
  pays: string | undefined,
): Promise<boolean> {
  if (!pendingMove || total < pendingMove.fee || pendingMove.claim.id !== pays) return false
  return ctx.store.claims.extend(pendingMove.claim, { now: ctx.clock.now(), expiresAt: null })
}

const entryOf = ({ outTradeNo, total, paidAt, transactionId }: Payment): StoredEntry => ({
  id: outTradeNo,
  kind: 'capture',
  amount: total,
  at: paidAt,
  transaction: transactionId,
})

/** Money that has come and cannot be used goes back whole. */
const returned = (order: Order, entry: StoredEntry, now: Date, reason: string): Pick<Change, 'entries'> => ({
  entries: [entry, ...refundEntries(order, [{ capture: entry.id, amount: entry.amount }], now, reason)],
})

function captured(
  shop: ResolvedShop,
  order: Order,
  payment: Payment,
  claim: Order['claim'] | undefined,
  now: Date,
): Change {
  const entry = entryOf(payment)
  if (claim) {
    const step = stepWhenPaid(approvalOf(shop, order.selection), order.state === 'pending')
    const isConfirmed = step === 'confirm' || step === 'honour'
    return {
      entries: [entry],
      events: ['payment.captured', isConfirmed ? 'order.confirmed' : 'order.awaiting_approval'],
      due: isConfirmed ? toGive(shop, order) : [],
      set: {
        ...stepTo(step, order).set,
        claim,
        expiresAt: null,
        balanceDue: nextDue(order.quote.schedule, payment.total),
      },
    }
  }
  const isPending = order.state === 'pending'
  return {
    ...(isPending && {
      set: {
        ...stepTo('expire', order).set,
        releases: [...order.releases, order.claim],
        expiresAt: null,
        returnRate: 10000,
      },
    }),
    ...returned(order, entry, now, 'place gone'),
    events: ['payment.captured', ...(isPending ? (['order.expired'] as const) : []), 'refund.requested'],
    due: ['refunds', ...(isPending ? (['releases', 'returns'] as const) : [])],
  }
}

/** A later part of the price. An order that was given up meanwhile needs none. */
function capturedForBalance(order: Order, payment: Payment, now: Date): Change {
  const entry = entryOf(payment)
  if (order.state !== 'confirmed' && order.state !== 'completed')
    return {
      ...returned(order, entry, now, 'order given up'),
      events: ['payment.captured', 'refund.requested'],
      due: ['refunds'],
    }
  const paid = money(order.entries, order.quote, order)
  const captured = capturedLeft(paid, order.withdrawals) - paid.charged + payment.total
  return {
    entries: [entry],
    events: ['payment.captured'],
    set: { balanceDue: nextDue(scheduleLeft(order.quote, order.withdrawals), captured) },
  }
}

/** The fee of a move: the booking moves to the place that was kept for it, or the fee goes back. */
function capturedForMove(
  shop: ResolvedShop,
  order: Order,
  payment: Payment,
  pendingMove: Order['pendingMove'],
  now: Date,
): Change {
  const entry = entryOf(payment)
  if (!pendingMove || !allows('reschedule', { order: order.state, booking: order.booking }))
    return {
      ...returned(order, entry, now, 'not moved'),
      events: ['payment.captured', 'refund.requested'],
      due: ['refunds'],
    }
  const moved = movedTo(shop, order, pendingMove.selection, pendingMove.claim)
  return {
    ...moved,
    entries: [entry],
    events: ['payment.captured', ...(moved.events ?? [])],
    set: {
      ...moved.set,
      pendingMove: null,
      charges: [...order.charges, { id: entry.id, kind: 'reschedule', amount: payment.total, at: now }],
    },
  }
}
