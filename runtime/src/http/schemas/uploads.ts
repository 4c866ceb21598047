import { UPLOAD_TYPES } from '../../uploads/content-type.ts'
import { integer, object, oneOf, string, type Schema } from './build.ts'

export const uploadSchemas: Readonly<Record<string, Schema>> = {
  Upload: object({
    id: { ...string, description: 'To be named in the answer to its field.' },
    type: { ...oneOf(...Object.keys(UPLOAD_TYPES)), description: 'What its content is.' },
    bytes: integer,
  }),
}
