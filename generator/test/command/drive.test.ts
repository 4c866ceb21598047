import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import type { DriveReport } from '../../src/index.ts'
import { REPOSITORY } from '../../src/home.ts'
import '../pipeline/materials.ts'
import { withFolder } from '../writing/folder.ts'
import { kaidian } from './kaidian.ts'

const SALON = join(REPOSITORY, 'schemas/examples/salon.json')

/** The walk that the documentation of templates shows. */
const documentedWalk = async (): Promise<string> => {
  const text = await readFile(join(REPOSITORY, 'templates/README.md'), 'utf8')
  return /```js\n(\/\/ book\.mjs[^]*?)```/.exec(text)?.[1] ?? ''
}

describe('kaidian drive', function () {
  this.timeout(180_000)

  const withSalon = (work: (app: string, folder: string) => Promise<void>): Promise<void> =>
    withFolder(async (folder) => {
      const app = join(folder, 'app')
      expect((await kaidian(['generate', SALON, '--out', app])).code).to.equal(0)
      await work(app, folder)
    })

  it('looks at every page of the app, and tells what each costs', () =>
    withSalon(async (app) => {
      const { code, out } = await kaidian(['drive', app, '--json'])
      const { pages, errors, stopped } = JSON.parse(out) as DriveReport
      expect({ code, errors, stopped }).to.deep.equal({ code: 0, errors: [], stopped: null })
      const config = await readFile(join(app, 'miniprogram/src/app.config.ts'), 'utf8')
      const declared = [...config.matchAll(/'(pages\/[a-z]+\/index)'/g)].map(([, path]) => path)
      expect(pages.map(({ page }) => page)).to.include.members(declared)
      expect(pages[0]).to.include({ page: 'pages/home/index', first: true, requests: 1 })
      const told = await kaidian(['drive', app])
      expect(told.out).to.match(/✓ pages\/time\/index +\d+ nodes {2}depth +\d+ {2}setData +[\d.]+ KB {2}1 requests/)
    }))

  it('goes the way it is given, to a paid order, as the documentation shows', () =>
    withSalon(async (app, folder) => {
      const walk = join(folder, 'book.mjs')
      await writeFile(walk, await documentedWalk())
      const { code, out, err } = await kaidian(['drive', app, walk])
      expect(err).to.not.contain('came to a stop')
      expect(code).to.equal(0)
      expect(out).to.contain('pages/result/index')
    }))

  it('ends with 1 where the walk cannot go on, and shows the page it was on', () =>
    withSalon(async (app, folder) => {
      const walk = join(folder, 'lost.mjs')
      await writeFile(walk, `export default async ({ launch }) => (await launch()).until('a pony', () => false, 500)`)
      const { code, err } = await kaidian(['drive', app, walk])
      expect(code).to.equal(1)
      expect(err).to.match(/The walk came to a stop: Not reached: a pony\. On pages\/home\/index:\n/)
      const chinese = await kaidian(['drive', app, walk], 'zh')
      expect(chinese.err).to.contain('走不下去了')
    }))

  it('builds what was changed by hand, and ends with 1 when that complains', () =>
    withSalon(async (app) => {
      await appendFile(join(app, 'miniprogram/src/app.tsx'), `\nconsole.error('a change of mine')\n`)
      const { code, err } = await kaidian(['drive', app])
      expect(code).to.equal(1)
      expect(err).to.contain('The app complained: a change of mine')
    }))

  it('names what is wrong with what it was given', () =>
    withFolder(async (folder) => {
      const empty = await kaidian(['drive', folder])
      expect(empty.code).to.equal(2)
      expect(empty.err).to.contain('There is no shop.json in')
      const place = await kaidian(['drive', folder, '--api', 'nowhere'])
      expect(place.err).to.contain('--api is an address, such as http://127.0.0.1:8080, not nowhere.')
      const walk = join(folder, 'walk.mjs')
      await writeFile(walk, 'export const walk = 1')
      expect((await kaidian(['drive', folder, walk])).err).to.contain('has no function as its default export')
      expect((await kaidian(['drive', folder, join(folder, 'none.mjs')])).err).to.contain('cannot be read')
    }))
})
