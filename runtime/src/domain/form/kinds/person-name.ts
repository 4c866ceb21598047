import type { FieldKind } from '../field-kind.ts'
import { checkText } from '../text-length.ts'

/** What a person is called: one line of up to `maxLength` (50) characters. Masked where staff do not need it. */
export const personName: FieldKind = {
  kind: 'personName',
  asks: true,
  check: (answer, field) => checkText(answer, field, 50, false),
}
