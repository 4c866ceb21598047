import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { PHONE, launchBrowser } from '../src/browser.ts'
import { shown, tap } from '../src/customer.ts'
import { described, openShop, visit, type OpenShop } from '../src/shops.ts'

const SIZE = `getComputedStyle(document.querySelector('#shop-name')).fontSize`

describe('how a shop looks, in a browser', function () {
  this.timeout(120_000)
  let browser: Browser
  let shop: OpenShop | undefined
  before(async () => {
    browser = await launchBrowser()
  })
  afterEach(() => shop?.close())
  after(() => browser?.close())

  it('follows the phone into the dark, until the customer chooses otherwise, and remembers', async () => {
    shop = await openShop(await described('schemas/examples/salon.json'), '2026-12-01 09:00')
    const { page, errors } = await visit(browser, shop, { ...PHONE, colorScheme: 'dark' })
    await page.locator('html.look-calm.dark').waitFor({ state: 'attached' })
    await page.goto(`${shop.url}/#/pages/me/index`)
    await tap(page, '#appearance-light')
    await page.locator('html.light').waitFor({ state: 'attached' })
    await page.reload()
    await shown(page, '#appearance-light[aria-checked="true"]').waitFor()
    await page.locator('html.light').waitFor({ state: 'attached' })
    await tap(page, '#appearance-system')
    await page.locator('html.dark').waitFor({ state: 'attached' })
    await page.emulateMedia({ colorScheme: 'light' })
    await page.locator('html.light').waitFor({ state: 'attached' })
    expect(errors).to.deep.equal([])
  })

  it('is as its description says: look, and dark for a shop that chose it', async () => {
    const run = await described('schemas/examples/city-run.json')
    const theme = { accent: '#ffe600', look: 'warm', appearance: 'dark' }
    shop = await openShop({ ...run, theme }, '2026-12-05 10:00')
    const { page } = await visit(browser, shop, { ...PHONE, colorScheme: 'light' })
    await page.locator('html.look-warm.dark').waitFor({ state: 'attached' })
  })

  it('lets text grow as large as the customer reads it', async () => {
    shop = await openShop(await described('schemas/examples/salon.json'), '2026-12-01 09:00')
    const { page } = await visit(browser, shop, PHONE)
    await shown(page, '#shop-name').waitFor()
    const size = async () => parseFloat(await page.evaluate<string>(SIZE))
    const usual = await size()
    await page.route(`${shop.url}/`, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: (await response.text()).replace('<html', '<html style="font-size:130%"') })
    })
    await page.goto(`${shop.url}/`)
    await page.reload()
    await shown(page, '#shop-name').waitFor()
    expect((await size()) / usual).to.be.closeTo(1.3, 0.01)
  })

  it('speaks the first of the browser’s languages that the shop speaks', async () => {
    const salon = await described('schemas/examples/salon.json')
    shop = await openShop(salon, '2026-12-01 09:00')
    const { page } = await visit(browser, shop, { ...PHONE, locale: 'en-GB' })
    await page.locator('html[lang="en"]').waitFor({ state: 'attached' })
    await page.getByText('Sign in').or(page.getByText('Services')).first().waitFor()
    const german = await visit(browser, shop, { ...PHONE, locale: 'de-DE' })
    await german.page.locator('html[lang="zh-CN"]').waitFor({ state: 'attached' })
  })

  it('speaks no language that the shop does not', async () => {
    const salon = await described('schemas/examples/salon.json')
    shop = await openShop({ ...salon, locales: ['zh-CN'] }, '2026-12-01 09:00')
    const { page } = await visit(browser, shop, { ...PHONE, locale: 'en-GB' })
    await shown(page, '#shop-name').waitFor()
    await page.locator('html[lang="zh-CN"]').waitFor({ state: 'attached' })
  })
})
