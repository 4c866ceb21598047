import { launchBrowser, PHONE } from './browser.ts'
import { visit } from './shops.ts'
import { TOURS, nameOf, openFor } from './tours/index.ts'
const b = await launchBrowser()
const tour = TOURS.find((t) => nameOf(t) === 'salon')!
const shop = await openFor(tour)
const { page } = await visit(b, shop, { ...PHONE, deviceScaleFactor: 1 })
await page.waitForTimeout(1500)
for (const h of [844, 1434]) {
  await page.setViewportSize({ width: 390, height: h })
  await page.evaluate('document.querySelectorAll(".taro_page,html").forEach(e=>e.scrollTop=99999)')
  await page.waitForTimeout(500)
  console.log(
    await page.evaluate(
      `JSON.stringify([document.documentElement.scrollHeight, ...[...document.querySelectorAll('.taro_page')].map(p=>[p.id,p.scrollHeight,p.clientHeight,getComputedStyle(p).overflow,p.scrollTop])])`,
    ),
  )
  await page.screenshot({ path: `/tmp/ah-${h}.png` })
}
process.exit(0)
