/** The same rules in json-rules-engine: surcharges at a higher priority, since discounts ask for the sum before them. */
import type { Condition } from '@kaidian/schemas'
import { Engine, type Almanac, type NestedCondition, type TopLevelCondition } from 'json-rules-engine'
import { cases, RULES, type Case } from './cases.ts'
import { measuredWaiting } from './measured.ts'
import { amountOf, lessDiscounts } from './totalling.ts'

const OPERATORS = {
  eq: 'equal',
  ne: 'notEqual',
  lt: 'below',
  lte: 'notAbove',
  gt: 'above',
  gte: 'notBelow',
  in: 'in',
  notIn: 'notIn',
  contains: 'contains',
  given: 'given',
  missing: 'missing',
} as const

function nested(condition: Condition): NestedCondition {
  if ('all' in condition) return { all: condition.all.map(nested) }
  if ('any' in condition) return { any: condition.any.map(nested) }
  if ('not' in condition) return { not: nested(condition.not) }
  return { fact: condition.fact, operator: OPERATORS[condition.op], value: condition.value ?? true }
}

/** Its types leave this out, its manual does not. */
interface Untold extends Almanac {
  getEvents(outcome: 'success'): readonly { readonly type: string }[]
}

type Ordered = string | number
const isGiven = (actual: unknown): boolean => actual !== undefined && actual !== null && actual !== ''

const engine = new Engine([], { allowUndefinedFacts: true })
// Its own comparisons take numbers only.
engine.addOperator<Ordered, Ordered>('below', (actual, value) => actual < value)
engine.addOperator<Ordered, Ordered>('notAbove', (actual, value) => actual <= value)
engine.addOperator<Ordered, Ordered>('above', (actual, value) => actual > value)
engine.addOperator<Ordered, Ordered>('notBelow', (actual, value) => actual >= value)
engine.addOperator<Ordered, Ordered>('given', isGiven)
engine.addOperator<Ordered, Ordered>('missing', (actual) => !isGiven(actual))
for (const [index, rule] of RULES.entries()) {
  const conditions: TopLevelCondition = { all: rule.when ? [nested(rule.when)] : [] }
  engine.addRule({ conditions, priority: rule.phase === 'surcharge' ? 2 : 1, event: { type: String(index) } })
}

const rulesOf = (events: readonly { readonly type: string }[], phase: string) =>
  events.flatMap(({ type }) => {
    const rule = RULES[Number(type)]
    return rule?.phase === phase ? [rule] : []
  })

engine.addFact('amount.beforeDiscounts', async (_params, almanac) => {
  const one = await almanac.factValue<Case>('case')
  const surcharges = rulesOf((almanac as Untold).getEvents('success'), 'surcharge')
  return surcharges.reduce((sum, rule) => sum + amountOf(rule, one), one.base + one.option + one.addOn)
})

async function price(one: Case): Promise<number> {
  const { events, almanac } = await engine.run({ ...one.facts, case: one })
  const before = await almanac.factValue<number>('amount.beforeDiscounts')
  return lessDiscounts(before, rulesOf(events, 'discount'), one)
}

export const run = measuredWaiting(cases(), price)
