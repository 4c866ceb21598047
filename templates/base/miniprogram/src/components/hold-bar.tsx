import { Text, View } from '@tarojs/components'
import { clockFace } from '@/format/date'
import { useTranslation } from '@/i18n'
import { Icon } from './icon'
import { useShownId } from './shown'
import './hold-bar.css'

/** How long the time is still held for the customer. */
export const HoldBar = ({ seconds }: { readonly seconds: number }) => {
  const { t } = useTranslation()
  return (
    <View {...useShownId('hold-remaining')} className={`hold-bar ${seconds < 120 ? 'hold-bar-late' : ''}`}>
      <Icon name="clock" size={18} colour={seconds < 120 ? '#7a4f00' : '#5a615e'} />
      <Text className="grow">{t.held}</Text>
      <Text className="figure hold-bar-clock">{t.heldFor(clockFace(seconds))}</Text>
    </View>
  )
}
