import { View } from '@tarojs/components'
import type { ComponentType } from 'react'
import { useShownId } from '@/components/shown'
import { useTranslation } from '@/i18n'
import type { FormField } from '@/kaidian/booking'
import { AddressField } from './address-field'
import { ChoiceField } from './choice-field'
import { ComputedField } from './computed-field'
import { ConsentField } from './consent-field'
import { idOf } from './field-props'
import type { FieldProps } from './field-props'
import { GroupField } from './group-field'
import { IdDocumentField } from './id-document-field'
import { LongTextField } from './long-text-field'
import { NumberField } from './number-field'
import { PersonNameField } from './person-name-field'
import { PhoneField } from './phone-field'
import { DateField, TimeField } from './picked-field'
import { RatingField } from './rating-field'
import { readOffIn } from './reading-off'
import { RegionField } from './region-field'
import { SeveralField } from './several-field'
import { SignatureField } from './signature-field'
import { useSpoken } from './spoken'
import { TextField } from './text-field'
import { UploadsField } from './uploads-field'
import './fields.css'

/** The shop asks for something since the app was built; its next version can. */
const Later = () => {
  const { t } = useTranslation()
  return <View className="field-note">{t.fieldOfLater}</View>
}

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
  idDocument: FEATURES.documents ? IdDocumentField : Later,
  address: FEATURES.addresses ? AddressField : Later,
  region: FEATURES.regions ? RegionField : Later,
  file: FEATURES.files ? UploadsField : Later,
  image: FEATURES.files ? UploadsField : Later,
  signature: FEATURES.signatures ? SignatureField : Later,
  rating: RatingField,
  consent: ConsentField,
  computed: ComputedField,
  group: FEATURES.groups ? GroupField : Later,
}

const Label = ({ field, at, required, asking }: Omit<FieldProps, 'faulty'>) => {
  const { say, t } = useTranslation()
  const isAsked = field.kind !== 'computed' && readOffIn(field, asking) === undefined
  return (
    <View {...useShownId(`label-${idOf(at)}`)} className="field-label">
      <View className="field-label-words">
        {say(field.label)}
        {required && isAsked && (
          <View className="field-required" {...(process.env.TARO_ENV === 'h5' ? { 'aria-hidden': 'true' } : {})}>
            *
          </View>
        )}
      </View>
      {!required && isAsked && <View className="field-optional">{t.optional}</View>}
    </View>
  )
}

const Asked = (props: Omit<FieldProps, 'faulty'>) => {
  const { say } = useTranslation()
  const { field, at, required, asking } = props
  // A document or a region is one thing to the customer, whichever part of it is wrong; rows of a group show their own.
  const fault = asking.faults.find(
    (one) => one.field === at || (field.kind !== 'group' && one.field.startsWith(`${at}.`)),
  )
  const Kind = KINDS[field.kind as Exclude<FormField['kind'], 'note'>]
  useSpoken(field, at, { faulty: fault !== undefined, required, helped: field.help !== undefined })
  const faultId = useShownId(`fault-${idOf(at)}`)
  const helpId = useShownId(`help-${idOf(at)}`)
  return (
    <View {...useShownId(`field-row-${idOf(at)}`)} className="field">
      {field.kind !== 'consent' && <Label {...props} />}
      {field.help && (
        <View {...helpId} className="soft field-help">
          {say(field.help)}
        </View>
      )}
      <Kind {...props} faulty={fault !== undefined} />
      {fault && (
        <View {...faultId} className="field-fault">
          {say(fault.message)}
        </View>
      )}
    </View>
  )
}

/** A field with its label, its help, and what is wrong with it. */
export const FieldRow = (props: Omit<FieldProps, 'faulty'>) => {
  const { say } = useTranslation()
  const { field } = props
  return field.kind === 'note' ? (
    <View className="field-note">{say(field.text ?? field.label)}</View>
  ) : (
    <Asked {...props} />
  )
}
