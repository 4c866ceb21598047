import { useTranslation } from '@/i18n'
import { Tick } from '../tick'
import type { FieldProps } from './field-props'

/** A box to tick, never ticked beforehand. */
export const ConsentField = ({ field, value, faulty, onChange }: FieldProps) => {
  const { say } = useTranslation()
  return (
    <Tick id={`field-${field.id}`} ticked={value === true} faulty={faulty} onChange={onChange}>
      {say(field.text ?? field.label)}
    </Tick>
  )
}
