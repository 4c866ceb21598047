import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useValue } from '../draft/draft-context.ts'
import { FieldItem } from '../fields/field-item.tsx'
import { useWords } from '../words.ts'
import { ComparisonRow, withoutEmpty } from './comparison-row.tsx'
import { firstValue, OPERATORS, type FactOption } from './facts.ts'
import { comparisonOf, conditionOf, groupOf, isGroup, negatedOf, pointerIn, type Group } from './shape.ts'

interface Shared {
  readonly pointer: string
  readonly facts: readonly FactOption[]
  /** What no condition means; said while there is none. */
  readonly none?: string
}

/** A condition as rows of comparisons; a row may also be several conditions together, or one that must not hold. */
export function ConditionEditor({ pointer, ...rest }: Shared) {
  const [value, edit] = useValue(pointer)
  return <ConditionTree value={value} onChange={edit} pointer={pointer} {...rest} />
}

function ConditionTree({
  value,
  onChange,
  pointer,
  facts,
  none,
  inside = false,
}: Shared & {
  readonly value: unknown
  readonly onChange: (condition: unknown) => void
  readonly inside?: boolean
}) {
  const { t } = useWords()
  const group = groupOf(value)
  const put = (next: Group): void => onChange(conditionOf(next))
  const first = (): unknown => {
    const fact = facts[0]
    const op = fact ? OPERATORS[fact.kind][0] : undefined
    return fact && op !== undefined ? withoutEmpty(fact.name, op, firstValue(fact, op)) : undefined
  }
  const add = (part: unknown): void => {
    if (part !== undefined) put({ ...group, parts: [...group.parts, part] })
  }
  const replace = (index: number, part: unknown): void =>
    put({
      ...group,
      parts: part === undefined ? group.parts.toSpliced(index, 1) : group.parts.with(index, part),
    })
  return (
    <div className="condition" data-pointer={pointer}>
      {group.parts.length === 0 ? <p className="quiet">{none ?? t('fees.condition.none')}</p> : null}
      {group.parts.length > 1 ? (
        <div className="sentence">
          <span>{t('fees.condition.join')}</span>
          <Segmented
            value={group.join}
            onChange={(join) => put({ ...group, join })}
            options={(['all', 'any'] as const).map((name) => ({ value: name, label: t(`fees.condition.${name}`) }))}
          />
        </div>
      ) : null}
      {group.parts.map((part, index) => (
        <ConditionPart
          key={index}
          part={part}
          pointer={pointerIn(pointer, value, index)}
          facts={facts}
          onChange={(next) => replace(index, next)}
        />
      ))}
      <p className="condition-buttons">
        <Button
          icon={<PlusOutlined />}
          size={inside ? 'small' : 'middle'}
          onClick={() => add(first())}
          disabled={facts.length === 0}
          data-testid="add-condition"
        >
          {t('fees.condition.add')}
        </Button>
        {group.parts.length === 0 ? null : (
          <>
            <Button
              type="text"
              size={inside ? 'small' : 'middle'}
              onClick={() => {
                const part = first()
                if (part !== undefined) add({ [group.join === 'all' ? 'any' : 'all']: [part, part] })
              }}
            >
              {t(group.join === 'all' ? 'fees.condition.addAny' : 'fees.condition.addAll')}
            </Button>
            <Button
              type="text"
              size={inside ? 'small' : 'middle'}
              onClick={() => {
                const part = first()
                if (part !== undefined) add({ not: part })
              }}
            >
              {t('fees.condition.addNot')}
            </Button>
          </>
        )}
      </p>
    </div>
  )
}

function ConditionPart({
  part,
  pointer,
  facts,
  onChange,
}: {
  readonly part: unknown
  readonly pointer: string
  readonly facts: readonly FactOption[]
  readonly onChange: (part: unknown) => void
}) {
  const { t } = useWords()
  const comparison = comparisonOf(part)
  if (comparison)
    return (
      <FieldItem pointer={pointer}>
        <ComparisonRow comparison={comparison} facts={facts} onChange={onChange} onRemove={() => onChange(undefined)} />
      </FieldItem>
    )
  const negated = negatedOf(part)
  const remove = (
    <Button type="text" icon={<DeleteOutlined />} aria-label={t('common.remove')} onClick={() => onChange(undefined)} />
  )
  if (negated)
    return (
      <div className="condition-inside">
        <div className="condition-head">
          <strong>{t('fees.condition.not')}</strong>
          {remove}
        </div>
        <ConditionTree
          inside
          value={negated.condition}
          pointer={`${pointer}/not`}
          facts={facts}
          onChange={(condition) => onChange(condition === undefined ? undefined : { not: condition })}
        />
      </div>
    )
  return (
    <div className="condition-inside">
      <div className="condition-head">
        <strong>{t(isGroup(part) ? 'fees.condition.together' : 'fees.condition.unknown')}</strong>
        {remove}
      </div>
      {isGroup(part) ? <ConditionTree inside value={part} pointer={pointer} facts={facts} onChange={onChange} /> : null}
    </div>
  )
}
