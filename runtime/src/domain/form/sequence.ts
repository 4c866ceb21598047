import type { FieldCondition, FormField } from '../booking.ts'
import { comparisons } from '../condition.ts'

const factsIn = (condition: FieldCondition | undefined): string[] =>
  condition ? comparisons(condition).map(({ comparison }) => comparison.fact) : []

/** Ids of the fields that decide whether this one is shown, what is read off for it, or what its groups ask. */
function neededBy(field: FormField, form: readonly FormField[]): string[] {
  const { readFrom, compute, visibleWhen, fields = [] } = field
  const ids: string[] = readFrom === undefined ? [] : [readFrom]
  if (compute) ids.push(...(typeof compute.of === 'string' ? [compute.of] : compute.of))
  for (const fact of factsIn(visibleWhen)) {
    const [scope, id = ''] = fact.split('.')
    if (scope === 'answer') ids.push(id)
    if (fact === 'participant.age')
      ids.push(
        ...form.filter(({ kind, birthDate }) => kind === 'idDocument' || birthDate === true).map((one) => one.id),
      )
  }
  for (const inner of fields) ids.push(...neededBy(inner, form), ...factsIn(inner.requiredWhen).map(answerIn))
  return ids
}

const answerIn = (fact: string): string => (fact.indexOf('answer.') === 0 ? (fact.split('.')[1] ?? '') : '')

/** The fields so that each comes after those it depends on; otherwise in the order of the form, also where they go in circles. */
export function inSequence(form: readonly FormField[]): readonly FormField[] {
  const sequence: FormField[] = []
  const seen: FormField[] = []
  const visit = (field: FormField): void => {
    if (seen.indexOf(field) >= 0) return
    seen.push(field)
    const needed = neededBy(field, form)
    form.filter(({ id }) => needed.indexOf(id) >= 0).forEach(visit)
    sequence.push(field)
  }
  form.forEach(visit)
  return sequence
}
