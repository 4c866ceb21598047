import { fault, type FieldKind, kept, wrongType } from '../field-kind.ts'
import { isUploadId } from '../upload-ids.ts'

/** A name signed by hand: the id of an uploaded PNG. */
export const signature: FieldKind = {
  kind: 'signature',
  asks: true,
  check: (answer) => {
    if (typeof answer !== 'string') return wrongType('签名', 'a signature')
    return isUploadId(answer) ? kept(answer) : fault('BAD_UPLOAD', '请重新签名', 'Please sign again')
  },
}
