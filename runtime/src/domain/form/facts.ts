import type { FormField } from '../booking.ts'
import type { FactValue } from '../condition.ts'
import { ageOf } from './age.ts'
import { isRecord, ownOf } from './field-kind.ts'

/** What is known beside the answers of a form. What is left out is missing to every condition. */
export interface FormContext {
  readonly service?: string
  /** Of this participant, or of the order. */
  readonly offering?: string
  readonly people?: number
  /** Day on which ages count, `2027-03-06`. */
  readonly ageOn?: string
  /** In a participant's form: the kept answers of the order's form. */
  readonly order?: Readonly<Record<string, unknown>>
}

/** An answer as a condition compares it: of a group how many there are, of a document or a region its words in a row. */
function comparable(answer: unknown): FactValue {
  if (Array.isArray(answer)) {
    const list = answer as readonly unknown[]
    return list.some(isRecord) ? list.length : (list as readonly string[])
  }
  if (!isRecord(answer)) return answer as FactValue
  return Object.keys(answer)
    .map((key) => String(answer[key]))
    .join(' ')
}

/**
 * The value of `answer.<path>` among answers as they are kept: `size`, or a part of an answer that has some,
 * `document.type`, `home.province`.
 */
export function answerFact(answer: (id: string) => unknown, path: string): FactValue {
  const [id = '', ...parts] = path.split('.')
  return comparable(
    parts.reduce<unknown>((value, part) => (isRecord(value) ? ownOf(value, part) : undefined), answer(id)),
  )
}

/** Reads the facts that a form knows. */
export function factsOfForm(
  fields: readonly FormField[],
  answers: Readonly<Record<string, unknown>>,
  { service, offering, people, ageOn, order = {} }: FormContext,
): (fact: string) => FactValue {
  return (fact) => {
    const dot = fact.indexOf('.')
    const path = fact.slice(dot + 1)
    switch (fact.slice(0, dot)) {
      case 'answer':
        return answerFact((id) => ownOf(answers, id), path)
      case 'order':
        return answerFact((id) => ownOf(order, id), path)
      case 'participant':
        return path === 'age' && ageOn !== undefined ? ageOf({ fields }, answers, ageOn) : undefined
      case 'service':
        return path === 'id' ? service : undefined
      case 'offering':
        return path === 'id' ? offering : undefined
      case 'booking':
        return path === 'people' ? people : undefined
      default:
        return undefined
    }
  }
}
