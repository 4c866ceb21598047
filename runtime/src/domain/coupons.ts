import type { PublicCoupon, Words } from './booking.ts'
import { formatFen } from './money.ts'
import type { ResolvedFee, ResolvedShop } from './resolved.ts'
import { both, percent } from './words.ts'

/** What a coupon takes off, where one figure says it. */
function takenOff({ apply, each, atLeast, atMost }: ResolvedFee): Words | null {
  if (apply.kind === 'percent' && !each && atLeast === 0) {
    const most = atMost === null ? both('', '') : both(`，最多 ${formatFen(atMost)}`, `, at most ${formatFen(atMost)}`)
    return both(`减 ${percent(apply.rate)}${most['zh-CN']}`, `${percent(apply.rate)} off${most.en}`)
  }
  if (apply.kind !== 'flat' || atLeast > apply.amount || (atMost !== null && atMost < apply.amount)) return null
  const amount = formatFen(apply.amount)
  return each ? both(`每人减 ${amount}`, `${amount} off per person`) : both(`减 ${amount}`, `${amount} off`)
}

/** Coupons that the shop shows to everybody, in the order of its rules; none that no service takes. */
export function listedCoupons({ fees, services, source }: ResolvedShop): readonly PublicCoupon[] {
  const written = new Map(source.fees?.map(({ id, code }) => [id, code]))
  return fees.flatMap((fee) => {
    const { id, label, code, listed, when, budget, explanations } = fee
    if (code === null || !listed) return []
    return {
      id,
      code: written.get(id) ?? code,
      label,
      takesOff: takenOff(fee),
      condition: when === null ? null : explanations.condition,
      services: fee.services === null ? null : [...services.keys()].filter((service) => fee.services?.has(service)),
      perCustomer: budget.perCustomer,
    }
  })
}
