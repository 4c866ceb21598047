import type { PaymentPlan } from '@kaidian/schemas'
import type { Mode, Words } from '../booking.ts'
import { formatFen } from '../money.ts'
import { momentWords } from '../moments.ts'
import type { ResolvedService } from '../resolved.ts'
import { both, compose, duration, percent, say } from '../words.ts'

type Deposit = Extract<PaymentPlan, { kind: 'deposit' }>
type Instalments = Extract<PaymentPlan, { kind: 'instalments' }>
type Due = NonNullable<Instalments['parts'][number]['due']>

interface Setting {
  /** `预约时`, `when booking` */
  readonly order: Required<Words>
  /** `到店`, `in the shop` */
  readonly onSite: Required<Words>
}

function settingOf(mode: Mode): Setting {
  switch (mode) {
    case 'appointment':
      return { order: both('预约时', 'when booking'), onSite: both('到店', 'in the shop') }
    case 'session':
      return { order: both('报名时', 'when booking'), onSite: both('现场', 'on site') }
    case 'registration':
      return { order: both('报名时', 'when registering'), onSite: both('现场', 'on site') }
  }
}

/** `2027 年 3 月 1 日 23:59 前`, `by 1 March 2027, 23:59`. */
function dueWords({ at, before, after }: Due, { order }: Setting): Required<Words> {
  if (at !== undefined) {
    const end = momentWords(at)
    return both(`${end['zh-CN']} 前`, `by ${end.en}`)
  }
  if (before !== undefined && before > 0) {
    const time = duration(before)
    return both(`开始前 ${time['zh-CN']}以前`, `at least ${time.en} before the start`)
  }
  if (before === undefined && after !== undefined) {
    const time = duration(after)
    return both(`下单后 ${time['zh-CN']}内`, `within ${time.en} of the order`)
  }
  return before === undefined ? order : both('开始之前', 'before the start')
}

/** Chinese is written without spaces but before a digit. */
const restDue = (due: string): string => `余款${/^\d/.test(due) ? ' ' : ''}${due}付清`

const OVERDUE = both('，逾期未付则取消', '; cancelled when overdue')
const NOTHING = both('', '')

function deposit({ rate, amount, each, balance, overdue }: Deposit, setting: Setting): Words {
  const zh = amount === undefined ? percent(rate ?? 0) : formatFen(amount)
  const first = both(
    `${setting.order['zh-CN']}付${each ? '每人' : ''} ${zh} 定金`,
    `A deposit of ${zh}${each ? ' for each person' : ''} ${setting.order.en}`,
  )
  if (balance === undefined || balance === 'onSite')
    return both(`${first['zh-CN']}，其余${setting.onSite['zh-CN']}付`, `${first.en}, the rest ${setting.onSite.en}`)
  const due = dueWords(balance, setting)
  const late = overdue === 'cancel' ? OVERDUE : NOTHING
  return both(
    `${first['zh-CN']}，${restDue(due['zh-CN'])}${late['zh-CN']}`,
    `${first.en}, the rest ${due.en}${late.en}`,
  )
}

function instalments({ parts, overdue }: Instalments, setting: Setting): Words {
  const late = overdue === 'cancel' ? OVERDUE : NOTHING
  return compose((locale) => {
    const rows = parts.map(({ rate, amount, due }, index) => {
      const when = due ? say(dueWords(due, setting), locale) : setting.order[locale]
      const isRest = index === parts.length - 1 || (amount === undefined && rate === undefined)
      const sum = amount === undefined ? percent(rate ?? 0) : formatFen(amount)
      if (locale === 'en') return `${isRest ? 'the rest' : sum} ${when}`
      return isRest ? restDue(when) : `${when}付 ${sum}`
    })
    return locale === 'en'
      ? `In ${parts.length} parts: ${rows.join(', ')}${late.en}`
      : `分 ${parts.length} 期：${rows.join('，')}${late['zh-CN']}`
  })
}

/** One way to pay, in the customer's words. */
export function planTerms(plan: PaymentPlan, mode: Mode): Words {
  const setting = settingOf(mode)
  switch (plan.kind) {
    case 'full':
      return both(`${setting.order['zh-CN']}付全额`, `Paid in full ${setting.order.en}`)
    case 'deposit':
      return deposit(plan, setting)
    case 'instalments':
      return instalments(plan, setting)
    case 'onSite':
      return both(`${setting.onSite['zh-CN']}付款`, `Paid ${setting.onSite.en}`)
    case 'free':
      return both('免费', 'Free of charge')
  }
}

/** The way to pay, or all among which the customer chooses: `全额（报名时付全额）；定金（…）`. */
export function paymentTerms({ mode, policies }: ResolvedService): Words {
  const rows = policies.payment.map(({ title, plan }) => {
    const terms = planTerms(plan, mode)
    if (!title) return terms
    return compose((locale) =>
      locale === 'en'
        ? `${say(title, locale)} (${say(terms, locale)})`
        : `${say(title, locale)}（${say(terms, locale)}）`,
    )
  })
  const [only] = rows
  if (only && rows.length === 1) return only
  return compose((locale) => rows.map((row) => say(row, locale)).join(locale === 'en' ? '; or ' : '；或'))
}
