import type { Answers } from '@/api/calls'
import { evaluate } from '@/kaidian/condition'
import type { FactValue } from '@/kaidian/condition'
import { checkAnswers, visibleFields } from '@/kaidian/form'
import type { FormField, PublicForm, Words } from '@/kaidian/booking'

export interface Fault {
  readonly field: string
  readonly message: Words
}

/** The fields to show for what is answered so far. */
export const shownFields = (form: PublicForm, answers: Answers): readonly FormField[] => visibleFields(form, answers)

/** What is wrong with `answers`, in the order of the form; the server checks by the same code. */
export const faultsOf = (form: PublicForm, answers: Answers): readonly Fault[] => {
  const checked = checkAnswers(form, answers)
  return checked.ok ? [] : checked.faults
}

/** The answers as they are sent: those of hidden fields left out. Only for answers without faults. */
export const answersToSend = (form: PublicForm, answers: Answers): Answers => {
  const checked = checkAnswers(form, answers)
  return checked.ok ? checked.value : {}
}

export const isRequired = (field: FormField, answers: Answers): boolean =>
  field.required === true ||
  (field.requiredWhen !== undefined &&
    evaluate(field.requiredWhen, (fact) => answers[fact.replace(/^answer\./, '')] as FactValue))
