import { listOf, recordOf } from '../draft/document.ts'

/** A condition as the editor shows it: parts, all or any of which must hold. A part may be a condition of its own. */
export interface Group {
  readonly join: 'all' | 'any'
  readonly parts: readonly unknown[]
}

export interface Comparison {
  readonly fact: string
  readonly op: string
  readonly value?: unknown
}

export const comparisonOf = (value: unknown): Comparison | null => {
  const record = recordOf(value)
  const { fact, op } = record
  return typeof fact === 'string' && typeof op === 'string'
    ? { fact, op, ...(record['value'] === undefined ? {} : { value: record['value'] }) }
    : null
}

/** What must not hold; null for a condition that is no negation. */
export const negatedOf = (value: unknown): { readonly condition: unknown } | null => {
  const record = recordOf(value)
  return 'not' in record ? { condition: record['not'] } : null
}

const joinOf = (condition: unknown): Group['join'] | null => {
  const record = recordOf(condition)
  return 'all' in record ? 'all' : 'any' in record ? 'any' : null
}

/** Whether a part is a list of its own. */
export const isGroup = (condition: unknown): boolean => joinOf(condition) !== null

/** Of no condition, a group without parts; of what is no list, a group of one. */
export function groupOf(condition: unknown): Group {
  if (condition === undefined) return { join: 'all', parts: [] }
  const join = joinOf(condition)
  return join === null ? { join: 'all', parts: [condition] } : { join, parts: listOf(recordOf(condition)[join]) }
}

/** As a condition of the language; undefined when nothing is asked. */
export function conditionOf({ join, parts }: Group): unknown {
  if (parts.length === 0) return undefined
  return parts.length === 1 ? parts[0] : { [join]: parts }
}

/** Where in the description the part at an index stands. */
export function pointerIn(pointer: string, condition: unknown, index: number): string {
  const join = joinOf(condition)
  return join === null ? pointer : `${pointer}/${join}/${String(index)}`
}
