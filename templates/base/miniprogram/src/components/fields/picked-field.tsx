import { Picker, Text, View } from '@tarojs/components'
import { useTranslation } from '@/i18n'
import { Icon } from '../icon'
import { textIn } from './field-props'
import type { FieldProps } from './field-props'

/** A day or a time of day: the browser's own input on h5, the platform's wheel in WeChat. */
export const PickedField = ({
  field,
  value,
  faulty,
  onChange,
  mode,
}: FieldProps & { readonly mode: 'date' | 'time' }) => {
  const { t } = useTranslation()
  const text = textIn(value)
  const box = `field-box ${faulty ? 'field-box-faulty' : ''}`
  if (process.env.TARO_ENV === 'h5') {
    return (
      <View className={box}>
        <input
          id={`field-${field.id}`}
          className="field-native"
          type={mode}
          value={text}
          {...(field.from ? { min: field.from } : {})}
          {...(field.to ? { max: field.to } : {})}
          onChange={(event) => onChange(event.target.value || undefined)}
        />
      </View>
    )
  }
  const shown = (
    <View className={`${box} field-picked`}>
      <Text className={text ? 'grow' : 'grow input-placeholder'}>{text || t.choosePlease}</Text>
      <Icon name={mode === 'date' ? 'calendar' : 'clock'} />
    </View>
  )
  return mode === 'date' ? (
    <Picker
      id={`field-${field.id}`}
      mode="date"
      value={text}
      {...(field.from ? { start: field.from } : {})}
      {...(field.to ? { end: field.to } : {})}
      onChange={(event) => onChange(event.detail.value)}
    >
      {shown}
    </Picker>
  ) : (
    <Picker id={`field-${field.id}`} mode="time" value={text} onChange={(event) => onChange(event.detail.value)}>
      {shown}
    </Picker>
  )
}

export const DateField = (props: FieldProps) => <PickedField {...props} mode="date" />
export const TimeField = (props: FieldProps) => <PickedField {...props} mode="time" />
