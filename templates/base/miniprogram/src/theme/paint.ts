import Taro from '@tarojs/taro'
import { variablesOf } from '@/kaidian/palette'
import { svgAddress } from '@/illustrations/address'
import type { Theme } from './theme'

const TAB_SHAPES = [
  'M12 3.6l8.400 7.200V20.400h-5.600v-5.800H9.200v5.800H3.600v-9.600z',
  'M6.200 3.600h11.600v17l-2.900-1.900-2.900 1.900-2.900-1.900-2.900 1.900zM9.200 8.600h5.600M9.200 12.400h5.600',
  'M12 11.600a4 4 0 100-8 4 4 0 000 8zM4.200 20.400c.8-4 3.800-6 7.800-6s7 2 7.800 6z',
] as const

const tabIcon = (path: string, colour: string, fill: string): string =>
  svgAddress(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="${fill}" stroke="${colour}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/></svg>`,
  )

/** The style of a page's root: every token of the theme as a variable. */
export const rootStyle = ({ palette, scale }: Theme): Record<string, string> => ({
  ...variablesOf(palette),
  '--scale': String(scale),
})

export const rootClass = ({ look, palette }: Theme): string => `look-${look} ${palette.dark ? 'dark' : 'light'}`

const ignore = () => undefined

/** Colours what lies outside the pages: in a browser the document, in WeChat the bars and the ground that shows when a page is pulled. */
export const paint = (theme: Theme, tab: boolean): void => {
  const { palette } = theme
  if (process.env.TARO_ENV === 'h5') {
    const root = document.documentElement
    for (const [name, value] of Object.entries(rootStyle(theme))) root.style.setProperty(name, value)
    root.className = rootClass(theme)
    root.style.colorScheme = palette.dark ? 'dark' : 'light'
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', palette.raised)
    if (!tab) return
    TAB_SHAPES.forEach((path, index) => {
      const iconPath = tabIcon(path, palette.inkSoft, 'none')
      const selectedIconPath = tabIcon(path, palette.accentText, palette.tintStrong)
      void Taro.setTabBarItem({ index, iconPath, selectedIconPath })?.catch?.(ignore)
    })
    return
  }
  const frontColor = palette.dark ? '#ffffff' : '#000000'
  void Taro.setNavigationBarColor({ frontColor, backgroundColor: palette.raised })?.catch?.(ignore)
  const { ground } = palette
  void Taro.setBackgroundColor({
    backgroundColor: ground,
    backgroundColorTop: ground,
    backgroundColorBottom: ground,
  })?.catch?.(ignore)
  void Taro.setBackgroundTextStyle({ textStyle: palette.dark ? 'light' : 'dark' })?.catch?.(ignore)
  if (!tab) return
  const borderStyle = palette.dark ? 'black' : 'white'
  const colours = { color: palette.inkSoft, selectedColor: palette.accentText, backgroundColor: palette.raised }
  void Taro.setTabBarStyle({ ...colours, borderStyle })?.catch?.(ignore)
}
