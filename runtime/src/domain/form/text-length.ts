import type { FormField } from '../booking.ts'
import { fault, kept, lengthOf, type Outcome, wrongType } from './field-kind.ts'

/** Everything below space but tab and line feed, delete, and the two that turn the direction of writing. */
function isControl(code: number): boolean {
  return (code < 32 && code !== 9 && code !== 10) || code === 127 || code === 0x202d || code === 0x202e
}

const hasControl = (text: string): boolean => text.split('').some((character) => isControl(character.charCodeAt(0)))

/** Text within the bounds of its field; `most` holds where the field names no bound. Line breaks are one line feed each. */
export function checkText(answer: unknown, field: FormField, most: number, lines: boolean): Outcome {
  if (typeof answer !== 'string') return wrongType('文字', 'a text')
  const text = answer.trim().replace(/\r\n?/g, '\n')
  if (hasControl(text) || (!lines && text.indexOf('\n') >= 0))
    return fault('BAD_CHARACTER', '含有不能使用的字符', 'It has characters that cannot be used')
  const length = lengthOf(text)
  const limit = field.maxLength === undefined ? most : field.maxLength
  if (length > limit)
    return fault('TOO_LONG', `最多 ${limit} 个字，现在是 ${length} 个`, `At most ${limit} characters; it has ${length}`)
  if (field.minLength !== undefined && length < field.minLength)
    return fault('TOO_SHORT', `至少 ${field.minLength} 个字`, `At least ${field.minLength} characters`)
  return kept(text)
}
