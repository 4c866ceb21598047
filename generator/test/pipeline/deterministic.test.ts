import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { hashOfFiles } from '../../src/files.ts'
import { generate } from '../../src/generate.ts'
import { home, REPOSITORY } from '../../src/home.ts'
import { salon } from './hostile.ts'
import { materials } from './materials.ts'

const files = async (shop: unknown = salon()) => {
  const result = generate(shop, await materials())
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

/** The hash of the salon's archive, made by a process in surroundings of its own. */
async function elsewhere(cwd: string, env: Record<string, string>): Promise<string> {
  const program = `
    import { readFileSync } from 'node:fs'
    import { generate, loadMaterials, zipFiles } from ${JSON.stringify(join(REPOSITORY, 'generator/src/index.ts'))}
    import { sha256 } from ${JSON.stringify(join(REPOSITORY, 'generator/src/files.ts'))}
    const shop = JSON.parse(readFileSync(${JSON.stringify(join(REPOSITORY, 'schemas/examples/salon.json'))}, 'utf8'))
    const made = generate(shop, await loadMaterials())
    console.log(sha256(await zipFiles(made.value, 'salon')))`
  const tsx = join(REPOSITORY, 'node_modules/tsx/dist/esm/index.mjs')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', tsx, '--input-type=module', '--eval', program],
    { cwd, env: { PATH: process.env['PATH'] ?? '', KAIDIAN_HOME: home(), ...env } },
  )
  return stdout.trim()
}

describe('generation', () => {
  it('gives the same bytes in every folder, zone and locale', async () => {
    const [a, b] = await Promise.all([
      elsewhere(tmpdir(), { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }),
      elsewhere(REPOSITORY, { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' }),
    ])
    expect(a)
      .to.match(/^[0-9a-f]{64}$/)
      .and.to.equal(b)
  }).timeout(60_000)
  it('does not depend on where the description came from', async () => {
    const { $schema: _elsewhere, ...shop } = salon()
    expect(hashOfFiles(await files(shop))).to.equal(
      hashOfFiles(await files({ ...shop, $schema: 'https://example.com/x' })),
    )
  })
  it('gives the same again from the shop.json it made', async () => {
    const first = await files()
    const own: unknown = JSON.parse(String(first.find(({ path }) => path === 'shop.json')?.content))
    expect(hashOfFiles(await files(own))).to.equal(hashOfFiles(first))
  })
  it('leaves the description as it was', async () => {
    const shop = salon()
    await files(shop)
    expect(shop).to.deep.equal(salon())
  })
})
