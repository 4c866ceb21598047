import { paletteOf, TAB_LINE, TAB_SHAPES, type PublicShop, type TabName } from '@kaidian/runtime/domain'
import type { OutputFile } from '../files.ts'
import { distanceTo, isInside, outlineOf } from './outline.ts'
import { pngOf, type Colour } from './png.ts'

/** Pixels, as WeChat asks for. */
const SIDE = 81
const GRID = 24
/** Steps from nothing to a full line; as many again over the filling of an icon that is chosen. */
const STEPS = 8

type Rgb = readonly [number, number, number]

const rgb = (hex: string): Rgb => {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

const mixed = ([r, g, b]: Rgb, [R, G, B]: Rgb, share: number): Colour => {
  const between = (from: number, to: number) => Math.round(from + (to - from) * share)
  return [between(r, R), between(g, G), between(b, B), 255]
}

/** How an icon looks: its line, and what fills it where it is chosen; `#rrggbb`. */
interface Ink {
  readonly line: string
  readonly fill: string | null
}

interface Drawing {
  /** By row: how much of the pixel the line covers, 0 to STEPS - 1. */
  readonly line: Uint8Array
  /** By row: 1 where the pixel lies inside. */
  readonly inside: Uint8Array
}

function drawingOf(path: string): Drawing {
  const outline = outlineOf(path)
  const pixel = GRID / SIDE
  const line = new Uint8Array(SIDE * SIDE)
  const inside = new Uint8Array(SIDE * SIDE)
  for (let at = 0; at < line.length; at += 1) {
    const [x, y] = [((at % SIDE) + 0.5) * pixel, (Math.floor(at / SIDE) + 0.5) * pixel]
    const covered = (TAB_LINE / 2 - distanceTo(outline, x, y)) / pixel + 0.5
    line[at] = Math.round(Math.min(1, Math.max(0, covered)) * (STEPS - 1))
    inside[at] = isInside(outline, x, y) ? 1 : 0
  }
  return { line, inside }
}

const drawings = Object.entries(TAB_SHAPES).map(([name, path]) => [name as TabName, drawingOf(path)] as const)

function pictureOf({ line, inside }: Drawing, ink: Ink): Buffer {
  const colour = rgb(ink.line)
  const shares = Array.from({ length: STEPS }, (_, step) => step / (STEPS - 1))
  const { fill } = ink
  const palette: Colour[] = [
    ...shares.map((share): Colour => [...colour, Math.round(share * 255)]),
    ...(fill === null ? [] : shares.map((share) => mixed(rgb(fill), colour, share))),
  ]
  return pngOf(SIDE, palette, (x, y) => {
    const at = y * SIDE + x
    return (line[at] ?? 0) + (fill !== null && inside[at] === 1 ? STEPS : 0)
  })
}

const FOLDER = 'assets/tab'

/** Paths from the mini-program's `src` to the icons of one appearance: `home`, `homeSelected`, and so on. */
export const tabIconPaths = (appearance: 'light' | 'dark'): Readonly<Record<string, string>> =>
  Object.fromEntries(
    drawings.flatMap(([name]) => [
      [name, `${FOLDER}/${appearance}/${name}.png`],
      [`${name}Selected`, `${FOLDER}/${appearance}/${name}-selected.png`],
    ]),
  )

/** The icons of the tab bar in the shop's colours, for a light bar and a dark one: the same bytes on every machine. */
export const tabIcons = ({ accent, look }: PublicShop['theme']): OutputFile[] =>
  (['light', 'dark'] as const).flatMap((appearance) => {
    const { inkSoft, accentText, tintStrong } = paletteOf(accent, look, appearance === 'dark')
    const paths = tabIconPaths(appearance)
    const file = (key: string, content: Buffer): OutputFile => ({
      path: `miniprogram/src/${paths[key]}`,
      content,
      ownership: 'generated',
    })
    return drawings.flatMap(([name, drawing]) => [
      file(name, pictureOf(drawing, { line: inkSoft, fill: null })),
      file(`${name}Selected`, pictureOf(drawing, { line: accentText, fill: tintStrong })),
    ])
  })
