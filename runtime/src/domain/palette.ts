import type { Look } from './booking.ts'

/**
 * The colours of a shop by their roles, computed from its accent alone, for light and for dark. Whatever the accent, every text
 * role reads at 4.5 : 1 or better on every ground it may stand on (WCAG 2 AA), and what must be seen but is not text (a ring of
 * focus, the border of what is chosen, the outline of a control) stands out at 3 : 1.
 */
export interface Palette {
  readonly dark: boolean
  /** The page; what lies on it; what floats above it: bars and sheets. */
  readonly ground: string
  readonly surface: string
  readonly raised: string
  /** Fields, and what is switched off. */
  readonly quiet: string
  readonly ink: string
  readonly inkSoft: string
  readonly inkFaint: string
  readonly line: string
  readonly lineStrong: string
  /** Outline of an empty box, dot or star. */
  readonly control: string
  /** Surfaces that ask for attention: buttons, the chosen day. */
  readonly accent: string
  readonly accentPressed: string
  /** Text and icons on `accent` and `accentPressed`. */
  readonly onAccent: string
  /** The accent as text, on every ground and tint. */
  readonly accentText: string
  /** The accent as the border of what is chosen. */
  readonly accentEdge: string
  readonly focus: string
  /** Quiet surfaces in the accent, the second a little stronger, and the lines of drawings on them. */
  readonly tint: string
  readonly tintStrong: string
  readonly tintLine: string
  readonly danger: string
  readonly dangerTint: string
  readonly warning: string
  readonly warningTint: string
  readonly good: string
  readonly goodTint: string
  /** Shapes of what is still loading, and the gleam that passes over them. */
  readonly skeleton: string
  readonly gleam: string
}

type Rgb = readonly [red: number, green: number, blue: number]

const WHITE: Rgb = [255, 255, 255]
const BLACK: Rgb = [0, 0, 0]
const INK: Rgb = [20, 24, 22]
const HOUSE: Rgb = [47, 107, 94]
const GOLD: Rgb = [244, 184, 64]

/** What WCAG 2 AA asks of text, and of what is seen but not read. */
export const AA = 4.5
export const AA_SHAPE = 3

const parse = (hex: string): Rgb => {
  const digits = /^#?([0-9a-f]{6})$/i.exec(hex.trim())?.[1]
  if (!digits) return HOUSE
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

/** `colour`, moved towards `end` by as little as needed to stand out from every one of `grounds` by `least`. */
const apart = (colour: Rgb, end: Rgb, grounds: readonly Rgb[], least: number): Rgb => {
  for (let share = 1; share > 0; share -= 0.02) {
    const candidate = mix(colour, end, share)
    if (grounds.every((ground) => ratio(candidate, ground) >= least)) return candidate
  }
  return end
}

/** What the roles are mixed from; the tints of a look are shares of the accent. */
interface Pigments {
  readonly ground: Rgb
  readonly surface: Rgb
  readonly raised: Rgb
  readonly quiet: Rgb
  readonly ink: Rgb
  readonly soft: Rgb
  readonly faint: Rgb
  readonly danger: Rgb
  readonly warning: Rgb
  readonly good: Rgb
  readonly line: number
  readonly lineStrong: number
  readonly tints: readonly [tint: number, strong: number, line: number]
}

const CREAM: Rgb = [251, 246, 239]

const lightPigments = (base: Rgb, look: Look): Pigments => ({
  ground: look === 'crisp' ? WHITE : look === 'warm' ? mix(base, CREAM, 0.05) : mix(base, [247, 247, 246], 0.03),
  surface: look === 'warm' ? mix(CREAM, WHITE, 0.25) : WHITE,
  raised: look === 'warm' ? mix(CREAM, WHITE, 0.25) : WHITE,
  quiet: look === 'warm' ? mix(base, [244, 238, 230], 0.04) : mix(base, [241, 242, 241], 0.03),
  ink: look === 'crisp' ? [12, 14, 13] : look === 'warm' ? [43, 34, 28] : [27, 31, 29],
  soft: look === 'warm' ? [104, 91, 80] : [90, 97, 94],
  faint: look === 'warm' ? [110, 98, 88] : [98, 104, 101],
  danger: [179, 38, 30],
  warning: [122, 79, 0],
  good: [31, 107, 58],
  line: look === 'crisp' ? 0.14 : 0.09,
  lineStrong: look === 'crisp' ? 0.9 : 0.2,
  tints: look === 'warm' ? [0.1, 0.18, 0.4] : look === 'crisp' ? [0.05, 0.11, 0.36] : [0.07, 0.14, 0.36],
})

const darkPigments = (base: Rgb, look: Look): Pigments => {
  const [ground, surface, raised, quiet]: readonly Rgb[] =
    look === 'crisp'
      ? [[10, 11, 11], [10, 11, 11], [18, 20, 19], [28, 30, 29]] // prettier-ignore
      : look === 'warm'
        ? [mix(base, [24, 20, 17], 0.06), mix(base, [36, 31, 27], 0.06), mix(base, [44, 38, 33], 0.06), mix(base, [52, 46, 40], 0.06)] // prettier-ignore
        : [mix(base, [17, 19, 18], 0.03), mix(base, [28, 31, 30], 0.04), mix(base, [35, 38, 37], 0.04), mix(base, [44, 48, 46], 0.04)] // prettier-ignore
  return {
    ground: ground ?? BLACK,
    surface: surface ?? BLACK,
    raised: raised ?? BLACK,
    quiet: quiet ?? BLACK,
    ink: look === 'warm' ? [244, 236, 228] : [236, 239, 238],
    soft: look === 'warm' ? [190, 177, 165] : [172, 180, 176],
    faint: look === 'warm' ? [176, 164, 153] : [158, 166, 162],
    danger: [255, 150, 140],
    warning: [244, 194, 104],
    good: [126, 211, 156],
    line: look === 'crisp' ? 0.2 : 0.11,
    lineStrong: look === 'crisp' ? 0.85 : 0.24,
    tints: [0.16, 0.26, 0.52],
  }
}

/** Below this a surface is lost on white, whatever its hue; yellow is above it. */
const LOST = 1.2

/** The accent as a surface, and what is written on it; moved out of the dark, or out of the white, until it can be seen there. */
const buttons = (given: Rgb, dark: boolean, grounds: readonly Rgb[]): { accent: Rgb; onAccent: Rgb; pressed: Rgb } => {
  const lost = !dark && ratio(given, WHITE) < LOST
  const near = dark ? apart(given, WHITE, grounds, AA_SHAPE) : lost ? apart(given, BLACK, grounds, AA_SHAPE) : given
  const white = ratio(near, WHITE)
  // White on a middling accent is what people expect, so such an accent is deepened a little rather than given dark text.
  const deepened = !dark && white >= 3 && white < AA ? apart(near, BLACK, [WHITE], AA) : near
  const onAccent = ratio(deepened, WHITE) >= AA ? WHITE : INK
  const accent = onAccent === INK ? apart(deepened, WHITE, [INK], AA) : deepened
  return { accent, onAccent, pressed: mix(accent, onAccent === WHITE ? BLACK : WHITE, 0.88) }
}

/** The palette of `accent` (`#rrggbb`; anything else is taken as the house green) in a look, light or dark. */
export const paletteOf = (accent: string, look: Look = 'calm', dark = false): Palette => {
  const given = parse(accent)
  const end = dark ? WHITE : BLACK
  const pigments = dark ? darkPigments(given, look) : lightPigments(given, look)
  const { ground, surface, raised, quiet } = pigments
  const planes = [ground, surface, raised, quiet]
  const button = buttons(given, dark, [ground, surface, raised])
  const colour = button.accent
  const [tint, tintStrong, tintLine] = pigments.tints.map((share) => mix(colour, surface, share)) as [Rgb, Rgb, Rgb]
  const grounds = [...planes, tint, tintStrong]
  const ink = apart(pigments.ink, end, grounds, AA)
  const accentText = apart(colour, end, grounds, AA)
  const state = (of: Rgb, stain: Rgb = of, share = dark ? 0.15 : 0.09): { text: string; tint: string } => {
    const wash = mix(stain, surface, share)
    return { text: print(apart(of, end, [...planes, wash], AA)), tint: print(wash) }
  }
  const [danger, warning, good] = [
    state(pigments.danger),
    state(pigments.warning, GOLD, dark ? 0.15 : 0.2),
    state(pigments.good),
  ]
  return {
    dark,
    ground: print(ground),
    surface: print(surface),
    raised: print(raised),
    quiet: print(quiet),
    ink: print(ink),
    inkSoft: print(apart(pigments.soft, end, grounds, AA)),
    inkFaint: print(apart(pigments.faint, end, planes, AA)),
    line: print(mix(pigments.ink, surface, pigments.line)),
    lineStrong: print(mix(pigments.ink, surface, pigments.lineStrong)),
    control: print(apart(mix(pigments.ink, surface, 0.45), end, grounds, AA_SHAPE)),
    accent: print(button.accent),
    accentPressed: print(button.pressed),
    onAccent: print(button.onAccent),
    accentText: print(accentText),
    accentEdge: print(apart(button.accent, end, grounds, AA_SHAPE)),
    focus: print(accentText),
    tint: print(tint),
    tintStrong: print(tintStrong),
    tintLine: print(tintLine),
    danger: danger.text,
    dangerTint: danger.tint,
    warning: warning.text,
    warningTint: warning.tint,
    good: good.text,
    goodTint: good.tint,
    skeleton: print(mix(pigments.ink, ground, dark ? 0.09 : 0.06)),
    gleam: print(mix(pigments.ink, ground, dark ? 0.15 : 0.025)),
  }
}

/** The palette as CSS variables, `inkSoft` as `--ink-soft`, for the style of a page's root. */
export const variablesOf = ({ dark: _dark, ...roles }: Palette): Record<string, string> =>
  Object.fromEntries(
    Object.entries(roles).map(([role, colour]) => [
      `--${role.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`,
      colour,
    ]),
  )
