import type { FormField, PublicForm, Words } from '../booking.ts'
import { type FormContext, factsOfForm } from './facts.ts'
import { isRecord, ownOf } from './field-kind.ts'
import { look, type Looked } from './look.ts'

/** One answer that cannot stay as it is. */
export interface AnswerFault {
  /** Id of the field; in a group its path, `pets.0.name`; empty for the answers as a whole. */
  readonly field: string
  readonly code: string
  readonly message: Words
}

export type CheckedAnswers =
  | { readonly ok: true; readonly value: Record<string, unknown> }
  | { readonly ok: false; readonly faults: AnswerFault[] }

type Answers = Readonly<Record<string, unknown>>

const NOT_ANSWERS: Words = { 'zh-CN': '要填一组回答', en: 'Must be an object of answers' }

const lookAt = ({ fields }: PublicForm, answers: Answers, context: FormContext): Looked =>
  look(fields, answers, (value) => ({
    read: factsOfForm(fields, value, context),
    answer: (id) => ownOf(value, id),
    ageOn: context.ageOn,
  }))

/** The fields that are shown with these answers, in order. */
export const visibleFields = (form: PublicForm, answers: Answers, context: FormContext = {}): readonly FormField[] =>
  lookAt(form, answers, context).visible

/** Ids of the shown fields that must be filled in with these answers. */
export const requiredFields = (form: PublicForm, answers: Answers, context: FormContext = {}): readonly string[] =>
  lookAt(form, answers, context).required

/**
 * The answers as they stand while a form is being filled in: defaults, computed answers and those read off a document are
 * there; hidden ones and those that cannot stay are not.
 */
export const answersSoFar = (form: PublicForm, answers: Answers, context: FormContext = {}): Answers =>
  lookAt(form, answers, context).value

/**
 * Looks at all answers at once. Hidden ones are dropped, kept ones normalised (trimmed, phone as digits, choices in order),
 * computed ones filled in; a default stands where nothing was answered, and null where it was emptied. An answer to a field
 * that the form does not have is a fault.
 */
export function checkAnswers(form: PublicForm, answers: unknown, context: FormContext = {}): CheckedAnswers {
  if (!isRecord(answers)) return { ok: false, faults: [{ field: '', code: 'WRONG_TYPE', message: NOT_ANSWERS }] }
  const { value, faults } = lookAt(form, answers, context)
  if (faults.length === 0) return { ok: true, value }
  return { ok: false, faults: faults.map(({ at, code, message }) => ({ field: at, code, message })) }
}
