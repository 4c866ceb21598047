import type { Answers } from '@/api/calls'
import type { FormField, PublicForm } from '@/kaidian/booking'
import { changeDraft, draftStore, saveAnswers } from './draft'
import { contactAnswers } from './participants'

/** Whose answers: those of the order, or of the participant with this index. */
export type Subject = 'order' | number

/** An answer, or how it becomes of the one before: uploads arrive while others are under way. */
export type NextAnswer = unknown

const nextOf = (before: unknown, next: NextAnswer): unknown =>
  typeof next === 'function' ? (next as (before: unknown) => unknown)(before) : next

/** The answers with one changed. Where there is a default, an emptied answer is null: left out, the default would come back. */
export const answered = (answers: Answers, field: FormField, next: NextAnswer): Answers => {
  const value = nextOf(answers[field.id], next)
  return { ...answers, [field.id]: value === undefined && field.default !== undefined ? null : value }
}

export const answersOf = (subject: Subject): Answers => {
  const draft = draftStore.get()
  return (subject === 'order' ? draft?.answers : draft?.participants[subject]) ?? {}
}

/** Saves what a subject has answered; how to reach the customer also for the next booking. */
export const saveAnswersOf = (subject: Subject, form: PublicForm, answers: Answers): void => {
  if (subject === 'order') return saveAnswers(answers, contactAnswers(form, answers))
  const before = draftStore.get()?.participants ?? []
  const length = Math.max(before.length, subject + 1)
  changeDraft({ participants: Array.from({ length }, (_, at) => (at === subject ? answers : (before[at] ?? {}))) })
}

/** Fills in what is not answered yet. */
export const fillIn = (subject: Subject, form: PublicForm, known: Answers): void => {
  const before = answersOf(subject)
  const open = Object.entries(known).filter(([id]) => {
    const answer = before[id]
    return answer === undefined || answer === null || answer === ''
  })
  if (open.length > 0) saveAnswersOf(subject, form, { ...before, ...Object.fromEntries(open) })
}
