import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, PHONE } from '../src/browser.ts'
import { chooseAndSignIn, shown, signIn, tap } from '../src/customer.ts'
import { described, openShop, visit, type OpenShop } from '../src/shops.ts'

const fill = (page: Page, field: string, text: string) =>
  shown(page, `#field-${field} input, #field-${field} textarea, input#field-${field}`).fill(text)

const faultsOn = (page: Page) => page.locator('.field-fault:visible').allTextContents()

const focusIsOn = (page: Page, field: string) => shown(page, `#field-${field} :focus`).waitFor()

/** A picture of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const word = (zh: string) => ({ 'zh-CN': zh })

/** What the example shops do not ask for. */
const FORM = {
  id: 'booking',
  title: word('登记'),
  pages: [
    { id: 'who', title: word('本人') },
    { id: 'pets', title: word('宠物') },
  ],
  fields: [
    { id: 'name', kind: 'personName', label: word('姓名'), required: true, page: 'who' },
    { id: 'phone', kind: 'phone', label: word('手机号'), required: true },
    { id: 'home', kind: 'region', label: word('地区'), required: true },
    { id: 'visits', kind: 'number', widget: 'stepper', integer: true, min: 1, max: 9, default: 2, label: word('次数') },
    { id: 'price', kind: 'number', label: word('单价') },
    { id: 'sum', kind: 'computed', compute: { kind: 'product', of: ['visits', 'price'] }, label: word('合计') },
    {
      id: 'pets',
      kind: 'group',
      label: word('宠物'),
      page: 'pets',
      min: 1,
      max: 2,
      fields: [
        { id: 'called', kind: 'text', label: word('名字'), required: true },
        { id: 'is', kind: 'choice', label: word('种类'), required: true, choices: [{ id: 'cat', title: word('猫') }, { id: 'dog', title: word('狗') }] },
        { id: 'breed', kind: 'text', label: word('品种'), required: true, visibleWhen: { fact: 'answer.is', op: 'eq', value: 'dog' } },
        { id: 'photo', kind: 'image', label: word('照片') },
      ],
    },
    { id: 'sign', kind: 'signature', label: word('签名'), required: true },
  ],
} // prettier-ignore

describe('filling in, in a browser', function () {
  this.timeout(300_000)
  let browser: Browser
  let shop: OpenShop | undefined
  before(async () => {
    browser = await launchBrowser()
  })
  afterEach(async () => {
    await shop?.close()
    shop = undefined
  })
  after(() => browser?.close())

  it('asks each runner, reads the ID card, and shows at its field what the server refuses', async () => {
    shop = await openShop(await described('schemas/examples/city-run.json'), '2026-12-10 12:00')
    const { page } = await visit(browser, shop, PHONE)
    for (const id of ['service-run', 'next', 'ticket-half-more', 'ticket-fun-more', 'next']) await tap(page, `#${id}`)
    await signIn(page, '13800138001')

    await shown(page, '#field-name').waitFor()
    await tap(page, '#next')
    await shown(page, '#fault-name').waitFor()
    await focusIsOn(page, 'name')
    await fill(page, 'name', '韩梅梅')
    await fill(page, 'idDocument', '１１０１０１２０１２０３０７００４０')
    expect(await shown(page, '#field-birthDate').textContent()).to.contain('2012-03-07')
    await fill(page, 'phone', '+86 138-0013-8001')
    await tap(page, '#next')
    await fill(page, 'emergencyName', '李雷')
    await fill(page, 'emergencyPhone', '13900139000')
    await tap(page, '#field-size-m')
    await fill(page, 'best', '1:5')
    await tap(page, '#next')
    expect(await faultsOn(page)).to.deep.equal(['请写成 时:分:秒，如 4:05:30。'])
    await fill(page, 'best', '1:55:00')
    await tap(page, '#keep-person')
    await tap(page, '#next')

    await tap(page, '#copy-before')
    await fill(page, 'name', '李明')
    await fill(page, 'idDocument', '11010119900307002X')
    await fill(page, 'phone', '13800138002')
    await tap(page, '#next')
    expect(await shown(page, '#field-emergencyName input').inputValue()).to.equal('李雷')
    await tap(page, '#next')
    await tap(page, '#next')

    await tap(page, '#accept')
    await tap(page, '#pay:not(.tap-disabled)')
    await page.getByText('半马要在比赛日满 18 岁').locator('visible=true').first().waitFor()
    expect(await shown(page, '#field-name input').inputValue()).to.equal('韩梅梅')
    await fill(page, 'idDocument', '110101199003070011')
    await page.locator('#fault-birthDate').waitFor({ state: 'detached' })

    await tap(page, '#person-1')
    await tap(page, '#pick-kept')
    expect(await shown(page, '#kept-0').textContent()).to.equal('韩梅梅')
  })

  it('takes rows of a group, files and a signature, and loses nothing when the page is loaded again', async () => {
    const salon = await described('schemas/examples/salon.json')
    shop = await openShop({ ...salon, forms: [FORM] }, '2026-12-01 10:00')
    const { page, errors } = await visit(browser, shop, PHONE)
    await chooseAndSignIn(page, '13800138001')
    await fill(page, 'name', '韩梅梅')
    await shown(page, '#field-home').selectOption('浙江省')
    await fill(page, 'home-city', '杭州市')
    await tap(page, '#field-visits-more')
    await fill(page, 'price', '12.5')
    expect(await shown(page, '#field-sum').textContent()).to.contain('37.5')
    await tap(page, '#next')
    expect(await faultsOn(page)).to.deep.equal(['请选到区县'])
    await fill(page, 'home-district', '西湖区')
    await tap(page, '#next')

    await fill(page, 'pets-0-called', '旺财')
    await tap(page, '#field-pets-0-is-dog')
    await tap(page, '#field-pets-add')
    await fill(page, 'pets-1-called', '咪咪')
    await tap(page, '#field-pets-1-is-cat')
    const files = page.waitForEvent('filechooser')
    await tap(page, '#field-pets-1-photo-add')
    await (await files).setFiles({ name: 'mimi.png', mimeType: 'image/png', buffer: PNG })
    await shown(page, '#upload-pets-1-photo-0').waitFor()
    await tap(page, '#field-sign-sign')
    const canvas = shown(page, '#signature-canvas')
    await shown(page, '#signature-canvas[width]').waitFor()
    const box = await canvas.boundingBox()
    await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 60)
    await page.mouse.down()
    await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 120, { steps: 8 })
    await page.mouse.up()
    await tap(page, '#signature-done')
    await shown(page, '#field-sign-clear').waitFor()
    await tap(page, '#next')
    await focusIsOn(page, 'pets-0-breed')

    await page.reload()
    await shown(page, '#upload-pets-1-photo-0 img').waitFor()
    expect(await shown(page, '#field-pets-0-called input').inputValue()).to.equal('旺财')
    await fill(page, 'pets-0-breed', '柴犬')
    await tap(page, '#next')
    await shown(page, '#quote-total').waitFor()
    expect(errors).to.deep.equal([])
  })
})
