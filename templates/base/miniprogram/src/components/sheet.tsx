import { View } from '@tarojs/components'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n'
import { Icon } from './icon'
import { Tap } from './tap'
import './sheet.css'

interface SheetProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A sheet from the bottom of the screen; tapping beside it, or its cross, declines. */
export const Sheet = ({ title, onClose, children }: SheetProps) => {
  const { t } = useTranslation()
  // In a browser the tab bar lies over every page.
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return
    document.body.classList.add('sheet-open')
    return () => document.body.classList.remove('sheet-open')
  }, [])
  return (
    <View className="sheet">
      <View className="sheet-veil" catchMove onClick={onClose} />
      <View className="sheet-panel" {...(process.env.TARO_ENV === 'h5' ? { role: 'dialog', 'aria-label': title } : {})}>
        <View className="sheet-head">
          <View className="title grow">{title}</View>
          <Tap id="sheet-close" className="sheet-close" label={t.close} onTap={onClose}>
            <Icon name="close" />
          </Tap>
        </View>
        {children}
      </View>
    </View>
  )
}
