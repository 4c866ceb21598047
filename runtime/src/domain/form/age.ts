import type { PublicForm } from '../booking.ts'
import { fullYears } from './calendar.ts'
import { isRecord, ownOf } from './field-kind.ts'
import { type IdCard, readIdCard } from './id-card.ts'

/** The ID card in the answer to an idDocument field; undefined for other documents and for a number that is wrong. */
export function idCardIn(answer: unknown): IdCard | undefined {
  if (!isRecord(answer) || answer.type !== 'idCard' || typeof answer.number !== 'string') return undefined
  const card = readIdCard(answer.number)
  return typeof card === 'string' ? undefined : card
}

/** A birth date as a date field or an idDocument field answers it. */
export const birthDateIn = (answer: unknown): string | undefined =>
  typeof answer === 'string' ? answer : idCardIn(answer)?.birthDate

/**
 * The birth date in the answers of one person: from the date field marked so; where that is not filled in, off the first
 * ID document that is an ID card.
 * @param answers as `checkAnswers` keeps them
 */
export function birthDateOf(
  { fields }: Pick<PublicForm, 'fields'>,
  answers: Readonly<Record<string, unknown>>,
): string | undefined {
  const marked = fields.filter(({ kind, birthDate }) => kind === 'date' && birthDate === true)
  const documents = fields.filter(({ kind }) => kind === 'idDocument')
  for (const { id } of marked.concat(documents)) {
    const birthDate = birthDateIn(ownOf(answers, id))
    if (birthDate !== undefined) return birthDate
  }
  return undefined
}

/** Full years on a day; undefined where no birth date is known or the day comes before it. */
export function ageOf(
  form: Pick<PublicForm, 'fields'>,
  answers: Readonly<Record<string, unknown>>,
  on: string,
): number | undefined {
  const birthDate = birthDateOf(form, answers)
  return birthDate === undefined ? undefined : fullYears(birthDate, on)
}
