import type { Answers } from '@/api/calls'
import type { FormField, PublicForm } from '@/kaidian/booking'

const isRecord = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const numberIn = (text: string): unknown => {
  const number = text.trim() === '' ? NaN : Number(text)
  return Number.isNaN(number) ? text : number
}

const meantBy = ({ kind, fields = [] }: FormField, answer: unknown): unknown => {
  if (kind === 'number' && typeof answer === 'string') return numberIn(answer)
  if (kind === 'group' && Array.isArray(answer))
    return (answer as readonly unknown[]).map((row) => (isRecord(row) ? ofFields(fields, row) : row))
  return answer
}

const ofFields = (fields: readonly FormField[], answers: Answers): Answers =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const answer = answers[field.id]
      return answer === undefined ? [] : [[field.id, meantBy(field, answer)]]
    }),
  )

/**
 * The answers a form has fields for, as they are meant. Answers outlive the form they were given to, and a number is kept as
 * it was typed until it is whole.
 */
export const typedAnswers = ({ fields }: PublicForm, answers: Answers): Answers => ofFields(fields, answers)
