import { View } from '@tarojs/components'
import { useShownId } from '@/components/shown'
import { useTranslation } from '@/i18n'
import { idOf, textIn } from './field-props'
import type { FieldProps } from './field-props'

/** A number made from other answers; nobody types it. */
export const ComputedField = ({ field, at, asking }: FieldProps) => {
  const { t } = useTranslation()
  // Rows that still have faults are there to be counted all the same.
  const { compute } = field
  const counted = compute?.kind === 'count' ? asking.given[compute.of] : undefined
  const text = textIn(Array.isArray(counted) ? counted.length : asking.answers[field.id])
  return (
    <View {...useShownId(`field-${idOf(at)}`)} className="field-told">
      <View className={text ? 'grow figure' : 'grow soft'}>{text || t.notComputed}</View>
      <View className="field-told-how">{t.computed}</View>
    </View>
  )
}
