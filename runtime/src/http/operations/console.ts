import { Refusal } from '../../domain/index.ts'
import { decide, type Decision } from '../../flow/approving.ts'
import { cancelOrder } from '../../flow/cancelling.ts'
import type { ShopContext } from '../../flow/context.ts'
import { refundByStaff, type StaffRefund } from '../../flow/refunding.ts'
import { accountOf, consoleViewOf, consoleViewsOf, expectedOnSite, todayAt } from '../../flow/views.ts'
import { issueInvoice } from '../../flow/invoicing.ts'
import { checkIn, checkInByCode, complete, markNoShow, receiveOnSite } from '../../flow/visiting.ts'
import type { Order, OrderQuery } from '../../store/index.ts'
import { operation, summary, type Call, type Operation } from '../operation.ts'
import { day, oneOf, orderState, pageMark } from '../schemas/build.ts'

const PAGE = 50

async function orderOf({ ctx, params }: Call): Promise<Order> {
  const order = await ctx.store.orders.find(params.id ?? '')
  if (!order) throw new Refusal('NOT_FOUND')
  return order
}

export const getToday = operation<undefined, { day?: string }>({
  method: 'get',
  path: '/console/today',
  id: 'getToday',
  tag: 'console',
  summary: summary('一天的预约，按人或场地', 'The bookings of a day, by resource'),
  access: 'console',
  query: [{ name: 'day', schema: day }],
  responses: { 200: 'Today' },
  async handle({ ctx, query }) {
    const shop = ctx.shop()
    const asked = query.day ?? todayAt(ctx)
    const orders = (await ctx.store.orders.ofDay(asked)).filter(
      (order) => order.state === 'confirmed' || order.state === 'completed',
    )
    const views = await consoleViewsOf(ctx, orders)
    const rows = [...shop.resources.values()].map(({ id, name }) => ({
      resource: { id, name },
      bookings: views.filter((_, index) => Object.values(orders[index]?.selection.resources ?? {}).includes(id)),
    }))
    const counts = {
      bookings: orders.length,
      checkedIn: orders.filter(({ checkedInAt }) => checkedInAt !== null).length,
      expectedOnSite: orders.reduce((sum, order) => sum + expectedOnSite(order), 0),
    }
    return { status: 200, body: { day: asked, rows, counts } }
  },
})

/** An order number, a whole phone number, its last four digits, or a check-in code. */
function queryOf(q: string): OrderQuery {
  const asked = q.trim().toUpperCase()
  if (/^\d{11}$/.test(asked)) return { phone: asked }
  if (/^\d{4}$/.test(asked)) return { phoneTail: asked }
  if (/^[0-9A-Z]{4}-?[0-9A-Z]{4}$/.test(asked)) return { number: `${asked.slice(0, 4)}-${asked.slice(-4)}` }
  return { checkInCode: asked }
}

interface OrderFilters {
  readonly day?: string
  readonly state?: Order['state']
  readonly page?: string
  readonly invoice?: 'asked'
}

async function pageOfOrders(ctx: ShopContext, filters: OrderFilters, q = '') {
  const asked: OrderQuery = {
    ...(filters.day && { day: filters.day }),
    ...(filters.state && { state: filters.state }),
    ...(filters.invoice && { invoice: filters.invoice }),
    ...(q.trim() && queryOf(q)),
  }
  const { orders, next } = await ctx.store.orders.page(asked, PAGE, filters.page)
  return { orders: await consoleViewsOf(ctx, orders), next }
}

export const listConsoleOrders = operation<undefined, OrderFilters>({
  method: 'get',
  path: '/console/orders',
  id: 'listConsoleOrders',
  tag: 'console',
  summary: summary('订单列表', 'Orders, by day and state'),
  access: 'console',
  query: [
    { name: 'day', schema: day },
    { name: 'state', schema: orderState },
    { name: 'invoice', schema: oneOf('asked'), description: 'Those whose invoice was asked for and not made out.' },
    { name: 'page', schema: pageMark, description: '`next` of the page before.' },
  ],
  responses: { 200: 'ConsoleOrderList' },
  handle: async ({ ctx, query }) => ({ status: 200, body: await pageOfOrders(ctx, query) }),
})

// A POST, though it only reads: servers and proxies log addresses, and what is looked for may be a phone number.
export const searchConsoleOrders = operation<OrderFilters & { readonly q?: string }>({
  method: 'post',
  path: '/console/order-searches',
  id: 'searchConsoleOrders',
  tag: 'console',
  summary: summary('查找订单', 'Find orders'),
  access: 'console',
  body: 'OrderSearchRequest',
  responses: { 200: 'ConsoleOrderList' },
  handle: async ({ ctx, body }) => ({ status: 200, body: await pageOfOrders(ctx, body, body.q) }),
})

export const getConsoleOrder = operation({
  method: 'get',
  path: '/console/orders/{id}',
  id: 'getConsoleOrder',
  tag: 'console',
  summary: summary('订单，含流水和经过', 'One order with its ledger and history'),
  access: 'console',
  responses: { 200: 'ConsoleOrderDetail' },
  async handle(call) {
    const order = await orderOf(call)
    return { status: 200, body: { ...(await consoleViewOf(call.ctx, order)), ...accountOf(order) } }
  },
})

export const revealAnswers = operation({
  method: 'post',
  path: '/console/orders/{id}/reveal',
  id: 'revealAnswers',
  tag: 'console',
  summary: summary('查看完整登记内容（留痕）', 'See the answers unmasked; it is recorded'),
  access: 'console',
  responses: { 200: 'Revealed' },
  async handle(call) {
    const order = await orderOf(call)
    // Recorded before it is shown.
    await call.ctx.store.reveals.record(order.id, 'console', call.ctx.clock.now())
    const { answers, participants, invoice, feedback } = order
    return { status: 200, body: { answers, participants, invoice, feedback } }
  },
})

export const createCheckIn = operation<{ code: string }>({
  method: 'post',
  path: '/console/check-ins',
  id: 'checkInByCode',
  tag: 'console',
  summary: summary('扫码核销', 'Check in by the code of the booking'),
  access: 'console',
  body: 'CheckInRequest',
  responses: { 200: 'ConsoleOrder' },
  refusals: ['CHECK_IN_CODE_UNKNOWN', 'ALREADY_CHECKED_IN', 'CHECK_IN_NOT_ALLOWED'],
  handle: async ({ ctx, body }) => ({
    status: 200,
    body: await consoleViewOf(ctx, await checkInByCode(ctx, body.code)),
  }),
})

/** Something staff does with one order. */
const act = <Body>(
  name: string,
  rest: Pick<Operation, 'id' | 'summary' | 'refusals'> & Partial<Pick<Operation, 'body' | 'repeatable'>>,
  step: (call: Call<Body>, order: string) => Promise<Order>,
): Operation =>
  operation<Body>({
    method: 'post',
    path: `/console/orders/{id}/${name}`,
    tag: 'console',
    access: 'console',
    responses: { 200: 'ConsoleOrder' },
    ...rest,
    handle: async (call) => ({
      status: 200,
      body: await consoleViewOf(call.ctx, await step(call, call.params.id ?? '')),
    }),
  })

export const orderActions: readonly Operation[] = [
  act(
    'check-in',
    {
      id: 'checkIn',
      summary: summary('到店', 'The customer is here'),
      refusals: ['ALREADY_CHECKED_IN', 'CHECK_IN_NOT_ALLOWED'],
    },
    ({ ctx }, order) => checkIn(ctx, order),
  ),
  act(
    'no-show',
    { id: 'markNoShow', summary: summary('未到', 'The customer did not come'), refusals: ['NO_SHOW_NOT_ALLOWED'] },
    ({ ctx }, order) => markNoShow(ctx, order),
  ),
  act(
    'completion',
    { id: 'completeOrder', summary: summary('完成', 'The service is done'), refusals: ['NOT_COMPLETABLE'] },
    ({ ctx }, order) => complete(ctx, order),
  ),
  act<{ reason?: string; expectedRefund?: number }>(
    'cancellation',
    {
      id: 'cancelByMerchant',
      summary: summary('商家取消并退款', 'Cancel and refund on the merchant’s side'),
      body: 'ConsoleCancellationRequest',
      repeatable: 'optional',
      refusals: ['CANCELLATION_NOT_ALLOWED', 'REFUND_CHANGED', 'PAYMENT_UNAVAILABLE'],
    },
    ({ ctx, body }, order) => cancelOrder(ctx, order, { by: 'merchant', ...body }),
  ),
  act<Decision>(
    'approval',
    {
      id: 'decideApproval',
      summary: summary('审核：通过或不通过', 'Approve or reject'),
      body: 'ApprovalRequest',
      repeatable: 'optional',
      refusals: ['APPROVAL_NOT_PENDING'],
    },
    ({ ctx, body }, order) => decide(ctx, order, body, 'console'),
  ),
  act<StaffRefund>(
    'refunds',
    {
      id: 'refundOrder',
      summary: summary('退款，不取消（按金额、账目或人）', 'Refund without cancelling: an amount, lines, or people'),
      body: 'RefundRequest',
      repeatable: 'optional',
      refusals: ['REFUND_TOO_LARGE'],
    },
    ({ ctx, body, requestKey }, order) => refundByStaff(ctx, order, body, requestKey),
  ),
  act<{ number?: string }>(
    'invoice',
    {
      id: 'issueInvoice',
      summary: summary('登记发票已开', 'Note that the invoice was made out'),
      body: 'InvoiceIssue',
      repeatable: 'optional',
      refusals: ['INVOICE_NOT_ASKED'],
    },
    ({ ctx, body }, order) => issueInvoice(ctx, order, body.number),
  ),
  act<{ amount: number }>(
    'on-site-payments',
    {
      id: 'receiveOnSite',
      summary: summary('登记到店收款', 'Note money received at the counter'),
      body: 'OnSitePaymentRequest',
      repeatable: 'optional',
      refusals: ['NOTHING_TO_PAY'],
    },
    ({ ctx, body, requestKey }, order) => receiveOnSite(ctx, order, body.amount, requestKey),
  ),
]
