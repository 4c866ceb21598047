import { expect } from 'chai'
import fc from 'fast-check'
import { AA, AA_SHAPE, contrast, paletteOf, variablesOf } from '../../src/domain/palette.ts'
import type { Palette } from '../../src/domain/palette.ts'

type Role = Exclude<keyof Palette, 'dark'>

const PLANES: readonly Role[] = ['ground', 'surface', 'raised', 'quiet']
const TINTS: readonly Role[] = ['tint', 'tintStrong']

/** What is written on what. */
const TEXTS: readonly (readonly [text: Role, grounds: readonly Role[]])[] = [
  ['ink', [...PLANES, ...TINTS]],
  ['inkSoft', [...PLANES, ...TINTS]],
  ['inkFaint', PLANES],
  ['accentText', [...PLANES, ...TINTS]],
  ['onAccent', ['accent', 'accentPressed']],
  ['danger', [...PLANES, 'dangerTint']],
  ['warning', [...PLANES, 'warningTint']],
  ['good', [...PLANES, 'goodTint']],
]

/** What is seen, not read. */
const SHAPES: readonly (readonly [shape: Role, grounds: readonly Role[]])[] = [
  ['focus', [...PLANES, ...TINTS]],
  ['accentEdge', [...PLANES, ...TINTS]],
  ['control', [...PLANES, ...TINTS]],
]

const LOOKS = ['calm', 'crisp', 'warm'] as const

const tooFaint = (accent: string): string[] =>
  LOOKS.flatMap((look) =>
    [false, true].flatMap((dark) => {
      const palette = paletteOf(accent, look, dark)
      const below = (pairs: typeof TEXTS, least: number): string[] =>
        pairs.flatMap(([front, grounds]) =>
          grounds
            .filter((ground) => contrast(palette[front], palette[ground]) < least)
            .map((ground) => `${accent} ${look} ${dark ? 'dark' : 'light'}: ${front} on ${ground}`),
        )
      return [...below(TEXTS, AA), ...below(SHAPES, AA_SHAPE)]
    }),
  )

const hex = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`)

describe('the palette of a shop', () => {
  it('knows what contrast is', () => {
    expect(contrast('#000000', '#ffffff')).to.equal(21)
    expect(contrast('#777777', '#ffffff')).to.be.closeTo(4.48, 0.005)
  })

  it('reads in every look, light and dark, for any of 50 accents', () => {
    fc.assert(
      fc.property(hex, (accent) => {
        expect(tooFaint(accent)).to.deep.equal([])
      }),
      { numRuns: 50 },
    )
  })

  for (const [name, accent] of [
    ['yellow', '#ffe600'],
    ['near-white', '#fdfdfb'],
    ['near-black', '#050506'],
    ['white', '#ffffff'],
    ['black', '#000000'],
    ['middle grey', '#777777'],
    ['pure red', '#ff0000'],
    ['pure green', '#00ff00'],
    ['pure blue', '#0000ff'],
    ['cyan', '#00ffff'],
    ['orange', '#f2820d'],
    ['pink', '#ff9ecb'],
  ] as const)
    it(`reads for ${name}`, () => expect(tooFaint(accent)).to.deep.equal([]))

  it('keeps an accent that white reads on as it is given', () => {
    expect(paletteOf('#2f6b5e').accent).to.equal('#2f6b5e')
    expect(paletteOf('#2f6b5e').onAccent).to.equal('#ffffff')
  })

  it('never loses a button on the page, not even one of a white accent', () => {
    fc.assert(
      fc.property(fc.oneof(hex, fc.constantFrom('#ffffff', '#fdfdfb', '#000000')), fc.boolean(), (accent, dark) => {
        for (const look of LOOKS) {
          const palette = paletteOf(accent, look, dark)
          expect(contrast(palette.accent, palette.surface), `${accent} ${look}`).to.be.above(1.17)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('writes in ink on yellow', () => {
    expect(paletteOf('#ffe600').accent).to.equal('#ffe600')
    expect(paletteOf('#ffe600').onAccent).to.equal('#141816')
  })

  it('takes what is no colour as the house green', () => {
    expect(paletteOf('teal')).to.deep.equal(paletteOf('#2f6b5e'))
  })

  it('is darker behind than in front, in the dark', () => {
    const palette = paletteOf('#2f6b5e', 'calm', true)
    const above = PLANES.map((role) => contrast(palette[role], '#000000'))
    expect(above).to.deep.equal([...above].sort((a, b) => a - b))
  })

  it('names CSS variables by the roles', () => {
    const variables = variablesOf(paletteOf('#2f6b5e'))
    expect(variables).to.include({ '--accent': '#2f6b5e', '--on-accent': '#ffffff' })
    expect(variables).to.have.property('--tint-strong')
    expect(variables).not.to.have.property('--dark')
  })
})
