import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { faults } from '../src/accessible.ts'
import { DESK, launchBrowser, openPage } from '../src/browser.ts'
import { PASSWORD, openSalon, type Salon } from '../src/salon.ts'

describe('the codes and links of the console', function () {
  this.timeout(120_000)
  let browser: Browser
  let salon: Salon
  before(async () => {
    browser = await launchBrowser()
    salon = await openSalon()
  })
  after(async () => {
    await browser?.close()
    await salon?.close()
  })

  it('gives a code for each service to be downloaded, and a link that opens it on the web', async () => {
    const { page, errors } = await openPage(browser, DESK)
    await page.goto(`${salon.url}/console/`)
    await page.locator('input[type=password]').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByTestId('nav-codes').click()
    const code = page.getByTestId('code')
    const home = await code.getAttribute('src')
    expect(await page.getByTestId('code-path').textContent()).to.equal('pages/home/index')

    expect(await faults(page, 'codes')).to.deep.equal([])
    await page.getByTestId('code-leads-to').click()
    await page.getByTitle('洗剪吹', { exact: true }).click()
    await page.locator(`[data-testid="code"]:not([src="${home}"])`).waitFor()
    expect(await page.getByTestId('code-path').textContent()).to.equal('pages/service/index?id=cut')
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('code-download').click()])
    expect(download.suggestedFilename()).to.match(/\.png$/)

    const link = (await page.getByTestId('code-web').textContent()) ?? ''
    await page.goto(link)
    await page.locator('#page-service #next:visible').waitFor()
    expect(errors).to.deep.equal([])
  })
})
