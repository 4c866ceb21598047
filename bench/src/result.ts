import type { Benchmark, Comparison, Measure } from './benchmark.ts'
import type { Series } from './rounds.ts'
import { median } from './statistics.ts'

export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

export interface SideResult {
  readonly side: string
  readonly measure: Measure
  readonly spread: Spread
  /** Bytes */
  readonly peakMemory: number
}

export interface ComparisonResult extends Comparison {
  readonly ours: string
  /** Of each round by itself. */
  readonly ratio: Spread
  /** Null: there is no aim. */
  readonly met: boolean | null
}

export interface Result {
  readonly name: string
  readonly title: string
  readonly sides: readonly SideResult[]
  readonly comparisons: readonly ComparisonResult[]
}

export const spreadOf = (values: readonly number[]): Spread => ({
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
})

export function resultOf({ name, title, measures, comparisons }: Benchmark, series: readonly Series[]): Result {
  const valuesOf = (side: string, measure: string): readonly number[] =>
    series.find((one) => one.side === side)?.measures.get(measure) ?? []
  const ours = series[0]?.side ?? ''
  return {
    name,
    title,
    sides: measures.flatMap((measure) =>
      series.flatMap(({ side, peakMemory }) => {
        const values = valuesOf(side, measure.name)
        return values.length === 0 ? [] : [{ side, measure, spread: spreadOf(values), peakMemory }]
      }),
    ),
    comparisons: comparisons.flatMap((comparison) => {
      const theirs = valuesOf(comparison.against, comparison.measure)
      if (theirs.length === 0) return []
      const ratio = spreadOf(theirs.map((value, round) => (valuesOf(ours, comparison.measure)[round] ?? NaN) / value))
      return { ...comparison, ours, ratio, met: isMet(ratio.median, comparison.aim) }
    }),
  }
}

function isMet(ratio: number, aim: Comparison['aim']): boolean | null {
  if (!aim) return null
  return 'atMost' in aim ? ratio <= aim.atMost : ratio >= aim.atLeast
}
