import type { FieldKind } from '../field-kind.ts'
import { checkText } from '../text-length.ts'

/** Where somebody lives or somebody is to come: one line of up to `maxLength` (200) characters. */
export const address: FieldKind = {
  kind: 'address',
  asks: true,
  check: (answer, field) => checkText(answer, field, 200, false),
}
