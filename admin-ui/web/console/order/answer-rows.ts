import type { FormField, Words } from '@kaidian/runtime/domain/booking.ts'

export interface AnswerRow {
  readonly id: string
  readonly kind: FormField['kind'] | null
  readonly label: string
  /** null when it was not answered */
  readonly value: string | null
}

/**
 * Answers in the order of the form, with the form's words. An answer whose field has since left the form keeps its own
 * name, so that nothing a customer wrote is hidden.
 */
export function answerRows(
  fields: readonly FormField[],
  answers: Readonly<Record<string, unknown>>,
  say: (words: Words) => string,
  words: { readonly yes: string; readonly no: string },
): readonly AnswerRow[] {
  const titleOf = (field: FormField, value: unknown): string => {
    const choice = field.choices?.find(({ id }) => id === value)
    return choice ? say(choice.title) : String(value)
  }
  const valueOf = (field: FormField | null, value: unknown): string | null => {
    if (value === undefined || value === null || value === '') return null
    if (typeof value === 'boolean') return value ? words.yes : words.no
    if (Array.isArray(value))
      return value.length === 0 ? null : value.map((one) => (field ? titleOf(field, one) : String(one))).join('、')
    if (typeof value !== 'string' && typeof value !== 'number') return JSON.stringify(value)
    return field ? titleOf(field, value) : String(value)
  }
  const known = fields
    .filter(({ kind }) => kind !== 'note')
    .map((field) => ({
      id: field.id,
      kind: field.kind,
      label: say(field.label),
      value: valueOf(field, answers[field.id]),
    }))
  const left = Object.entries(answers)
    .filter(([id]) => !fields.some((field) => field.id === id))
    .map(([id, value]) => ({ id, kind: null, label: id, value: valueOf(null, value) }))
  return [...known, ...left]
}
