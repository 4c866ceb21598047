/** Conditions: one closed tree, walked and never compiled. The mini-program is given a copy of this file. */
import type { FieldCondition } from './booking.ts'

/** What a fact may hold; undefined, null, an empty text and an empty list are missing. */
export type FactValue = string | number | boolean | null | undefined | readonly (string | number)[]

type Comparison = Extract<FieldCondition, { readonly fact: string }>
type Operator = Comparison['op']
type Operand = Comparison['value']

const isMissing = (actual: FactValue): boolean =>
  actual === undefined || actual === null || actual === '' || (Array.isArray(actual) && actual.length === 0)

/** Numbers are compared with numbers and texts with texts (dates and times are texts that sort); anything else is no match. */
const ordered = (actual: FactValue, value: Operand, holds: (sign: number) => boolean): boolean => {
  if (typeof actual === 'number' && typeof value === 'number') return holds(actual - value)
  if (typeof actual === 'string' && typeof value === 'string')
    return holds(actual < value ? -1 : actual > value ? 1 : 0)
  return false
}

const isOneOf = (actual: FactValue, value: Operand): boolean =>
  Array.isArray(value) && (value as readonly unknown[]).indexOf(actual) >= 0

const OPERATORS: { readonly [op in Operator]: (actual: FactValue, value: Operand) => boolean } = {
  eq: (actual, value) => actual === value,
  ne: (actual, value) => actual !== value,
  lt: (actual, value) => ordered(actual, value, (sign) => sign < 0),
  lte: (actual, value) => ordered(actual, value, (sign) => sign <= 0),
  gt: (actual, value) => ordered(actual, value, (sign) => sign > 0),
  gte: (actual, value) => ordered(actual, value, (sign) => sign >= 0),
  in: isOneOf,
  notIn: (actual, value) => !isOneOf(actual, value),
  contains: (actual, value) =>
    Array.isArray(actual)
      ? (actual as readonly unknown[]).indexOf(value) >= 0
      : typeof actual === 'string' && typeof value === 'string' && actual.indexOf(value) >= 0,
  given: (actual) => !isMissing(actual),
  missing: isMissing,
}

/** Whether the condition holds. A missing fact is unequal to everything and neither above nor below anything. */
export function evaluate(condition: FieldCondition, read: (fact: string) => FactValue): boolean {
  // Most are comparisons, so they are asked for first.
  if ('fact' in condition) return OPERATORS[condition.op](read(condition.fact), condition.value)
  if ('all' in condition) {
    for (const part of condition.all) if (!evaluate(part, read)) return false
    return true
  }
  if ('any' in condition) {
    for (const part of condition.any) if (evaluate(part, read)) return true
    return false
  }
  return !evaluate(condition.not, read)
}

/** Every comparison of a condition with its place in it: `/all/0/not`. */
export function comparisons(condition: FieldCondition, pointer = ''): { comparison: Comparison; pointer: string }[] {
  const within = (parts: readonly FieldCondition[], key: string): { comparison: Comparison; pointer: string }[] =>
    parts.reduce<{ comparison: Comparison; pointer: string }[]>(
      (found, part, index) => found.concat(comparisons(part, `${pointer}/${key}/${index}`)),
      [],
    )
  if ('all' in condition) return within(condition.all, 'all')
  if ('any' in condition) return within(condition.any, 'any')
  if ('not' in condition) return comparisons(condition.not, `${pointer}/not`)
  return [{ comparison: condition, pointer }]
}
