import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { compileWxml, compileWxss } from 'kaidian'
import { packagedIn, unusedIn } from '../src/packaged.ts'
import { described } from '../src/shops.ts'
import { weappOf } from '../src/weapp.ts'

const SHOPS = ['salon', 'coding-school', 'city-run', 'home-cleaning', 'lecture']
const MAIN_PACKAGE = 1024 * 1024
const PICTURE = 40 * 1024

describe('the mini-program built for WeChat', function () {
  this.timeout(300_000)

  for (const shop of SHOPS)
    it(`of ${shop}: no warning, nothing unused, under 1 MB, pictures of 40 KB at most, accepted by WeChat's compilers`, async () => {
      const { dist, nodeModules, report } = await weappOf(await described(`schemas/examples/${shop}.json`))
      expect(report.warnings).to.deep.equal([])
      const files = await packagedIn(dist)
      expect(await unusedIn(dist)).to.deep.equal([])
      expect(report.mainPackageBytes).to.be.below(MAIN_PACKAGE)
      const heavy = files.filter(({ path, bytes }) => /\.(png|jpe?g|gif|svg|webp)$/.test(path) && bytes > PICTURE)
      expect(heavy).to.deep.equal([])
      const paths = files.map(({ path }) => path)
      expect((await compileWxml(dist, nodeModules)).files).to.have.members(
        paths.filter((path) => path.endsWith('.wxml')),
      )
      expect(await compileWxss(dist, nodeModules)).to.have.members(paths.filter((path) => path.endsWith('.wxss')))
    })

  it('of the salon has no trace of what only other shops use', async () => {
    const { dist } = await weappOf(await described('schemas/examples/salon.json'))
    const code = await Promise.all(
      (await packagedIn(dist))
        .filter(({ path }) => path.endsWith('.js'))
        .map(({ path }) => readFile(join(dist, path), 'utf8')),
    )
    const elsewhere = ['join-waitlist', 'coupon-apply', 'plan-deposit', 'transfer-code', 'feedback-send', 'signature-canvas', 'upload-remove', 'pick-kept', 'pages/tickets', 'pages/sessions', 'pages/passes'] // prettier-ignore
    expect(elsewhere.filter((id) => code.some((text) => text.includes(id)))).to.deep.equal([])
    expect(code.some((text) => text.includes('order-reschedule'))).to.equal(true)
  })
})
