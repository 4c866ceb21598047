import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { goBack } from '@/back'
import { useTranslation } from '@/i18n'
import { ensureShop, refreshShop, useShop } from '@/shop/store'
import { useStore } from '@/store'
import { signInRequest } from '@/session/session'
import { useTheme } from '@/theme/theme'
import { paint, rootClass, rootStyle } from '@/theme/paint'
import type { PublicShop } from '@/kaidian/booking'
import { Icon } from './icon'
import { PrivacyDialog } from './privacy-dialog'
import { SignInSheet } from './sign-in-sheet'
import { PageShown } from './shown'
import { Failure, Skeleton } from './states'
import { Tap } from './tap'
import './screen.css'

interface ScreenProps {
  /** Test and style hook of the page. */
  readonly id: string
  readonly title: string
  readonly tab?: boolean
  /** Heights of the blocks the page will have, while the shop is not known. */
  readonly skeleton?: readonly number[]
  /** What stays at the bottom of the screen. */
  readonly footer?: (shop: PublicShop) => ReactNode
  /** Sheets of the page. */
  readonly overlay?: (shop: PublicShop) => ReactNode
  readonly children: (shop: PublicShop) => ReactNode
}

// In a browser there is no title bar of the platform.
const TitleBar = ({ title, tab }: { readonly title: string; readonly tab: boolean }) => {
  const { t } = useTranslation()
  return (
    <View className="title-bar">
      <View className="title-bar-inner">
        {!tab && (
          <Tap id="back" className="title-bar-back" label={t.back} onTap={goBack}>
            <Icon name="back" colour="var(--ink)" size={22} />
          </Tap>
        )}
        <View className="title-bar-text">{title}</View>
      </View>
    </View>
  )
}

const TABS = ['home', 'orders', 'me'] as const

/** The frame of every page: colours of the shop, title, what to show while the shop is not known, and the sign-in sheet. */
export const Screen = ({ id, title, tab = false, skeleton, footer, overlay, children }: ScreenProps) => {
  const { t, locale } = useTranslation()
  const { shop, error } = useShop()
  const theme = useTheme()
  const request = useStore(signInRequest)

  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  useDidShow(() => ensureShop())
  useDidShow(() => void Taro.setNavigationBarTitle({ title }))
  useEffect(() => void Taro.setNavigationBarTitle({ title }), [title])

  const dress = () => {
    paint(theme, tab)
    if (tab) TABS.forEach((key, index) => void Taro.setTabBarItem({ index, text: t[key] })?.catch?.(() => undefined))
  }
  useDidShow(dress)
  useEffect(dress, [locale, theme])

  const bottom = shop && footer?.(shop)
  return (
    <PageShown.Provider value={shown}>
      <View
        id={`page-${id}`}
        className={`screen ${rootClass(theme)} ${tab ? 'screen-tab' : ''}`}
        style={rootStyle(theme)}
      >
        {process.env.TARO_ENV === 'h5' && <TitleBar title={title} tab={tab} />}
        <View className={`screen-body ${bottom ? 'screen-body-above' : ''}`}>
          {shop ? (
            children(shop)
          ) : error ? (
            <Failure message={error.message} onRetry={refreshShop} />
          ) : (
            <Skeleton heights={skeleton ?? [160, 96, 96, 96]} />
          )}
        </View>
        {bottom && (
          <View className="screen-footer">
            <View className="screen-footer-inner">{bottom}</View>
          </View>
        )}
        {shop && overlay?.(shop)}
        {shown && request && <SignInSheet request={request} />}
        {process.env.TARO_ENV === 'weapp' && shown && <PrivacyDialog />}
      </View>
    </PageShown.Provider>
  )
}
