import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { faults } from '../src/accessible.ts'
import { PHONE, launchBrowser } from '../src/browser.ts'
import { shown, tap } from '../src/customer.ts'
import { described, openShop, visit, type OpenShop } from '../src/shops.ts'

const SCHEMES = ['light', 'dark'] as const

/** What is faint for a moment only: it fades, or an answer is under way. */
const WAITING = ['.taro__toast p', '.skeleton', '.confirm-asking', '.time-starts-waiting', '.sessions-waiting']

/** Found on the page once it has settled, in light and in dark. */
async function inBoth(page: Page, where: string): Promise<string[]> {
  for (const selector of WAITING) await page.locator(`${selector}:visible`).first().waitFor({ state: 'hidden' })
  const found: string[] = []
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.locator(`html.${scheme}`).waitFor({ state: 'attached' })
    found.push(...(await faults(page, `${where}, ${scheme}`)))
  }
  return found
}

const signIn = async (page: Page, phone: string): Promise<void> => {
  await shown(page, '#sign-in-phone input').fill(phone)
  await tap(page, '#sign-in-send')
  const words = await shown(page, '#sign-in-simulated-code').textContent()
  await shown(page, '#sign-in-code input').fill(/\d{6}/.exec(words ?? '')?.[0] ?? '')
  await tap(page, '#sign-in-submit')
}

describe('the pages in a browser, held to WCAG 2.1 AA by axe', function () {
  this.timeout(300_000)
  let browser: Browser
  let shop: OpenShop | undefined
  before(async () => {
    browser = await launchBrowser()
  })
  afterEach(() => shop?.close())
  after(() => browser?.close())

  it('have no serious fault in the salon, from home to the order', async () => {
    shop = await openShop(await described('schemas/examples/salon.json'), '2026-12-01 09:00')
    const { page } = await visit(browser, shop, PHONE)
    const found: string[] = []
    const look = async (where: string) => found.push(...(await inBoth(page, where)))
    await shown(page, '#service-cut').waitFor()
    await look('home')
    await tap(page, '#service-cut')
    await tap(page, '#offering-director')
    await look('service')
    await tap(page, '#next')
    await tap(page, '[id^="start-"]')
    await look('time')
    await tap(page, '#next')
    await shown(page, '#sign-in-phone').waitFor()
    await look('sign-in')
    await signIn(page, '13800138011')
    await shown(page, '#field-name').waitFor()
    await tap(page, '#next')
    await shown(page, '#fault-name').waitFor()
    await look('form with a fault')
    await shown(page, '#field-name input').fill('韩梅梅')
    await tap(page, '#next')
    await shown(page, '#quote-total').waitFor()
    await look('confirm')
    await tap(page, '#accept')
    await tap(page, '#pay')
    await page.getByRole('button', { name: '确认支付' }).click()
    await shown(page, '#see-order').waitFor()
    await look('result')
    await tap(page, '#see-order')
    await shown(page, '#order-number').waitFor()
    await look('order')
    for (const name of ['orders', 'me', 'agreement']) {
      await page.goto(`${shop.url}/#/pages/${name}/index`)
      await shown(page, `#page-${name}`).waitFor()
      await look(name)
    }
    expect(found).to.deep.equal([])
  })

  it('have no serious fault in the race, up to the form of a runner', async () => {
    shop = await openShop(await described('schemas/examples/city-run.json'), '2026-12-05 10:00')
    const { page } = await visit(browser, shop, PHONE)
    const found: string[] = []
    const look = async (where: string) => found.push(...(await inBoth(page, where)))
    await shown(page, '#service-run').waitFor()
    await look('home')
    await tap(page, '#service-run')
    await shown(page, '#next').waitFor()
    await look('service')
    await tap(page, '#next')
    await tap(page, '#ticket-half-more')
    await look('tickets')
    await tap(page, '#next')
    await signIn(page, '13800138012')
    await shown(page, '#page-form').waitFor()
    await tap(page, '#next')
    await shown(page, '[id^="fault-"]').waitFor()
    await look('form with faults')
    for (const name of ['orders', 'me', 'passes', 'waitlist']) {
      await page.goto(`${shop.url}/#/pages/${name}/index`)
      await page.locator('.screen:visible').last().waitFor()
      await look(name)
    }
    expect(found).to.deep.equal([])
  })
})
