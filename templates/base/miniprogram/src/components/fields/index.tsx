import { View } from '@tarojs/components'
import type { ComponentType } from 'react'
import { useTranslation } from '@/i18n'
import type { FormField } from '@/kaidian/booking'
import { ChoiceField } from './choice-field'
import { ConsentField } from './consent-field'
import type { FieldProps } from './field-props'
import { LongTextField } from './long-text-field'
import { NumberField } from './number-field'
import { PersonNameField } from './person-name-field'
import { PhoneField } from './phone-field'
import { DateField, TimeField } from './picked-field'
import { RatingField } from './rating-field'
import { SeveralField } from './several-field'
import { TextField } from './text-field'
import './fields.css'

/** One component a kind; a kind of the shop language without one does not compile. */
const KINDS: Readonly<Record<Exclude<FormField['kind'], 'note'>, ComponentType<FieldProps>>> = {
  text: TextField,
  longText: LongTextField,
  number: NumberField,
  choice: ChoiceField,
  several: SeveralField,
  date: DateField,
  time: TimeField,
  phone: PhoneField,
  personName: PersonNameField,
  rating: RatingField,
  consent: ConsentField,
  idDocument: TextField,
  address: TextField,
  region: TextField,
  file: TextField,
  image: TextField,
  signature: TextField,
  computed: TextField,
  group: TextField,
}

interface FieldRowProps {
  readonly field: FormField
  readonly value: unknown
  readonly required: boolean
  readonly fault: string | null
  readonly onChange: (value: unknown) => void
}

/** A field with its label, its help, and what is wrong with it. */
export const FieldRow = ({ field, value, required, fault, onChange }: FieldRowProps) => {
  const { say, t } = useTranslation()
  if (field.kind === 'note') return <View className="field-note">{say(field.text ?? field.label)}</View>
  const Kind = KINDS[field.kind]
  return (
    <View id={`field-row-${field.id}`} className="field">
      {field.kind !== 'consent' && (
        <View className="field-label">
          {say(field.label)}
          {!required && <View className="field-optional">{t.optional}</View>}
        </View>
      )}
      {field.help && <View className="soft field-help">{say(field.help)}</View>}
      <Kind field={field} value={value} faulty={fault !== null} onChange={onChange} />
      {fault !== null && (
        <View id={`fault-${field.id}`} className="field-fault">
          {fault}
        </View>
      )}
    </View>
  )
}
