import type { FieldKind } from '../field-kind.ts'
import { checkText } from '../text-length.ts'

/** One line of up to `maxLength` (200) characters. */
export const text: FieldKind = {
  kind: 'text',
  asks: true,
  check: (answer, field) => checkText(answer, field, 200, false),
}
