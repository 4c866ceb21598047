import { DeleteOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useWords } from '../words.ts'
import { firstValue, OPERATORS, type FactOption } from './facts.ts'
import type { Comparison } from './shape.ts'
import { ValueInput } from './value-input.tsx'

export const withoutEmpty = (fact: string, op: string, value: unknown): Comparison =>
  value === undefined ? { fact, op } : { fact, op, value }

/** One fact, compared with a value. */
export function ComparisonRow({
  comparison,
  facts,
  onChange,
  onRemove,
}: {
  readonly comparison: Comparison
  readonly facts: readonly FactOption[]
  readonly onChange: (comparison: Comparison) => void
  readonly onRemove: () => void
}) {
  const { t } = useWords()
  const fact = facts.find(({ name }) => name === comparison.fact)
  // `eq` of one value and `in` of a list of one say the same; the list is what people tick.
  const op = fact?.kind === 'choice' ? ({ eq: 'in', ne: 'notIn' }[comparison.op] ?? comparison.op) : comparison.op
  const operators = fact ? OPERATORS[fact.kind] : []
  return (
    <div className="comparison">
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('fees.condition.fact')}
        value={comparison.fact}
        options={[
          ...facts.map(({ name, label }) => ({ value: name, label })),
          ...(fact ? [] : [{ value: comparison.fact, label: comparison.fact }]),
        ]}
        onChange={(name: string) => {
          const next = facts.find((option) => option.name === name)
          const first = next ? OPERATORS[next.kind][0] : undefined
          if (next && first !== undefined) onChange(withoutEmpty(name, first, firstValue(next, first)))
        }}
      />
      <Select
        aria-label={t('fees.condition.op')}
        value={op}
        options={[...new Set([...operators, op])].map((name) => ({
          value: name,
          label: isOperator(name) ? t(`fees.condition.ops.${name}`) : name,
        }))}
        onChange={(next: string) => {
          const needsNone = next === 'given' || next === 'missing'
          const value = needsNone ? undefined : (comparison.value ?? (fact ? firstValue(fact, next) : ''))
          onChange(withoutEmpty(comparison.fact, next, value))
        }}
      />
      {fact && op !== 'given' && op !== 'missing' ? (
        <ValueInput
          fact={fact}
          value={comparison.value}
          onChange={(value) => onChange({ fact: comparison.fact, op, value })}
        />
      ) : (
        <span />
      )}
      <Button type="text" icon={<DeleteOutlined />} aria-label={t('common.remove')} onClick={onRemove} />
    </div>
  )
}

const OPS = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'notIn', 'contains', 'given', 'missing'] as const
const isOperator = (name: string): name is (typeof OPS)[number] => (OPS as readonly string[]).includes(name)
