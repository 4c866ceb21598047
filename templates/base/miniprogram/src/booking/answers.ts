import type { Answers } from '@/api/calls'
import { answersSoFar, checkAnswers, requiredFields, visibleFields } from '@/kaidian/form'
import type { FormContext } from '@/kaidian/form'
import type { FormField, PublicForm, PublicShop, Words } from '@/kaidian/booking'
import { askedOf } from './asked'
import type { Draft } from './draft'
import { typedAnswers } from './typed'

/** `field` is a path: `name`, in a group `pets.0.name`; of a whole booking `answers.name`, `participants.0.pets.1.name`. */
export interface Fault {
  readonly field: string
  readonly message: Words
}

/** The fields to show for what is answered so far. */
export const shownFields = (form: PublicForm, answers: Answers, context?: FormContext): readonly FormField[] =>
  visibleFields(form, typedAnswers(form, answers), context)

/** Ids of the fields that must be filled in. */
export const neededFields = (form: PublicForm, answers: Answers, context?: FormContext): readonly string[] =>
  requiredFields(form, typedAnswers(form, answers), context)

/** What is wrong with `answers`, in the order of the form; the server checks by the same code. */
export const faultsOf = (form: PublicForm, answers: Answers, context?: FormContext): readonly Fault[] => {
  const checked = checkAnswers(form, typedAnswers(form, answers), context)
  return checked.ok ? [] : checked.faults
}

/** The answers as they are sent: pruned and in one form, without those that cannot stay. */
export const answersToSend = (form: PublicForm, answers: Answers, context?: FormContext): Answers =>
  answersSoFar(form, typedAnswers(form, answers), context)

const under = (prefix: string, faults: readonly Fault[]): Fault[] =>
  faults.map(({ field, message }) => ({ field: field === '' ? prefix : `${prefix}.${field}`, message }))

/** What is wrong with all that a booking asks for, of the order first and then of each participant. */
export const bookingFaults = (shop: PublicShop, draft: Draft): readonly Fault[] => {
  const asked = askedOf(shop, draft)
  if (!asked) return []
  const { form, context, each } = asked
  return under('answers', faultsOf(form, draft.answers, context)).concat(
    ...(each?.people ?? []).map((person) =>
      under(
        `participants.${person.index}`,
        each ? faultsOf(each.form, draft.participants[person.index] ?? {}, person.context) : [],
      ),
    ),
  )
}

/** What was filled in for a booking, as it is sent with a price, an order or a place in a line. */
export const filledIn = (
  shop: PublicShop,
  draft: Draft,
): { readonly answers: Answers; readonly participants?: readonly Answers[] } => {
  const asked = askedOf(shop, draft)
  if (!asked) return { answers: {} }
  const { form, context, each } = asked
  const answers = answersToSend(form, draft.answers, context)
  if (!each) return { answers }
  const participants = each.people.map((person) =>
    answersToSend(each.form, draft.participants[person.index] ?? {}, person.context),
  )
  return { answers, participants }
}

export { showServerFaults } from './told'
