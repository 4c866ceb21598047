/** Passes and stored value that a customer uses for an order. */
import type { EntitlementUse, Phase } from '../booking.ts'
import { Refusal } from '../refusals.ts'
import type { ResolvedEntitlement } from '../resolved.ts'
import { both } from '../words.ts'
import { add, type Belonging, emptySums, sumsOfSegments } from './draft.ts'
import type { QuoteContext } from './facts.ts'
import type { Job } from './scope.ts'
import { share } from './share.ts'

type Given = NonNullable<QuoteContext['entitlements']>[number]
type Covered = ResolvedEntitlement['covers'][number]

const NOTHING_TO_COVER = both('没有可以抵的了', 'There is nothing it could pay for')

/** What passes have paid for so far: phases of each place. */
type Paid = readonly Set<Phase>[]

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

/** Fen of one place: its own lines, and its part of those of the whole order among the places not paid for yet. */
function ownAndShared(job: Job, covers: readonly Covered[], segments: readonly number[] | null, paid: Paid) {
  const { lines } = job.draft
  const places = job.assignment.places.length
  const own = Array.from({ length: places }, () => 0)
  const shared = emptySums()
  for (const { phase, amount, segment, places: of } of lines) {
    if (!covers.some((covered) => covered === phase)) continue
    if (segments !== null && (segment === undefined || !segments.includes(segment))) continue
    if (of) {
      for (const place of of) if (!paid[place]?.has(phase)) own[place] = (own[place] ?? 0) + share(amount, 1, of.length)
    } else shared[phase] += amount
  }
  return { own, shared }
}

/** Takes off what the pass covers of as many places as it has uses, the dearest first. */
function usePass(
  job: Job,
  { id, left }: Given,
  product: ResolvedEntitlement,
  paid: Paid,
  field: string,
): EntitlementUse | null {
  const { draft, assignment } = job
  const { covers } = product
  const count = assignment.places.length
  const { own, shared } = ownAndShared(job, covers, segmentsFor(job, product, field), paid)
  const sharedOf = (place: number): number =>
    covers.reduce((sum, phase) => sum + (paid[place]?.has(phase) ? 0 : share(shared[phase], 1, count)), 0)
  const taken = own
    .map((amount, place) => ({ place, amount: amount + sharedOf(place) }))
    .filter(({ amount }) => amount > 0)
    .toSorted((a, b) => b.amount - a.amount || a.place - b.place)
    .slice(0, left)
    .map(({ place }) => place)
  let amount = taken.reduce((sum, place) => sum + (own[place] ?? 0), 0)
  // Parts are counted on from those that were paid before, so that all places together are the whole to the fen.
  for (const phase of covers) {
    const before = paid.filter((phases) => phases.has(phase)).length
    const open = taken.filter((place) => !paid[place]?.has(phase))
    amount += share(shared[phase], before + open.length, count) - share(shared[phase], before, count)
    for (const place of open) paid[place]?.add(phase)
  }
  amount = Math.min(amount, draft.total)
  if (amount <= 0) return null
  const places = taken.toSorted((a, b) => a - b)
  const equal =
    places.every((place) => (own[place] ?? 0) === (own[places[0] ?? 0] ?? 0)) && amount % places.length === 0
  const belonging: Belonging = equal || places.length === 1 ? { places } : {}
  if (equal) add(draft, 'entitlement', id, product.title, places.length, -amount / places.length, belonging)
  else add(draft, 'entitlement', id, product.title, 1, -amount, belonging)
  return { entitlement: id, units: places.length, amount }
}

/** Takes off what is left of the total, as far as the value goes. */
function useValue(job: Job, { id, left }: Given, product: ResolvedEntitlement, field: string): EntitlementUse | null {
  const { draft } = job
  const segments = segmentsFor(job, product, field)
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
  const paid: Paid = entitlements.length === 0 ? [] : job.assignment.places.map(() => new Set<Phase>())
  return entitlements.flatMap((given, index): EntitlementUse[] => {
    const field = `entitlements.${index}`
    const product = job.shop.entitlements.get(given.product)
    const isTwice = entitlements.findIndex(({ id }) => id === given.id) < index
    if (!product || product.kind === 'membership' || isTwice) throw new Refusal('UNKNOWN_ENTITLEMENT', { field })
    if (given.left <= 0) throw new Refusal('ENTITLEMENT_USED_UP', { field, values: { title: product.title } })
    const use =
      product.kind === 'pass' ? usePass(job, given, product, paid, field) : useValue(job, given, product, field)
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
