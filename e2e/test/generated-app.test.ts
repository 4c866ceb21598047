import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { fromBufferPromise } from 'yauzl'
import { DESK, launchBrowser, openPage } from '../src/browser.ts'
import { chooseAndSignIn, fillIn, pay } from '../src/customer.ts'
import { freshHome } from '../src/home.ts'
import { start, type Running } from '../src/process.ts'

async function unzip(file: string, folder: string): Promise<string[]> {
  const zip = await fromBufferPromise(await readFile(file), { lazyEntries: true })
  const names: string[] = []
  for await (const entry of zip.eachEntry()) {
    const path = join(folder, entry.fileName)
    names.push(entry.fileName)
    await mkdir(dirname(path), { recursive: true })
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path))
  }
  return names
}

const npm = process.env['npm_execpath'] ?? join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js')

describe('an app made in the studio', function () {
  this.timeout(300_000)
  let folder = ''
  let studio: Running
  let browser: Browser
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kaidian-studio-'))
    studio = start(['scripts/start.mjs'], { env: { PORT: '0', KAIDIAN_HOME: await freshHome(join(folder, 'home')) } })
    browser = await launchBrowser()
  })
  after(async () => {
    await browser?.close()
    studio?.child.kill('SIGTERM')
    await studio?.ended
    await rm(folder, { recursive: true, force: true })
  })

  it('carries the change, unpacks, installs and passes its own smoke test', async () => {
    const [, url] = await studio.printed(/(http:\/\/127\.0\.0\.1:\d+)/)
    const { page, errors } = await openPage(browser, DESK)
    await page.goto(url ?? '')
    await page.getByTestId('shop-card-qingsi').click()
    await page.getByTestId('shop-name-zh').fill('青丝造型·新店')
    await page.goto(`${url}/#/shops/qingsi/theme`)
    await page.getByTestId('look-crisp').click()
    await page.getByTestId('appearance').getByText('深色').click()
    await page
      .frameLocator('[data-testid="preview-frame"]')
      .locator('html.look-crisp.dark')
      .waitFor({ state: 'attached' })
    await page.getByTestId('save-state').getByText('已保存').waitFor()
    await page.getByTestId('generate').click()
    await page.getByTestId('generate-start').click()
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      page.getByTestId('download-zip').click({ timeout: 60_000 }),
    ])
    const file = join(folder, 'app.zip')
    await download.saveAs(file)
    expect(errors).to.deep.equal([])

    const names = (await unzip(file, join(folder, 'unpacked'))).map((name) => name.replace(/^qingsi\//, ''))
    const app = join(folder, 'unpacked/qingsi')
    expect(names).to.include.members([
      'README.md',
      'kaidian.json',
      'miniprogram/src/app.tsx',
      'api/package-lock.json',
      'console/index.html',
      'deploy/docker-compose.yml',
    ])
    expect(await readFile(join(app, 'miniprogram/src/shop.ts'), 'utf8'))
      .to.contain('青丝造型·新店')
      .and.contain('"look":"crisp"')
    const install = await start([npm, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: join(app, 'api') })
      .ended
    expect(install.code, install.output).to.equal(0)
    const test = await start([npm, 'test'], { cwd: join(app, 'api') }).ended
    expect(test.code, test.output).to.equal(0)
    expect(test.output).to.match(/pass [1-9]/)
  })

  it('shows a mistake at the field it belongs to', async () => {
    const [, url] = await studio.printed(/(http:\/\/127\.0\.0\.1:\d+)/)
    const { page } = await openPage(browser, DESK)
    await page.goto(url ?? '')
    await page.getByTestId('shop-card-qingsi').click()
    await page.getByTestId('shop-name-zh').fill('')
    await page.locator('.ant-form-item-has-error', { has: page.getByTestId('shop-name-zh') }).waitFor()
    await page.getByTestId('shop-name-zh').fill('青丝造型')
    await page.locator('.ant-form-item-has-error').waitFor({ state: 'detached' })
  })

  it('lets the merchant walk the flow of the edited shop in the phone frame', async () => {
    const [, url] = await studio.printed(/(http:\/\/127\.0\.0\.1:\d+)/)
    const { page } = await openPage(browser, DESK)
    await page.goto(url ?? '')
    await page.getByTestId('shop-card-qingsi').click()
    const frame = page.frameLocator('[data-testid="preview-frame"]')
    await frame.locator('#service-cut').waitFor({ timeout: 60_000 })
    await page.getByTestId('shop-name-zh').fill('青丝造型二店')
    await frame.locator('#shop-name').getByText('青丝造型二店').waitFor()
    await chooseAndSignIn(frame, '13800138003')
    await fillIn(frame, '李雷', '13800138003')
    await pay(frame)
  })
})
