import type { FieldKind } from '../field-kind.ts'
import { checkUploads } from '../upload-ids.ts'

/** Ids of uploaded pictures, at most `maxCount` (1). What a picture is was checked when it was uploaded. */
export const image: FieldKind = {
  kind: 'image',
  asks: true,
  check: (answer, field) => checkUploads(answer, field),
}
