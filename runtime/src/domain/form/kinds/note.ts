import { fault, type FieldKind } from '../field-kind.ts'

/** Words among the questions; nothing is asked, so nothing may be answered. */
export const note: FieldKind = {
  kind: 'note',
  asks: false,
  check: () => fault('UNKNOWN_FIELD', '这里不需要填写', 'Nothing is asked here'),
}
