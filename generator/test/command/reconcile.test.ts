import { once } from 'node:events'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { createServer as createHttpServer } from 'node:http'
import { join } from 'node:path'
import { openDataKeys, openStore, startRuntime, type Runtime } from '@kaidian/runtime'
import { openEmbeddedDatabase } from '@kaidian/runtime/embedded'
import { expect } from 'chai'
import type { Language } from '../../src/cli/language.ts'
import { REPOSITORY } from '../../src/home.ts'
import { withFolder } from '../writing/folder.ts'
import { kaidian } from './kaidian.ts'

const SALON = join(REPOSITORY, 'schemas/examples/salon.json')
const PASSWORD = 'a password for tests'
const CHINESE = /[\u4e00-\u9fff]/

/** Runs `kaidian reconcile`, its home in a folder. */
const reconcile = (home: string, argv: readonly string[], language: Language = 'en', password = PASSWORD) =>
  kaidian(['reconcile', ...argv], language, { env: { KAIDIAN_HOME: home, KAIDIAN_CONSOLE_PASSWORD: password } })

const folderOf = (home: string): string => join(home, 'serve', 'qingsi')

async function serving(home: string): Promise<Runtime> {
  await mkdir(folderOf(home), { recursive: true })
  const shop: unknown = JSON.parse(await readFile(SALON, 'utf8'))
  return startRuntime({
    shop,
    folder: folderOf(home),
    timer: false,
    env: { KAIDIAN_CONSOLE_PASSWORD: PASSWORD, LOG_LEVEL: 'silent' },
  })
}

/** Somebody has claimed an hour, and no order says so; with `twice`, two hold another hour, which a person must look at. */
async function breakInto(home: string, twice = false): Promise<void> {
  const folder = folderOf(home)
  const database = await openEmbeddedDatabase({ folder: join(folder, 'database') })
  const store = await openStore({ uri: database.uri, keys: openDataKeys(folder, undefined) })
  const { claims } = store.forShop('qingsi')
  const claim = async (id: string, hour: number, expiresAt: Date | null) => {
    const [start, end] = [new Date(Date.UTC(2100, 0, 1, hour)), new Date(Date.UTC(2100, 0, 1, hour + 1))]
    const place = { resource: 'stylist-1', start, end }
    await claims.take(id, { from: start, to: end }, () => [place], { now: new Date(), expiresAt })
  }
  await claim('clm_orphan', 2, null)
  for (const id of twice ? ['hld_one', 'hld_two'] : []) await claim(id, 4, new Date('2100-01-01'))
  await store.close()
  await database.close()
}

describe('kaidian reconcile', function () {
  this.timeout(60_000)

  it('looks at the books of a stopped shop, and puts right what needs no judgement', () =>
    withFolder(async (home) => {
      await (await serving(home)).close()
      const sound = await reconcile(home, [SALON])
      expect(sound).to.include({ code: 0, err: '' })
      expect(sound.out).to.contain('Books, places and money agree.')

      await breakInto(home, true)
      const broken = await reconcile(home, [SALON])
      expect(broken.code).to.equal(1)
      expect(broken.out)
        .to.contain('✗ time is claimed, and no order stands on it: stylist-1 2100-01-01 clm_orphan  [PLACE_ORPHANED]')
        .and.to.contain('stylist-1 2100-01-01 (2 > 1)  [OVERBOOKED]')
        .and.to.contain('--mend')
        .and.not.to.match(CHINESE)
      const chinese = await reconcile(home, [SALON], 'zh')
      expect(chinese.out).to.contain('时间被占着，却没有订单用它').and.to.contain('其余请在后台处理')

      const mended = await reconcile(home, [SALON, '--mend'])
      expect(mended.code).to.equal(1)
      expect(mended.out)
        .to.match(/✓ .*PLACE_ORPHANED/)
        .and.to.match(/✗ .*OVERBOOKED/)
      const left = JSON.parse((await reconcile(home, [SALON, '--json'])).out) as { found: { code: string }[] }
      expect(left.found.map(({ code }) => code)).to.deep.equal(['OVERBOOKED'])
    }))

  it('asks a running shop at its address, as text or as JSON', () =>
    withFolder(async (home) => {
      await (await serving(home)).close()
      await breakInto(home)
      const runtime = await serving(home)
      try {
        const found = await reconcile(home, [`${runtime.url}/`, '--pay', '7', '--json'])
        expect(found).to.include({ code: 1, err: '' })
        const report = JSON.parse(found.out) as Record<string, unknown>
        expect(report['checked']).to.deep.equal({ orders: 0, pools: 0, days: 1, passes: 0 })
        expect(report['found']).to.deep.equal([
          {
            code: 'PLACE_ORPHANED',
            subject: 'stylist-1 2100-01-01 clm_orphan',
            words: { 'zh-CN': '时间被占着，却没有订单用它', en: 'time is claimed, and no order stands on it' },
            detail: null,
            mended: false,
          },
        ])
        expect(await reconcile(home, [runtime.url, '--mend'])).to.include({ code: 0, err: '' })
        expect((await reconcile(home, [runtime.url])).out).to.contain('Books, places and money agree.')

        const wrong = await reconcile(home, [runtime.url], 'en', 'not the password')
        expect(wrong).to.include({ code: 2, out: '' })
        expect(wrong.err).to.contain(`${runtime.url} refused: `).and.not.to.match(CHINESE)
        expect((await reconcile(home, [runtime.url], 'zh', 'not the password')).err).to.match(/拒绝了：.*密码/)
        expect(await reconcile(home, [runtime.url], 'en', '')).to.include({
          code: 2,
          err: 'Give the password of the back office in the environment variable KAIDIAN_CONSOLE_PASSWORD.',
        })
        // Its books are open in the other process.
        const stopped = await reconcile(home, [SALON])
        expect(stopped).to.include({ code: 2, out: '' })
        expect(stopped.err).to.contain(join(folderOf(home), 'database'))
      } finally {
        await runtime.close()
      }
    }))

  it('says so where nothing listens, or something else does', async () => {
    const closed = createServer().listen(0, '127.0.0.1')
    await once(closed, 'listening')
    const { port } = closed.address() as AddressInfo
    closed.close()
    await once(closed, 'close')
    const nothing = await reconcile('/nowhere', [`http://127.0.0.1:${port}`])
    expect(nothing).to.include({ code: 2, err: `http://127.0.0.1:${port} does not answer: ECONNREFUSED` })
    expect((await reconcile('/nowhere', [`http://127.0.0.1:${port}`], 'zh')).err).to.match(/连不上/)

    const other = createHttpServer((_req, res) => res.end('hello')).listen(0, '127.0.0.1')
    await once(other, 'listening')
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`
    const hello = await reconcile('/nowhere', [url])
    other.close()
    expect(hello).to.include({ code: 2, err: `At ${url} there is no shop that Kaidian runs (200).` })
  })

  it('says so where the description is none, where the shop never ran, and where the days are no number', () =>
    withFolder(async (home) => {
      const file = join(home, 'shop.json')
      await writeFile(file, '{}')
      expect(await reconcile(home, [file])).to.include({ code: 1, out: '' })
      expect(await reconcile(home, [join(home, 'missing.json')])).to.include({ code: 2 })
      const never = await reconcile(home, [SALON])
      expect(never).to.include({ code: 2, out: '' })
      expect(never.err).to.contain('qingsi has never been run here')
      expect((await reconcile(home, [SALON], 'zh')).err).to.contain('还没有')
      for (const days of ['-1', '1.5', '367', 'all'])
        expect(await reconcile(home, [SALON, '--pay', days]), days).to.include({ code: 2 })
    }))
})
