import type { PublicForm } from '../booking.ts'
import { type AnswerFault, checkAnswers } from './answers.ts'
import type { FormContext } from './facts.ts'

export type CheckedParticipants =
  | { readonly ok: true; readonly value: Record<string, unknown>[] }
  | { readonly ok: false; readonly faults: AnswerFault[] }

const countFault = (wanted: number): AnswerFault => ({
  field: 'participants',
  code: 'WRONG_COUNT',
  message: { 'zh-CN': `要填 ${wanted} 位参加者的资料`, en: `Details of ${wanted} participants are needed` },
})

/**
 * Looks at the answers of each participant, as {@link checkAnswers} does; faults are placed at `participants.0.name`.
 * @param places those whose person fills in the form, in order
 * @param given a list with answers for each of them
 */
export function checkParticipants(
  form: PublicForm,
  places: readonly { readonly offering: string }[],
  given: unknown,
  context: FormContext,
): CheckedParticipants {
  const list: readonly unknown[] = Array.isArray(given) ? given : []
  const faults: AnswerFault[] = []
  if (list.length !== places.length || (given !== undefined && !Array.isArray(given)))
    faults.push(countFault(places.length))
  const value: Record<string, unknown>[] = []
  places.forEach(({ offering }, index) => {
    const answers = index < list.length ? list[index] : {}
    const checked = checkAnswers(form, answers, { ...context, offering })
    if (checked.ok) value.push(checked.value)
    else
      for (const { field, code, message } of checked.faults)
        faults.push({ field: `participants.${index}${field === '' ? '' : `.${field}`}`, code, message })
  })
  return faults.length > 0 ? { ok: false, faults: faults.slice(0, 200) } : { ok: true, value }
}
