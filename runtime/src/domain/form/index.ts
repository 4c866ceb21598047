/**
 * Forms: which fields are shown, what is wrong with the answers, and how they are kept. The same module runs in the
 * mini-program and on the server; it imports nothing but the condition tree and the shapes.
 */
import type { FormField, PublicForm, Words } from '../booking.ts'
import { evaluate, type FactValue } from '../condition.ts'
import { FIELD_KINDS } from './kinds/index.ts'

export { FIELD_KINDS } from './kinds/index.ts'
export type { Fault, FieldKind, Outcome } from './field-kind.ts'

/** One answer that cannot stay as it is; `field` is the id of the field, empty for the answers as a whole. */
export interface AnswerFault {
  readonly field: string
  readonly code: string
  readonly message: Words
}

export type CheckedAnswers =
  | { readonly ok: true; readonly value: Record<string, unknown> }
  | { readonly ok: false; readonly faults: AnswerFault[] }

const REQUIRED: Words = { 'zh-CN': '请填写', en: 'Please fill this in' }
const CONSENT_REQUIRED: Words = { 'zh-CN': '需要同意才能继续', en: 'This must be accepted to go on' }
const UNKNOWN_FIELD: Words = { 'zh-CN': '登记表里没有这一项', en: 'The form has no such field' }
const NOT_ANSWERS: Words = { 'zh-CN': '要填一组回答', en: 'Must be an object of answers' }

/** `toString` and its like are not answers though every object has them. */
const has = (object: object, key: string): boolean => Object.prototype.hasOwnProperty.call(object, key)

const isEmpty = (answer: unknown): boolean =>
  answer === undefined ||
  answer === null ||
  (typeof answer === 'string' && answer.trim() === '') ||
  (Array.isArray(answer) && answer.length === 0)

interface Looked {
  readonly visible: FormField[]
  readonly value: Record<string, unknown>
  readonly faults: AnswerFault[]
  readonly read: (fact: string) => FactValue
}

/** One pass from the first field to the last: a field is shown or hidden by the answers before it, hidden ones not counted. */
function look(form: PublicForm, answers: Readonly<Record<string, unknown>>): Looked {
  const visible: FormField[] = []
  const value: Record<string, unknown> = {}
  const faults: AnswerFault[] = []
  const read = (fact: string): FactValue => {
    const id = fact.slice('answer.'.length)
    return fact.indexOf('answer.') === 0 && has(value, id) ? (value[id] as FactValue) : undefined
  }
  for (const field of form.fields) {
    if (field.visibleWhen && !evaluate(field.visibleWhen, read)) continue
    visible.push(field)
    const answer = has(answers, field.id) ? answers[field.id] : undefined
    if (isEmpty(answer)) continue
    const outcome = FIELD_KINDS[field.kind].check(answer, field)
    if ('fault' in outcome) faults.push({ field: field.id, code: outcome.fault.code, message: outcome.fault.message })
    else value[field.id] = outcome.value
  }
  return { visible, value, faults, read }
}

const isRequired = (field: FormField, read: (fact: string) => FactValue): boolean =>
  FIELD_KINDS[field.kind].asks &&
  (field.required === true || (field.requiredWhen !== undefined && evaluate(field.requiredWhen, read)))

/** The fields that are shown with these answers, in order. */
export const visibleFields = (form: PublicForm, answers: Readonly<Record<string, unknown>>): readonly FormField[] =>
  look(form, answers).visible

/** Ids of the shown fields that must be filled in with these answers. */
export function requiredFields(form: PublicForm, answers: Readonly<Record<string, unknown>>): readonly string[] {
  const { visible, read } = look(form, answers)
  return visible.filter((field) => isRequired(field, read)).map(({ id }) => id)
}

/**
 * Looks at all answers at once. Hidden ones are dropped, kept ones normalised (trimmed, phone as digits, choices in order);
 * an answer to a field that the form does not have is a fault.
 */
export function checkAnswers(form: PublicForm, answers: unknown): CheckedAnswers {
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers))
    return { ok: false, faults: [{ field: '', code: 'WRONG_TYPE', message: NOT_ANSWERS }] }
  const { visible, value, faults, read } = look(form, answers as Readonly<Record<string, unknown>>)
  for (const field of visible) {
    if (!isRequired(field, read) || faults.some((found) => found.field === field.id)) continue
    if (field.kind === 'consent') {
      if (!has(value, field.id) || value[field.id] !== true)
        faults.push({ field: field.id, code: 'CONSENT_REQUIRED', message: CONSENT_REQUIRED })
    } else if (!has(value, field.id)) faults.push({ field: field.id, code: 'REQUIRED', message: REQUIRED })
  }
  const known = form.fields.map(({ id }) => id)
  for (const id of Object.keys(answers))
    if (known.indexOf(id) < 0) faults.push({ field: id, code: 'UNKNOWN_FIELD', message: UNKNOWN_FIELD })
  if (faults.length === 0) return { ok: true, value }
  const place = (id: string): number => (known.indexOf(id) < 0 ? known.length : known.indexOf(id))
  return { ok: false, faults: faults.slice(0, 200).sort((a, b) => place(a.field) - place(b.field)) }
}
