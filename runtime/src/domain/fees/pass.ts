/** Passes: what the uses of one pay for of the places of an order. */
import type { EntitlementUse, Phase, QuoteLine } from '../booking.ts'
import type { ResolvedEntitlement } from '../resolved.ts'
import { add, type Belonging, emptySums } from './draft.ts'
import type { Job } from './scope.ts'
import { bookedIntervals } from './segments.ts'
import { share } from './share.ts'

type Covered = ResolvedEntitlement['covers'][number]

/** Of each place, the minutes of its time for which a phase has been paid by passes; Infinity: all of it. */
export type Paid = readonly Map<Phase, number>[]

export const nothingPaid = ({ assignment }: Job): Paid => assignment.places.map(() => new Map<Phase, number>())

const MINUTE = 60_000

/**
 * Ends of the stretches that a use pays for each, in minutes of the booked time: of a pass by time those of every interval, the
 * last of which may be shorter; otherwise all of the time at once.
 */
function stretchesOf(
  job: Job,
  { per, unitMinutes }: ResolvedEntitlement,
  segments: readonly number[] | null,
): number[] {
  const ends: number[] = []
  let minutes = 0
  for (const [start, end] of bookedIntervals(job.shop, job.assignment, segments)) {
    const until = minutes + (end - start) / MINUTE
    for (let at = minutes + unitMinutes; per === 'time' && at < until; at += unitMinutes) ends.push(at)
    if (per === 'time') ends.push(until)
    minutes = until
  }
  // What has no time is one stretch.
  return minutes > 0 && per === 'time' ? ends : [Math.max(1, minutes)]
}

/** Whether a line grows with the time, so that a part of it is the price of a part of the time. */
function isByTime(job: Job, { rule, segment = 0 }: QuoteLine): boolean {
  const apply = job.shop.fees.find(({ id }) => id === rule)?.apply
  if (apply) return apply.kind === 'perDuration' || (apply.kind === 'table' && apply.basis !== 'start')
  if (rule !== 'offering' && !rule.startsWith('offering:')) return false
  const { service, offering } = job.segments[segment] ?? job.assignment
  const ticket = job.assignment.places[0]?.offering ?? offering
  const id = rule === 'offering' ? (segment === 0 ? ticket : offering) : rule.slice('offering:'.length)
  const per = job.shop.services.get(service)?.offerings.find((one) => one.id === id)?.per
  return per === 'time' || per === 'personTime'
}

/** What a pass could pay for. */
interface Cost {
  /** Fen of each place by phase, of lines that are its own. */
  readonly own: readonly Record<Phase, number>[]
  /** Fen by phase, of lines of the whole order. */
  readonly shared: Record<Phase, number>
  /** Whether all that a place costs is priced by time. */
  readonly byTime: readonly boolean[]
}

function costOf(job: Job, covers: readonly Covered[], segments: readonly number[] | null): Cost {
  const own = job.assignment.places.map(emptySums)
  const shared = emptySums()
  const byTime = own.map(() => true)
  for (const line of job.draft.lines) {
    const { phase, amount, segment, places } = line
    if (amount === 0 || !covers.some((covered) => covered === phase)) continue
    if (segments !== null && (segment === undefined || !segments.includes(segment))) continue
    if (places) for (const place of places) (own[place] ?? shared)[phase] += share(amount, 1, places.length)
    else shared[phase] += amount
    if (!isByTime(job, line)) for (const place of places ?? own.keys()) byTime[place] = false
  }
  return { own, shared, byTime }
}

/**
 * Takes off what the pass covers of as many places as it has uses for, the dearest first. With too few uses for a place it pays
 * for as many stretches as it has, in proportion of their minutes, where all that it covers is priced by time; else for nothing of it.
 * @param segments it may be used for; null: all
 * @param paid what is added to
 */
export function usePass(
  job: Job,
  { id, left }: { readonly id: string; readonly left: number },
  product: ResolvedEntitlement,
  segments: readonly number[] | null,
  paid: Paid,
): EntitlementUse | null {
  const { draft, assignment } = job
  const { covers } = product
  const count = assignment.places.length
  const { own, shared, byTime } = costOf(job, covers, segments)
  const stretches = stretchesOf(job, product, segments)
  const minutes = stretches.at(-1) ?? 1
  const before = (place: number, phase: Phase): number => Math.min(minutes, paid[place]?.get(phase) ?? 0)
  const ownPart = (place: number, phase: Phase, from: number, to: number): number => {
    const amount = own[place]?.[phase] ?? 0
    return share(amount, to, minutes) - share(amount, from, minutes)
  }
  const openOf = (place: number): number[] => {
    const from = covers.filter((phase) => (own[place]?.[phase] ?? 0) + shared[phase] > 0)
    const first = Math.min(minutes, ...from.map((phase) => before(place, phase)))
    return stretches.filter((end) => end > first)
  }
  const costLeft = (place: number): number =>
    covers.reduce((sum, phase) => {
      const from = before(place, phase)
      return sum + ownPart(place, phase, from, minutes) + share(shared[phase], minutes - from, minutes * count)
    }, 0)

  const dearest = own
    .map((_, place) => ({ place, amount: costLeft(place) }))
    .filter(({ amount }) => amount > 0)
    .toSorted((a, b) => b.amount - a.amount || a.place - b.place)
  const known = emptySums()
  for (const phase of covers) known[phase] = own.reduce((sum, _, place) => sum + before(place, phase), 0)
  const taken: { readonly place: number; readonly own: number; readonly units: number }[] = []
  let units = 0
  let amount = 0
  for (const { place } of dearest) {
    const open = openOf(place)
    const used = open.length <= left - units ? open.length : byTime[place] === true ? left - units : 0
    const until = open[used - 1]
    if (until === undefined) continue
    let ofPlace = 0
    for (const phase of covers) {
      const from = before(place, phase)
      const to = Math.max(from, until)
      ofPlace += ownPart(place, phase, from, to)
      // Parts are counted on from those that were paid before, so that all places together are the whole to the fen.
      const sum = known[phase]
      known[phase] = sum + to - from
      amount += share(shared[phase], known[phase], minutes * count) - share(shared[phase], sum, minutes * count)
      paid[place]?.set(phase, to === minutes ? Infinity : to)
    }
    amount += ofPlace
    units += used
    taken.push({ place, own: ofPlace, units: used })
  }
  amount = Math.min(amount, draft.total)
  if (amount <= 0) return null
  const places = taken.map(({ place }) => place).toSorted((a, b) => a - b)
  const isEven =
    taken.every((one) => one.own === taken[0]?.own && one.units === taken[0]?.units) && amount % places.length === 0
  const belonging: Belonging = isEven || places.length === 1 ? { places } : {}
  const quantity = isEven && amount % units === 0 ? units : 1
  add(draft, 'entitlement', id, product.title, quantity, -amount / quantity, belonging)
  return { entitlement: id, units, amount }
}
