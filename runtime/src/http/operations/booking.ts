import type { Selection } from '../../domain/index.ts'
import type { ShopContext } from '../../flow/context.ts'
import { holdView, placeHold, priceOf, releaseHold, type QuoteRequest } from '../../flow/holding.ts'
import { makeOrder, type OrderRequest } from '../../flow/ordering.ts'
import { beginPayment, type PaymentRequest } from '../../flow/paying.ts'
import { openAttempts } from '../../flow/dues.ts'
import { askAboutPayment } from '../../flow/settling.ts'
import { viewOf, viewsOf } from '../../flow/views.ts'
import type { Order } from '../../store/index.ts'
import { operation, signedIn, summary } from '../operation.ts'
import { orderState, pageMark } from '../schemas/build.ts'
import { own } from './own-order.ts'

const PAGE = 20

/** The truth about a payment is with WeChat Pay; while it does not answer, what is known is shown. */
async function upToDate(ctx: ShopContext, order: Order): Promise<Order> {
  if (openAttempts(order).length === 0 || order.state === 'cancelled' || order.state === 'expired') return order
  return askAboutPayment(ctx, order, false).catch((error: unknown) => {
    ctx.log.warn({ order: order.id, error: String(error) }, 'WeChat Pay was asked about an order and did not answer.')
    return order
  })
}

export const createQuote = operation<QuoteRequest>({
  method: 'post',
  path: '/quotes',
  id: 'createQuote',
  tag: 'booking',
  summary: summary('算价，不占时间', 'Price a selection, or a hold, without keeping anything'),
  access: 'known',
  body: 'QuoteRequest',
  responses: { 200: 'Quote' },
  refusals: [
    'SLOT_TAKEN',
    'SLOT_UNAVAILABLE',
    'OPTION_MISSING',
    'UNKNOWN_SERVICE',
    'COUPON_UNKNOWN',
    'COUPON_NOT_APPLICABLE',
    'UNKNOWN_PLAN',
    'UNKNOWN_ENTITLEMENT',
    'HOLD_ORDERED',
    'HOLD_EXPIRED',
    'NOT_SIGNED_IN',
  ],
  handle: async ({ ctx, customer, body }) => ({ status: 200, body: await priceOf(ctx, customer, body) }),
})

export const createHold = operation<{ selection: Selection }>({
  method: 'post',
  path: '/holds',
  id: 'createHold',
  tag: 'booking',
  summary: summary('保留一个时间', 'Keep a time while the form is filled in'),
  access: 'customer',
  body: 'HoldRequest',
  repeatable: 'required',
  responses: { 201: 'Hold' },
  refusals: [
    'TOO_MANY_HOLDS',
    'SLOT_TAKEN',
    'SLOT_UNAVAILABLE',
    'SOLD_OUT',
    'WAITLIST_AHEAD',
    'LIMIT_REACHED',
    'BANNED',
    'NOT_OPEN_YET',
    'REGISTRATION_CLOSED',
    'OPTION_MISSING',
    'DURATION_INVALID',
    'PEOPLE_INVALID',
    'TEAM_SIZE_INVALID',
    'UNKNOWN_SERVICE',
    'UNKNOWN_SESSION',
  ],
  handle: async (call) => ({
    status: 201,
    body: holdView(await placeHold(call.ctx, signedIn(call), call.body.selection, call.requestKey)),
  }),
})

export const deleteHold = operation({
  method: 'delete',
  path: '/holds/{id}',
  id: 'deleteHold',
  tag: 'booking',
  summary: summary('放弃保留的时间', 'Give a kept time back'),
  access: 'customer',
  responses: { 204: null },
  refusals: ['ORDER_NOT_PENDING'],
  async handle(call) {
    await releaseHold(call.ctx, signedIn(call), call.params.id ?? '')
    return { status: 204 }
  },
})

export const createOrder = operation<OrderRequest>({
  method: 'post',
  path: '/orders',
  id: 'createOrder',
  tag: 'booking',
  summary: summary('提交登记表，生成订单', 'Hand in the form and make the order'),
  access: 'customer',
  body: 'OrderRequest',
  repeatable: 'required',
  responses: { 201: 'Order' },
  refusals: [
    'HOLD_EXPIRED',
    'ANSWERS_INVALID',
    'NOT_ELIGIBLE',
    'CONSENT_MISSING',
    'BANNED',
    'LIMIT_REACHED',
    'COUPON_UNKNOWN',
    'COUPON_NOT_APPLICABLE',
    'COUPON_USED_UP',
    'UNKNOWN_PLAN',
    'UNKNOWN_ENTITLEMENT',
    'ENTITLEMENT_USED_UP',
    'UPLOAD_UNKNOWN',
  ],
  handle: async (call) => ({
    status: 201,
    body: await viewOf(call.ctx, await makeOrder(call.ctx, signedIn(call), call.body)),
  }),
})

export const listOrders = operation<undefined, { state?: Order['state']; page?: string }>({
  method: 'get',
  path: '/orders',
  id: 'listOrders',
  tag: 'booking',
  summary: summary('我的订单，新的在前', 'My orders, the newest first'),
  access: 'customer',
  query: [
    { name: 'state', schema: orderState },
    { name: 'page', schema: pageMark, description: '`next` of the page before.' },
  ],
  responses: { 200: 'OrderList' },
  async handle(call) {
    const { ctx, query } = call
    const asked = { customer: signedIn(call).id, ...(query.state && { state: query.state }) }
    const { orders, next } = await ctx.store.orders.page(asked, PAGE, query.page)
    return { status: 200, body: { orders: await viewsOf(ctx, orders), next } }
  },
})

export const getOrder = operation({
  method: 'get',
  path: '/orders/{id}',
  id: 'getOrder',
  tag: 'booking',
  summary: summary('订单；待付款时向微信支付查询', 'One order; while it is unpaid, WeChat Pay is asked'),
  access: 'customer',
  responses: { 200: 'Order' },
  handle: async (call) => ({ status: 200, body: await viewOf(call.ctx, await upToDate(call.ctx, await own(call))) }),
})

export const createPayment = operation<PaymentRequest>({
  method: 'post',
  path: '/orders/{id}/payments',
  id: 'createPayment',
  tag: 'booking',
  summary: summary('发起支付', 'Begin to pay'),
  access: 'customer',
  body: 'PaymentRequest',
  repeatable: 'required',
  responses: { 201: 'PaymentStart' },
  refusals: ['ORDER_EXPIRED', 'ALREADY_PAID', 'NOTHING_TO_PAY', 'ORDER_NOT_PENDING', 'PAYMENT_UNAVAILABLE'],
  async handle(call) {
    const order = await own(call)
    const body = await beginPayment(call.ctx, signedIn(call), order, call.body, call.req.ip ?? '127.0.0.1')
    return { status: 201, body }
  },
})
