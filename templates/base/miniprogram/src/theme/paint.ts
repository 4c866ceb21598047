import Taro from '@tarojs/taro'
import { variablesOf } from '@/kaidian/palette'
import { TAB_LINE, TAB_SHAPES } from '@/kaidian/tab-shapes'
import { svgAddress } from '@/illustrations/address'
import type { Theme } from './theme'

const tabIcon = (path: string, colour: string, fill: string): string =>
  svgAddress(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="${fill}" stroke="${colour}" stroke-width="${TAB_LINE}" stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/></svg>`,
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
    Object.values(TAB_SHAPES).forEach((path, index) => {
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
  // theme.json follows the phone; a customer may have chosen otherwise here.
  Object.keys(TAB_SHAPES).forEach((name, index) => {
    const icon = `assets/tab/${palette.dark ? 'dark' : 'light'}/${name}`
    const icons = { iconPath: `${icon}.png`, selectedIconPath: `${icon}-selected.png` }
    void Taro.setTabBarItem({ index, ...icons })?.catch?.(ignore)
  })
}
