import { expect } from 'chai'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { faults } from '../src/accessible.ts'
import { PHONE, launchBrowser } from '../src/browser.ts'
import { measured } from '../src/measures.ts'
import { visit, type OpenShop } from '../src/shops.ts'
import { TOURS, nameOf, openFor, type Tour } from '../src/tours/index.ts'

const STILL: BrowserContextOptions = { ...PHONE, deviceScaleFactor: 1, reducedMotion: 'reduce' }

/** What is faint for a moment only: it fades, or an answer is under way. */
const WAITING = ['.taro__toast p', '.skeleton', '.confirm-asking', '.time-starts-waiting', '.sessions-waiting']

async function rested(page: Page): Promise<void> {
  // A page that is left gives up its names before it has slid away.
  await page.locator('.screen:visible').nth(1).waitFor({ state: 'hidden' })
  for (const selector of WAITING) await page.locator(`${selector}:visible`).first().waitFor({ state: 'hidden' })
}

/** What axe has against the page, in light and in dark. */
async function inBoth(page: Page, where: string): Promise<string[]> {
  const found: string[] = []
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.locator(`html.${scheme}`).waitFor({ state: 'attached' })
    found.push(...(await faults(page, `${where}, ${scheme}`)))
  }
  return found
}

/** What is cut off, broken or too small on phones from the narrowest to the widest. */
async function atWidths(page: Page, where: string, widths: readonly number[]): Promise<string[]> {
  const found: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 })
    found.push(...(await measured(page, `${where}, ${width} px`)))
  }
  await page.setViewportSize({ width: 390, height: 844 })
  return found
}

describe('every page of the example shops, in a browser', function () {
  this.timeout(300_000)
  let browser: Browser
  let shop: OpenShop | undefined
  before(async () => {
    browser = await launchBrowser()
  })
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
    await shop?.close()
  })
  after(() => browser?.close())

  const enter = async (tour: Tour, options: BrowserContextOptions) => {
    shop = await openFor(tour)
    return { ...(await visit(browser, shop, options)), shop }
  }

  for (const tour of TOURS) {
    const name = nameOf(tour)

    it(`${name}: axe has nothing serious against it in light and dark, all can be hit, nothing is cut off from 320 to 430 px`, async () => {
      const { page, errors, shop: open } = await enter(tour, STILL)
      const found: string[] = []
      const asked: string[] = []
      page.on('request', (request) => {
        if (request.url().includes('/api/')) asked.push(request.url())
      })
      let first: number | null = null
      await page.reload()
      const look = async (where: string): Promise<void> => {
        await rested(page)
        first ??= asked.length
        found.push(...(await inBoth(page, where)), ...(await atWidths(page, where, [320, 390, 430])))
      }
      await tour.walk(page, look, open)
      expect(found).to.deep.equal([])
      expect(first, 'requests of the first page').to.be.within(1, 2)
      // What the walk breaks on purpose is logged by the browser itself.
      expect(errors.filter((error) => !/Failed to load resource/.test(error))).to.deep.equal([])
    })

    it(`${name}: in English and in the largest text no word is broken on the narrowest phone`, async () => {
      const { page, shop: open } = await enter(tour, { ...STILL, locale: 'en-GB' })
      await page.route(`${open.url}/`, async (route) => {
        const response = await route.fetch()
        await route.fulfill({
          response,
          body: (await response.text()).replace('<html', '<html style="font-size:150%"'),
        })
      })
      await page.reload()
      const found: string[] = []
      const look = async (where: string): Promise<void> => {
        await rested(page)
        found.push(...(await atWidths(page, where, [320])))
      }
      await tour.walk(page, look, open)
      expect(found).to.deep.equal([])
    })
  }
})
