import { once } from 'node:events'
import { chmod, mkdir, readFile, writeFile, readdir } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect } from 'chai'
import { languageOf } from '../../src/cli/language.ts'
import { REPOSITORY } from '../../src/home.ts'
import { salon } from '../pipeline/hostile.ts'
import '../pipeline/materials.ts'
import { contents, withFolder } from '../writing/folder.ts'
import { kaidian } from './kaidian.ts'

const SALON = join(REPOSITORY, 'schemas/examples/salon.json')

const CHINESE = /[\u4e00-\u9fff]/

describe('kaidian validate', () => {
  it('finds nothing wrong with the salon', async () => {
    expect(await kaidian(['validate', SALON])).to.deep.include({ code: 0, err: '' })
  })
  it('tells each problem with file, line, column and pointer, and ends with 1', () =>
    withFolder(async (folder) => {
      const file = join(folder, 'shop.json')
      await writeFile(file, JSON.stringify({ ...salon(), zone: 'Asia/Nowhere', theme: { accent: 'green' } }, null, 2))
      const { code, err } = await kaidian(['validate', file])
      expect(code).to.equal(1)
      expect(err).to.match(/shop\.json:\d+:\d+ {2}\/theme\/accent {2}\S.*colour/)
      expect(err).to.not.match(CHINESE)
      const chinese = await kaidian(['validate', file], 'zh')
      expect(chinese.err)
        .to.match(/\/theme\/accent/)
        .and.to.match(CHINESE)
    }))
  it('gives programs the same as JSON', () =>
    withFolder(async (folder) => {
      const file = join(folder, 'shop.json')
      await writeFile(file, '{}')
      const { code, out } = await kaidian(['validate', file, '--json'])
      const { ok, problems } = JSON.parse(out) as { ok: boolean; problems: { pointer: string; line: number }[] }
      expect([code, ok]).to.deep.equal([1, false])
      expect(problems.length).to.be.greaterThan(0)
      expect(problems[0]).to.include.keys('pointer', 'line', 'column', 'message', 'code')
    }))
})

describe('kaidian generate', () => {
  it('writes a folder and an archive, and a second run changes nothing', () =>
    withFolder(async (folder) => {
      const [app, zip] = [join(folder, 'app'), join(folder, 'app.zip')]
      const first = await kaidian(['generate', SALON, '--out', app, '--zip', zip])
      expect(first).to.deep.include({ code: 0, err: '' })
      expect((await readFile(zip)).subarray(0, 2).toString()).to.equal('PK')
      const before = await contents(app)
      const second = await kaidian(['generate', join(app, 'shop.json'), '--out', app])
      expect(second.out).to.contain('0 files created, 0 updated, 0 removed')
      expect(await contents(app)).to.deep.equal(before)
    }))
  it('on a dry run lists the files and writes none', () =>
    withFolder(async (folder) => {
      const { code, out } = await kaidian(['generate', SALON, '--out', join(folder, 'app'), '--dry-run'])
      expect(code).to.equal(0)
      expect(out).to.contain('create api/main.mjs').and.to.contain('nothing was written')
      expect(await contents(folder)).to.deep.equal({})
    }))
  it('shows what would change, line by line, and changes nothing', () =>
    withFolder(async (folder) => {
      const [app, file] = [join(folder, 'app'), join(folder, 'shop.json')]
      await kaidian(['generate', SALON, '--out', app])
      const before = await contents(app)
      await writeFile(file, JSON.stringify({ ...salon(), theme: { accent: '#112233' } }))
      const { code, out } = await kaidian(['generate', file, '--out', app, '--diff'])
      expect(code).to.equal(0)
      expect(out).to.match(
        /^--- miniprogram\/src\/shop\.ts$[^]*^-\s+theme: \{"accent":"#2F6B5E".*$\n^\+\s+theme: \{"accent":"#112233".*$/m,
      )
      expect(await contents(app)).to.deep.equal(before)
    }))
  it('makes nothing of a description with problems', () =>
    withFolder(async (folder) => {
      const file = join(folder, 'shop.json')
      await writeFile(file, '{}')
      expect((await kaidian(['generate', file, '--out', join(folder, 'app')])).code).to.equal(1)
      expect(Object.keys(await contents(folder))).to.deep.equal(['shop.json'])
    }))
  it('tells what it kept because a person had changed it', () =>
    withFolder(async (folder) => {
      const app = join(folder, 'app')
      await kaidian(['generate', SALON, '--out', app])
      await writeFile(join(app, 'api/main.mjs'), '// mine')
      const { code, err } = await kaidian(['generate', SALON, '--out', app])
      expect(code).to.equal(0)
      expect(err).to.equal('keep (changed by hand) api/main.mjs')
    }))
})

describe('kaidian serve', () => {
  it('serves the shop at one address until it is told to end', () =>
    withFolder(async (folder) => {
      const env = { ...process.env, KAIDIAN_HOME: folder }
      const answers: number[] = []
      const { code, out } = await kaidian(['serve', SALON, '--port', '0', '--no-h5'], 'en', {
        env,
        untilInterrupted: async (said) => {
          const url = /customers see: (\S+)\//.exec(said)?.[1] ?? ''
          for (const path of ['/healthz', '/api/shop']) answers.push((await fetch(url + path)).status)
        },
      })
      expect([code, answers]).to.deep.equal([0, [200, 200]])
      expect(out).to.match(/password \(shown once\): \S+/)
    }))
  it('says so when the port is in use', () =>
    withFolder(async (folder) => {
      const env = { ...process.env, KAIDIAN_HOME: folder }
      const taken = createServer().listen(0, '127.0.0.1')
      await once(taken, 'listening')
      const { port } = taken.address() as AddressInfo
      const { code, err } = await kaidian(['serve', SALON, '--port', String(port), '--no-h5'], 'en', { env })
      taken.close()
      expect(code).to.equal(2)
      expect(err).to.contain(`Port ${port} is in use`)
    }))
})

describe('what kaidian says when it cannot', () => {
  const cases: readonly (readonly [what: string, argv: (folder: string) => string[], sentence: RegExp])[] = [
    ['the file is missing', (f) => ['validate', join(f, 'no.json')], /There is no file .*no\.json/],
    ['the file is a folder', (f) => ['validate', f], /is a folder/],
    ['there is nowhere to write to', () => ['generate', SALON], /--out FOLDER/],
    ['the folder is not ours', (f) => ['generate', SALON, '--out', f], /holds files that kaidian did not make/],
    ['the folder is a file', (f) => ['generate', SALON, '--out', join(f, 'broken.json')], /is a file, not a folder/],
    ['there is no app to build', (f) => ['build', f, '--target', 'h5'], /There is no mini-program/],
    ['the target is unknown', (f) => ['build', f, '--target', 'swan'], /choose weapp or h5/],
    ['the command is unknown', () => ['frobnicate'], /unknown command/],
    ['the port is no port', () => ['serve', SALON, '--port', 'http'], /whole number from 0 to 65535/],
  ]
  for (const [what, argv, sentence] of cases)
    it(`when ${what}: one sentence, no stack trace, exit code 2`, () =>
      withFolder(async (folder) => {
        await writeFile(join(folder, 'broken.json'), '{\n  "id": oops\n}\n')
        const { code, err } = await kaidian(argv(folder))
        expect(code).to.equal(2)
        expect(err).to.match(sentence)
        expect(err).not.to.match(/\n\s+at |node:|our fault/)
        const chinese = await kaidian(argv(folder), 'zh')
        if (what !== 'the command is unknown') expect(chinese.err).to.match(CHINESE)
      }))
  for (const command of ['validate', 'generate', 'serve'])
    it(`${command} treats a file that is not JSON as a description with a problem: its place, a way out, exit code 1`, () =>
      withFolder(async (folder) => {
        const file = join(folder, 'broken.json')
        await writeFile(file, '{\n  "id": oops\n}\n')
        const argv = command === 'generate' ? [command, file, '--out', join(folder, 'app')] : [command, file]
        const { code, err } = await kaidian(argv)
        expect(code).to.equal(1)
        expect(err).to.match(/broken\.json:2:9 {2}\/ This is not JSON: "o" was not expected\. Check commas/)
        expect((await kaidian(argv, 'zh')).err).to.match(CHINESE)
        expect(await readdir(folder)).to.deep.equal(['broken.json'])
      }))
  it('tells programs of a file that is not JSON', () =>
    withFolder(async (folder) => {
      const file = join(folder, 'broken.json')
      await writeFile(file, '{')
      const { code, out } = await kaidian(['validate', file, '--json'])
      expect(code).to.equal(1)
      expect(JSON.parse(out))
        .to.deep.include({ ok: false })
        .and.to.have.nested.include({ 'problems[0].code': 'syntax', 'problems[0].line': 1 })
    }))
  it('when the folder cannot be written', function () {
    if (process.getuid?.() === 0) this.skip()
    return withFolder(async (folder) => {
      await mkdir(join(folder, 'locked'))
      await chmod(join(folder, 'locked'), 0o555)
      const { code, err } = await kaidian(['generate', SALON, '--out', join(folder, 'locked/app')])
      expect([code, err]).to.deep.equal([2, `No permission to write ${join(folder, 'locked/app')}`])
    })
  })
})

describe('the language of the command', () => {
  for (const [argv, env, language] of [
    [[], { LANG: 'zh_CN.UTF-8' }, 'zh'],
    [[], { LANG: 'en_GB.UTF-8' }, 'en'],
    [[], {}, 'en'],
    [[], { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
    [['validate', '--lang', 'zh'], { LANG: 'C' }, 'zh'],
    [['--lang=en'], { LANG: 'zh_CN' }, 'en'],
  ] as const)
    it(`is ${language} for ${JSON.stringify([argv, env])}`, () => expect(languageOf(argv, env)).to.equal(language))
  it('is that of the help', async () => {
    expect((await kaidian(['--help'], 'zh')).out).to.contain('用法')
    expect((await kaidian(['generate', '--help'], 'en')).out).not.to.match(CHINESE)
  })
})
