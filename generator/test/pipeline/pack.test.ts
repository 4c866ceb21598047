import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { CONDITIONS } from '../../src/conditions.ts'
import { loadPack } from '../../src/pack.ts'
import { withFolder } from '../writing/folder.ts'
import { materials } from './materials.ts'

/** A pack of a test's own, beside a copy of the base pack's own files. */
async function packOf(parent: string, description: object, files: Record<string, string>): Promise<string> {
  const folder = join(parent, 'own')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'pack.json'), JSON.stringify(description))
  for (const [path, content] of Object.entries(files)) await writeFile(join(folder, path), content)
  return folder
}

const own = { name: 'own', version: '1.0.0', description: 'of a test', templates: [] }

describe('the base pack', () => {
  it('names only conditions that exist', async () => {
    const { pack } = await materials()
    const named = new Set([...pack.rows, ...pack.only].flatMap(({ when }) => (when === undefined ? [] : [when])))
    expect(named).to.deep.equal(new Set(Object.keys(CONDITIONS)))
  })
  it('opens every template with its source, destination, model and ownership', async () => {
    const { pack } = await materials()
    for (const row of pack.rows) {
      const first = pack.templates.get(row.template)?.split('\n')[0] ?? ''
      expect(first, row.template).to.match(/^\{\{!-- .*→.*Model: .*\. Ownership: .*--\}\}$/)
      expect(first, row.template).to.contain(`Ownership: ${row.ownership}`).and.to.contain(row.path)
    }
  })
  it('lets nothing be written outside the app', async () => {
    const { pack, carried } = await materials()
    for (const { path } of [...pack.rows, ...carried]) expect(path).to.match(/^(?!\/)(?!.*(^|\/)\.\.(\/|$)).+$/)
  })
  it('carries the domain that the mini-program shares with the API', async () => {
    const { pack } = await materials()
    const paths = pack.statics.map(({ path }) => path)
    expect(paths).to.include.members(['miniprogram/src/kaidian/booking.ts', 'miniprogram/src/kaidian/form/index.ts'])
  })
})

describe('a pack', () => {
  it('that extends another has its files, and its own in their place', () =>
    withFolder(async (parent) => {
      await mkdir(join(parent, 'plain'))
      await writeFile(join(parent, 'plain/pack.json'), JSON.stringify({ ...own, name: 'plain' }))
      await writeFile(join(parent, 'plain/a.txt'), 'plain')
      await cp(join(parent, 'plain/a.txt'), join(parent, 'plain/b.txt'))
      const folder = await packOf(parent, { ...own, extends: 'plain' }, { 'a.txt': 'own' })
      const pack = await loadPack(folder)
      expect(Object.fromEntries(pack.statics.map(({ path, content }) => [path, String(content)]))).to.deep.equal({
        'a.txt': 'own',
        'b.txt': 'plain',
      })
    }))
  it('is refused when its description is not valid', () =>
    withFolder(async (parent) => {
      const folder = await packOf(parent, { ...own, colour: 'red' }, {})
      const error = await loadPack(folder).catch((e: unknown) => e)
      expect(String(error)).to.contain('additional properties')
    }))
  it('is refused when it forgets a template, or names one that is not there', () =>
    withFolder(async (parent) => {
      const row = { template: 'named.hbs', path: 'x', model: 'app', ownership: 'generated' }
      const folder = await packOf(parent, { ...own, templates: [row] }, { 'forgotten.hbs': '' })
      const error = await loadPack(folder).catch((e: unknown) => e)
      expect(String(error)).to.contain('named.hbs').and.to.contain('forgotten.hbs')
    }))
})
