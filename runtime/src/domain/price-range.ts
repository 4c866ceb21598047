import type { ResolvedFee, ResolvedOffering, ResolvedService, ResolvedShop } from './resolved.ts'

interface PriceRange {
  readonly from: number
  readonly to: number
}

/**
 * An amount for so many minutes, for the unit an offering is priced by. Where the customer chooses how long, a price for the whole
 * booking cannot be told: the amount stays as it is.
 */
function perUnitOf(offering: ResolvedOffering, service: ResolvedService, amount: number, minutes: number): number {
  const isTimed = offering.per === 'time' || offering.per === 'personTime'
  const unit = isTimed
    ? offering.unitMinutes
    : service.durationChoice || offering.duration === 0
      ? minutes
      : offering.duration
  return Math.round((amount * unit) / minutes)
}

const span = (amounts: readonly number[]): PriceRange => ({ from: Math.min(...amounts), to: Math.max(...amounts) })

/** What a rule adds to one unit of an offering; null where that depends on the booking. */
function addition({ apply }: ResolvedFee, offering: ResolvedOffering, service: ResolvedService): PriceRange | null {
  switch (apply.kind) {
    case 'flat':
      return span([apply.amount])
    case 'perPerson':
      return (apply.included ?? 0) > 0 ? span([0, apply.amount]) : span([apply.amount])
    case 'perDuration':
      return (apply.included ?? 0) > 0 ? null : span([perUnitOf(offering, service, apply.amount, apply.minutes ?? 60)])
    case 'table':
      return span(
        apply.rows.map(({ amount }) =>
          apply.basis === 'start' ? amount : perUnitOf(offering, service, amount, apply.minutes ?? 60),
        ),
      )
    case 'tiered': {
      const amounts = apply.tiers.flatMap(({ amount }) => (amount === undefined ? [] : [amount]))
      return amounts.length === apply.tiers.length && !apply.graduated ? span(amounts) : null
    }
    case 'perUnit':
    case 'percent':
    case 'cap':
    case 'minimum':
    case 'round':
      return null
  }
}

function rangeOf(shop: ResolvedShop, service: ResolvedService, offering: ResolvedOffering): PriceRange {
  let from = offering.price
  let to = offering.price
  const conditional: PriceRange[] = []
  for (const fee of shop.fees) {
    if (fee.phase !== 'base' || (fee.services && !fee.services.has(service.id))) continue
    const added = addition(fee, offering, service)
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
