import type { FormField } from '../../booking.ts'
import type { FieldKind } from '../field-kind.ts'
import { choice } from './choice.ts'
import { consent } from './consent.ts'
import { date } from './date.ts'
import { longText } from './long-text.ts'
import { note } from './note.ts'
import { number } from './number.ts'
import { personName } from './person-name.ts'
import { phone } from './phone.ts'
import { rating } from './rating.ts'
import { several } from './several.ts'
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
  rating,
  consent,
  note,
}
