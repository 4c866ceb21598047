import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect } from 'chai'
import { generate } from '../../src/generate.ts'
import { hostileShop, salon } from './hostile.ts'
import { ownMaterials } from './materials.ts'

/** Files that show what people read and machines depend on; `UPDATE_GOLDEN=1` writes them anew, to be read in the diff. */
const WATCHED = [
  ['salon', salon, 'README.md'],
  ['salon', salon, 'review/submission.md'],
  ['salon', salon, 'miniprogram/src/shop.ts'],
  ['salon', salon, 'miniprogram/src/theme.json'],
  ['salon', salon, 'miniprogram/project.config.json'],
  ['hostile', hostileShop, 'README.md'],
  ['hostile', hostileShop, 'miniprogram/src/shop.ts'],
  ['hostile', hostileShop, 'deploy/nginx.conf'],
  ['hostile', hostileShop, 'deploy/docker-compose.yml'],
  ['hostile', hostileShop, 'api/.env.example'],
] as const

describe('golden files', () => {
  for (const [name, shop, path] of WATCHED)
    it(`${name}: ${path}`, async () => {
      const result = generate(shop(), { ...(await ownMaterials()), version: '0.0.0' })
      if (!result.ok) throw new Error(JSON.stringify(result.problems))
      const made = String(result.value.find((file) => file.path === path)?.content)
      const golden = new URL(`../golden/${name}/${path}`, import.meta.url)
      if (process.env['UPDATE_GOLDEN']) {
        await mkdir(dirname(golden.pathname), { recursive: true })
        await writeFile(golden, made)
      }
      expect(made).to.equal(await readFile(golden, 'utf8'))
    })
})
