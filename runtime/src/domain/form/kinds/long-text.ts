import type { FieldKind } from '../field-kind.ts'
import { checkText } from '../text-length.ts'

/** Several lines of up to `maxLength` (2000) characters. */
export const longText: FieldKind = {
  kind: 'longText',
  asks: true,
  check: (answer, field) => checkText(answer, field, 2000, true),
}
