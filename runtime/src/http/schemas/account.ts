import {
  between,
  boolean,
  constant,
  day,
  either,
  extended,
  fen,
  instant,
  integer,
  list,
  nullable,
  object,
  oneOf,
  openObject,
  orderState,
  pageMark,
  pattern,
  ref,
  string,
  text,
  wallTime,
  type Schema,
} from './build.ts'
import { DISCREPANCIES } from '../../flow/reconciling/discrepancy.ts'
import { orderProperties, sessionName, startText } from './booking.ts'

const phone = { ...pattern('^1[3-9]\\d{9}$', 11), description: 'A mobile number of mainland China.' }
const ledgerLine = object({
  kind: oneOf('capture', 'refund', 'on_site'),
  amount: fen,
  at: instant,
  state: oneOf('requested', 'succeeded', 'failed'),
})
const historyLine = object({ at: instant, event: string })
const membership = nullable(object({ id: string, title: ref('Words') }))
const consoleOrder = object({
  ...orderProperties,
  customer: object({ id: string, name: nullable(string), phone: nullable(string), visits: integer }),
})

const accepts = object({ agreement: boolean, privacy: boolean })
const participants = { ...list(openObject), maxItems: 1000 }
/** What is said beside the answers: they may all change the price. */
const ordering = {
  participants,
  coupon: text(0, 32),
  plan: text(1, 40),
  entitlements: { ...list(text(1, 60)), maxItems: 10 },
}
/** Indexes of people of an order. */
const somePlaces = {
  ...list(between(0, 1000)),
  minItems: 1,
  maxItems: 1000,
  description: 'Only these people; everybody when left out.',
}
const filledIn = { answers: openObject, ...ordering }

/** Signing in, one's own account, and what staff see. */
export const accountSchemas: Readonly<Record<string, Schema>> = {
  Error: object({
    error: object(
      { code: string, message: string },
      {
        field: { ...string, description: 'Path in the request, such as answers.phone.' },
        fields: list(object({ field: string, message: string }, { code: string })),
        reason: string,
        id: { ...string, description: 'Of a fault of ours: quote it when you ask.' },
      },
    ),
  }),
  WechatError: object({ code: constant('FAIL'), message: string }),
  SignInCodeRequest: object({ phone }),
  SignInCodeSent: object(
    { expiresAt: instant },
    { simulatedCode: { ...string, description: 'Only where messages are simulated.' } },
  ),
  SessionRequest: either(object({ wechatCode: text(1, 200) }), object({ phone, code: pattern('^\\d{6}$', 6) })),
  Session: object({ token: string, expiresAt: instant, customer: object({ id: string, phone: nullable(string) }) }),
  PhoneNumberRequest: object({ code: text(1, 200) }),
  PhoneNumber: object({ phone: string }),
  Me: object({ id: string, phone: nullable(string), membership, visits: integer, createdAt: instant }),
  Export: openObject,
  QuoteRequest: object({}, { selection: ref('Selection'), hold: text(1, 60), ...filledIn }),
  HoldRequest: object({ selection: ref('Selection') }),
  OrderRequest: object({ hold: text(1, 60), answers: openObject, accepts }, ordering),
  WaitlistRequest: object({ selection: ref('Selection') }, { ...filledIn, accepts }),
  ApprovalRequest: object({ decision: oneOf('approve', 'reject') }, { reason: text(0, 200) }),
  TransferOffer: object({ code: string }),
  TransferPreview: object({
    service: string,
    title: ref('Words'),
    offerings: { ...list(string), description: 'Of each place.' },
    day: nullable(day),
    time: nullable(wallTime),
    form: string,
    participants: nullable(object({ form: string, count: integer })),
  }),
  TransferRequest: object({ code: text(1, 64), answers: openObject, accepts }, { participants }),
  FeedbackRequest: object({ answers: openObject }),
  InvoiceRequest: object({ answers: openObject }),
  InvoiceIssue: object({}, { number: { ...text(0, 60), description: 'Of the invoice.' } }),
  RefundRequest: object(
    { reason: text(1, 200) },
    {
      amount: between(1, 1e9),
      lines: { ...list(between(0, 1000)), maxItems: 200 },
      places: { ...list(between(0, 1000)), maxItems: 1000 },
    },
  ),
  ReconciliationRequest: object(
    {},
    {
      payDays: { ...between(0, 366), description: 'Also asks WeChat Pay about the payments of so many days.' },
      mend: { ...boolean, description: 'Puts right what needs no judgement.' },
    },
  ),
  Reconciliation: object({
    at: instant,
    checked: object({ orders: integer, pools: integer, days: integer, passes: integer }),
    found: list(
      object({
        code: oneOf(...Object.keys(DISCREPANCIES)),
        subject: string,
        words: ref('Words'),
        detail: nullable(string),
        mended: boolean,
      }),
    ),
  }),
  GrantRequest: object({ product: text(1, 40) }, { reason: text(0, 200) }),
  AdjustmentRequest: object({ units: between(-1e8, 1e8), reason: text(1, 200) }),
  PaymentRequest: either(
    object({ channel: constant('jsapi') }),
    object(
      { channel: constant('h5') },
      { returnUrl: { ...pattern('^https?://', 500), description: 'Where the customer comes back to.' } },
    ),
  ),
  CancellationRequest: object(
    {},
    {
      expectedRefund: between(0, 1e9),
      places: somePlaces,
    },
  ),
  RescheduleRequest: object(
    {},
    {
      start: startText,
      session: sessionName,
      resources: { type: 'object', additionalProperties: text(1, 40), maxProperties: 60 },
    },
  ),
  PasswordRequest: object({ password: text(1, 200) }),
  ConsoleSession: object({ token: string, expiresAt: instant }),
  ConsoleOrder: consoleOrder,
  OrderSearchRequest: object(
    {},
    {
      day,
      state: orderState,
      invoice: { ...oneOf('asked'), description: 'Those whose invoice was asked for and not made out.' },
      q: { ...text(0, 64), description: 'Order number, check-in code, phone or its last four digits.' },
      page: { ...pageMark, description: '`next` of the page before.' },
    },
  ),
  ConsoleOrderDetail: extended(consoleOrder, { ledger: list(ledgerLine), history: list(historyLine) }),
  ConsoleOrderList: object({ orders: list(ref('ConsoleOrder')), next: nullable(string) }),
  Today: object({
    day,
    rows: list(object({ resource: object({ id: string, name: ref('Words') }), bookings: list(ref('ConsoleOrder')) })),
    counts: object({ bookings: integer, checkedIn: integer, expectedOnSite: fen }),
  }),
  Revealed: object({
    answers: openObject,
    participants: list(openObject),
    invoice: nullable(openObject),
    feedback: nullable(openObject),
  }),
  CheckInRequest: object({ code: text(1, 64) }),
  ConsoleCancellationRequest: object({}, { reason: text(0, 200), expectedRefund: between(0, 1e9), places: somePlaces }),
  OnSitePaymentRequest: object({ amount: between(1, 1e8) }),
  CustomerSearchRequest: object({}, { q: { ...text(0, 20), description: 'Phone, or its last four digits.' } }),
  ConsoleCustomer: object({
    id: string,
    name: nullable(string),
    phone: nullable(string),
    membership,
    visits: integer,
    createdAt: instant,
  }),
  ConsoleCustomerList: object({
    customers: list(ref('ConsoleCustomer')),
    memberships: list(object({ id: string, title: ref('Words') })),
  }),
  MembershipRequest: object({ membership: nullable(text(1, 40)) }),
  Events: object({ events: list(object({ id: string, type: string, order: string, at: instant })), after: string }),
}
