import type { FieldProps } from './field-props'
import { LineField } from './text-field'

/** A mobile phone: digits only, whatever was pasted. */
export const PhoneField = (props: FieldProps) => (
  <LineField {...props} type="number" most={11} read={(text) => text.replace(/\D/g, '')} />
)
