import { Formatter } from 'wechatpay-axios-plugin'

/** What a merchant signs for a request: `target` is path and query as they travel, `body` the very bytes sent. */
export const requestMessage = (
  method: string,
  target: string,
  timestamp: string,
  nonce: string,
  body: string,
): string => Formatter.request(method, target, timestamp, nonce, body)

/** What WeChat Pay signs for an answer or a notice. */
export const answerMessage = (timestamp: string, nonce: string, body: string): string =>
  Formatter.response(timestamp, nonce, body)

/** What a merchant signs so that a customer's `wx.requestPayment` is accepted. `packaged` is `prepay_id=…`. */
export const paymentMessage = (appid: string, timestamp: string, nonce: string, packaged: string): string =>
  Formatter.joinedByLineFeed(appid, timestamp, nonce, packaged)

/** Seconds since 1970 as WeChat Pay writes them. */
export const secondsOf = (instant: Date): string => String(Math.floor(instant.getTime() / 1000))

/** An instant in China's time, `2026-12-02T14:30:00+08:00`, as WeChat Pay writes it. Fractions of a second are dropped. */
export const chinaTime = (instant: Date): string =>
  `${new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
