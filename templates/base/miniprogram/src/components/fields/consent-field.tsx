import { Switch, View } from '@tarojs/components'
import { useShownId } from '@/components/shown'
import { Tick } from '@/components/tick'
import { useTranslation } from '@/i18n'
import { usePalette } from '@/theme/theme'
import { idOf } from './field-props'
import type { FieldProps } from './field-props'

/** A box to tick or a switch, never on beforehand. */
export const ConsentField = ({ field, at, value, faulty, onChange }: FieldProps) => {
  const { say } = useTranslation()
  const { accent } = usePalette()
  const id = `field-${idOf(at)}`
  const shownId = useShownId(id)
  const words = say(field.text ?? field.label)
  if (field.widget === 'switch')
    return (
      <View className="field-switch">
        <View className="grow">{words}</View>
        {process.env.TARO_ENV === 'h5' ? (
          <input
            {...shownId}
            type="checkbox"
            role="switch"
            aria-label={words}
            className={`switch ${value === true ? 'switch-on' : ''}`}
            checked={value === true}
            onChange={(event) => onChange(event.target.checked)}
          />
        ) : (
          <Switch
            {...shownId}
            color={accent}
            checked={value === true}
            onChange={(event) => onChange(event.detail.value)}
          />
        )}
      </View>
    )
  return (
    <Tick id={id} label={words} ticked={value === true} faulty={faulty} onChange={onChange}>
      {words}
    </Tick>
  )
}
