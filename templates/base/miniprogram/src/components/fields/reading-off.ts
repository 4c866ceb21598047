import { idCardIn } from '@/kaidian/form'
import type { FormField } from '@/kaidian/booking'
import type { Asking } from './field-props'

/** What stands on the ID card in `readFrom`: the birth date, or the sex where the choices know it; undefined: to be asked. */
export const readOffIn = (field: FormField, { answers }: Asking): string | undefined => {
  const card = field.readFrom === undefined ? undefined : idCardIn(answers[field.readFrom])
  if (!card) return undefined
  if (field.kind === 'date') return card.birthDate
  return field.choices?.some(({ id }) => id === card.sex) ? card.sex : undefined
}
