import { fault, type FieldKind } from '../field-kind.ts'
import { matchesPattern } from '../pattern.ts'
import { checkText } from '../text-length.ts'

/** One line of up to `maxLength` (200) characters, which matches the `pattern` as a whole. */
export const text: FieldKind = {
  kind: 'text',
  asks: true,
  check: (answer, field) => {
    const outcome = checkText(answer, field, 200, false)
    const { pattern, patternMessage } = field
    if ('faults' in outcome || pattern === undefined || matchesPattern(String(outcome.value), pattern)) return outcome
    return patternMessage
      ? { faults: [{ code: 'PATTERN', message: patternMessage }] }
      : fault('PATTERN', '格式不对', 'The format is not right')
  },
}
