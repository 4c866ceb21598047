import Taro from '@tarojs/taro'
import { startPayment } from '@/api/calls'
import { ApiError, codeOf } from '@/api/errors'
import { messages } from '@/i18n'
import { keep, recall } from '@/storage'
import type { OrderView } from '@/kaidian/booking'

const KEY = 'paying'

/** Only WeChat and browsers can pay: the shop has no account with other platforms. @throws ApiError */
export const requirePayable = (): void => {
  if (process.env.TARO_ENV !== 'weapp' && process.env.TARO_ENV !== 'h5')
    throw new ApiError('CANNOT_PAY_HERE', 400, messages().cannotPayHere)
}

/** A payment that was begun, and whose outcome nobody has seen yet. */
export interface BegunPayment {
  readonly order: string
  /** Captured before, in fen: more than this means that it arrived. */
  readonly captured: number
}

/** The payment that was under way when the app was left or killed. */
export const begunPayment = (): BegunPayment | null => recall<BegunPayment>(KEY)

/** Its outcome was seen, or the customer went on to something else. */
export const endBegunPayment = (): void => keep(KEY, null)

export const resultPath = ({ order, captured }: BegunPayment): string =>
  `/pages/result/index?id=${encodeURIComponent(order)}&captured=${captured}`

/**
 * Lets the customer pay what is due of `order`, then shows the result page. What WeChat tells the app proves nothing: the result
 * page asks the server. On h5 the browser leaves for the payment page and comes back to the result page. Throws ApiError.
 */
export const pay = async ({ id, money }: Pick<OrderView, 'id' | 'money'>): Promise<void> => {
  const begun: BegunPayment = { order: id, captured: money.captured }
  const path = resultPath(begun)
  try {
    if (process.env.TARO_ENV === 'h5') {
      const page = window.location.href.split('#')[0] ?? ''
      const payment = await startPayment(id, { channel: 'h5', returnUrl: `${page}#${path}` })
      if (payment.channel !== 'h5') return
      keep(KEY, begun)
      // Coming back with the browser's own button shows the result, not the form that was paid for.
      window.history.replaceState(null, '', `${page}#${path}`)
      window.location.href = payment.url
      return
    }
    if (process.env.TARO_ENV !== 'weapp') return requirePayable()
    const payment = await startPayment(id, { channel: 'jsapi' })
    if (payment.channel !== 'jsapi') return
    keep(KEY, begun)
    const given = await Taro.requestPayment(payment.parameters).then(
      () => true,
      () => false,
    )
    await Taro.redirectTo({ url: `${path}${given ? '' : '&unpaid=1'}` })
  } catch (error) {
    // Paid on another device, or by a tap whose answer was lost.
    if (codeOf(error) === 'ALREADY_PAID') return showResult(id)
    throw error
  }
}

/** The result page without a payment: nothing was due now. */
export const showResult = async (order: string): Promise<void> => {
  await Taro.redirectTo({ url: `/pages/result/index?id=${encodeURIComponent(order)}` })
}
