import type {
  Availability,
  CancellationPreview,
  Hold,
  OrderState,
  OrderView,
  PublicShop,
  Quote,
  Selection,
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

export const fetchAvailability = ({ options, addOns, ...question }: AvailabilityQuestion) =>
  call<Availability>('/availability', {
    query: { ...question, ...bracketed('options', options), ...bracketed('addOns', addOns) },
  })

export const sendSignInCode = (phone: string) =>
  call<{ expiresAt: string; simulatedCode?: string }>('/sign-in-codes', { method: 'POST', body: { phone } })

export const createSession = (proof: { wechatCode: string } | { phone: string; code: string }) =>
  call<{ token: string; expiresAt: string; customer: Customer }>('/sessions', { method: 'POST', body: proof })

export const endSession = () => call<null>('/sessions/current', { method: 'DELETE' })

export const fetchMe = () => call<Me>('/me')

export const exportMe = () => call<unknown>('/me/export')

export const deleteMe = () => once('delete-me', null, (key) => call<null>('/me', { method: 'DELETE', key }))

/** The price of a selection; of one that is held, with the answers it will be ordered with. */
export const fetchQuote = (selection: Selection, held?: { readonly hold: string; readonly answers: Answers }) =>
  call<Quote>('/quotes', { method: 'POST', body: { selection, ...held } })

export const placeHold = (selection: Selection) =>
  once('hold', selection, (key) => call<Hold>('/holds', { method: 'POST', body: { selection }, key }))

export const releaseHold = (id: string) => call<null>(`/holds/${id}`, { method: 'DELETE' })

export const placeOrder = (hold: string, answers: Answers) => {
  const body = { hold, answers, accepts: { agreement: true, privacy: true } }
  return once('order', body, (key) => call<OrderView>('/orders', { method: 'POST', body, key }))
}

export const fetchOrders = (state: OrderState | undefined, page: string | undefined) =>
  call<{ orders: OrderView[]; next: string | null }>('/orders', { query: { state, page } })

export const fetchOrder = (id: string) => call<OrderView>(`/orders/${id}`)

export const startPayment = (id: string, channel: { channel: 'jsapi' } | { channel: 'h5'; returnUrl: string }) =>
  once(`pay:${id}`, channel, (key) => call<Payment>(`/orders/${id}/payments`, { method: 'POST', body: channel, key }))

export const previewCancellation = (id: string) => call<CancellationPreview>(`/orders/${id}/cancellation`)

export const cancelOrder = (id: string, expectedRefund: number) =>
  once(`cancel:${id}`, { expectedRefund }, (key) =>
    call<OrderView>(`/orders/${id}/cancellation`, { method: 'POST', body: { expectedRefund }, key }),
  )

export const rescheduleOrder = (id: string, to: { start: string; resources?: Readonly<Record<string, string>> }) =>
  once(`reschedule:${id}`, to, (key) => call<OrderView>(`/orders/${id}/reschedule`, { method: 'POST', body: to, key }))
