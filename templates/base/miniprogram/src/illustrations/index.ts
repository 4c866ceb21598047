import type { Palette } from '@/kaidian/palette'
import { people } from './people'
import { places } from './places'
import { services } from './services'
import { states } from './states'

/** An SVG (ASCII only) in the colours of the shop. */
export type Drawing = (palette: Palette) => string

/** Every illustration by name; a shop names one as `illustration:<name>`. */
const DRAWINGS: Readonly<Record<string, Drawing>> = { ...places, ...services, ...people, ...states }

const NOTHING: Drawing = ({ tint }) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3H0z" fill="${tint}"/></svg>`

/** The drawing `name`, or `fallback` where there is none of that name. */
export const drawing = (name: string, fallback: string, palette: Palette): string =>
  (DRAWINGS[name] ?? DRAWINGS[fallback] ?? NOTHING)(palette)
