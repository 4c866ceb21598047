import {
  ageDay,
  answersSoFar,
  checkAnswers,
  checkParticipants,
  eligibilityFaults,
  Refusal,
  type Assignment,
  type FieldFault,
  type FormContext,
  type PublicForm,
  type ResolvedShop,
} from '../domain/index.ts'
import type { Contact, Customer } from '../store/index.ts'
import type { ShopContext } from './context.ts'
import { quoteContext } from './pricing.ts'

/** What was filled in, as it is kept. */
export interface Filled {
  readonly answers: Readonly<Record<string, unknown>>
  readonly participants: readonly Readonly<Record<string, unknown>>[]
}

export function formOf(shop: ResolvedShop, service: string): PublicForm {
  const form = shop.forms.get(shop.services.get(service)?.form ?? '')
  if (!form) throw new Error(`The service ${service} has no form.`)
  return form
}

/** The form of each participant, and the places that need one. */
export function participantsOf(shop: ResolvedShop, { service, places }: Assignment) {
  const asked = shop.services.get(service)?.participants
  const form = asked && shop.forms.get(asked.form)
  return form ? { form, places: asked.who === 'companions' ? places.slice(1) : places } : null
}

/** A form that is filled in about an order that is there already, checked by itself. Refuses ANSWERS_INVALID with every fault at its field. */
export function laterAnswers(form: PublicForm, given: unknown): Readonly<Record<string, unknown>> {
  const checked = checkAnswers(form, given)
  if (checked.ok) return checked.value
  const faults = checked.faults.map((fault) => ({ ...fault, field: joined('answers', fault.field) }))
  throw new Refusal('ANSWERS_INVALID', { faults })
}

/** Checks all that was filled in and who may take part. Refuses ANSWERS_INVALID with every fault at its field, NOT_ELIGIBLE. */
export async function answersTo(
  ctx: ShopContext,
  shop: ResolvedShop,
  customer: Customer,
  assignment: Assignment,
  given: { readonly answers: unknown; readonly participants?: unknown },
): Promise<Filled> {
  const about = {
    service: assignment.service,
    offering: assignment.offering,
    people: assignment.places.length,
    ageOn: ageDay(shop, assignment, ctx.clock.now()),
  }
  const faults: FieldFault[] = []
  const form = formOf(shop, assignment.service)
  const main = checkAnswers(form, given.answers, about)
  if (!main.ok) faults.push(...main.faults.map((fault) => ({ ...fault, field: joined('answers', fault.field) })))
  const answers = main.ok ? main.value : answersSoFar(form, recordOf(given.answers), about)
  const asked = participantsOf(shop, assignment)
  let participants: readonly Readonly<Record<string, unknown>>[] = []
  if (asked) {
    const within = { ...about, order: answers }
    const each = checkParticipants(asked.form, asked.places, given.participants ?? [], within)
    if (!each.ok) faults.push(...each.faults)
    participants = each.ok ? each.value : eachSoFar(asked, given.participants, within)
  }
  // Told first, since whoever may not take part need not fill in the rest; but not of what is not filled in yet.
  const isTold = ({ field }: FieldFault) =>
    faults.length === 0 ||
    (/\.[^.]+$/.test(field) && !/^participants\.\d+$/.test(field) && !faults.some((fault) => fault.field === field))
  const [first, ...more] = asksWhoMay(shop, assignment)
    ? eligibilityFaults(shop, assignment, await quoteContext(ctx, customer, { answers, participants })).filter(isTold)
    : []
  if (first)
    throw new Refusal('NOT_ELIGIBLE', {
      field: first.field,
      reason: first.code,
      words: first.message,
      faults: [first, ...more, ...faults],
    })
  if (faults.length > 0) throw new Refusal('ANSWERS_INVALID', { faults })
  return { answers, participants }
}

/** Whether there is any rule of who may take part: what such rules may ask for is read from the store. */
const asksWhoMay = (shop: ResolvedShop, { service, then = [] }: Assignment): boolean =>
  [service, ...then.map((segment) => segment.service)].some((id) => {
    const { eligibility = [], offerings = [] } = shop.services.get(id) ?? {}
    return eligibility.length > 0 || offerings.some((offering) => offering.eligibility.length > 0)
  })

/** What the participants have filled in that can stay. */
function eachSoFar(
  { form, places }: NonNullable<ReturnType<typeof participantsOf>>,
  given: unknown,
  context: FormContext,
): readonly Readonly<Record<string, unknown>>[] {
  const all: readonly unknown[] = Array.isArray(given) ? given : []
  return places.map(({ offering }, index) => answersSoFar(form, recordOf(all[index]), { ...context, offering }))
}

const recordOf = (given: unknown): Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null && !Array.isArray(given) ? (given as Record<string, unknown>) : {}

const joined = (prefix: string, field: string): string => (field === '' ? prefix : `${prefix}.${field}`)

/** Name and phone as the first fields of those kinds have them. */
export function contactIn(form: PublicForm, answers: Readonly<Record<string, unknown>>): Contact {
  const first = (kind: 'personName' | 'phone') => {
    const values = form.fields.filter((field) => field.kind === kind).map(({ id }) => answers[id])
    return values.find((value): value is string => typeof value === 'string' && value !== '') ?? null
  }
  return { name: first('personName'), phone: first('phone') }
}
