import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { broken, Driver, simulatedPlatform, writeFiles, type WeappBuild } from 'kaidian'
import { root, start } from '../src/process.ts'
import { merchantOrders, openSalon, salonDescription, type Salon } from '../src/salon.ts'
import { appOf, drivenApi, weappOf } from '../src/weapp.ts'

describe('the mini-program of the salon, built for WeChat', function () {
  this.timeout(300_000)
  let folder = ''
  let salon: Salon
  let built: WeappBuild
  let running: Driver | undefined

  before(async () => {
    salon = await openSalon()
    built = await weappOf(await salonDescription())
    folder = await mkdtemp(join(tmpdir(), 'kaidian-weapp-'))
    await writeFiles(await appOf(await salonDescription()), folder)
  })
  after(async () => {
    running?.kill()
    await salon?.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('is sound TypeScript', async () => {
    await symlink(built.nodeModules, join(folder, 'miniprogram/node_modules'), 'dir')
    const checked = await start([join(root, 'node_modules/typescript/bin/tsc'), '--noEmit'], {
      cwd: join(folder, 'miniprogram'),
    }).ended
    expect(checked.output).to.equal('')
    expect(checked.code).to.equal(0)
  })

  it('leads from browsing without sign-in to a paid order and its cancellation with the refund of the policy', async () => {
    let signedIn = 0
    const simulated = simulatedPlatform(salon.url, 'weapp-customer')
    const app = await Driver.launch({
      ...built,
      api: drivenApi(salon.url),
      platform: {
        ...simulated,
        loginCode: () => {
          signedIn++
          return simulated.loginCode()
        },
      },
    })
    running = app
    await app.press('service-cut')
    await app.press('offering-director')
    await app.press('next')
    await app.until('a free start', () => app.find((id) => id.startsWith('start-')) !== undefined)
    expect(signedIn, 'browsing needs no sign-in').to.equal(0)
    await app.press(app.find((id) => id.startsWith('start-')) ?? '')
    await app.press('next')
    await app.press('sign-in-submit')
    await app.until('the form', () => app.exists('field-name'))
    expect(signedIn).to.equal(1)
    app.input('field-name', '李雷')
    app.input('field-phone', '13800138000')
    app.input('field-note', '想剪短一点 😀')
    await app.press('next')
    await app.until('the price', () => app.exists('quote-total'))
    const total = app.textOf('quote-total')
    await app.press('accept')
    await app.until('the tick, and a price that is settled', () => {
      return app.shows('accept', 'tick-box-on') && !app.shows('pay', 'action-off')
    })
    await app.press('pay')
    await app.until('the result', () => app.route === 'pages/result/index' && app.text().includes('预约成功'))
    const [order] = await merchantOrders(salon.url)
    expect(order).to.include({ state: 'confirmed', booking: 'confirmed' })
    expect(total).to.contain(`${(order?.money.captured ?? 0) / 100}`)

    await app.press('see-order')
    await app.press('order-cancel')
    await app.until('the refund', () => app.exists('cancel-refund'))
    await app.press('cancel-confirm')
    await app.until('the cancelled order', () => app.text().includes('已取消'))
    const [cancelled] = await merchantOrders(salon.url)
    expect(cancelled).to.include({ state: 'cancelled', booking: 'cancelled' })
    expect(cancelled?.money.refunded).to.be.greaterThan(0)
    expect(app.errors).to.deep.equal([])
    expect(app.reports().flatMap(broken)).to.deep.equal([])
  })

  it('speaks the language of the phone until the customer chooses another, and remembers', async () => {
    const enter = async (language: 'zh_CN' | 'en', storage?: Driver['storage']): Promise<Driver> => {
      running?.kill()
      running = await Driver.launch({
        ...built,
        api: drivenApi(salon.url),
        platform: simulatedPlatform(salon.url, 'abroad'),
        phone: { language },
        ...(storage ? { storage } : {}),
      })
      return running
    }
    const english = await enter('en')
    await english.open('pages/me/index')
    await english.until('English', () => english.text().includes('Sign in'))
    await english.press('language-zh-CN')
    await english.until('Chinese', () => english.text().includes('登录'))
    const again = await enter('en', english.storage)
    await again.open('pages/me/index')
    await again.until('Chinese', () => again.text().includes('登录'))
    const chinese = await enter('zh_CN')
    await chinese.open('pages/me/index')
    await chinese.until('Chinese', () => chinese.text().includes('登录'))
  })

  it('shows the home page where a link leads to something the shop does not have', async () => {
    running?.kill()
    running = await Driver.launch({
      ...built,
      api: drivenApi(salon.url),
      platform: simulatedPlatform(salon.url, 'astray'),
      url: 'pages/tickets/index?service=run',
    })
    const app = running
    await app.until('the home page', () => app.exists('service-cut'))
    expect(app.errors).to.deep.equal([])
  })
})
