import type { FieldProps } from './field-props'
import { LineField } from './text-field'

/** A number, kept as it is typed: `1.` is on the way to `1.5`. It becomes a number when the answers are checked. */
export const NumberField = (props: FieldProps) => (
  <LineField {...props} type={props.field.integer ? 'number' : 'digit'} most={15} read={(text) => text || undefined} />
)
