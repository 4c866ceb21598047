import { View } from '@tarojs/components'
import { useState } from 'react'
import { useTranslation } from '@/i18n'
import { Action } from './action'
import { useShownId } from './shown'
import './hold-over.css'

/** The hold has run out: one tap holds the same time again, if nobody took it. */
export const HoldOver = ({ onHoldAgain }: { readonly onHoldAgain: () => Promise<void> }) => {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const again = () => {
    setBusy(true)
    return onHoldAgain().finally(() => setBusy(false))
  }
  return (
    <View {...useShownId('hold-over')} className="hold-over">
      <View className="grow">
        <View className="hold-over-title">{t.holdOver}</View>
        <View className="soft">{t.holdOverHint}</View>
      </View>
      <Action id="hold-again" small busy={busy} onTap={again}>
        {t.holdAgain}
      </Action>
    </View>
  )
}
