import type { FormField } from '@/kaidian/booking'

/** What every field component takes. `value` is whatever was kept: a component shows what it understands and ignores the rest. */
export interface FieldProps {
  readonly field: FormField
  readonly value: unknown
  readonly faulty: boolean
  readonly onChange: (value: unknown) => void
}

export const textIn = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
