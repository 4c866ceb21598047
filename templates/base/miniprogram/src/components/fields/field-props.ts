import type { Answers } from '@/api/calls'
import type { Fault } from '@/booking/answers'
import type { NextAnswer } from '@/booking/filling'
import type { FormContext } from '@/kaidian/form'
import type { FormField, PublicForm } from '@/kaidian/booking'

/** The form a field stands in, as it is filled in so far. */
export interface Asking {
  readonly form: PublicForm
  /** With defaults, computed answers and those read off documents. */
  readonly answers: Answers
  /** As they stand, with what cannot stay so. */
  readonly given: Answers
  readonly context: FormContext | undefined
  /** Paths within the form: `pets.0.name`. */
  readonly faults: readonly Fault[]
}

/** What every field component takes. `value` is whatever was kept: a component shows what it understands and ignores the rest. */
export interface FieldProps {
  readonly field: FormField
  /** Path of the answer in its form: `name`, in a group `pets.0.name`. */
  readonly at: string
  readonly value: unknown
  readonly faulty: boolean
  readonly required: boolean
  readonly asking: Asking
  readonly onChange: (next: NextAnswer) => void
}

export const textIn = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

/** Digits and letters as a Chinese keyboard may give them, twice as wide, in the width that is checked. */
export const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

export const recordIn = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}

/** What the id of an element is made of: `pets.0.name` → `pets-0-name`. */
export const idOf = (at: string): string => at.replace(/\./g, '-')

/** As uploads name the field: `pets.0.photo` → `pets.photo`. */
export const fieldPathOf = (at: string): string => at.replace(/\.\d+(?=\.|$)/g, '')
