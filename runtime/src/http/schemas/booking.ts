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
const unavailability = oneOf('closed', 'shift', 'break', 'taken', 'notice', 'horizon', 'notOpen', 'over')
const optionalWords = nullable(ref('Words'))
const quantities = map(between(1, 999), 50)
/** A role, or `role:2` for a further one of the same. */
const posts = { ...map(id, 60), propertyNames: pattern('^[a-z][a-z0-9-]{0,39}(:[0-9]{1,2})?$', 43) }
/** An occurrence, or a whole series. */
export const sessionName = pattern('^[a-z][a-z0-9-]{0,39}(@\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2})?$', 60)
const chosen = { offering: id, resources: posts, options: map(id, 10), addOns: quantities }
const assigned = {
  service: string,
  offering: string,
  resources: map(string),
  options: map(string),
  addOns: map(integer),
}
export const startText = {
  ...pattern('^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$', 40),
  description: 'Start of the service, with its offset.',
}

const order = {
  id: string,
  number: { ...string, description: 'Short number for people, such as Q7K2-9F3M.' },
  state: orderState,
  booking: oneOf('held', 'confirmed', 'checked_in', 'completed', 'expired', 'rejected', 'cancelled', 'no_show'),
  money: ref('Money'),
  selection: ref('Assignment'),
  quote: ref('Quote'),
  serviceTitle: ref('Words'),
  offeringTitle: ref('Words'),
  resources: list(object({ role: ref('Words'), name: ref('Words') })),
  day: nullable(day),
  time: nullable(wallTime),
  endTime: nullable(wallTime),
  answers: openObject,
  participants: list(openObject),
  withdrawn: { ...list(integer), description: 'Indexes of the places that were given up.' },
  seats: {
    ...list(object({ place: integer, room: ref('Words'), number: nullable(integer) })),
    description: 'Where each person sits, once the order is confirmed; no number in a room without numbers.',
  },
  createdAt: instant,
  expiresAt: nullable(instant),
  checkInCode: nullable(string),
  checkedInAt: nullable(instant),
  reschedulesLeft: integer,
  rescheduleFee: fen,
  transfersLeft: integer,
  nextPayment: nullable(ref('Instalment')),
  onSiteDue: { ...fen, description: 'What is still to be paid at the counter.' },
  note: nullable(string),
  feedback: nullable(object({ form: string, answers: nullable(openObject) })),
  invoice: nullable(
    object({
      form: string,
      answers: nullable(openObject),
      issued: nullable(object({ at: instant, number: nullable(string) })),
    }),
  ),
  can: object({
    pay: boolean,
    cancel: boolean,
    reschedule: boolean,
    transfer: boolean,
    feedback: boolean,
    invoice: boolean,
  }),
}

const waitlistEntry = {
  id: string,
  selection: ref('Selection'),
  people: integer,
  state: oneOf('waiting', 'offered', 'booked', 'lapsed', 'left'),
  position: integer,
  hold: nullable(ref('Hold')),
  serviceTitle: ref('Words'),
  day: nullable(day),
  time: nullable(wallTime),
  order: nullable(string),
  createdAt: instant,
}

/** Shapes of `domain/booking.ts` that are not the shop itself. */
export const bookingSchemas: Readonly<Record<string, Schema>> = {
  Words: { ...words, description: 'Words in the languages of the shop, Chinese always there.' },
  Selection: object(
    { service: id },
    {
      ...chosen,
      start: startText,
      session: sessionName,
      duration: between(5, 10080),
      people: between(1, 1000),
      places: { ...list(object({}, { offering: id, addOns: quantities })), minItems: 1, maxItems: 1000 },
      then: { ...list(object({ service: id }, { ...chosen, duration: between(5, 10080) })), maxItems: 5 },
    },
  ),
  Assignment: object(
    {
      ...assigned,
      start: nullable(instant),
      end: nullable(instant),
      places: list(object({ offering: string, addOns: map(integer) })),
    },
    {
      session: string,
      sessions: list(instant),
      then: list(object({ ...assigned, start: instant, end: instant })),
    },
  ),
  QuoteLine: object(
    { phase, rule: string, label: ref('Words'), quantity: integer, unitAmount: fen, amount: fen },
    { places: list(integer), segment: integer },
  ),
  Instalment: object({ amount: fen, due: nullable(instant), where: oneOf('app', 'onSite') }),
  SkippedRule: object({
    rule: string,
    label: ref('Words'),
    reason: oneOf('condition', 'service', 'betterOffer', 'nothingLeft', 'code'),
    explanation: ref('Words'),
  }),
  Quote: object({
    lines: list(ref('QuoteLine')),
    skipped: list(ref('SkippedRule')),
    total: fen,
    dueNow: fen,
    balance: fen,
    schedule: list(ref('Instalment')),
    plan: nullable(string),
    coupon: nullable(string),
    uses: list(object({ entitlement: string, units: integer, amount: fen })),
  }),
  Hold: object({ id: string, selection: ref('Assignment'), quote: ref('Quote'), expiresAt: instant }),
  Money: object({
    captured: fen,
    onSite: fen,
    refunded: fen,
    charged: fen,
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
  SessionOccurrence: object({
    id: string,
    series: string,
    title: optionalWords,
    start: instant,
    end: instant,
    day,
    time: wallTime,
    endTime: wallTime,
    days: list(day),
    seats: integer,
    left: integer,
    offerings: list(string),
    reason: nullable(unavailability),
    explanation: optionalWords,
    waitlist: boolean,
  }),
  Sessions: object({ sessions: list(ref('SessionOccurrence')) }),
  Ratings: object({
    ratings: list(
      object({
        service: string,
        count: integer,
        score: { ...between(0, 10_000), description: 'Mean, in basis points of all stars: 9000 is 4.5 of 5.' },
      }),
    ),
  }),
  Tickets: object({
    tickets: list(
      object({
        offering: string,
        left: nullable(integer),
        reason: nullable(unavailability),
        explanation: optionalWords,
        waitlist: boolean,
      }),
    ),
  }),
  WaitlistEntry: object(waitlistEntry),
  WaitlistEntries: object({ entries: list(ref('WaitlistEntry')) }),
  ConsoleWaitlist: object({
    entries: list(
      object({
        ...waitlistEntry,
        customer: object({ id: string, name: nullable(string), phone: nullable(string) }),
      }),
    ),
  }),
  Entitlement: object({
    id: string,
    product: string,
    title: ref('Words'),
    kind: oneOf('pass', 'membership', 'storedValue'),
    left: nullable(integer),
    expiresAt: nullable(instant),
    entries: list(
      object({
        kind: oneOf('grant', 'use', 'return', 'expire', 'adjust'),
        units: integer,
        order: nullable(string),
        at: instant,
      }),
    ),
  }),
  Entitlements: object({ entitlements: list(ref('Entitlement')) }),
  CouponsLeft: object({
    coupons: list(object({ id: string, left: { ...nullable(integer), description: 'Uses; null: without a limit.' } })),
  }),
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
