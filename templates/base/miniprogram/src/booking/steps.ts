import { pagesOf } from '@/kaidian/form'
import type { FormContext, FormPage } from '@/kaidian/form'
import type { PublicForm } from '@/kaidian/booking'
import type { Fault } from './answers'
import type { Asked, AskedPerson } from './asked'
import type { Draft } from './draft'
import type { Subject } from './filling'
import { typedAnswers } from './typed'

/** What is filled in at one go: a page of the order's form, or of a participant's. */
export interface Step {
  readonly key: string
  readonly subject: Subject
  readonly person: AskedPerson | null
  readonly form: PublicForm
  readonly context: FormContext
  readonly page: FormPage
  /** Whether it is the first and the last page of its subject. */
  readonly opens: boolean
  readonly closes: boolean
}

const pathOf = (subject: Subject): string => (subject === 'order' ? 'answers' : `participants.${subject}`)

/** The steps of filling in, in order; pages whose fields are all hidden are left out. */
export const stepsOf = ({ form, context, each }: Asked, draft: Draft): readonly Step[] => {
  const stepsOfForm = (subject: Subject, of: PublicForm, about: FormContext, person: AskedPerson | null): Step[] => {
    const answers = (subject === 'order' ? draft.answers : draft.participants[subject]) ?? {}
    const pages = pagesOf(of, typedAnswers(of, answers), about)
    return pages.map((page, at) => ({
      key: `${subject}:${page.id ?? ''}`,
      subject,
      person,
      form: of,
      context: about,
      page,
      opens: at === 0,
      closes: at === pages.length - 1,
    }))
  }
  const order = stepsOfForm('order', form, context, null)
  if (!each) return order
  const people = each.people.flatMap((person) => stepsOfForm(person.index, each.form, person.context, person))
  return each.first ? people.concat(order) : order.concat(people)
}

/**
 * Those of a booking's faults that belong to a step, with paths in its form; what belongs to no field that is shown is told on
 * the first page of its subject, with an empty path.
 */
export const faultsOfStep = (step: Step, steps: readonly Step[], faults: readonly Fault[]): readonly Fault[] => {
  const path = pathOf(step.subject)
  const idsOf = ({ page }: Step) => page.sections.flatMap(({ fields }) => fields.map(({ id }) => id))
  const here = idsOf(step)
  const anywhere = steps.filter(({ subject }) => subject === step.subject).flatMap(idsOf)
  return faults.flatMap(({ field, message }) => {
    const whole = field === 'participants' && step === steps[0]
    if (field !== path && !field.startsWith(`${path}.`) && !whole) return []
    const inside = whole ? '' : field.slice(path.length + 1)
    const id = inside.split('.')[0] ?? ''
    if (here.includes(id)) return [{ field: inside, message }]
    return step.opens && !anywhere.includes(id) ? [{ field: '', message }] : []
  })
}
