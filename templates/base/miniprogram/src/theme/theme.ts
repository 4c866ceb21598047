import { useMemo } from 'react'
import { shop as compiled } from '@/shop'
import { useShop } from '@/shop/store'
import { useStore } from '@/store'
import { paletteOf } from '@/kaidian/palette'
import type { Theme as ShopTheme } from '@/kaidian/booking'
import type { Palette } from '@/kaidian/palette'
import { chosenAppearance, systemScheme, textScale } from './system'
import type { Scheme } from './system'

/** What a page looks like now: the shop's look and colours, light or dark, and how large this customer wants text. */
export interface Theme {
  readonly look: ShopTheme['look']
  readonly palette: Palette
  readonly scale: number
}

const made = new Map<string, Palette>()

// Every icon and picture of a page asks for the same one.
const paletteFor = (accent: string, look: ShopTheme['look'], dark: boolean): Palette => {
  const key = `${accent} ${look} ${dark}`
  const known = made.get(key)
  if (known) return known
  const palette = paletteOf(accent, look, dark)
  made.set(key, palette)
  return palette
}

const themeOf = (theme: ShopTheme, system: Scheme, chosen: ShopTheme['appearance'] | null): Theme => {
  // A shop that was kept by an earlier version of the app says nothing of these.
  const { accent, look = 'calm', appearance = 'system' } = theme as Partial<ShopTheme> & { accent: string }
  const wanted = chosen ?? appearance
  return {
    look,
    palette: paletteFor(accent, look, (wanted === 'system' ? system : wanted) === 'dark'),
    scale: textScale,
  }
}

/** Before the shop is known, that of the theme the app was made with. */
export const useTheme = (): Theme => {
  const theme = useShop().shop?.theme ?? compiled.theme
  const system = useStore(systemScheme)
  const chosen = useStore(chosenAppearance)
  return useMemo(() => themeOf(theme, system, chosen), [theme, system, chosen])
}

export const usePalette = (): Palette => useTheme().palette
