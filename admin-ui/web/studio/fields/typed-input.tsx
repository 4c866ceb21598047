import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useValue } from '../draft/draft-context.ts'
import { FieldItem, inputId } from './field-item.tsx'

export interface TypedFieldProps {
  readonly pointer: string
  readonly label?: ReactNode
  /** Name for screen readers where there is no label. */
  readonly name?: string
  readonly hint?: ReactNode
  readonly required?: boolean
  readonly testId?: string
  readonly before?: ReactNode
  readonly after?: ReactNode
  /** What an empty box stands for. */
  readonly placeholder?: string
}

interface Typed {
  /** Null when the text is none. */
  readonly read: (text: string) => number | null
  readonly write: (value: number) => string
  readonly fault: string
}

/**
 * A number that people write in another unit than it is kept in. What cannot be read stays in the box with its fault, and the
 * description keeps the last number. An empty box takes an optional number away.
 */
export function TypedField({
  pointer,
  label,
  name,
  hint,
  required,
  testId,
  before,
  after,
  placeholder,
  read,
  write,
  fault,
}: TypedFieldProps & Typed) {
  const [value, edit] = useValue(pointer)
  const kept = typeof value === 'number' ? value : null
  const [typed, setTyped] = useState<string | null>(null)
  const meaning = typed === null || typed.trim() === '' ? null : read(typed)
  const isFaulty = typed !== null && (typed.trim() === '' ? required === true : meaning === null)
  // The box follows the description (undo, another page) unless what is typed says the same or cannot be read.
  const isOwn = typed !== null && (isFaulty || (typed.trim() === '' ? kept === null : meaning === kept))
  const shown = isOwn ? typed : kept === null ? '' : write(kept)
  return (
    <FieldItem
      pointer={pointer}
      label={label}
      hint={hint}
      required={required ?? false}
      htmlFor={inputId(pointer)}
      fault={isFaulty ? fault : null}
    >
      <Input
        id={inputId(pointer)}
        inputMode="decimal"
        value={shown}
        prefix={before}
        suffix={after}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(name === undefined ? {} : { 'aria-label': name })}
        {...(testId === undefined ? {} : { 'data-testid': testId })}
        onChange={({ target }) => {
          setTyped(target.value)
          const next = target.value.trim() === '' ? null : read(target.value)
          if (next !== null) edit(next)
          else if (target.value.trim() === '' && !required) edit(undefined)
        }}
        onBlur={() => {
          if (!isFaulty) setTyped(null)
        }}
      />
    </FieldItem>
  )
}
