import type { Assignment, PublicForm, Words } from './booking.ts'
import { evaluate } from './condition.ts'
import { emptySums } from './fees/draft.ts'
import { factsOf, participantAt, type QuoteContext, type Read } from './fees/facts.ts'
import { segmentsOf } from './fees/segments.ts'
import type { FieldFault } from './refusals.ts'
import type { ResolvedEligibility, ResolvedService, ResolvedShop } from './resolved.ts'
import { both, compose, say } from './words.ts'

/** One question of taking part: the rule, and the place (0 is the first) it is asked about, if any. */
interface Question {
  readonly rule: ResolvedEligibility
  readonly place: number | null
  readonly segment: number
}

/** Rules of the service and of the offerings that were chosen, each place by itself where they say so. */
function questions(shop: ResolvedShop, assignment: Assignment): readonly Question[] {
  const places = assignment.places.map(({ offering }, place) => ({ offering, place }))
  return segmentsOf(assignment).flatMap(({ service: id, offering: chosen }, segment): Question[] => {
    const service = shop.services.get(id)
    if (!service) return []
    const ask = (rules: readonly ResolvedEligibility[], at: readonly number[]): Question[] =>
      rules.flatMap((rule): Question[] =>
        rule.each ? at.map((place) => ({ rule, place, segment })) : [{ rule, place: null, segment }],
      )
    const bought = service.offerings.flatMap(({ id: offering, eligibility }) => {
      const at = places.filter((one) => (segment === 0 ? one.offering : chosen) === offering).map(({ place }) => place)
      return at.length > 0 ? ask(eligibility, at) : []
    })
    return [
      ...ask(
        service.eligibility,
        places.map(({ place }) => place),
      ),
      ...bought,
    ]
  })
}

/** What the person is called: the first name in the answers, else by the order of the places. */
function nameOf(
  form: PublicForm | undefined,
  answers: Readonly<Record<string, unknown>>,
  service: ResolvedService | undefined,
  place: number,
): Words {
  for (const { id, kind } of form?.fields ?? []) {
    const name = kind === 'personName' && Object.hasOwn(answers, id) ? answers[id] : undefined
    if (typeof name === 'string' && name !== '') return both(name, name)
  }
  const title = service?.participants?.title
  return compose((locale) =>
    locale === 'en'
      ? `${title ? say(title, locale) : 'Person'} ${place + 1}`
      : `第 ${place + 1} 位${title ? say(title, locale) : ''}`,
  )
}

function faultOf(
  shop: ResolvedShop,
  assignment: Assignment,
  context: QuoteContext,
  { rule, place }: Question,
): FieldFault {
  const code = 'NOT_ELIGIBLE'
  const { field, message } = rule
  const ofOrder = field === undefined ? 'answers' : `answers.${field}`
  if (place === null) return { field: ofOrder, code, message }
  const person = participantAt(shop, assignment.service, context, place)
  const service = shop.services.get(assignment.service)
  const path = person?.index === null ? ofOrder : participantField(person?.index ?? place, field)
  if (assignment.places.length === 1 && person?.index === null) return { field: path, code, message }
  const name = nameOf(person && shop.forms.get(person.form), person?.answers ?? {}, service, place)
  return {
    field: path,
    code,
    message: compose((locale) =>
      locale === 'en'
        ? `${say(name, locale)}: ${say(message, locale)}`
        : `${say(name, locale)}：${say(message, locale)}`,
    ),
  }
}

const participantField = (index: number, field: string | undefined): string =>
  field === undefined ? `participants.${index}` : `participants.${index}.${field}`

/**
 * Conditions of taking part that do not hold. `field` is `answers.<field>` (`answers` where the rule names none), or
 * `participants.<index>.<field>` with the person's name in the message.
 * @param context with the participants, where they are asked: a rule about somebody unknown does not hold
 */
export function eligibilityFaults(shop: ResolvedShop, assignment: Assignment, context: QuoteContext): FieldFault[] {
  const readers = new Map<string, Read>()
  const readerOf = ({ place, segment }: Question): Read => {
    const key = `${segment} ${place}`
    let read = readers.get(key)
    if (!read) readers.set(key, (read = factsOf(shop, assignment, context, emptySums(), place ?? undefined, segment)))
    return read
  }
  return questions(shop, assignment)
    .filter((question) => !evaluate(question.rule.when, readerOf(question)))
    .map((question) => faultOf(shop, assignment, context, question))
}
