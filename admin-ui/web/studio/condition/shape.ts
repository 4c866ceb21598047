import { listOf, recordOf } from '../draft/document.ts'

/** What the editor can show: a flat list of comparisons, all or any of which must hold. */
export interface FlatCondition {
  readonly join: 'all' | 'any'
  readonly comparisons: readonly Comparison[]
}

export interface Comparison {
  readonly fact: string
  readonly op: string
  readonly value?: unknown
}

const comparisonOf = (value: unknown): Comparison | null => {
  const record = recordOf(value)
  const { fact, op } = record
  return typeof fact === 'string' && typeof op === 'string'
    ? { fact, op, ...(record['value'] === undefined ? {} : { value: record['value'] }) }
    : null
}

/** Null for a condition that is nested, or none at all. */
export function flatOf(condition: unknown): FlatCondition | null {
  if (condition === undefined) return { join: 'all', comparisons: [] }
  const single = comparisonOf(condition)
  if (single) return { join: 'all', comparisons: [single] }
  const record = recordOf(condition)
  const join = 'all' in record ? 'all' : 'any' in record ? 'any' : null
  if (join === null) return null
  const comparisons = listOf(record[join]).map(comparisonOf)
  return comparisons.some((entry) => entry === null)
    ? null
    : { join, comparisons: comparisons.filter((entry) => entry !== null) }
}

/** As a condition of the language; undefined when nothing is asked. */
export function conditionOf({ join, comparisons }: FlatCondition): unknown {
  if (comparisons.length === 0) return undefined
  return comparisons.length === 1 ? comparisons[0] : { [join]: comparisons }
}

/** Where in the description the comparison at an index stands. */
export const pointerIn = (pointer: string, { join, comparisons }: FlatCondition, index: number): string =>
  comparisons.length === 1 ? pointer : `${pointer}/${join}/${String(index)}`
