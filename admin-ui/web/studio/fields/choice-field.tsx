import { Checkbox, Select, Switch } from 'antd'
import type { ReactNode } from 'react'
import { stringsOf } from '../draft/document.ts'
import { useValue } from '../draft/draft-context.ts'
import { FieldItem, inputId } from './field-item.tsx'

export interface ChoiceOption {
  readonly value: string
  readonly label: string
}

interface ChoiceProps {
  readonly pointer: string
  readonly label?: ReactNode
  readonly name?: string
  readonly hint?: ReactNode
  readonly required?: boolean
  readonly options: readonly ChoiceOption[]
  readonly testId?: string
  /** What leaving it out means; makes it possible to leave it out. */
  readonly none?: string
  /** The option that leaving it out means. */
  readonly absent?: string
}

/** One of a few; a value that is none of them is shown as it is, beside its problem. */
export function ChoiceField({ pointer, label, name, hint, required, options, testId, none, absent }: ChoiceProps) {
  const [value, edit] = useValue(pointer)
  const current = typeof value === 'string' ? value : (absent ?? (none === undefined ? undefined : ''))
  return (
    <FieldItem pointer={pointer} label={label} hint={hint} required={required ?? false} htmlFor={inputId(pointer)}>
      <Select
        id={inputId(pointer)}
        value={current ?? null}
        style={{ width: '100%', minWidth: 120 }}
        {...(name === undefined ? {} : { 'aria-label': name })}
        {...(testId === undefined ? {} : { 'data-testid': testId })}
        options={[...(none === undefined ? [] : [{ value: '', label: none }]), ...options]}
        onChange={(next: string) => edit(next === '' ? undefined : next)}
      />
    </FieldItem>
  )
}

/** Several of a few, in the order of the options. An empty list is left out unless `keepEmpty`. */
export function SeveralField({
  pointer,
  label,
  hint,
  options,
  keepEmpty,
}: ChoiceProps & { readonly keepEmpty?: boolean }) {
  const [value, edit] = useValue(pointer)
  const chosen = stringsOf(value)
  return (
    <FieldItem pointer={pointer} label={label} hint={hint}>
      <Checkbox.Group
        value={chosen}
        options={[...options]}
        onChange={(next) => {
          const ordered = options.map((option) => option.value).filter((entry) => next.includes(entry))
          edit(ordered.length === 0 && !keepEmpty ? undefined : ordered)
        }}
      />
    </FieldItem>
  )
}

/** `isOn`: on is what leaving it out means. */
export function SwitchField({
  pointer,
  label,
  hint,
  testId,
  isOn = false,
}: {
  readonly pointer: string
  readonly label: string
  readonly hint?: ReactNode
  readonly testId?: string
  readonly isOn?: boolean
}) {
  const [value, edit] = useValue(pointer)
  return (
    <FieldItem pointer={pointer} hint={hint}>
      <label className="switch">
        <Switch
          size="small"
          checked={isOn ? value !== false : value === true}
          {...(testId === undefined ? {} : { 'data-testid': testId })}
          onChange={(next) => edit(next === isOn ? undefined : next)}
        />
        <span>{label}</span>
      </label>
    </FieldItem>
  )
}
