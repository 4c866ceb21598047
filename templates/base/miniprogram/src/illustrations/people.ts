import { canvas, COMMON } from './canvas'
import type { Drawing } from './index'

const { white, cream, coral, gold, ink } = COMMON

interface Looks {
  readonly ground: string
  readonly skin: string
  readonly shade: string
  readonly clothes: string
  readonly collar: string
  /** Hair behind the head, and in front of it. */
  readonly behind: string
  readonly front: string
  readonly more?: string
}

/** Head and shoulders, in 120 × 120. */
const portrait = ({ ground, skin, shade, clothes, collar, behind, front, more = '' }: Looks): string =>
  canvas(
    120,
    120,
    `<path d="M0 0h120v120H0z" fill="${ground}"/>${behind}<path d="M20 122c2-22 18-32 40-32s38 10 40 32z" fill="${clothes}"/><path d="M49 78h22v16a11 11 0 01-22 0z" fill="${shade}"/><path d="M46 91l14 13 14-13 5 3-19 20-19-20z" fill="${collar}"/><circle cx="37" cy="60" r="5.500" fill="${shade}"/><circle cx="83" cy="60" r="5.500" fill="${shade}"/><path d="M37 50a23 23 0 0146 0v10c0 15-10 26-23 26S37 75 37 60z" fill="${skin}"/><path d="M50 62.500v1M70 62.500v1" stroke="${ink}" stroke-width="4.200" stroke-linecap="round"/><path d="M54 73.500q6 5 12 0" fill="none" stroke="${ink}" stroke-width="2.400" stroke-linecap="round"/><g fill="${coral}" opacity=".45"><circle cx="45" cy="70" r="4"/><circle cx="75" cy="70" r="4"/></g>${front}${more}`,
  )

/** Short hair, combed up, and glasses. */
const stylistA: Drawing = ({ accent, tintStrong }) =>
  portrait({
    ground: tintStrong,
    skin: '#f3cba9',
    shade: '#e3b48f',
    clothes: accent,
    collar: white,
    behind: '',
    front: `<path d="M35 54c-4-24 8-36 26-36 20 0 28 13 24 36-3-4-4-9-4-14-14 2-28 0-38-7-4 6-6 13-8 21z" fill="#2b2a2f"/>`,
    more: `<g fill="none" stroke="${ink}" stroke-width="2.200"><circle cx="50" cy="62" r="8"/><circle cx="70" cy="62" r="8"/><path d="M58 61h4"/></g>`,
  })

/** A bob with a fringe. */
const stylistB: Drawing = ({ accent, tintLine }) =>
  portrait({
    ground: tintLine,
    skin: '#f6d3b5',
    shade: '#e6bd99',
    clothes: cream,
    collar: accent,
    behind: `<path d="M28 56c0-22 13-38 32-38s32 16 32 38c0 14 2 24-2 36H30c-4-12-2-22-2-36z" fill="#5d4034"/>`,
    front: `<path d="M36 58c-2-22 8-34 24-34s26 12 24 34c-5-4-7-10-7-17-10 6-24 7-33 4-1 6-3 10-8 13z" fill="#6b4b3d"/>`,
    more: `<g fill="${gold}"><circle cx="36" cy="72" r="2.600"/><circle cx="84" cy="72" r="2.600"/></g>`,
  })

/** Hair tied up in a knot. */
const stylistC: Drawing = ({ accentPressed, accent, tint }) =>
  portrait({
    ground: '#fbe3d6',
    skin: '#eebd95',
    shade: '#dca67c',
    clothes: accentPressed,
    collar: tint,
    behind: `<circle cx="60" cy="17" r="12" fill="#33282a"/><path d="M34 56c-2-24 10-36 26-36s28 12 26 36z" fill="#33282a"/>`,
    front: `<path d="M36 56c-1-20 9-31 24-31s25 11 24 31c-4-10-9-16-16-19-11 1-24 4-28 8-2 3-3 7-4 11z" fill="#3d3032"/><path d="M49 26q11-5 22 0" fill="none" stroke="${accent}" stroke-width="4"/>`,
  })

const person: Drawing = ({ accent, tintStrong, tintLine }) =>
  canvas(
    120,
    120,
    `<path d="M0 0h120v120H0z" fill="${tintStrong}"/><circle cx="60" cy="48" r="21" fill="${tintLine}"/><path d="M20 122c2-28 18-42 40-42s38 14 40 42z" fill="${accent}"/>`,
  )

/** Whoever is free. */
const anyone: Drawing = ({ accent, tintStrong, tintLine }) =>
  canvas(
    120,
    120,
    `<path d="M0 0h120v120H0z" fill="${tintStrong}"/><circle cx="40" cy="50" r="15" fill="${tintLine}"/><circle cx="80" cy="50" r="15" fill="${tintLine}"/><path d="M8 116c2-24 14-36 32-36s30 12 32 36z" fill="${tintLine}"/><path d="M48 116c2-24 14-36 32-36s30 12 32 36z" fill="${tintLine}"/><circle cx="60" cy="56" r="18" fill="${white}"/><circle cx="60" cy="56" r="15" fill="${accent}"/><path d="M22 124c2-30 18-44 38-44s36 14 38 44z" fill="${white}"/><path d="M26 124c2-27 16-40 34-40s32 13 34 40z" fill="${accent}"/>`,
  )

export const people: Readonly<Record<string, Drawing>> = {
  'stylist-a': stylistA,
  'stylist-b': stylistB,
  'stylist-c': stylistC,
  person,
  anyone,
}
