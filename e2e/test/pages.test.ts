import { expect } from 'chai'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { faults } from '../src/accessible.ts'
import { PHONE, drawn, launchBrowser } from '../src/browser.ts'
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

/** What axe has against the page in light, and against its colours in dark. */
async function inBoth(page: Page, where: string): Promise<string[]> {
  const found: string[] = []
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.locator(`html.${scheme}`).waitFor({ state: 'attached' })
    await drawn(page)
    found.push(...(await faults(page, `${where}, ${scheme}`, scheme === 'dark')))
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

interface Walk {
  readonly page: Page
  readonly shop: OpenShop
  /** What the page complained of. */
  readonly errors: readonly string[]
}

/** A shop of its own with a customer in it, closed again whatever becomes of the walk. */
async function walking<T>(
  browser: Browser,
  tour: Tour,
  options: BrowserContextOptions,
  walk: (of: Walk) => Promise<T>,
): Promise<T> {
  const shop = await openFor(tour)
  try {
    const { page, errors } = await visit(browser, shop, options)
    try {
      return await walk({ page, shop, errors })
    } finally {
      await page.context().close()
    }
  } finally {
    await shop.close()
  }
}

/** In Chinese: what was found wrong, and how many requests the first page made. */
const inChinese = (browser: Browser, tour: Tour) =>
  walking(browser, tour, STILL, async ({ page, shop, errors }) => {
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
    await tour.walk(page, look, shop)
    // What the walk breaks on purpose is logged by the browser itself.
    return { found, first, errors: errors.filter((error) => !/Failed to load resource/.test(error)) }
  })

/** In English and in the largest text. */
const inLargeEnglish = (browser: Browser, tour: Tour) =>
  walking(browser, tour, { ...STILL, locale: 'en-GB' }, async ({ page, shop }) => {
    await page.route(`${shop.url}/`, async (route) => {
      const response = await route.fetch()
      await route.fulfill({
        response,
        body: (await response.text()).replace('<html', '<html style="font-size:150%"'),
      })
    })
    await page.reload()
    const found: string[] = []
    await tour.walk(
      page,
      async (where) => {
        await rested(page)
        found.push(...(await atWidths(page, where, [320])))
      },
      shop,
    )
    return found
  })

describe('every page of the example shops, in a browser', function () {
  this.timeout(300_000)
  let browser: Browser
  before(async () => {
    browser = await launchBrowser()
  })
  after(() => browser?.close())

  for (const tour of TOURS)
    describe(nameOf(tour), () => {
      let chinese: PromiseSettledResult<Awaited<ReturnType<typeof inChinese>>>
      let english: PromiseSettledResult<Awaited<ReturnType<typeof inLargeEnglish>>>
      // Side by side: either waits for the browser most of the time.
      before(async () => {
        ;[chinese, english] = await Promise.allSettled([inChinese(browser, tour), inLargeEnglish(browser, tour)])
      })

      it('has nothing serious against it by axe in light and dark, can be hit, and is not cut off from 320 to 430 px', () => {
        if (chinese.status === 'rejected') throw chinese.reason
        const { found, first, errors } = chinese.value
        expect(found).to.deep.equal([])
        expect(first, 'requests of the first page').to.be.within(1, 2)
        expect(errors).to.deep.equal([])
      })

      it('breaks no word in English and in the largest text on the narrowest phone', () => {
        if (english.status === 'rejected') throw english.reason
        expect(english.value).to.deep.equal([])
      })
    })
})
