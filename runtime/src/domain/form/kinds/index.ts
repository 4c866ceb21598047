import type { FormField } from '../../booking.ts'
import type { FieldKind } from '../field-kind.ts'
import { address } from './address.ts'
import { choice } from './choice.ts'
import { computed } from './computed.ts'
import { consent } from './consent.ts'
import { date } from './date.ts'
import { file } from './file.ts'
import { group } from './group.ts'
import { idDocument } from './id-document.ts'
import { image } from './image.ts'
import { longText } from './long-text.ts'
import { note } from './note.ts'
import { number } from './number.ts'
import { personName } from './person-name.ts'
import { phone } from './phone.ts'
import { rating } from './rating.ts'
import { region } from './region.ts'
import { several } from './several.ts'
import { signature } from './signature.ts'
import { text } from './text.ts'
import { time } from './time.ts'

/** Every kind of field there is; a test holds it against the language. */
export const FIELD_KINDS: { readonly [kind in FormField['kind']]: FieldKind } = {
  text,
  longText,
  number,
  choice,
  several,
  date,
  time,
  phone,
  personName,
  idDocument,
  address,
  region,
  file,
  image,
  signature,
  rating,
  consent,
  computed,
  group,
  note,
}
