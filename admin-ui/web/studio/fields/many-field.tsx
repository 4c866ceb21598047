import { Select } from 'antd'
import type { ReactNode } from 'react'
import { stringsOf } from '../draft/document.ts'
import { useValue } from '../draft/draft-context.ts'
import { SeveralField, type ChoiceOption } from './choice-field.tsx'
import { FieldItem, inputId } from './field-item.tsx'

/** Beyond so many, boxes to tick no longer fit. */
const MOST_BOXES = 8

/** Several of the entries of a list: boxes to tick where they are few, a list to search where they are many. */
export function ManyField(props: {
  readonly pointer: string
  readonly label: string
  readonly hint?: ReactNode
  readonly options: readonly ChoiceOption[]
  readonly keepEmpty: boolean
  readonly value: unknown
}) {
  const { pointer, label, hint, options, keepEmpty, value } = props
  const [, edit] = useValue(pointer)
  const chosen = stringsOf(value)
  // What is chosen and no longer there stays in sight, beside its problem.
  const all = [
    ...options,
    ...chosen.filter((id) => !options.some((one) => one.value === id)).map((id) => ({ value: id, label: id })),
  ]
  if (all.length <= MOST_BOXES)
    return <SeveralField pointer={pointer} label={label} hint={hint} options={all} keepEmpty={keepEmpty} />
  return (
    <FieldItem pointer={pointer} label={label} hint={hint} htmlFor={inputId(pointer)}>
      <Select
        id={inputId(pointer)}
        aria-label={label}
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: '100%' }}
        value={chosen}
        options={all}
        onChange={(next: string[]) => edit(next.length === 0 && !keepEmpty ? undefined : next)}
      />
    </FieldItem>
  )
}
