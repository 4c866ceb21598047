import Taro from '@tarojs/taro'
import type { Appearance } from '@/kaidian/booking'
import { createStore } from '@/store'
import { keep, recall } from '@/storage'

export type Scheme = 'light' | 'dark'

const inWechat = process.env.TARO_ENV === 'weapp'
const inBrowser = process.env.TARO_ENV === 'h5'
const DARK = '(prefers-color-scheme: dark)'

/** What the app's host says of the customer's settings; hosts of an older version leave some out. */
const host = inWechat
  ? (Taro.getAppBaseInfo?.() as { theme?: string; fontSizeScaleFactor?: number } | undefined)
  : undefined

const askScheme = (): Scheme => {
  if (inBrowser) return window.matchMedia(DARK).matches ? 'dark' : 'light'
  return host?.theme === 'dark' ? 'dark' : 'light'
}

/** Light or dark, as the phone is set. */
export const systemScheme = createStore<Scheme>(askScheme())

if (inBrowser) {
  const query = window.matchMedia(DARK)
  const changed = () => systemScheme.set(query.matches ? 'dark' : 'light')
  // Safari before 14 knows only the older name.
  if (query.addEventListener) query.addEventListener('change', changed)
  else query.addListener(changed)
}
if (inWechat) Taro.onThemeChange?.(({ theme }) => systemScheme.set(theme === 'dark' ? 'dark' : 'light'))

/** Light or dark, as the customer chose here; null leaves it to the shop. */
export const chosenAppearance = createStore<Appearance | null>(recall<Appearance>('appearance'))

export const chooseAppearance = (next: Appearance): void => {
  keep('appearance', next)
  chosenAppearance.set(next)
}

const askScale = (): number => {
  const asked = inBrowser
    ? parseFloat(window.getComputedStyle(document.documentElement).fontSize) / 16
    : (host?.fontSizeScaleFactor ?? 1)
  return Number.isFinite(asked) ? Math.round(Math.min(Math.max(asked, 1), 1.5) * 100) / 100 : 1
}

/** How large the customer wants text: 1 as drawn, up to 1.5. WeChat starts an app anew when this setting changes. */
export const textScale = askScale()
