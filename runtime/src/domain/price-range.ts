import type { ResolvedFee, ResolvedOffering, ResolvedService, ResolvedShop } from './resolved.ts'

interface PriceRange {
  readonly from: number
  readonly to: number
}

/** What a rule adds to one unit of an offering, as far as that can be said without knowing the booking. */
function addition({ apply }: ResolvedFee, { per, unitMinutes }: ResolvedOffering): PriceRange | null {
  switch (apply.kind) {
    case 'flat':
    case 'perPerson':
      return { from: apply.amount, to: apply.amount }
    case 'table': {
      const isTimed = (apply.basis ?? 'time') === 'time' && (per === 'time' || per === 'personTime')
      const amounts = apply.rows.map(({ amount }) =>
        isTimed ? Math.round((amount * unitMinutes) / (apply.minutes ?? 60)) : amount,
      )
      return { from: Math.min(...amounts), to: Math.max(...amounts) }
    }
    default:
      return null
  }
}

function rangeOf(shop: ResolvedShop, service: ResolvedService, offering: ResolvedOffering): PriceRange {
  let from = offering.price
  let to = offering.price
  const conditional: PriceRange[] = []
  for (const fee of shop.fees) {
    if (fee.phase !== 'base' || (fee.services && !fee.services.has(service.id))) continue
    const added = addition(fee, offering)
    if (!added) continue
    if (fee.when) {
      conditional.push(added)
      continue
    }
    from += added.from
    to += added.to
  }
  // Of rules with conditions, such as one for each class of car, one at a time is taken to hold.
  const [first] = conditional
  if (!first) return { from, to }
  return {
    from: from > 0 ? from : Math.min(...conditional.map((one) => one.from)),
    to: to + Math.max(...conditional.map((one) => one.to)),
  }
}

/** Lowest and highest price of the offerings of a service, in fen for one unit of each. */
export function priceRange(shop: ResolvedShop, service: ResolvedService): PriceRange {
  const ranges = service.offerings.map((offering) => rangeOf(shop, service, offering))
  return { from: Math.min(...ranges.map(({ from }) => from)), to: Math.max(...ranges.map(({ to }) => to)) }
}
