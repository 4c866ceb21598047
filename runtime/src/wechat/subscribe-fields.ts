import { charactersIn, firstCharacters } from './characters.ts'

/** Longest value of each kind of field in a subscribe message, in characters; a longer one is refused with 47003. */
export const SUBSCRIBE_FIELD_LENGTHS = {
  thing: 20,
  character_string: 32,
  phrase: 5,
  number: 32,
  letter: 32,
  symbol: 5,
  name: 10,
  phone_number: 17,
  car_number: 8,
} as const

/**
 * `value` cut to what field `name` (`thing1`, `phrase3`) can hold. Prose (`thing`) ends in an ellipsis when cut; kinds
 * with no length in the table, such as dates and amounts, are left as they are.
 */
export function fitSubscribeField(name: string, value: string): string {
  const kind = name.replace(/\d+$/, '')
  const limit = Object.hasOwn(SUBSCRIBE_FIELD_LENGTHS, kind)
    ? SUBSCRIBE_FIELD_LENGTHS[kind as keyof typeof SUBSCRIBE_FIELD_LENGTHS]
    : undefined
  if (limit === undefined || charactersIn(value) <= limit) return value
  return kind === 'thing' ? `${firstCharacters(value, limit - 1)}…` : firstCharacters(value, limit)
}
