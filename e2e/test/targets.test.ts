import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { keptBuild } from 'kaidian'
import { packagedIn } from '../src/packaged.ts'
import { SHOPS, described } from '../src/shops.ts'
import { appOf } from '../src/weapp.ts'

/** What only WeChat has, may be told of it, or is paid by. */
const OF_WECHAT = ['openPrivacyContract', 'agreePrivacyAuthorization', 'requestPayment', 'addPhoneCalendar', '财付通']

describe('the app beside WeChat', function () {
  this.timeout(300_000)

  for (const shop of SHOPS) {
    for (const target of ['alipay', 'tt'] as const)
      it(`of ${shop} builds for ${target} without a warning, under 1 MB, and calls nothing that only WeChat has`, async () => {
        const { dist, report } = await keptBuild(await appOf(await described(`schemas/examples/${shop}.json`)), target)
        expect(report.warnings).to.deep.equal([])
        expect(report.mainPackageBytes).to.be.below(1024 * 1024)
        const files = (await packagedIn(dist)).filter(({ path }) => /^(app|common|pages\/.*)\.js$/.test(path))
        expect(files.length).to.be.greaterThan(10)
        for (const { path } of files) {
          const code = await readFile(join(dist, path), 'utf8')
          const found = OF_WECHAT.filter((name) => code.includes(name))
          expect(found, path).to.deep.equal([])
        }
      })

    it(`of ${shop} builds for browsers without a warning`, async () => {
      const { report } = await keptBuild(await appOf(await described(`schemas/examples/${shop}.json`)), 'h5')
      expect(report.warnings).to.deep.equal([])
    })
  }
})
