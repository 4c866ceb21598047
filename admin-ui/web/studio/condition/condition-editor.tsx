import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Segmented, Select } from 'antd'
import { useValue } from '../draft/draft-context.ts'
import { FieldItem } from '../fields/field-item.tsx'
import { useWords } from '../words.ts'
import { firstValue, OPERATORS, type FactOption } from './facts.ts'
import { conditionOf, flatOf, pointerIn, type Comparison, type FlatCondition } from './shape.ts'
import { ValueInput } from './value-input.tsx'

/** A condition as rows of comparisons; deeper ones are read here, and edited in the source. */
export function ConditionEditor({
  pointer,
  facts,
  none,
}: {
  readonly pointer: string
  readonly facts: readonly FactOption[]
  /** What no condition means; said while there is none. */
  readonly none?: string
}) {
  const { t } = useWords()
  const [value, edit] = useValue(pointer)
  const flat = flatOf(value)
  if (!flat)
    return (
      <FieldItem pointer={pointer}>
        <span className="quiet">{t('fees.condition.nested')}</span>
      </FieldItem>
    )
  const put = (next: FlatCondition): void => edit(conditionOf(next))
  const change = (index: number, comparison: Comparison): void =>
    put({ ...flat, comparisons: flat.comparisons.with(index, comparison) })
  const add = (): void => {
    const fact = facts[0]
    const op = fact ? OPERATORS[fact.kind][0] : undefined
    if (!fact || op === undefined) return
    put({ ...flat, comparisons: [...flat.comparisons, withoutEmpty(fact.name, op, firstValue(fact, op))] })
  }
  return (
    <div className="condition" data-pointer={pointer}>
      {flat.comparisons.length === 0 ? <p className="quiet">{none ?? t('fees.condition.none')}</p> : null}
      {flat.comparisons.length > 1 ? (
        <div className="sentence">
          <span>{t('fees.condition.join')}</span>
          <Segmented
            value={flat.join}
            onChange={(join) => put({ ...flat, join })}
            options={(['all', 'any'] as const).map((name) => ({ value: name, label: t(`fees.condition.${name}`) }))}
          />
        </div>
      ) : null}
      {flat.comparisons.map((comparison, index) => (
        <FieldItem key={index} pointer={pointerIn(pointer, flat, index)}>
          <ComparisonRow
            comparison={comparison}
            facts={facts}
            onChange={(next) => change(index, next)}
            onRemove={() => put({ ...flat, comparisons: flat.comparisons.toSpliced(index, 1) })}
          />
        </FieldItem>
      ))}
      <p>
        <Button icon={<PlusOutlined />} onClick={add} disabled={facts.length === 0} data-testid="add-condition">
          {t('fees.condition.add')}
        </Button>
      </p>
    </div>
  )
}

const withoutEmpty = (fact: string, op: string, value: unknown): Comparison =>
  value === undefined ? { fact, op } : { fact, op, value }

function ComparisonRow({
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
