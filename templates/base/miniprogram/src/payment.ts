import Taro from '@tarojs/taro'
import { startPayment } from '@/api/calls'

const resultPath = (order: string): string => `/pages/result/index?id=${encodeURIComponent(order)}`

/**
 * Lets the customer pay `order`, then shows the result page. What WeChat tells the app proves nothing: the result page asks the
 * server. On h5 the browser leaves for the payment page and comes back to the result page. Throws ApiError.
 */
export const pay = async (order: string): Promise<void> => {
  if (process.env.TARO_ENV === 'h5') {
    const page = window.location.href.split('#')[0] ?? ''
    const payment = await startPayment(order, { channel: 'h5', returnUrl: `${page}#${resultPath(order)}` })
    if (payment.channel === 'h5') {
      // Coming back with the browser's own button shows the result, not the form that was paid for.
      window.history.replaceState(null, '', `${page}#${resultPath(order)}`)
      window.location.href = payment.url
    }
    return
  }
  const payment = await startPayment(order, { channel: 'jsapi' })
  if (payment.channel !== 'jsapi') return
  const given = await Taro.requestPayment(payment.parameters).then(
    () => true,
    () => false,
  )
  await Taro.redirectTo({ url: `${resultPath(order)}${given ? '' : '&unpaid=1'}` })
}

/** The result page without a payment: nothing was due now. */
export const showResult = (order: string) => Taro.redirectTo({ url: resultPath(order) })
