/** `npm run shots`: every page of every example shop, light and dark, Chinese and English, on one HTML page to look through. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { ensureBrowser, home } from '../../scripts/setup.mjs'
import { PHONE, drawn, launchBrowser } from './browser.ts'
import { contactSheet, type Shot } from './contact-sheet.ts'
import { visit } from './shops.ts'
import { TOURS, nameOf, openFor, type Tour } from './tours/index.ts'

const LOCALES = ['zh-CN', 'en'] as const
/** At least, and at most for a page that is longer. */
const HEIGHT = { least: 844, most: 3200 }

/** Of each page, in either language. */
const VIEWS = [
  { width: 390, scheme: 'light' },
  { width: 390, scheme: 'dark' },
  { width: 320, scheme: 'light' },
  { width: 430, scheme: 'dark' },
  { width: 1280, scheme: 'light' },
] as const

/** What the page in front would need to show all it has; in a browser the tab bar takes a strip off it. */
const LENGTH = `(() => {
  const page = document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('.taro_page')
  return page ? page.scrollHeight + innerHeight - page.clientHeight : 0
})()`

async function photograph(browser: Browser, tour: Tour, folder: string): Promise<Shot[]> {
  const shots: Shot[] = []
  const name = nameOf(tour)
  for (const locale of LOCALES) {
    const shop = await openFor(tour)
    const { page } = await visit(browser, shop, { ...PHONE, deviceScaleFactor: 1, locale, reducedMotion: 'reduce' })
    let at = 0
    const look = async (where: string): Promise<void> => {
      at++
      for (const selector of ['.taro__toast p', '.skeleton'])
        await page.locator(`${selector}:visible`).first().waitFor({ state: 'hidden' })
      for (const { width, scheme } of VIEWS) {
        await page.emulateMedia({ colorScheme: scheme })
        await page.setViewportSize({ width, height: HEIGHT.least })
        await drawn(page)
        // The whole page, not what fits a screen: what lies further down is looked at as well.
        const height = Math.min(Number(await page.evaluate(LENGTH)), HEIGHT.most)
        if (height > HEIGHT.least) {
          await page.setViewportSize({ width, height })
          await drawn(page)
        }
        const file = `${name}-${String(at).padStart(2, '0')}-${locale}-${width}-${scheme}.jpg`
        await page.screenshot({ path: join(folder, file), type: 'jpeg', quality: 80 })
        shots.push({ shop: name, at, where, locale, width, scheme, file })
      }
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize({ width: 390, height: HEIGHT.least })
    }
    await tour.walk(page, look, shop)
    await page.context().close()
    await shop.close()
    process.stdout.write(`· ${name} ${locale}: ${at}\n`)
  }
  return shots
}

const folder = join(home, 'shots')
await rm(folder, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
process.env['CHROMIUM_PATH'] ??= await ensureBrowser()
const browser = await launchBrowser()
const shots: Shot[] = []
const only = process.argv.slice(2)
for (const tour of TOURS.filter(({ shop }) => only.length === 0 || only.some((part) => shop.includes(part))))
  shots.push(...(await photograph(browser, tour, folder)))
await browser.close()
const sheet = join(folder, 'index.html')
await writeFile(sheet, contactSheet(shots))
process.stdout.write(`\n${shots.length} 张 pictures: ${sheet}\n`)
process.exit(0)
