import { View } from '@tarojs/components'
import { useShownId } from '@/components/shown'
import { useTranslation } from '@/i18n'
import { idOf, textIn } from './field-props'
import type { FieldProps } from './field-props'

/** A number made from other answers; nobody types it. */
export const ComputedField = ({ field, at, asking }: FieldProps) => {
  const { t } = useTranslation()
  const text = textIn(asking.answers[field.id])
  return (
    <View {...useShownId(`field-${idOf(at)}`)} className="field-told">
      <View className={text ? 'grow figure' : 'grow soft'}>{text || t.notComputed}</View>
      <View className="field-told-how">{t.computed}</View>
    </View>
  )
}
