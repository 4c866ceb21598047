import type { FieldProps } from './field-props'
import { LineField } from './text-field'

export const PersonNameField = (props: FieldProps) => <LineField {...props} most={props.field.maxLength ?? 50} />
