import {
  boolean,
  constant,
  day,
  either,
  fen,
  id,
  instant,
  integer,
  between,
  list,
  map,
  nullable,
  object,
  oneOf,
  orderState,
  openObject,
  pattern,
  ref,
  string,
  wallTime,
  type Schema,
} from './build.ts'

const words = object({ 'zh-CN': string }, { en: string })
const phase = oneOf('base', 'option', 'addOn', 'surcharge', 'discount', 'coupon', 'entitlement', 'rounding')
const unavailability = oneOf('closed', 'shift', 'break', 'taken', 'notice', 'horizon')
export const startText = {
  ...pattern('^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$', 40),
  description: 'Start of the service, with its offset.',
}

const order = {
  id: string,
  number: { ...string, description: 'Short number for people, such as Q7K2-9F3M.' },
  state: orderState,
  booking: oneOf('held', 'confirmed', 'checked_in', 'completed', 'expired', 'cancelled', 'no_show'),
  money: ref('Money'),
  selection: ref('Assignment'),
  quote: ref('Quote'),
  serviceTitle: ref('Words'),
  offeringTitle: ref('Words'),
  resources: list(object({ role: ref('Words'), name: ref('Words') })),
  day,
  time: wallTime,
  endTime: wallTime,
  answers: openObject,
  createdAt: instant,
  expiresAt: nullable(instant),
  checkInCode: nullable(string),
  checkedInAt: nullable(instant),
  reschedulesLeft: integer,
  can: object({ pay: boolean, cancel: boolean, reschedule: boolean }),
}

/** Shapes of `domain/booking.ts` that are not the shop itself. */
export const bookingSchemas: Readonly<Record<string, Schema>> = {
  Words: { ...words, description: 'Words in the languages of the shop, Chinese always there.' },
  Selection: object(
    { service: id, start: startText },
    { offering: id, resources: map(id, 10), options: map(id, 10), addOns: map(between(1, 9), 50) },
  ),
  Assignment: object({
    service: string,
    offering: string,
    start: instant,
    end: instant,
    resources: map(string),
    options: map(string),
    addOns: map(integer),
  }),
  QuoteLine: object({ phase, rule: string, label: ref('Words'), quantity: integer, unitAmount: fen, amount: fen }),
  SkippedRule: object({
    rule: string,
    label: ref('Words'),
    reason: oneOf('condition', 'service', 'betterOffer', 'nothingLeft'),
    explanation: ref('Words'),
  }),
  Quote: object({
    lines: list(ref('QuoteLine')),
    skipped: list(ref('SkippedRule')),
    total: fen,
    dueNow: fen,
    balance: fen,
  }),
  Hold: object({ id: string, selection: ref('Assignment'), quote: ref('Quote'), expiresAt: instant }),
  Money: object({
    captured: fen,
    onSite: fen,
    refunded: fen,
    state: oneOf('nothing', 'unpaid', 'deposit', 'paid', 'refunding', 'refunded', 'partly_refunded'),
  }),
  CancellationPreview: object({ allowed: boolean, refund: fen, paid: fen, rate: integer, explanation: ref('Words') }),
  Order: object(order),
  OrderList: object({ orders: list(ref('Order')), next: nullable(string) }),
  Start: object({ start: instant, time: wallTime, resources: map(list(string)), offerings: list(string) }),
  DayAvailability: object(
    { day, starts: list(ref('Start')) },
    {
      reason: unavailability,
      explanation: ref('Words'),
      whyNot: list(object({ time: wallTime, reason: unavailability })),
    },
  ),
  Availability: object({ days: list(ref('DayAvailability')), next: nullable(day) }),
  PaymentStart: either(
    object({
      channel: constant('jsapi'),
      parameters: object({
        timeStamp: string,
        nonceStr: string,
        package: string,
        signType: constant('RSA'),
        paySign: string,
      }),
    }),
    object({ channel: constant('h5'), url: string }),
  ),
}

export const orderProperties = order
