import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { compileWxml, compileWxss } from 'kaidian'
import { packagedIn, unusedIn } from '../src/packaged.ts'
import { SHOPS, described } from '../src/shops.ts'
import { appOf, weappOf } from '../src/weapp.ts'

const MAIN_PACKAGE = 1024 * 1024
const PICTURE = 40 * 1024

/** Functions of WeChat that touch something private; one that is in the code but not declared to WeChat is refused. */
const PRIVATE = ['getPhoneNumber', 'chooseMedia', 'chooseMessageFile', 'chooseAddress', 'addPhoneCalendar', 'addPhoneRepeatCalendar', 'setClipboardData', 'getClipboardData', 'getLocation', 'chooseLocation', 'getUserProfile', 'chooseAvatar', 'saveImageToPhotosAlbum', 'chooseInvoiceTitle', 'addPhoneContact', 'startRecord'] // prettier-ignore

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

  for (const shop of SHOPS)
    it(`of ${shop} uses the private functions that its sheet for the review declares, and no others`, async () => {
      const app = await appOf(await described(`schemas/examples/${shop}.json`))
      const { dist } = await weappOf(await described(`schemas/examples/${shop}.json`))
      // Taro's own files name every function of WeChat.
      const ours = (await packagedIn(dist)).filter(({ path }) => /^(common|pages\/.*)\.js$/.test(path))
      const code = (await Promise.all(ours.map(({ path }) => readFile(join(dist, path), 'utf8')))).join('\n')
      const sheet = String(app.find(({ path }) => path === 'review/submission.md')?.content)
      const named = (text: string): string[] => PRIVATE.filter((name) => new RegExp(`\\b${name}\\b`).test(text))
      expect(named(code)).to.include('getPhoneNumber')
      expect(named(sheet)).to.deep.equal(named(code))
    })

  it('of the salon has no trace of what only other shops use', async () => {
    const { dist } = await weappOf(await described('schemas/examples/salon.json'))
    const code = await Promise.all(
      (await packagedIn(dist))
        .filter(({ path }) => path.endsWith('.js'))
        .map(({ path }) => readFile(join(dist, path), 'utf8')),
    )
    const elsewhere = ['join-waitlist', 'coupon-apply', 'home-coupons', 'pages/coupons', 'plan-deposit', 'transfer-code', 'pages/feedback', 'pages/invoice', 'signature-canvas', 'upload-remove', 'pick-kept', 'pages/tickets', 'pages/sessions', 'pages/passes'] // prettier-ignore
    expect(elsewhere.filter((id) => code.some((text) => text.includes(id)))).to.deep.equal([])
    expect(code.some((text) => text.includes('order-reschedule'))).to.equal(true)
  })
})
