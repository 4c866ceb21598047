import { cancelOrder, previewCancellation } from '../../flow/cancelling.ts'
import { rescheduleOrder, type Rescheduling } from '../../flow/rescheduling.ts'
import { acceptTransfer, offerTransfer, previewTransfer, type TransferRequest } from '../../flow/transferring.ts'
import { viewOf } from '../../flow/views.ts'
import { askInvoice } from '../../flow/invoicing.ts'
import { giveFeedback } from '../../flow/visiting.ts'
import { operation, signedIn, summary } from '../operation.ts'
import { pattern } from '../schemas/build.ts'
import { own } from './own-order.ts'

export const getCancellation = operation<undefined, { places?: string }>({
  method: 'get',
  path: '/orders/{id}/cancellation',
  id: 'getCancellation',
  tag: 'booking',
  summary: summary('现在取消可退多少', 'What cancelling now would give back'),
  access: 'customer',
  query: [
    {
      name: 'places',
      schema: pattern('^\\d{1,4}(,\\d{1,4})*$', 1000),
      description: 'Indexes of the people who would leave, separated by commas; everybody when left out.',
    },
  ],
  responses: { 200: 'CancellationPreview' },
  async handle(call) {
    const places = call.query.places?.split(',').map(Number)
    return { status: 200, body: await previewCancellation(call.ctx, await own(call), 'customer', places) }
  },
})

export const createCancellation = operation<{ expectedRefund?: number; places?: readonly number[] }>({
  method: 'post',
  path: '/orders/{id}/cancellation',
  id: 'cancelOrder',
  tag: 'booking',
  summary: summary('取消订单（或其中几位）并退款', 'Cancel, all or some people, and refund what the policy gives back'),
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
  summary: summary(
    '改期，价格不变；要收费的付款后生效',
    'Move the booking; its price stays. Where a fee is asked, it moves once that is paid',
  ),
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

export const createTransfer = operation({
  method: 'post',
  path: '/orders/{id}/transfer',
  id: 'offerTransfer',
  tag: 'booking',
  summary: summary('转让：得到一个转让码', 'Transfer: get a code to pass on'),
  access: 'customer',
  responses: { 200: 'TransferOffer' },
  refusals: ['TRANSFER_NOT_ALLOWED'],
  async handle(call) {
    return { status: 200, body: await offerTransfer(call.ctx, await own(call)) }
  },
})

export const getTransfer = operation({
  method: 'get',
  path: '/transfers/{code}',
  id: 'previewTransfer',
  tag: 'booking',
  summary: summary(
    '接手之前先看：是什么、何时、要填什么',
    'Look before taking over: what it is, when, what has to be filled in',
  ),
  access: 'open',
  limit: 'signIn',
  responses: { 200: 'TransferPreview' },
  refusals: ['TRANSFER_CODE_UNKNOWN', 'TRANSFER_NOT_ALLOWED'],
  handle: async ({ ctx, params }) => ({ status: 200, body: await previewTransfer(ctx, params.code ?? '') }),
})

export const receiveTransfer = operation<TransferRequest>({
  method: 'post',
  path: '/transfers',
  id: 'acceptTransfer',
  tag: 'booking',
  summary: summary('凭转让码接手订单', 'Take an order over with its transfer code'),
  access: 'customer',
  body: 'TransferRequest',
  repeatable: 'required',
  responses: { 201: 'Order' },
  refusals: [
    'TRANSFER_CODE_UNKNOWN',
    'TRANSFER_NOT_ALLOWED',
    'ANSWERS_INVALID',
    'NOT_ELIGIBLE',
    'CONSENT_MISSING',
    'LIMIT_REACHED',
    'BANNED',
  ],
  handle: async (call) => ({
    status: 201,
    body: await viewOf(call.ctx, await acceptTransfer(call.ctx, signedIn(call), call.body)),
  }),
})

export const createInvoice = operation<{ answers: unknown }>({
  method: 'post',
  path: '/orders/{id}/invoice',
  id: 'askInvoice',
  tag: 'booking',
  summary: summary('申请发票，开具前可以改', 'Ask for an invoice, or put it right before it is made out'),
  access: 'customer',
  body: 'InvoiceRequest',
  repeatable: 'required',
  responses: { 201: 'Order' },
  refusals: ['INVOICE_NOT_ALLOWED', 'ANSWERS_INVALID'],
  async handle(call) {
    const order = await own(call)
    return {
      status: 201,
      body: await viewOf(call.ctx, await askInvoice(call.ctx, signedIn(call), order.id, call.body.answers)),
    }
  },
})

export const createFeedback = operation<{ answers: unknown }>({
  method: 'post',
  path: '/orders/{id}/feedback',
  id: 'giveFeedback',
  tag: 'booking',
  summary: summary('评价', 'Give feedback'),
  access: 'customer',
  body: 'FeedbackRequest',
  repeatable: 'required',
  responses: { 201: 'Order' },
  refusals: ['FEEDBACK_NOT_ALLOWED', 'ANSWERS_INVALID'],
  async handle(call) {
    const order = await own(call)
    return {
      status: 201,
      body: await viewOf(call.ctx, await giveFeedback(call.ctx, signedIn(call), order.id, call.body.answers)),
    }
  },
})
