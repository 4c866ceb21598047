import { useMemo } from 'react'
import { shop as compiled } from '@/shop'
import { useShop } from '@/shop/store'
import { paletteOf } from './palette'
import type { Palette } from './palette'

/** The palette of the shop as it is known now; before it is known, of the accent the app was made with. */
export const usePalette = (): Palette => {
  const accent = useShop().shop?.theme.accent ?? compiled.accent
  return useMemo(() => paletteOf(accent), [accent])
}
