import type { Answers } from '@/api/calls'
import { checkAnswers, requiredFields, visibleFields } from '@/kaidian/form'
import type { FormField, PublicForm, Words } from '@/kaidian/booking'

export interface Fault {
  readonly field: string
  readonly message: Words
}

// Answers outlive the form they were given to, and a number is kept as it was typed until it is whole.
const ofForm = (form: PublicForm, answers: Answers): Answers =>
  Object.fromEntries(
    form.fields.flatMap(({ id, kind }) => {
      const answer = answers[id]
      if (answer === undefined) return []
      const number = kind === 'number' && typeof answer === 'string' && answer.trim() !== '' ? Number(answer) : NaN
      return [[id, Number.isNaN(number) ? answer : number]]
    }),
  )

/** The fields to show for what is answered so far. */
export const shownFields = (form: PublicForm, answers: Answers): readonly FormField[] =>
  visibleFields(form, ofForm(form, answers))

/** Ids of the fields that must be filled in. */
export const neededFields = (form: PublicForm, answers: Answers): readonly string[] =>
  requiredFields(form, ofForm(form, answers))

/** What is wrong with `answers`, in the order of the form; the server checks by the same code. */
export const faultsOf = (form: PublicForm, answers: Answers): readonly Fault[] => {
  const checked = checkAnswers(form, ofForm(form, answers))
  return checked.ok ? [] : checked.faults
}

/** The answers as they are sent: pruned and in one form. Empty while there are faults. */
export const answersToSend = (form: PublicForm, answers: Answers): Answers => {
  const checked = checkAnswers(form, ofForm(form, answers))
  return checked.ok ? checked.value : {}
}
