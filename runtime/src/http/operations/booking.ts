import { Refusal, type Selection } from '../../domain/index.ts'
import { cancelOrder, previewCancellation } from '../../flow/cancelling.ts'
import type { ShopContext } from '../../flow/context.ts'
import { holdView, placeHold, priceOf, releaseHold } from '../../flow/holding.ts'
import { makeOrder, type OrderRequest } from '../../flow/ordering.ts'
import { beginPayment, type PaymentRequest } from '../../flow/paying.ts'
import { rescheduleOrder, type Rescheduling } from '../../flow/rescheduling.ts'
import { askAboutPayment } from '../../flow/settling.ts'
import { viewOf, viewsOf } from '../../flow/views.ts'
import type { Order } from '../../store/index.ts'
import { operation, signedIn, summary, type Call } from '../operation.ts'
import { oneOf, pageMark } from '../schemas/build.ts'

const PAGE = 20

/** Somebody else's order is not there. */
async function own(call: Call): Promise<Order> {
  const order = await call.ctx.store.orders.find(call.params.id ?? '')
  if (order?.customer !== signedIn(call).id) throw new Refusal('NOT_FOUND')
  return order
}

/** The truth about a payment is with WeChat Pay; while it does not answer, what is known is shown. */
async function upToDate(ctx: ShopContext, order: Order): Promise<Order> {
  if (order.state !== 'pending' || order.attempts.length === 0) return order
  return askAboutPayment(ctx, order, false).catch((error: unknown) => {
    ctx.log.warn({ order: order.id, error: String(error) }, 'WeChat Pay was asked about an order and did not answer.')
    return order
  })
}

export const createQuote = operation<{ selection: Selection; answers?: Record<string, unknown>; hold?: string }>({
  method: 'post',
  path: '/quotes',
  id: 'createQuote',
  tag: 'booking',
  summary: summary('算价，不占时间', 'Price a selection without keeping anything'),
  access: 'known',
  body: 'QuoteRequest',
  responses: { 200: 'Quote' },
  refusals: ['SLOT_TAKEN', 'SLOT_UNAVAILABLE', 'OPTION_MISSING', 'UNKNOWN_SERVICE'],
  handle: async ({ ctx, customer, body }) => ({
    status: 200,
    body: await priceOf(ctx, customer, body.selection, body.answers ?? {}, body.hold),
  }),
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
  refusals: ['TOO_MANY_HOLDS', 'SLOT_TAKEN', 'SLOT_UNAVAILABLE', 'OPTION_MISSING', 'UNKNOWN_SERVICE'],
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
  refusals: ['HOLD_EXPIRED', 'ANSWERS_INVALID', 'CONSENT_MISSING'],
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
    { name: 'state', schema: oneOf('pending', 'confirmed', 'completed', 'expired', 'cancelled') },
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

export const getCancellation = operation({
  method: 'get',
  path: '/orders/{id}/cancellation',
  id: 'getCancellation',
  tag: 'booking',
  summary: summary('现在取消可退多少', 'What cancelling now would give back'),
  access: 'customer',
  responses: { 200: 'CancellationPreview' },
  handle: async (call) => ({ status: 200, body: await previewCancellation(call.ctx, await own(call), 'customer') }),
})

export const createCancellation = operation<{ expectedRefund?: number }>({
  method: 'post',
  path: '/orders/{id}/cancellation',
  id: 'cancelOrder',
  tag: 'booking',
  summary: summary('取消订单并退款', 'Cancel, and refund what the policy gives back'),
  access: 'customer',
  body: 'CancellationRequest',
  repeatable: 'required',
  responses: { 200: 'Order' },
  refusals: ['CANCELLATION_NOT_ALLOWED', 'REFUND_CHANGED', 'PAYMENT_UNAVAILABLE'],
  async handle(call) {
    const order = await own(call)
    return {
      status: 200,
      body: await viewOf(call.ctx, await cancelOrder(call.ctx, order.id, { by: 'customer', ...call.body })),
    }
  },
})

export const createReschedule = operation<Rescheduling>({
  method: 'post',
  path: '/orders/{id}/reschedule',
  id: 'rescheduleOrder',
  tag: 'booking',
  summary: summary('改期，价格不变', 'Move the booking; its price stays'),
  access: 'customer',
  body: 'RescheduleRequest',
  repeatable: 'required',
  responses: { 200: 'Order' },
  refusals: ['RESCHEDULE_NOT_ALLOWED', 'SLOT_TAKEN', 'SLOT_UNAVAILABLE', 'REQUEST_UNDER_WAY'],
  async handle(call) {
    const order = await own(call)
    return { status: 200, body: await viewOf(call.ctx, await rescheduleOrder(call.ctx, order.id, call.body)) }
  },
})
