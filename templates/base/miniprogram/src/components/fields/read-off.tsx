import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '@/components/icon'
import { useShownId } from '@/components/shown'
import { useTranslation } from '@/i18n'
import { idOf } from './field-props'

/** An answer that stands on a document above: shown, not asked. */
export const ReadOff = ({ at, children }: { readonly at: string; readonly children: ReactNode }) => {
  const { t } = useTranslation()
  return (
    <View {...useShownId(`field-${idOf(at)}`)} className="field-told">
      <View className="grow figure">{children}</View>
      <Icon name="document" size={16} />
      <View className="field-told-how">{t.readOff}</View>
    </View>
  )
}
