/** What one rule comes to, before it is compared with the others of its group. */
import type { Words } from '../booking.ts'
import { evaluate } from '../condition.ts'
import type { ResolvedFee } from '../resolved.ts'
import type { Belonging } from './draft.ts'
import { type Basis, line, type Part } from './fee-kind.ts'
import { partsOf } from './kinds/index.ts'
import type { PlannedRule } from './plan.ts'
import { basesOfPlaces, basisOfSegments, type Job } from './scope.ts'

/** What a rule comes to for the order, or for one place. Amounts are unsigned but for rounding. */
export interface Due {
  readonly amount: number
  readonly parts: readonly Part[]
  readonly belonging: Belonging
}

export interface Outcome {
  readonly rule: PlannedRule
  amount: number
  /** One for the order; of a rule for each place one for each, null where it does not apply. */
  dues: readonly (Due | null)[]
  /** What the better one of its group says, where it lost to that. */
  better: Words | null
}

export type NotApplied = 'service' | 'condition'

const WHOLE_ORDER: Belonging = {}

/** What a rule comes to, kept within its bounds; what comes to nothing is not raised. */
function due(fee: ResolvedFee, basis: Basis, belonging: Belonging): Due {
  const parts = partsOf(fee.apply, basis)
  let amount = 0
  for (const { quantity, unitAmount } of parts) amount += quantity * unitAmount
  const { atLeast, atMost } = fee
  if (fee.phase === 'rounding' || amount === 0) return { amount, parts, belonging }
  if (amount < atLeast) return { amount: atLeast, parts: line(1, atLeast), belonging }
  if (atMost !== null && amount > atMost) return { amount: atMost, parts: line(1, atMost), belonging }
  return { amount, parts, belonging }
}

/** Segments whose service the rule is for. */
const fitting = ({ segments }: Job, { services }: ResolvedFee): readonly number[] =>
  segments.flatMap(({ service }, index) => (services === null || services.has(service) ? [index] : []))

const isOneService = ({ segments }: Job): boolean => segments.length === 1

function ofOrder(job: Job, rule: PlannedRule): Outcome | NotApplied {
  const { fee, bySegment } = rule
  const outcome = (basis: Basis, belonging: Belonging): Outcome => {
    const one = due(fee, basis, belonging)
    return { rule, amount: one.amount, dues: [one], better: null }
  }
  if (isOneService(job) || !bySegment)
    return fee.when && !evaluate(fee.when, job.order.read) ? 'condition' : outcome(job.order, WHOLE_ORDER)
  const { when } = fee
  const holding = fitting(job, fee).filter((index) => !when || evaluate(when, basisOfSegments(job, [index]).read))
  const [first] = holding
  if (first === undefined) return 'condition'
  return outcome(basisOfSegments(job, holding), holding.length === 1 ? { segment: first } : WHOLE_ORDER)
}

/** For each place within the segments where the condition holds for it. */
function ofEachPlace(job: Job, rule: PlannedRule, placesOfOrder: () => readonly Basis[]): Outcome | NotApplied {
  const { fee, bySegment } = rule
  const { when } = fee
  const holds = (basis: Basis | undefined): boolean => basis !== undefined && (!when || evaluate(when, basis.read))
  let dues: (Due | null)[]
  if (isOneService(job) || !bySegment)
    dues = placesOfOrder().map((basis) => (holds(basis) ? due(fee, basis, WHOLE_ORDER) : null))
  else {
    const candidates = fitting(job, fee).map((index) => ({ index, bases: basesOfPlaces(job, [index]) }))
    dues = job.assignment.places.map((_, place) => {
      const holding = candidates.flatMap(({ index, bases }) => (holds(bases[place]) ? [index] : []))
      const basis = holding.length > 0 ? basesOfPlaces(job, holding)[place] : undefined
      const [segment] = holding.length === 1 ? holding : []
      return basis ? due(fee, basis, segment === undefined ? WHOLE_ORDER : { segment }) : null
    })
  }
  if (dues.every((one) => one === null)) return 'condition'
  return { rule, amount: dues.reduce((sum, one) => sum + (one?.amount ?? 0), 0), dues, better: null }
}

/**
 * What a rule comes to, or why it does not apply.
 * @param placesOfOrder asked for only where a rule needs each place
 */
export function outcomeOf(job: Job, rule: PlannedRule, placesOfOrder: () => readonly Basis[]): Outcome | NotApplied {
  const { services, each } = rule.fee
  if (services && !job.segments.some(({ service }) => services.has(service))) return 'service'
  return each ? ofEachPlace(job, rule, placesOfOrder) : ofOrder(job, rule)
}
