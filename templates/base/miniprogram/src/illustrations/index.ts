import type { Palette } from '@/kaidian/palette'
import { COMMON } from './canvas'
import { people } from './people'
import { places } from './places'
import { scenes } from './scenes'
import { services } from './services'
import { states } from './states'
import { trades } from './trades'

/** An SVG without apostrophes in the colours of the shop. */
export type Drawing = (palette: Palette) => string

/** Every illustration by name; a shop names one as `illustration:<name>`. */
const DRAWINGS: Readonly<Record<string, Drawing>> = {
  ...places,
  ...scenes,
  ...services,
  ...trades,
  ...people,
  ...states,
}

const NOTHING: Drawing = ({ tint }) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3H0z" fill="${tint}"/></svg>`

/** In the dark, white does not glare and ink is still seen. */
const DUSK: readonly (readonly [day: string, dusk: string])[] = [
  [COMMON.white, '#dde3e0'],
  [COMMON.cream, '#e3d6c5'],
  [COMMON.ink, '#6c7273'],
]

const inDusk = (svg: string): string => DUSK.reduce((drawn, [day, dusk]) => drawn.split(day).join(dusk), svg)

/** The drawing `name`, or `fallback` where there is none of that name. */
export const drawing = (name: string, fallback: string, palette: Palette): string => {
  const svg = (DRAWINGS[name] ?? DRAWINGS[fallback] ?? NOTHING)(palette)
  return palette.dark ? inDusk(svg) : svg
}
