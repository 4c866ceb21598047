import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { ALL_FEATURES, buildApp, generate, loadMaterials, writeFiles, type Features, type Target } from 'kaidian'
import { packagedIn } from '../src/packaged.ts'
import { SHOPS, described } from '../src/shops.ts'

/** What only WeChat has, may be told of it, or is paid by. */
const OF_WECHAT = ['openPrivacyContract', 'agreePrivacyAuthorization', 'requestPayment', 'addPhoneCalendar', '财付通']

describe('the app beside WeChat', function () {
  this.timeout(300_000)
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kaidian-targets-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))

  const built = async (shop: string, target: Target, features?: Features) => {
    const made = generate(await described(`schemas/examples/${shop}.json`), await loadMaterials(), features)
    if (!made.ok) throw new Error(JSON.stringify(made.problems))
    const app = join(folder, `${shop}-${target}`)
    await writeFiles(made.value, app)
    return buildApp(app, target)
  }
  const checkMiniProgram = async (shop: string, target: 'alipay' | 'tt', features?: Features): Promise<void> => {
    const report = await built(shop, target, features)
    expect(report.warnings, target).to.deep.equal([])
    expect(report.mainPackageBytes, target).to.be.below(1024 * 1024)
    const files = (await packagedIn(report.folder)).filter(({ path }) => /^(app|common|pages\/.*)\.js$/.test(path))
    expect(files.length).to.be.greaterThan(10)
    for (const { path } of files) {
      const code = await readFile(join(report.folder, path), 'utf8')
      const found = OF_WECHAT.filter((name) => code.includes(name))
      expect(found, `${target} ${path}`).to.deep.equal([])
    }
  }
  const miniPrograms = (shop: string, features?: Features) =>
    Promise.all([checkMiniProgram(shop, 'alipay', features), checkMiniProgram(shop, 'tt', features)])

  for (const shop of SHOPS)
    it(`of ${shop} builds for alipay, tt and h5 without a warning, under 1 MB, and calls nothing that only WeChat has`, async () => {
      const [, h5] = await Promise.all([miniPrograms(shop), built(shop, 'h5')])
      expect(h5.warnings).to.deep.equal([])
    })

  it('builds so with every function on', () => miniPrograms('city-run', ALL_FEATURES))
})
