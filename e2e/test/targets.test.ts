import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { ALL_FEATURES, buildApp, generate, loadMaterials, writeFiles } from 'kaidian'
import { packagedIn } from '../src/packaged.ts'
import { described } from '../src/shops.ts'

/** What only WeChat has, or may be told of it. */
const OF_WECHAT = ['openPrivacyContract', 'agreePrivacyAuthorization', 'requestPayment', 'addPhoneCalendar']

describe('an app that has every function', function () {
  this.timeout(300_000)
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kaidian-targets-'))
    const made = generate(await described('schemas/examples/city-run.json'), await loadMaterials(), ALL_FEATURES)
    if (!made.ok) throw new Error(JSON.stringify(made.problems))
    await writeFiles(made.value, folder)
  })
  after(() => rm(folder, { recursive: true, force: true }))

  for (const target of ['alipay', 'tt'] as const)
    it(`builds for ${target} without a warning, under 1 MB, and calls nothing that only WeChat has`, async () => {
      const report = await buildApp(folder, target)
      expect(report.warnings).to.deep.equal([])
      expect(report.mainPackageBytes).to.be.below(1024 * 1024)
      const files = (await packagedIn(report.folder)).filter(({ path }) => /^(app|common|pages\/.*)\.js$/.test(path))
      expect(files.length).to.be.greaterThan(10)
      for (const { path } of files) {
        const code = await readFile(join(report.folder, path), 'utf8')
        expect(
          OF_WECHAT.filter((name) => code.includes(name)),
          path,
        ).to.deep.equal([])
      }
    })

  it('builds for h5 without a warning', async () => {
    expect((await buildApp(folder, 'h5')).warnings).to.deep.equal([])
  })
})
