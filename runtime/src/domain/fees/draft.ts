import type { Phase, QuoteLine, SkippedRule, Words } from '../booking.ts'
import type { Sums } from './fee-kind.ts'
import { share } from './share.ts'

type GrowingSums = { -readonly [phase in keyof Sums]: number }

export const emptySums = (): GrowingSums => ({
  base: 0,
  option: 0,
  addOn: 0,
  surcharge: 0,
  discount: 0,
  coupon: 0,
  entitlement: 0,
  rounding: 0,
})

/** A price as it grows, phase by phase. */
export interface Draft {
  readonly lines: QuoteLine[]
  readonly skipped: SkippedRule[]
  readonly sums: GrowingSums
  total: number
}

export const emptyDraft = (): Draft => ({ lines: [], skipped: [], sums: emptySums(), total: 0 })

/** What a line belongs to, where that is not the whole order. */
export interface Belonging {
  readonly places?: readonly number[]
  readonly segment?: number
}

export function add(
  draft: Draft,
  phase: Phase,
  rule: string,
  label: Words,
  quantity: number,
  unitAmount: number,
  belonging?: Belonging,
): void {
  const amount = quantity * unitAmount
  const line = { phase, rule, label, quantity, unitAmount, amount }
  draft.lines.push(belonging ? { ...line, ...belonging } : line)
  draft.sums[phase] += amount
  draft.total += amount
}

/** Lines of some segments; those of the whole order belong to every one of them. */
const isWithin = ({ segment }: QuoteLine, segments: readonly number[] | null): boolean =>
  segments === null || (segment !== undefined && segments.includes(segment))

/** Fen of each phase that belong to some segments. */
export function sumsOfSegments({ lines, sums }: Draft, segments: readonly number[] | null): Sums {
  if (segments === null) return sums
  const within = emptySums()
  for (const line of lines) if (isWithin(line, segments)) within[line.phase] += line.amount
  return within
}

/** Fen of each phase for each place: what is its own, and an equal part of what belongs to the whole order. */
export function sumsOfPlaces({ lines }: Draft, places: number, segments: readonly number[] | null): readonly Sums[] {
  const shared = emptySums()
  const each = Array.from({ length: places }, emptySums)
  for (const line of lines) {
    if (!isWithin(line, segments)) continue
    if (!line.places) shared[line.phase] += line.amount
    else
      for (const place of line.places) (each[place] ?? shared)[line.phase] += share(line.amount, 1, line.places.length)
  }
  for (const sums of each)
    for (const phase of Object.keys(shared) as Phase[]) sums[phase] += share(shared[phase], 1, places)
  return each
}
