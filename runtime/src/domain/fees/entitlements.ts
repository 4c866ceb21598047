/** Passes and stored value that a customer uses for an order. */
import type { EntitlementUse } from '../booking.ts'
import { Refusal } from '../refusals.ts'
import type { ResolvedEntitlement } from '../resolved.ts'
import { both } from '../words.ts'
import { add, sumsOfSegments } from './draft.ts'
import type { QuoteContext } from './facts.ts'
import { nothingPaid, usePass } from './pass.ts'
import type { Job } from './scope.ts'

type Given = NonNullable<QuoteContext['entitlements']>[number]

const NOTHING_TO_COVER = both('没有可以抵的了', 'There is nothing it could pay for')

/** Segments it may be used for; null: all of them. */
function segmentsFor(job: Job, { services }: ResolvedEntitlement, field: string): readonly number[] | null {
  if (services === null) return null
  const fitting = job.segments.flatMap(({ service }, index) => (services.has(service) ? [index] : []))
  if (fitting.length === 0)
    throw new Refusal('UNKNOWN_ENTITLEMENT', {
      field,
      reason: 'service',
      words: both('这张卡不能用于这项服务。', 'This pass cannot be used for this service.'),
    })
  return job.segments.length === 1 ? null : fitting
}

/** Takes off what is left of the total, as far as the value goes. */
function useValue(
  job: Job,
  { id, left }: Given,
  product: ResolvedEntitlement,
  segments: readonly number[] | null,
): EntitlementUse | null {
  const { draft } = job
  const within = Object.values(sumsOfSegments(draft, segments)).reduce((sum, amount) => sum + amount, 0)
  const amount = Math.min(left, draft.total, within)
  if (amount <= 0) return null
  add(draft, 'entitlement', id, product.title, 1, -amount)
  return { entitlement: id, units: amount, amount }
}

/**
 * Uses what the customer gave, in that order; each makes a line and is told among the uses, or among the skipped where there is
 * nothing it could pay for.
 * @throws Refusal UNKNOWN_ENTITLEMENT (not one of the shop's, given twice, or not for this service), ENTITLEMENT_USED_UP
 */
export function useEntitlements(job: Job): readonly EntitlementUse[] {
  const { entitlements = [] } = job.context
  const paid = entitlements.length === 0 ? [] : nothingPaid(job)
  return entitlements.flatMap((given, index): EntitlementUse[] => {
    const field = `entitlements.${index}`
    const product = job.shop.entitlements.get(given.product)
    const isTwice = entitlements.findIndex(({ id }) => id === given.id) < index
    if (!product || product.kind === 'membership' || isTwice) throw new Refusal('UNKNOWN_ENTITLEMENT', { field })
    if (given.left <= 0) throw new Refusal('ENTITLEMENT_USED_UP', { field, values: { title: product.title } })
    const segments = segmentsFor(job, product, field)
    const use =
      product.kind === 'pass' ? usePass(job, given, product, segments, paid) : useValue(job, given, product, segments)
    if (use) return [use]
    job.draft.skipped.push({
      rule: given.id,
      label: product.title,
      reason: 'nothingLeft',
      explanation: NOTHING_TO_COVER,
    })
    return []
  })
}
