import { paletteOf, type PublicShop } from '@kaidian/runtime/domain'
import { tabIconPaths } from '../tabIcons/index.ts'

/** Colours of what the platform draws itself: title bar, tab bar, and the ground behind a page that is pulled. */
interface Colours {
  readonly bar: string
  readonly barText: 'black' | 'white'
  readonly ground: string
  readonly pull: 'dark' | 'light'
  readonly tab: string
  readonly tabSelected: string
  readonly tabBorder: 'black' | 'white'
}

/** With the icons of the tab bar: `home`, `homeSelected`, and so on, from `src`. */
type Native = Colours & Readonly<Record<string, string>>

const nativeOf = ({ accent, look }: PublicShop['theme'], dark: boolean): Native => {
  const { raised, ground, inkSoft, accentText } = paletteOf(accent, look, dark)
  return {
    bar: raised,
    barText: dark ? 'white' : 'black',
    ground,
    pull: dark ? 'light' : 'dark',
    tab: inkSoft,
    tabSelected: accentText,
    tabBorder: dark ? 'black' : 'white',
    ...tabIconPaths(dark ? 'dark' : 'light'),
  }
}

/** For a phone that is set to light and one that is set to dark; a shop that chose one of them has it on both. */
export const native = (theme: PublicShop['theme']): { readonly light: Native; readonly dark: Native } => ({
  light: nativeOf(theme, theme.appearance === 'dark'),
  dark: nativeOf(theme, theme.appearance !== 'light'),
})
