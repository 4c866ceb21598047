import type { PublicCoupon } from './booking.ts'
import { amountWords, whenWords } from './fee-words.ts'
import type { ResolvedShop } from './resolved.ts'

/** Coupons that the shop shows to everybody, in the order of its rules. */
export function listedCoupons({ fees, services, source }: ResolvedShop): readonly PublicCoupon[] {
  const written = new Map(source.fees?.map(({ id, code }) => [id, code]))
  return fees.flatMap((fee) => {
    const { id, label, code, listed, budget } = fee
    if (code === null || !listed) return []
    return {
      id,
      code: written.get(id) ?? code,
      label,
      takesOff: amountWords(fee),
      condition: whenWords(fee),
      services: fee.services === null ? null : [...services.keys()].filter((service) => fee.services?.has(service)),
      perCustomer: budget.perCustomer,
    }
  })
}
