import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { paletteOf } from '@kaidian/runtime/domain'
import { variablesOf } from '@kaidian/runtime/domain/palette.ts'
import { REPOSITORY } from '../../src/home.ts'

const SOURCE = join(REPOSITORY, 'templates/base/miniprogram/src')

/** Lines of the style sheets, each with its place, without comments. */
async function lines(ending: string): Promise<{ place: string; text: string }[]> {
  const files = (await readdir(SOURCE, { recursive: true })).filter((name) => name.endsWith(ending))
  const texts = await Promise.all(
    files.map(async (file) => [file, await readFile(join(SOURCE, file), 'utf8')] as const),
  )
  return texts.flatMap(([file, text]) =>
    text
      .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
      .split('\n')
      .map((line, at) => ({ place: `${file}:${at + 1}`, text: line.trim() })),
  )
}

const inTheme = ({ place }: { place: string }): boolean => place.startsWith('theme/')

describe('the style sheets of the base pack', () => {
  it('write colours down nowhere but in the theme, so that every look and the dark reach every page', async () => {
    const all = await lines('.css')
    expect(all).to.have.length.above(1000)
    const own = all.filter((line) => !inTheme(line) && /#[0-9a-f]{3,8}\b(?!.*\{)|rgba?\(|hsla?\(/i.test(line.text))
    expect(own.map(({ place, text }) => `${place} ${text}`)).to.deep.equal([])
  })

  it('let text grow: no size of type or height of line in pixels', async () => {
    const fixed = (await lines('.css')).filter(
      (line) => !inTheme(line) && /^(font-size|line-height): \d+px/.test(line.text),
    )
    expect(fixed.map(({ place, text }) => `${place} ${text}`)).to.deep.equal([])
  })

  it('ask only for variables that there are', async () => {
    const css = await lines('.css')
    const there = new Set([...Object.keys(variablesOf(paletteOf('#2f6b5e'))), '--scale', '--shape'])
    for (const { text } of css) for (const [, name] of text.matchAll(/^(--[a-z0-9-]+):/g)) if (name) there.add(name)
    const asked = [...css, ...(await lines('.tsx'))].flatMap(({ place, text }) =>
      [...text.matchAll(/var\((--[a-z0-9-]+)/g)].map(([, name]) => ({ place, name: name ?? '' })),
    )
    expect(asked).to.have.length.above(300)
    expect(asked.filter(({ name }) => !there.has(name)).map(({ place, name }) => `${place} ${name}`)).to.deep.equal([])
  })

  it('move only by the tokens of motion, which are still where less of it is wanted', async () => {
    const moving = (await lines('.css')).filter(
      (line) => !inTheme(line) && /^(transition|animation):/.test(line.text) && !/var\(--|none/.test(line.text),
    )
    // What turns while the customer waits says that something happens.
    expect(moving.filter(({ text }) => !text.includes('action-turn')).map(({ place }) => place)).to.deep.equal([])
  })
})
