import type {
  Availability,
  CancellationPreview,
  EntitlementView,
  Hold,
  OrderState,
  OrderView,
  PublicShop,
  Quote,
  Rating,
  Selection,
  SessionView,
  TicketView,
  TransferPreview,
  WaitlistView,
} from '@/kaidian/booking'
import { call } from './client'
import { once } from './intents'

/** Every call the app makes, by what it is for. All may throw ApiError. */

export interface Customer {
  readonly id: string
  readonly phone: string | null
}

export interface Me extends Customer {
  readonly membership: {
    readonly id: string
    readonly title: { readonly 'zh-CN': string; readonly en?: string }
  } | null
  readonly visits: number
}

export type Answers = Readonly<Record<string, unknown>>

/** What can be asked of the calendar before a start is chosen. */
export interface AvailabilityQuestion {
  readonly service: string
  readonly offering?: string | undefined
  readonly resource?: string | undefined
  readonly people?: number | undefined
  /** Minutes, where the customer chooses. */
  readonly duration?: number | undefined
  /** Services that follow in a row. */
  readonly then?: readonly string[] | undefined
  readonly options?: Readonly<Record<string, string>> | undefined
  readonly addOns?: Readonly<Record<string, number>> | undefined
  readonly from: string
  readonly days: number
}

export type Payment =
  | {
      readonly channel: 'jsapi'
      readonly parameters: {
        readonly timeStamp: string
        readonly nonceStr: string
        readonly package: string
        readonly signType: 'RSA'
        readonly paySign: string
      }
    }
  | { readonly channel: 'h5'; readonly url: string }

const bracketed = (name: string, values: Readonly<Record<string, string | number>> | undefined) =>
  Object.fromEntries(Object.entries(values ?? {}).map(([id, value]) => [`${name}[${id}]`, value]))

export const fetchShop = () => call<PublicShop>('/shop')

export const fetchRatings = () => call<{ ratings: readonly Rating[] }>('/ratings')

export const fetchAvailability = ({ options, addOns, then, ...question }: AvailabilityQuestion) =>
  call<Availability>('/availability', {
    query: {
      ...question,
      then: then?.length ? then.join(',') : undefined,
      ...bracketed('options', options),
      ...bracketed('addOns', addOns),
    },
  })

/** Sessions of `days` days (at most 366) from the day `from` on; whole series and single occurrences. */
export const fetchSessions = (service: string, from: string, days: number) =>
  call<{ sessions: SessionView[] }>('/sessions', { query: { service, from, days } })

export const fetchTickets = (service: string) => call<{ tickets: TicketView[] }>('/tickets', { query: { service } })

export const sendSignInCode = (phone: string) =>
  call<{ expiresAt: string; simulatedCode?: string }>('/sign-in-codes', { method: 'POST', body: { phone } })

export const createSession = (proof: { wechatCode: string } | { phone: string; code: string }) =>
  call<{ token: string; expiresAt: string; customer: Customer }>('/sessions', { method: 'POST', body: proof })

export const endSession = () => call<null>('/sessions/current', { method: 'DELETE' })

export const fetchMe = () => call<Me>('/me')

export const exportMe = () => call<unknown>('/me/export')

export const deleteMe = () => once('delete-me', null, (key) => call<null>('/me', { method: 'DELETE', key }))

/** What is said beside a selection; all of it may change the price. */
export interface Ordering {
  readonly answers?: Answers
  readonly participants?: readonly Answers[]
  readonly coupon?: string
  readonly plan?: string
  /** Ids of the customer's own, in the order in which they are used. */
  readonly entitlements?: readonly string[]
}

/** The price of a selection, or of a hold with what it will be ordered with. */
export const fetchQuote = (what: ({ readonly selection: Selection } | { readonly hold: string }) & Ordering) =>
  call<Quote>('/quotes', { method: 'POST', body: what })

export const placeHold = (selection: Selection) =>
  once('hold', selection, (key) => call<Hold>('/holds', { method: 'POST', body: { selection }, key }))

export const releaseHold = (id: string) => call<null>(`/holds/${id}`, { method: 'DELETE' })

const ACCEPTED = { agreement: true, privacy: true }

/** Makes the order. The customer has accepted agreement and privacy policy. */
export const placeOrder = (hold: string, ordering: Ordering & { readonly answers: Answers }) => {
  const body = { hold, ...ordering, accepts: ACCEPTED }
  return once('order', body, (key) => call<OrderView>('/orders', { method: 'POST', body, key }))
}

/** Joins a line; where places are booked without asking again, with the form filled in and the terms accepted. */
export const joinWaitlist = (selection: Selection, filled?: Ordering & { readonly answers: Answers }) => {
  const body = { selection, ...(filled && { ...filled, accepts: ACCEPTED }) }
  return once('waitlist', body, (key) => call<WaitlistView>('/waitlist', { method: 'POST', body, key }))
}

export const fetchWaitlist = () => call<{ entries: WaitlistView[] }>('/waitlist')

export const leaveWaitlist = (id: string) => call<null>(`/waitlist/${id}`, { method: 'DELETE' })

export const fetchEntitlements = () => call<{ entitlements: EntitlementView[] }>('/me/entitlements')

/** How often each listed coupon is still good for the customer; null: without a limit. */
export const fetchCouponsLeft = () => call<{ coupons: { id: string; left: number | null }[] }>('/me/coupons')

export const fetchOrders = (state: OrderState | undefined, page: string | undefined) =>
  call<{ orders: OrderView[]; next: string | null }>('/orders', { query: { state, page } })

export const fetchOrder = (id: string) => call<OrderView>(`/orders/${id}`)

export const startPayment = (id: string, channel: { channel: 'jsapi' } | { channel: 'h5'; returnUrl: string }) =>
  once(`pay:${id}`, channel, (key) => call<Payment>(`/orders/${id}/payments`, { method: 'POST', body: channel, key }))

/** What cancelling now would give back; `places` are the indexes of those who would leave, everybody when left out. */
export const previewCancellation = (id: string, places?: readonly number[]) =>
  call<CancellationPreview>(`/orders/${id}/cancellation`, { query: { places: places?.join(',') } })

export const cancelOrder = (id: string, expectedRefund: number, places?: readonly number[]) => {
  const body = { expectedRefund, ...(places && { places }) }
  return once(`cancel:${id}`, body, (key) =>
    call<OrderView>(`/orders/${id}/cancellation`, { method: 'POST', body, key }),
  )
}

export interface Move {
  readonly start?: string
  readonly session?: string
  /** The same as before where left out. */
  readonly resources?: Readonly<Record<string, string>>
}

export const rescheduleOrder = (id: string, to: Move) =>
  once(`reschedule:${id}`, to, (key) => call<OrderView>(`/orders/${id}/reschedule`, { method: 'POST', body: to, key }))

/** A code with which somebody else may take the order over; asked again, the same code. */
export const offerTransfer = (id: string) => call<{ code: string }>(`/orders/${id}/transfer`, { method: 'POST' })

export const previewTransfer = (code: string) => call<TransferPreview>(`/transfers/${code}`)

export const acceptTransfer = (code: string, answers: Answers, participants?: readonly Answers[]) => {
  const body = { code, answers, ...(participants && { participants }), accepts: ACCEPTED }
  return once('transfer', body, (key) => call<OrderView>('/transfers', { method: 'POST', body, key }))
}

export const askInvoice = (id: string, answers: Answers) =>
  once(`invoice:${id}`, answers, (key) =>
    call<OrderView>(`/orders/${id}/invoice`, { method: 'POST', body: { answers }, key }),
  )

export const giveFeedback = (id: string, answers: Answers) =>
  once(`feedback:${id}`, answers, (key) =>
    call<OrderView>(`/orders/${id}/feedback`, { method: 'POST', body: { answers }, key }),
  )
