/** The least that rules as data can cost: a walk over the tree, a switch over the operators, one sum; nothing is explained. */
import type { Condition } from '@kaidian/schemas'
import { cases, RULES, type Case, type Facts } from './cases.ts'
import { measured } from './measured.ts'
import { amountOf, lessDiscounts } from './totalling.ts'

type Fact = Facts[string]
type Comparison = Extract<Condition, { fact: string }>

type Ordered = string | number
// Tells TypeScript about both at once: two texts or two numbers.
const isOrdered = (actual: Fact, value: NonNullable<Comparison['value']>): actual is Ordered =>
  (typeof actual === 'number' || typeof actual === 'string') && typeof actual === typeof value

function compares({ op, value = '' }: Comparison, actual: Fact): boolean {
  switch (op) {
    case 'eq':
      return actual === value
    case 'ne':
      return actual !== value
    case 'in':
      return (value as unknown[]).includes(actual)
    case 'notIn':
      return !(value as unknown[]).includes(actual)
    case 'given':
      return actual !== undefined && actual !== null && actual !== ''
    case 'missing':
      return actual === undefined || actual === null || actual === ''
    case 'contains':
      return String(actual).includes(String(value))
    case 'lt':
      return isOrdered(actual, value) && actual < value
    case 'lte':
      return isOrdered(actual, value) && actual <= value
    case 'gt':
      return isOrdered(actual, value) && actual > value
    case 'gte':
      return isOrdered(actual, value) && actual >= value
  }
}

function isMet(condition: Condition, facts: Facts, beforeDiscounts: number): boolean {
  // Most are comparisons, so they are asked for first.
  if ('fact' in condition)
    return compares(condition, condition.fact === 'amount.beforeDiscounts' ? beforeDiscounts : facts[condition.fact])
  if ('all' in condition) {
    for (const part of condition.all) if (!isMet(part, facts, beforeDiscounts)) return false
    return true
  }
  if ('any' in condition) {
    for (const part of condition.any) if (isMet(part, facts, beforeDiscounts)) return true
    return false
  }
  return !isMet(condition.not, facts, beforeDiscounts)
}

const SURCHARGES = RULES.filter(({ phase }) => phase === 'surcharge')
const DISCOUNTS = RULES.filter(({ phase }) => phase === 'discount')

export function total(one: Case): number {
  let sum = one.base + one.option + one.addOn
  for (const rule of SURCHARGES) if (!rule.when || isMet(rule.when, one.facts, 0)) sum += amountOf(rule, one)
  const before = sum
  const discounts = DISCOUNTS.filter((rule) => !rule.when || isMet(rule.when, one.facts, before))
  return lessDiscounts(before, discounts, one)
}

export const run = measured(cases(), total)
