import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { paletteOf } from '@kaidian/runtime/domain'
import { REPOSITORY } from '../../src/home.ts'

const FOLDER = join(REPOSITORY, 'templates/base/miniprogram/src/illustrations')

/** Names a drawing is found by: the keys of the tables at the end of the files. */
async function drawn(): Promise<Set<string>> {
  const names = new Set<string>()
  for (const file of await readdir(FOLDER)) {
    const table = /Readonly<Record<string, Drawing>> = \{([^}]*)\}/.exec(
      await readFile(join(FOLDER, file), 'utf8'),
    )?.[1]
    for (const [, quoted, plain] of (table ?? '').matchAll(/(?:'([a-z-]+)'|\b([a-zA-Z]+)\b)(?::|,| )/g)) {
      const name = quoted ?? plain
      if (name !== undefined) names.add(name)
    }
  }
  return names
}

async function named(folder: string): Promise<string[]> {
  const files = (await readdir(join(REPOSITORY, folder))).filter((name) => name.endsWith('.json'))
  const texts = await Promise.all(files.map((name) => readFile(join(REPOSITORY, folder, name), 'utf8')))
  return texts.flatMap((text) => [...text.matchAll(/"illustration:([a-z0-9-]+)"/g)].map(([, name]) => name ?? ''))
}

describe('the illustrations of the base pack', () => {
  it('are there for every name in the example shops', async () => {
    const names = [...(await named('schemas/examples')), ...(await named('runtime/scenarios/more'))]
    expect(names).to.have.length.above(15)
    const there = await drawn()
    expect(names.filter((name) => !there.has(name))).to.deep.equal([])
  })

  it('are offered in the studio by names that exist', async () => {
    const text = await readFile(join(REPOSITORY, 'admin-ui/web/studio/fields/illustrations.ts'), 'utf8')
    const offered = [...text.matchAll(/name: '([a-z-]+)'/g)].map(([, name]) => name ?? '')
    const there = await drawn()
    expect(offered).to.have.length.above(30)
    expect(offered.filter((name) => !there.has(name))).to.deep.equal([])
  })

  it('draw in the colours of a palette that has every role they ask for', async () => {
    const roles = Object.keys(paletteOf('#2f6b5e'))
    for (const file of await readdir(FOLDER)) {
      const text = await readFile(join(FOLDER, file), 'utf8')
      const asked = [...text.matchAll(/\(\{ ([a-zA-Z, ]+) \}\) =>/g)].flatMap(([, list]) => (list ?? '').split(', '))
      expect(
        asked.filter((role) => !roles.includes(role) && !/ground|skin/.test(role)),
        file,
      ).to.deep.equal([])
    }
  })
})
