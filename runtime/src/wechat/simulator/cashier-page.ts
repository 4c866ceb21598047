import { createHash } from 'node:crypto'
import type { Trade, Unpayable } from './trades.ts'

export type CashierLanguage = 'zh' | 'en'

/** What the cashier page shows: an order to pay, or how it ended. */
export interface CashierView {
  readonly language: CashierLanguage
  readonly trade: Trade | undefined
  readonly outcome: 'asking' | 'paid' | 'cancelled' | Unpayable
  /** Where the customer goes afterwards; already known to be http or https. */
  readonly back: URL | undefined
}

const WORDS = {
  zh: {
    title: '模拟微信支付',
    notice: '模拟支付 · 不会扣款',
    payee: '收款方',
    item: '商品',
    number: '订单号',
    pay: '确认支付',
    cancel: '取消',
    back: '返回商家',
    outcomes: {
      asking: '',
      paid: '支付成功',
      cancelled: '已取消支付',
      UNKNOWN: '没有这笔订单',
      PAID: '这笔订单已经支付过了',
      CLOSED: '订单已关闭，不能再支付',
      EXPIRED: '已超过支付时间，请回到商家重新下单',
    },
  },
  en: {
    title: 'WeChat Pay simulator',
    notice: 'Simulated payment · no money moves',
    payee: 'Payee',
    item: 'Item',
    number: 'Order',
    pay: 'Pay',
    cancel: 'Cancel',
    back: 'Back to the shop',
    outcomes: {
      asking: '',
      paid: 'Paid',
      cancelled: 'Payment cancelled',
      UNKNOWN: 'There is no such order',
      PAID: 'This order has already been paid',
      CLOSED: 'This order is closed and cannot be paid',
      EXPIRED: 'The time to pay has passed; please order again',
    },
  },
} as const

const STYLE = `
*{box-sizing:border-box}
body{margin:0;min-height:100vh;background:#ededed;color:#191919;font:16px/1.5 -apple-system,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
.notice{background:#fff7e0;color:#7a5200;text-align:center;font-size:14px;padding:10px 16px}
main{max-width:440px;margin:0 auto;padding:0 16px 32px}
h1{font-size:17px;font-weight:600;text-align:center;margin:0;padding:18px 0 14px}
.card{background:#fff;border-radius:12px;padding:28px 20px 8px}
.outcome{font-size:18px;font-weight:600;text-align:center;margin:0 0 4px}
.outcome.paid{color:#06804a}
.amount{font-size:44px;font-weight:600;text-align:center;line-height:1.2;margin:0 0 24px;font-variant-numeric:tabular-nums}
.amount small{font-size:26px;margin-right:2px;font-weight:600}
dl{margin:0}
dl div{display:flex;gap:24px;padding:12px 0;border-top:1px solid #eee;font-size:15px}
dt{color:#6b6b6b;flex:none}
dd{margin:0 0 0 auto;text-align:right;min-width:0;overflow-wrap:anywhere}
form,.after{display:grid;gap:12px;margin-top:24px}
button,.button{appearance:none;border:0;border-radius:10px;min-height:50px;font:inherit;font-weight:600;cursor:pointer;display:grid;place-items:center;text-decoration:none;width:100%}
.first{background:#07804a;color:#fff}
.second{background:#fff;color:#333}
button:focus-visible,.button:focus-visible{outline:3px solid #4b9fff;outline-offset:2px}
`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/**
 * Nothing but this style may run or load, and the form goes nowhere but here and to the shop: browsers apply
 * `form-action` to the redirection after a form, too.
 */
export const cashierPolicy = (back: URL | undefined): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    "base-uri 'none'",
    `form-action 'self'${back ? ` ${back.origin}` : ''}`,
  ].join('; ')

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** Fen as yuan: 12345 is 123.45. */
const yuan = (fen: number) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

/** The page on which a customer with a browser pays, as a whole document. */
export function cashierPage({ language, trade, outcome, back }: CashierView): string {
  const words = WORDS[language]
  const row = (name: string, value: string) => `<div><dt>${name}</dt><dd>${escaped(value)}</dd></div>`
  const facts = trade
    ? `<p class="amount"><small>¥</small>${yuan(trade.total)}</p>
<dl>${row(words.payee, trade.merchant)}${row(words.item, trade.description)}${row(words.number, trade.outTradeNo)}</dl>`
    : ''
  const told = outcome === 'asking' ? '' : `<p class="outcome ${outcome}" role="status">${words.outcomes[outcome]}</p>`
  const asking = outcome === 'asking' && trade
  const actions = asking
    ? `<form method="post">
<input type="hidden" name="prepay_id" value="${escaped(trade.prepayId)}">
<input type="hidden" name="redirect_url" value="${back ? escaped(back.href) : ''}">
<button class="first" name="action" value="pay">${words.pay}</button>
<button class="second" name="action" value="cancel">${words.cancel}</button>
</form>`
    : back
      ? `<p class="after"><a class="button first" href="${escaped(back.href)}">${words.back}</a></p>`
      : ''
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<style>${STYLE}</style>
<div class="notice">${words.notice}</div>
<main>
<h1>${words.title}</h1>
<div class="card">${told}${facts}</div>
${actions}
</main>
</html>
`
}
