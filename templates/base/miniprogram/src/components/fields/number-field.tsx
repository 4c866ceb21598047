import type { FieldProps } from './field-props'
import { LineField } from './text-field'

// What is half typed (`1.`, `-`) stays text, so that typing goes on; the check says so when it is sent.
const numberOf = (text: string): unknown =>
  /^-?\d+(\.\d*[1-9])?$/.test(text) ? Number(text) : text === '' ? undefined : text

export const NumberField = (props: FieldProps) => (
  <LineField {...props} type={props.field.integer ? 'number' : 'digit'} most={15} read={numberOf} />
)
