import type { PublicService, Words } from './booking.ts'
import { formatFen } from './money.ts'
import { momentWords } from './moments.ts'
import type { ResolvedService, ResolvedShop } from './resolved.ts'
import { bookingTerms } from './terms/booking.ts'
import { cancellationTerms } from './terms/cancellation.ts'
import { paymentTerms } from './terms/payment.ts'
import { both, duration } from './words.ts'

export { planTerms } from './terms/payment.ts'

const often = (count: number): string => (count === 1 ? 'once' : `${count} times`)

function reschedule({ mode, policies }: ResolvedService): Words {
  const { times, before, free, fee } = policies.reschedule
  if (times === 0 || mode === 'registration') return both('不可改期', 'Cannot be rescheduled')
  const isFree = fee === 0 || free >= times
  const time = duration(before)
  const when =
    before === 0
      ? both('开始之前', ' before the start')
      : both(`开始前 ${time['zh-CN']}以上`, `, at least ${time.en} before`)
  if (isFree) return both(`${when['zh-CN']}可免费改期 ${times} 次`, `Can be rescheduled ${often(times)}${when.en}`)
  const price =
    free === 0
      ? both(`，每次收 ${formatFen(fee)}`, `; ${formatFen(fee)} each time`)
      : both(
          `，前 ${free} 次免费，之后每次收 ${formatFen(fee)}`,
          `; the first ${free === 1 ? '' : `${free} `}free, then ${formatFen(fee)} each`,
        )
  return both(
    `${when['zh-CN']}可改期 ${times} 次${price['zh-CN']}`,
    `Can be rescheduled ${often(times)}${when.en}${price.en}`,
  )
}

function transfer({ policies }: ResolvedService): Words | null {
  if (!policies.transfer || policies.transfer.times === 0) return null
  const { times, until, before } = policies.transfer
  if (until !== null) {
    const end = momentWords(until)
    return both(`${end['zh-CN']} 前可转让 ${times} 次`, `Can be transferred ${often(times)}, by ${end.en}`)
  }
  if (before === 0) return both(`可转让 ${times} 次`, `Can be transferred ${often(times)}`)
  const time = duration(before)
  return both(
    `开始前 ${time['zh-CN']}以上可转让 ${times} 次`,
    `Can be transferred ${often(times)}, at least ${time.en} before`,
  )
}

/** The rules of a service in the customer's words, such as `至少提前 2 小时预约`. */
export const terms = (service: ResolvedService, shop: ResolvedShop): PublicService['terms'] => ({
  booking: bookingTerms(service, shop),
  payment: paymentTerms(service),
  cancellation: cancellationTerms(
    service.policies.cancellation.tiers,
    service.policies.payment.every(({ plan }) => plan.kind === 'free'),
  ),
  reschedule: reschedule(service),
  transfer: transfer(service),
})
