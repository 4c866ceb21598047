import { COMMON } from './canvas'

const { leaf, leafDark, ink, gold, white } = COMMON

/** The ground of a drawing of 320 × 240: a disc on a tint. */
export const ground = (tintStrong: string, tint: string): string =>
  `<path d="M0 0h320v240H0z" fill="${tintStrong}"/><circle cx="160" cy="120" r="92" fill="${tint}"/>`

/** A four-pointed spark around (x, y). */
export const spark = (x: number, y: number, size: number, colour: string): string =>
  `<path d="M${x} ${y - size}q${size * 0.16} ${size * 0.84} ${size} ${size}-${size * 0.84} ${size * 0.16}-${size} ${size}-${size * 0.16}-${size * 0.84}-${size}-${size} ${size * 0.84}-${size * 0.16} ${size}-${size}z" fill="${colour}"/>`

/** A plant in a pot that stands at (x, y). */
export const plant = (x: number, y: number, pot: string): string =>
  `<g transform="translate(${x} ${y})"><path d="M0-4C-22-18-26-44-20-62-6-52 2-30 0-4z" fill="${leaf}"/><path d="M0-4C-4-34 4-62 16-78 26-58 20-26 0-4z" fill="${leafDark}"/><path d="M0-4C14-12 28-28 38-46 42-26 26-6 0-4z" fill="${leaf}"/><path d="M-17-6h36l-5 34h-26z" fill="${pot}"/><path d="M-19-10h40v9h-40z" rx="2" fill="${pot}"/></g>`

/** A lamp that hangs from the ceiling. */
export const lamp = (x: number, length: number, colour: string): string =>
  `<path d="M${x} 0v${length}" stroke="${ink}" stroke-width="2" opacity=".5"/><path d="M${x - 22} ${length + 20}a22 22 0 0144 0z" fill="${colour}"/><circle cx="${x}" cy="${length + 21}" r="6" fill="${gold}"/>`

export const cloud = (x: number, y: number, scale = 1): string =>
  `<path transform="translate(${x} ${y}) scale(${scale})" d="M0 30a16 16 0 0126-12 20 20 0 0136 6 14 14 0 010 28H14A14 14 0 010 30z" fill="${white}" opacity=".85"/>`

export const sun = (x: number, y: number, radius = 24): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${gold}" opacity=".85"/>`

/** Whoever runs, from the side, 120 high; the feet at (x, y). */
export const runner = (x: number, y: number, shirt: string, shorts: string, skin: string, hair: string): string =>
  `<g transform="translate(${x} ${y})" stroke-linecap="round" stroke-linejoin="round" fill="none"><path d="M-2-52l-18 20-22 2" stroke="${skin}" stroke-width="10"/><path d="M-42-32l-8-6" stroke="${ink}" stroke-width="8"/><path d="M2-52l20 16-6 30" stroke="${skin}" stroke-width="10"/><path d="M16-4h12" stroke="${ink}" stroke-width="8"/><path d="M-4-54l14 8" stroke="${shorts}" stroke-width="16"/><path d="M8-88l-20 12 4 16" stroke="${skin}" stroke-width="8"/><path d="M8-88L0-54" stroke="${shirt}" stroke-width="20"/><path d="M8-88l16 16 16-8" stroke="${skin}" stroke-width="8"/><circle cx="16" cy="-112" r="12" fill="${skin}"/><path d="M4-114a13 13 0 0123-7c-8 2-12 2-15 6z" fill="${hair}"/></g>`
