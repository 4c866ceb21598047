import type { FormField, Words } from '../booking.ts'
import { evaluate, type FactValue } from '../condition.ts'
import { answerFact } from './facts.ts'
import { type Fault, has, type Outcome, ownOf, type Surroundings } from './field-kind.ts'
import { FIELD_KINDS } from './kinds/index.ts'
import { inSequence } from './sequence.ts'

/** What a field may depend on: facts, and the kept answers of other fields. */
export interface Scope {
  readonly read: (fact: string) => FactValue
  readonly answer: (id: string) => unknown
  readonly ageOn: string | undefined
}

/** Faults of a form; `at` is the path of the answer. */
export type PlacedFault = Fault & { readonly at: string }

export interface Looked {
  /** In the order of the form. */
  readonly visible: readonly FormField[]
  /** Kept answers of visible fields. */
  readonly value: Record<string, unknown>
  readonly faults: readonly PlacedFault[]
  readonly required: readonly string[]
}

const REQUIRED: Words = { 'zh-CN': '请填写', en: 'Please fill this in' }
const CONSENT_REQUIRED: Words = { 'zh-CN': '需要同意才能继续', en: 'This must be accepted to go on' }
const UNKNOWN_FIELD: Words = { 'zh-CN': '登记表里没有这一项', en: 'The form has no such field' }
const MOST_FAULTS = 200

/** What is the customer's own act has no default. */
const WITHOUT_DEFAULT: readonly FormField['kind'][] = ['consent', 'file', 'image', 'signature', 'computed', 'note']

const saysNothing = ({ kind }: FormField, answer: unknown): boolean => {
  if (answer === undefined || answer === null) return true
  const { isEmpty } = FIELD_KINDS[kind]
  if (isEmpty) return isEmpty(answer)
  return (typeof answer === 'string' && answer.trim() === '') || (Array.isArray(answer) && answer.length === 0)
}

/**
 * Looks at the answers to some fields, those of a form or of one group in it. A field is shown or hidden by what is kept
 * of the others; what is hidden counts as not answered and is not kept.
 * @param scopeOf what the fields may depend on, given the answers that are kept so far
 */
export function look(
  fields: readonly FormField[],
  given: Readonly<Record<string, unknown>>,
  scopeOf: (value: Readonly<Record<string, unknown>>) => Scope,
): Looked {
  const shown: FormField[] = []
  const found: Record<string, unknown> = {}
  const faults: PlacedFault[] = []
  const scope = scopeOf(found)
  const around = surroundings(scope)
  for (const field of inSequence(fields)) {
    if (field.visibleWhen && !evaluate(field.visibleWhen, scope.read)) continue
    shown.push(field)
    const outcome = outcomeOf(field, given, around)
    if ('faults' in outcome) faults.push(...outcome.faults.map((fault) => placed(field.id, fault)))
    else if (outcome.value !== undefined) found[field.id] = outcome.value
  }
  const visible = fields.filter((field) => shown.indexOf(field) >= 0)
  const required = visible.filter((field) => isRequired(field, scope.read))
  for (const field of required)
    if (!faults.some(({ at }) => at.split('.')[0] === field.id)) faults.push(...missing(field, found))
  for (const id of Object.keys(given))
    if (!fields.some((field) => field.id === id)) faults.push({ at: id, code: 'UNKNOWN_FIELD', message: UNKNOWN_FIELD })
  return {
    visible,
    value: inOrder(fields, found),
    faults: sorted(fields, faults.slice(0, MOST_FAULTS)),
    required: required.map(({ id }) => id),
  }
}

const NOTHING: Outcome = { value: undefined }

/** What is kept of the answer to one field that is shown; `value` is undefined where there is none. */
function outcomeOf(field: FormField, given: Readonly<Record<string, unknown>>, around: Surroundings): Outcome {
  const { check, derive, asks } = FIELD_KINDS[field.kind]
  const derived = derive && derive(field, around)
  if (derived !== undefined) return check(derived, field, around)
  if (derive && !asks) return NOTHING
  const answer = ownOf(given, field.id)
  if (!saysNothing(field, answer)) return check(answer, field, around)
  if (field.default === undefined || WITHOUT_DEFAULT.indexOf(field.kind) >= 0) return NOTHING
  // Emptied on purpose: kept as such, or the default would come back.
  if (answer !== undefined) return { value: null }
  const initial = check(field.default, field, around)
  return 'value' in initial ? initial : NOTHING
}

function surroundings({ read, answer, ageOn }: Scope): Surroundings {
  return {
    answer,
    ageOn,
    within(fields, answers) {
      const own = (id: string): boolean => fields.some((field) => field.id === id)
      const { value, faults } = look(fields, answers, (kept) => {
        const inner = (id: string): unknown => (own(id) ? ownOf(kept, id) : answer(id))
        return {
          answer: inner,
          ageOn,
          read: (fact) => {
            const [scope, id = ''] = fact.split('.')
            return scope === 'answer' && own(id) ? answerFact(inner, fact.slice('answer.'.length)) : read(fact)
          },
        }
      })
      return faults.length > 0 ? { faults } : { value }
    },
  }
}

const placed = (id: string, { at, code, message }: Fault): PlacedFault => ({
  at: at === undefined ? id : `${id}.${at}`,
  code,
  message,
})

function isRequired(field: FormField, read: Scope['read']): boolean {
  if (!FIELD_KINDS[field.kind].asks) return false
  if (field.required === true || (field.requiredWhen !== undefined && evaluate(field.requiredWhen, read))) return true
  return field.kind === 'group' && field.min !== undefined && field.min > 0
}

function missing({ id, kind }: FormField, value: Readonly<Record<string, unknown>>): PlacedFault[] {
  if (kind === 'consent')
    return ownOf(value, id) === true ? [] : [{ at: id, code: 'CONSENT_REQUIRED', message: CONSENT_REQUIRED }]
  return ownOf(value, id) === undefined || value[id] === null ? [{ at: id, code: 'REQUIRED', message: REQUIRED }] : []
}

function inOrder(fields: readonly FormField[], found: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  for (const { id } of fields) if (has(found, id)) value[id] = found[id]
  return value
}

function sorted(fields: readonly FormField[], faults: readonly PlacedFault[]): PlacedFault[] {
  const place = ({ at }: PlacedFault): number => {
    const index = fields.map(({ id }) => id).indexOf(at.split('.')[0] ?? '')
    return index < 0 ? fields.length : index
  }
  return faults.slice().sort((a, b) => place(a) - place(b))
}
