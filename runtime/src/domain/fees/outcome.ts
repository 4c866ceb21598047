/** What one rule comes to, before it is compared with the others of its group. */
import type { Words } from '../booking.ts'
import { evaluate } from '../condition.ts'
import type { ResolvedFee } from '../resolved.ts'
import type { Belonging } from './draft.ts'
import { type Basis, line, type Part } from './fee-kind.ts'
import { partsOf } from './kinds/index.ts'
import type { PlannedRule } from './plan.ts'
import { basesOfPlaces, basisOfSegments, type Job, placesInPhase } from './scope.ts'

/** What a rule comes to for the order, or for one place. Amounts are unsigned but for rounding. */
export interface Due {
  readonly amount: number
  readonly parts: readonly Part[]
  /** Absent: the whole order. */
  readonly belonging: Belonging | undefined
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

/** What a rule comes to, kept within its bounds; what comes to nothing is not raised. */
function due(fee: ResolvedFee, basis: Basis, belonging: Belonging | undefined): Due {
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

function outcomeFor(rule: PlannedRule, basis: Basis, belonging: Belonging | undefined): Outcome {
  const one = due(rule.fee, basis, belonging)
  return { rule, amount: one.amount, dues: [one], better: null }
}

function ofOrder(job: Job, rule: PlannedRule): Outcome | NotApplied {
  const { when } = rule.fee
  if (isOneService(job) || !rule.bySegment)
    return when && !evaluate(when, job.order.read) ? 'condition' : outcomeFor(rule, job.order, undefined)
  const holding = fitting(job, rule.fee).filter((index) => !when || evaluate(when, basisOfSegments(job, [index]).read))
  const [first] = holding
  if (first === undefined) return 'condition'
  return outcomeFor(rule, basisOfSegments(job, holding), holding.length === 1 ? { segment: first } : undefined)
}

const holds = ({ when }: ResolvedFee, basis: Basis | undefined): boolean =>
  basis !== undefined && (!when || evaluate(when, basis.read))

/** For each place within the segments where the condition holds for it. */
function ofEachPlace(job: Job, rule: PlannedRule): Outcome | NotApplied {
  const { fee, bySegment } = rule
  let dues: (Due | null)[]
  if (isOneService(job) || !bySegment)
    dues = placesInPhase(job).bases.map((basis) => (holds(fee, basis) ? due(fee, basis, undefined) : null))
  else {
    const candidates = fitting(job, fee).map((index) => ({ index, bases: basesOfPlaces(job, [index]) }))
    dues = job.assignment.places.map((_, place) => {
      const holding = candidates.flatMap(({ index, bases }) => (holds(fee, bases[place]) ? [index] : []))
      const basis = holding.length > 0 ? basesOfPlaces(job, holding)[place] : undefined
      const [segment] = holding.length === 1 ? holding : []
      return basis ? due(fee, basis, segment === undefined ? undefined : { segment }) : null
    })
  }
  if (dues.every((one) => one === null)) return 'condition'
  return { rule, amount: dues.reduce((sum, one) => sum + (one?.amount ?? 0), 0), dues, better: null }
}

/** What a rule comes to, or why it does not apply. */
export function outcomeOf(job: Job, rule: PlannedRule): Outcome | NotApplied {
  const { services, each } = rule.fee
  if (services && !isForSome(job, services)) return 'service'
  return each ? ofEachPlace(job, rule) : ofOrder(job, rule)
}

const isForSome = ({ segments }: Job, services: ReadonlySet<string>): boolean =>
  segments.some(({ service }) => services.has(service))
