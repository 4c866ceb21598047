import type { PublicService, Words } from './booking.ts'
import type { PaymentPolicy, ResolvedPolicies } from './resolved.ts'
import { both, duration, percent } from './words.ts'

function payment(policy: PaymentPolicy): Words {
  switch (policy.kind) {
    case 'full':
      return both('预约时付全额', 'Paid in full when booking')
    case 'deposit':
      return both(
        `预约时付 ${percent(policy.rate)} 定金，其余到店付`,
        `A deposit of ${percent(policy.rate)} when booking, the rest in the shop`,
      )
    case 'onSite':
      return both('到店付款', 'Paid in the shop')
  }
}

const returned = (rate: number): Words =>
  rate === 10000
    ? both('退还全部已付款', 'all that was paid comes back')
    : rate === 0
      ? both('不退款', 'nothing comes back')
      : both(`退还已付款的 ${percent(rate)}`, `${percent(rate)} of what was paid comes back`)

function cancellation(tiers: ResolvedPolicies['cancellation']['tiers']): Words[] {
  const rows = tiers.map(({ before, refund }) => {
    const time = duration(before)
    const result = returned(refund)
    return before === 0
      ? both(`开始之前取消，${result['zh-CN']}`, `Cancelled before the start: ${result.en}`)
      : both(`开始前 ${time['zh-CN']}以上取消，${result['zh-CN']}`, `Cancelled ${time.en} or more before: ${result.en}`)
  })
  const last = tiers.at(-1)
  if (!last) return [both('取消不退款', 'Nothing comes back when cancelled')]
  return last.before === 0 || last.refund === 0
    ? rows
    : [...rows, both('再晚取消，不退款', 'Later: nothing comes back')]
}

function reschedule({ times, before }: ResolvedPolicies['reschedule']): Words {
  if (times === 0) return both('不可改期', 'Cannot be rescheduled')
  const time = duration(before)
  return before === 0
    ? both(
        `开始之前可免费改期 ${times} 次`,
        `Can be rescheduled ${times === 1 ? 'once' : `${times} times`} before the start`,
      )
    : both(
        `开始前 ${time['zh-CN']}以上可免费改期 ${times} 次`,
        `Can be rescheduled ${times === 1 ? 'once' : `${times} times`}, at least ${time.en} before`,
      )
}

/** The rules of a service in the customer's words, such as `至少提前 2 小时预约`. */
export function terms(policies: ResolvedPolicies): PublicService['terms'] {
  const { notice, horizon } = policies.booking
  const ahead = duration(notice)
  return {
    booking: [
      ...(notice > 0 ? [both(`至少提前 ${ahead['zh-CN']}预约`, `Book at least ${ahead.en} ahead`)] : []),
      horizon === 0
        ? both('只能预约当天', 'Only for the same day')
        : both(`最多提前 ${horizon} 天预约`, `Book at most ${horizon} ${horizon === 1 ? 'day' : 'days'} ahead`),
    ],
    payment: payment(policies.payment),
    cancellation: cancellation(policies.cancellation.tiers),
    reschedule: reschedule(policies.reschedule),
  }
}
