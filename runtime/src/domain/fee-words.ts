import type { FeeRule } from '@kaidian/schemas'
import type { PublicFeeRule, Words } from './booking.ts'
import { WEEKDAY_NAMES } from './condition-words.ts'
import { formatFen } from './money.ts'
import type { ResolvedFee, ResolvedService, ResolvedShop } from './resolved.ts'
import { both, compose, percent, say } from './words.ts'

type During = NonNullable<Extract<FeeRule['apply'], { kind: 'percent' }>['during']>[number]

const isOff = ({ phase }: ResolvedFee): boolean => phase === 'discount' || phase === 'coupon'

/** `减 10%`, `10% off`; `加 ¥20.00`, `+¥20.00`. */
const signed = (fee: ResolvedFee, amount: string): Required<Words> =>
  isOff(fee) ? both(`减 ${amount}`, `${amount} off`) : both(`加 ${amount}`, `+${amount}`)

const eachOf = (text: Required<Words>): Words => both(`每人${text['zh-CN']}`, `${text.en} per person`)

/** What a rule adds or takes off, where one figure says it. */
export function amountWords(fee: ResolvedFee): Words | null {
  const { apply, each, atLeast, atMost } = fee
  if (apply.kind === 'percent' && atLeast === 0) {
    const share = signed(fee, percent(apply.rate))
    if (atMost === null) return share
    const most = formatFen(atMost)
    return both(`${share['zh-CN']}，最多 ${most}`, `${share.en}, at most ${most}`)
  }
  if (apply.kind === 'flat' && apply.amount >= atLeast && apply.amount <= (atMost ?? Infinity)) {
    const amount = signed(fee, formatFen(apply.amount))
    return each ? eachOf(amount) : amount
  }
  if (apply.kind !== 'perPerson' || atLeast > 0 || atMost !== null) return null
  const amount = signed(fee, formatFen(apply.amount))
  const included = apply.included ?? 0
  if (included === 0) return eachOf(amount)
  return both(`第 ${included + 1} 位起每人${amount['zh-CN']}`, `${amount.en} for each person beyond ${included}`)
}

const stretch = ({ days = [], from, to }: During): Words =>
  compose((locale) => {
    const names = days.flatMap((day) => WEEKDAY_NAMES[day] ?? []).map((name) => say(name, locale))
    return [names.join(locale === 'en' ? ', ' : '、'), `${from}–${to}`].filter(Boolean).join(' ')
  })

/** Of a share that is charged only for some hours. */
function hours({ apply }: ResolvedFee): Words | null {
  const during = apply.kind === 'percent' ? (apply.during ?? []) : []
  if (during.length === 0) return null
  return compose((locale) => {
    const list = during.map((one) => say(stretch(one), locale)).join(locale === 'en' ? '; ' : '；')
    return locale === 'en' ? `Only for the time within ${list}` : `只算 ${list} 之间的时间`
  })
}

/** When a rule applies, as a sentence without its full stop; null: always. */
export function whenWords(fee: ResolvedFee): Words | null {
  const parts = [fee.when === null ? null : fee.explanations.condition, hours(fee)].filter((part) => part !== null)
  if (parts.length === 0) return null
  return compose((locale) => parts.map((part) => say(part, locale)).join(locale === 'en' ? '. ' : '，'))
}

/** What may be added to the price of a service or taken off it without a code, in the order of the shop's rules. */
export function feeRulesOf({ fees }: ResolvedShop, { id: service }: ResolvedService): readonly PublicFeeRule[] {
  return fees.flatMap((fee) => {
    const { id, label, phase, code, services, bestOf } = fee
    if (code !== null || (phase !== 'surcharge' && phase !== 'discount')) return []
    if (services !== null && !services.has(service)) return []
    return { id, kind: phase, label, amount: amountWords(fee), condition: whenWords(fee), bestOf }
  })
}
