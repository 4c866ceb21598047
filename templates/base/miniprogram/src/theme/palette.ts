/**
 * The colours of a shop, computed from its accent alone. Whatever the accent, text in `accentText` reads on white and on
 * every tint, and text in `onAccent` reads on `accent`: at least 4.5 : 1, as WCAG 2 AA asks.
 */
export interface Palette {
  /** Surfaces that ask for attention: buttons, the chosen day. */
  readonly accent: string
  readonly accentPressed: string
  /** Text and icons on `accent`. */
  readonly onAccent: string
  /** The accent as text, on white and on the tints. */
  readonly accentText: string
  /** Quiet surfaces, from nearly white to pale. */
  readonly tint: string
  readonly tintStrong: string
  /** Borders of what is chosen. */
  readonly tintLine: string
}

type Rgb = readonly [red: number, green: number, blue: number]

const WHITE: Rgb = [255, 255, 255]
const INK: Rgb = [20, 24, 22]
/** The page behind the cards: `--ground` in tokens.css. */
const GROUND: Rgb = [245, 246, 245]
export const AA = 4.5

const parse = (hex: string): Rgb => {
  const digits = /^#?([0-9a-f]{6})$/i.exec(hex.trim())?.[1]
  if (!digits) return [47, 107, 94]
  return [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16)) as unknown as Rgb
}

const print = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

/** `share` (0 to 1) of `a`, the rest of `b`; rounded, so that contrast is measured on the colour that is shown. */
const mix = (a: Rgb, b: Rgb, share: number): Rgb =>
  [0, 1, 2].map((i) => Math.round((a[i] ?? 0) * share + (b[i] ?? 0) * (1 - share))) as unknown as Rgb

const luminance = (rgb: Rgb): number => {
  const [r = 0, g = 0, b = 0] = rgb.map((part) => {
    const s = part / 255
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const ratio = (a: Rgb, b: Rgb): number => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

/** Contrast of two `#rrggbb` colours, 1 to 21. */
export const contrast = (a: string, b: string): number => ratio(parse(a), parse(b))

/** `colour`, darkened by as little as needed to read on every one of `grounds`. */
const readableOn = (colour: Rgb, grounds: readonly Rgb[]): Rgb => {
  for (let share = 1; share > 0; share -= 0.02) {
    const candidate = mix(colour, [0, 0, 0], share)
    if (grounds.every((ground) => ratio(candidate, ground) >= AA)) return candidate
  }
  return [0, 0, 0]
}

/** The palette of `accent` (`#rrggbb`; anything else is taken as the house green). */
export const paletteOf = (accent: string): Palette => {
  const given = parse(accent)
  // White on a middling accent is what people expect, so such an accent is deepened a little rather than given dark text.
  const base = ratio(given, WHITE) >= 3 && ratio(given, WHITE) < AA ? readableOn(given, [WHITE]) : given
  const onAccent = ratio(base, WHITE) >= AA ? WHITE : INK
  const tint = mix(base, WHITE, 0.07)
  const tintStrong = mix(base, WHITE, 0.14)
  const pressed = mix(base, onAccent === WHITE ? [0, 0, 0] : WHITE, 0.88)
  return {
    accent: print(base),
    accentPressed: print(pressed),
    onAccent: print(onAccent),
    accentText: print(readableOn(base, [WHITE, GROUND, tint, tintStrong])),
    tint: print(tint),
    tintStrong: print(tintStrong),
    tintLine: print(mix(base, WHITE, 0.36)),
  }
}

/** The palette as CSS variables, for the style of a page's root. */
export const variablesOf = (palette: Palette): Record<string, string> => ({
  '--accent': palette.accent,
  '--accent-pressed': palette.accentPressed,
  '--on-accent': palette.onAccent,
  '--accent-text': palette.accentText,
  '--tint': palette.tint,
  '--tint-strong': palette.tintStrong,
  '--tint-line': palette.tintLine,
})
