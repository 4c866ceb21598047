/** The same rules in zen-engine: two decision tables that collect, one after the other, since discounts ask for the sum before them. */
import type { Condition } from '@kaidian/schemas'
import { ZenEngine } from '@gorules/zen-engine'
import { cases, RULES, type BenchRule, type Case } from './cases.ts'
import { measuredWaiting } from './measured.ts'
import { lessDiscounts } from './totalling.ts'

type Comparison = Extract<Condition, { fact: string }>

const SYMBOLS = { eq: '==', ne: '!=', lt: '<', lte: '<=', gt: '>', gte: '>=', in: 'in', notIn: 'not in' } as const

/** Dots mean something else there. */
const variable = (fact: string): string => fact.replaceAll(/\W/g, '_')

function compared({ fact, op, value }: Comparison): string {
  if (op === 'given') return `${variable(fact)} != null`
  if (op === 'missing') return `${variable(fact)} == null`
  if (op === 'contains') throw new Error('No rule asks for contains.')
  return `${variable(fact)} ${SYMBOLS[op]} ${JSON.stringify(value)}`
}

function expression(condition: Condition | undefined): string {
  if (!condition) return 'true'
  if ('all' in condition) return condition.all.map((part) => `(${expression(part)})`).join(' and ')
  if ('any' in condition) return condition.any.map((part) => `(${expression(part)})`).join(' or ')
  if ('not' in condition) return `not (${expression(condition.not)})`
  // Times are texts that sort, which the engine does not compare: they are given as minutes.
  if (condition.fact === 'start.time') return compared({ ...condition, value: minutes(String(condition.value)) })
  return compared(condition)
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

const amountExpression = ({ apply }: BenchRule): string =>
  apply.kind === 'flat' ? String(apply.amount) : `floor((${apply.of.join(' + ')}) * ${apply.rate} / 10000 + 0.5)`

const table = (phase: 'surcharge' | 'discount') => ({
  id: phase,
  name: phase,
  type: 'decisionTableNode',
  content: {
    hitPolicy: 'collect',
    inputs: [{ id: 'when', name: 'when' }],
    outputs: [
      { id: 'rule', name: 'rule', field: 'rule' },
      { id: 'amount', name: 'amount', field: 'amount' },
    ],
    outputPath: phase,
    passThrough: true,
    inputField: null,
    executionMode: 'single',
    rules: RULES.flatMap((rule, index) =>
      rule.phase === phase
        ? [{ _id: rule.id, when: expression(rule.when), rule: String(index), amount: amountExpression(rule) }]
        : [],
    ),
  },
})

const nodes = [
  { id: 'in', name: 'in', type: 'inputNode' },
  table('surcharge'),
  {
    id: 'sum',
    name: 'sum',
    type: 'expressionNode',
    content: {
      expressions: [
        { id: 'e', key: 'amount_beforeDiscounts', value: 'base + option + addOn + sum(map(surcharge, #.amount))' },
      ],
      passThrough: true,
      inputField: null,
      outputPath: null,
      executionMode: 'single',
    },
  },
  table('discount'),
  { id: 'out', name: 'out', type: 'outputNode' },
]
const edges = nodes.slice(1).map(({ id }, index) => ({
  id: `to-${id}`,
  sourceId: nodes[index]?.id,
  targetId: id,
  type: 'edge',
}))

const decision = new ZenEngine().createDecision({ nodes, edges })

interface Answer {
  readonly amount_beforeDiscounts: number
  readonly discount: readonly { readonly rule: number }[]
}

async function price(one: Case): Promise<number> {
  const facts: Record<string, unknown> = {}
  for (const [fact, value] of Object.entries(one.facts)) facts[variable(fact)] = value ?? null
  facts.start_time = minutes(String(one.facts['start.time']))
  const { base, option, addOn } = one
  const { result } = await decision.evaluate({ ...facts, base, option, addOn })
  const { amount_beforeDiscounts: before, discount } = result as Answer
  const discounts = discount.flatMap(({ rule }) => RULES[rule] ?? [])
  return lessDiscounts(before, discounts, one)
}

export const run = measuredWaiting(cases(), price)
