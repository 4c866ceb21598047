import { Picker, Text, View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { useShownId } from '@/components/shown'
import { useTranslation } from '@/i18n'
import { idOf, textIn } from './field-props'
import type { FieldProps } from './field-props'
import { ReadOff } from './read-off'
import { readOffIn } from './reading-off'

/** A day or a time of day: the browser's own input on h5, the platform's wheel in WeChat. */
const PickedField = ({ field, at, value, faulty, onChange, mode }: FieldProps & { readonly mode: 'date' | 'time' }) => {
  const { t } = useTranslation()
  const shownId = useShownId(`field-${idOf(at)}`)
  const text = textIn(value)
  const box = `field-box ${faulty ? 'field-box-faulty' : ''}`
  if (process.env.TARO_ENV === 'h5')
    return (
      <View className={box}>
        <input
          {...shownId}
          className={`field-native ${text ? '' : 'field-native-empty'}`}
          type={mode}
          value={text}
          {...(field.from ? { min: field.from } : {})}
          {...(field.to ? { max: field.to } : {})}
          onChange={(event) => onChange(event.target.value || undefined)}
        />
      </View>
    )
  const shown = (
    <View className={`${box} field-picked`}>
      <Text className={text ? 'grow' : 'grow input-placeholder'}>{text || t.choosePlease}</Text>
      <Icon name={mode === 'date' ? 'calendar' : 'clock'} />
    </View>
  )
  return mode === 'date' ? (
    <Picker
      {...shownId}
      mode="date"
      value={text || (field.birthDate ? BIRTH_YEAR : '')}
      {...(field.from ? { start: field.from } : {})}
      {...(field.to ? { end: field.to } : {})}
      onChange={(event) => onChange(event.detail.value)}
    >
      {shown}
    </Picker>
  ) : (
    <Picker {...shownId} mode="time" value={text} onChange={(event) => onChange(event.detail.value)}>
      {shown}
    </Picker>
  )
}

/** Where the wheel stands at first: nobody was born today. */
const BIRTH_YEAR = '1990-01-01'

export const DateField = (props: FieldProps) => {
  const read = readOffIn(props.field, props.asking)
  return read === undefined ? <PickedField {...props} mode="date" /> : <ReadOff at={props.at}>{read}</ReadOff>
}
export const TimeField = (props: FieldProps) => <PickedField {...props} mode="time" />
