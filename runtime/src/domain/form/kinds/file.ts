import type { FieldKind } from '../field-kind.ts'
import { checkUploads } from '../upload-ids.ts'

/** Ids of uploaded files, at most `maxCount` (1). What a file is was checked when it was uploaded. */
export const file: FieldKind = {
  kind: 'file',
  asks: true,
  check: (answer, field) => checkUploads(answer, field),
}
