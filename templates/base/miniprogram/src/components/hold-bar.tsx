import { Text, View } from '@tarojs/components'
import { useDraft } from '@/booking/draft'
import { clockFace } from '@/format/date'
import { useTranslation } from '@/i18n'
import { Icon } from './icon'
import { useShownId } from './shown'
import './hold-bar.css'

/** How long the time, or the place, is still held for the customer. */
export const HoldBar = ({ seconds }: { readonly seconds: number }) => {
  const { t } = useTranslation()
  const isTime = useDraft()?.mode === 'appointment'
  return (
    <View {...useShownId('hold-remaining')} className={`hold-bar ${seconds < 120 ? 'hold-bar-late' : ''}`}>
      <Icon name="clock" size={18} {...(seconds < 120 ? { colour: 'var(--warning)' } : {})} />
      <Text className="grow">{isTime ? t.held : t.heldPlace}</Text>
      {/* The second that is running does not count: what is held for 15 minutes does not begin with 15:01. */}
      <Text className="figure hold-bar-clock">{t.heldFor(clockFace(Math.max(0, seconds - 1)))}</Text>
    </View>
  )
}
