import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { expect } from 'chai'
import { paletteOf } from '@kaidian/runtime/domain'
import { outlineOf } from '../../src/tabIcons/outline.ts'
import { tabIcons } from '../../src/tabIcons/index.ts'

const THEME = { accent: '#2f6b5e', look: 'calm', appearance: 'system' } as const

/** Colour and opacity of a pixel of an icon, read from the file as its format says. */
function pixelOf(png: Buffer, x: number, y: number): string {
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  const byte = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))[y * 42 + 1 + (x >> 1)] ?? 0
  const index = x % 2 === 0 ? byte >> 4 : byte & 15
  const colour = chunks.get('PLTE')?.toString('hex', index * 3, index * 3 + 3)
  return `#${colour} ${chunks.get('tRNS')?.[index]}`
}

const pictures = (theme: Parameters<typeof tabIcons>[0] = THEME): Map<string, Buffer> =>
  new Map(
    tabIcons(theme).map(({ path, content }) => [path.replace('miniprogram/src/assets/tab/', ''), content as Buffer]),
  )

describe('icons of the tab bar', () => {
  it('are twelve: three places, chosen or not, on a light bar and a dark one', () => {
    const places = ['home', 'orders', 'me'].flatMap((name) => [`${name}.png`, `${name}-selected.png`])
    expect([...pictures().keys()]).to.have.members([
      ...places.map((path) => `light/${path}`),
      ...places.map((path) => `dark/${path}`),
    ])
  })

  it('are PNG pictures of 81 × 81 pixels and less than 4 KB, of 40 that WeChat allows', () => {
    for (const [path, png] of pictures()) {
      expect(png.toString('latin1', 1, 4), path).to.equal('PNG')
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], path).to.deep.equal([81, 81])
      expect(png.length, path).to.be.below(4096)
    }
  })

  for (const appearance of ['light', 'dark'] as const)
    it(`have the line of the shop's accent, filled with its tint, where they are chosen: ${appearance}`, () => {
      const { accentText, inkSoft, tintStrong } = paletteOf(THEME.accent, THEME.look, appearance === 'dark')
      const made = pictures()
      const at = (path: string, x: number, y: number) =>
        pixelOf(made.get(`${appearance}/${path}`) ?? Buffer.alloc(0), x, y)
      // The left wall of the house stands at 3.6 of 24: pixel 12 of 81; inside it is (20, 45); the corner is outside.
      expect(at('home-selected.png', 12, 55)).to.equal(`${accentText} 255`)
      expect(at('home-selected.png', 20, 45)).to.equal(`${tintStrong} 255`)
      expect(at('home-selected.png', 0, 0)).to.equal(`${accentText} 0`)
      expect(at('home.png', 12, 55)).to.equal(`${inkSoft} 255`)
      expect(at('home.png', 20, 45)).to.equal(`${inkSoft} 0`)
    })

  it('are the same bytes on every machine', () => {
    const hash = createHash('sha256')
    for (const [path, png] of pictures()) hash.update(path).update(png)
    expect(hash.digest('hex').slice(0, 16)).to.equal('1f79d55375ba356d')
  })

  it('follow the accent', () => {
    const [green, red] = [pictures(), pictures({ ...THEME, accent: '#b91c1c' })]
    expect(green.get('light/home-selected.png')).to.not.deep.equal(red.get('light/home-selected.png'))
  })

  it('are drawn from paths of four commands, and no other', () => {
    expect(() => outlineOf('M1 1A2 2 0 0 0 4 4')).to.throw('"A"')
  })
})
