/** What a rule may look at: the whole order, a place of it, or some of its segments. */
import type { Assignment } from '../booking.ts'
import type { ResolvedShop } from '../resolved.ts'
import { type Draft, sumsOfPlaces, sumsOfSegments } from './draft.ts'
import { factsOf, type QuoteContext } from './facts.ts'
import type { Basis, Sums } from './fee-kind.ts'
import { type OrderSegment, segmentsOf, timeOfOrder, timeOfSegments } from './segments.ts'

/** One price being worked out: who asks for what, and what it comes to so far. */
export interface Job {
  readonly shop: ResolvedShop
  readonly assignment: Assignment
  readonly context: QuoteContext
  readonly segments: readonly OrderSegment[]
  readonly draft: Draft
  /** The whole order, with the sums as they grow. */
  readonly order: Basis
  /** Each place as the phase at hand found it; null until a rule asks. */
  places: PlacesInPhase | null
}

export interface PlacesInPhase {
  readonly bases: readonly Basis[]
  /** Fen that each place still costs, going down as discounts are taken off. */
  readonly left: number[]
}

/** The whole order; its time is worked out only for the rules that ask. */
class OrderBasis implements Basis {
  readonly sums: Sums
  readonly people: number
  readonly read: Basis['read']
  readonly #shop: ResolvedShop
  readonly #assignment: Assignment
  #time: Basis['time'] | undefined

  constructor(shop: ResolvedShop, assignment: Assignment, context: QuoteContext, sums: Sums) {
    this.#shop = shop
    this.#assignment = assignment
    this.sums = sums
    this.people = assignment.places.length
    this.read = factsOf(shop, assignment, context, sums)
  }

  get time(): Basis['time'] {
    return (this.#time ??= timeOfOrder(this.#shop, this.#assignment))
  }
}

export function jobOf(shop: ResolvedShop, assignment: Assignment, context: QuoteContext, draft: Draft): Job {
  const order = new OrderBasis(shop, assignment, context, draft.sums)
  return { shop, assignment, context, segments: segmentsOf(assignment), draft, order, places: null }
}

/** Some of the segments: their sums and their time, and the facts of the first. */
export function basisOfSegments(job: Job, segments: readonly number[]): Basis {
  const { shop, assignment, context, draft } = job
  const sums = sumsOfSegments(draft, segments)
  return {
    sums,
    people: assignment.places.length,
    read: factsOf(shop, assignment, context, sums, undefined, segments[0]),
    get time() {
      return timeOfSegments(
        shop,
        segments.flatMap((index) => job.segments[index] ?? []),
      )
    },
  }
}

/** Each place of the order, or of some of its segments. */
export function basesOfPlaces(job: Job, segments: readonly number[] | null): readonly Basis[] {
  const { shop, assignment, context, draft } = job
  const time = segments === null ? () => job.order.time : () => basisOfSegments(job, segments).time
  return sumsOfPlaces(draft, assignment.places.length, segments).map((sums: Sums, place) => ({
    sums,
    people: 1,
    read: factsOf(shop, assignment, context, sums, place, segments?.[0]),
    get time() {
      return time()
    },
  }))
}

const sumOfAll = (sums: Sums): number => Object.values(sums).reduce((sum, amount) => sum + amount, 0)

/** Each place of the order as the phase at hand found it. */
export function placesInPhase(job: Job): PlacesInPhase {
  if (job.places) return job.places
  const bases = basesOfPlaces(job, null)
  return (job.places = { bases, left: bases.map(({ sums }) => sumOfAll(sums)) })
}
