import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { PHONE, launchBrowser } from '../src/browser.ts'
import { answer, payAndSee, shown, signIn, tap } from '../src/customer.ts'
import { PICTURE } from '../src/picture.ts'
import { asMerchant, described, h5Build, openShop, visit, type OpenShop } from '../src/shops.ts'

const textOf = async (page: Page, selector: string): Promise<string> =>
  (await shown(page, selector).textContent()) ?? ''

/** Waits until an element says `text`: a price follows what is filled in. */
const says = (page: Page, selector: string, text: string): Promise<void> =>
  page.locator(`${selector}:visible`).last().filter({ hasText: text }).waitFor()

describe('customers of the other shops, in a browser', function () {
  this.timeout(600_000)
  let browser: Browser
  let shop: OpenShop | undefined
  let faults: string[][] = []
  before(async () => {
    await h5Build()
    browser = await launchBrowser()
  })
  after(() => browser?.close())
  afterEach(async () => {
    await shop?.close()
    for (const context of browser.contexts()) await context.close()
    // A page that is left drops its requests; what the server refuses is said on the page.
    const own = faults.flat().filter((fault) => !/Failed to load resource/.test(fault))
    faults = []
    expect(own).to.deep.equal([])
  })

  const open = async (description: unknown, wall: string): Promise<void> => {
    shop = await openShop(description, wall)
  }
  const enter = async (): Promise<Page> => {
    if (!shop) throw new Error('There is no shop.')
    const { page, errors } = await visit(browser, shop, PHONE)
    faults.push(errors)
    return page
  }

  it('coding school: two children on a course with a deposit; one leaves again, the other pays the balance', async () => {
    await open(await described('schemas/examples/coding-school.json'), '2027-02-10 10:00')
    const page = await enter()
    await tap(page, '#service-enlightenment')
    await tap(page, '#next')
    await tap(page, '#people-more')
    await tap(page, '#session-spring')
    await tap(page, '#next')
    await signIn(page, '13800138001')
    await answer(page, { name: '王芳', phone: '13800138001', relation: 'mother', photos: 'no', terms: true })
    await tap(page, '#next')
    await answer(page, { name: '王小明', birthDate: '2019-05-01', grade: 'grade-2', allergy: 'no' })
    await tap(page, '#next')
    await answer(page, { name: '王小红', birthDate: '2018-05-01', grade: 'grade-3', allergy: 'no' })
    await tap(page, '#next')
    await tap(page, '#plan-deposit')
    await says(page, '#due-now', '¥500')
    // 2 × 2980, less 300 each for being early, less a tenth of 2980 for the second child
    await says(page, '#quote-total', '¥5062.00')
    await tap(page, '#pay')
    expect(await textOf(page, '#confirm-fault'), 'nothing is ticked beforehand').not.to.equal('')
    await tap(page, '#accept')
    await tap(page, '#pay')
    await payAndSee(page)

    await tap(page, '#order-cancel')
    await shown(page, '#cancel-refund').waitFor()
    await tap(page, '#cancel-person-1')
    await page.getByText('让这几位退出？').waitFor()
    await shown(page, '#cancel-refund').waitFor()
    await tap(page, '#cancel-confirm')
    await page.getByText('已退出').locator('visible=true').waitFor()
    // Of 500, 264.72 are the part of who stays, whose price is 2680.
    await says(page, '#order-further', '¥2415.28')
    await tap(page, '#order-pay')
    await payAndSee(page)
    expect(await page.locator('#order-pay:visible').count()).to.equal(0)
  })

  it('city run: a coupon found on the home page, one that is refused, the approval after the payment, and somebody who takes it over by its code', async () => {
    await open(await described('schemas/examples/city-run.json'), '2026-12-05 10:00')
    const page = await enter()
    await tap(page, '#home-coupons')
    await says(page, '#coupon-run2026', '每人可用 1 次')
    await tap(page, '#coupon-use-run2026')
    await tap(page, '#next')
    await tap(page, '#ticket-full-more')
    await tap(page, '#next')
    await signIn(page, '13800138002')
    await answer(page, { name: '陈晨', idDocument: '110101199003074477', phone: '13800138002' })
    await tap(page, '#next')
    await answer(page, { emergencyName: '陈父', emergencyPhone: '13800138009', size: 'm' })
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap(page, '#field-row-proof [id$="-add"]')])
    const uploaded = page.waitForResponse((response) => response.url().includes('/api/uploads'))
    await chooser.setFiles({ name: 'proof.png', mimeType: 'image/png', buffer: PICTURE })
    await uploaded
    await tap(page, '#next')
    await answer(page, { invoice: 'none' })
    await tap(page, '#next')
    await says(page, '#coupon-applied', 'RUN2026')
    await tap(page, '#coupon-remove')
    await says(page, '#quote-total', '¥215.00')
    await shown(page, '#coupon input').fill('NOPE')
    await tap(page, '#coupon-apply')
    expect(await textOf(page, '#coupon-fault')).to.contain('NOPE')
    await tap(page, '#coupon-use-run2026')
    await shown(page, '#coupon-applied').waitFor()
    // 200 for the race, 15 for the insurance, less 30
    await says(page, '#quote-total', '¥185.00')
    await tap(page, '#accept')
    await tap(page, '#pay')
    await payAndSee(page)
    await shown(page, '#awaiting').waitFor()
    const id = /id=([^&]+)/.exec(page.url())?.[1] ?? ''
    if (shop) await asMerchant(shop, `orders/${id}/approval`, { decision: 'approve' })
    await page.reload()
    await shown(page, '#check-in-code').waitFor()
    await tap(page, '#order-transfer')
    const code = await textOf(page, '#transfer-code')
    expect(code).to.match(/^[A-Z0-9]{16}$/)

    const taker = await enter()
    await taker.goto(`${shop?.url ?? ''}/#/pages/transfer/index`)
    await shown(taker, '#transfer-paste input').fill('0000000000000000')
    await tap(taker, '#transfer-next')
    await taker.getByText('没有这个转让码').locator('visible=true').waitFor()
    await tap(taker, '#transfer-other')
    await shown(taker, '#transfer-paste input').fill(code.toLowerCase())
    await tap(taker, '#transfer-next')
    await says(taker, '#transfer-what', '2027 城市跑')
    await answer(taker, { invoice: 'none' })
    await tap(taker, '#transfer-next')
    await answer(taker, { name: '何苗', idDocument: '110101199003070011', phone: '13800138012' })
    await answer(taker, { emergencyName: '何父', emergencyPhone: '13800138019', size: 'l' })
    await tap(taker, '#field-row-proof [id$="-add"]')
    const choosing = taker.waitForEvent('filechooser')
    const sent = taker.waitForResponse((response) => response.url().includes('/api/uploads'))
    await signIn(taker, '13800138012')
    const second = await choosing
    await second.setFiles({ name: 'proof.png', mimeType: 'image/png', buffer: PICTURE })
    await sent
    await tap(taker, '#accept')
    await tap(taker, '#transfer-accept')
    await shown(taker, '#check-in-code').waitFor()
  })

  it('home cleaning: four hours for two cleaners, moved to another time, and cancelled with everything back', async () => {
    await open(await described('schemas/examples/home-cleaning.json'), '2027-03-01 08:00')
    const page = await enter()
    await tap(page, '#service-cleaning')
    await tap(page, '#people-more')
    await tap(page, '#duration-240')
    await tap(page, '#next')
    await tap(page, '#day-2027-03-03')
    await tap(page, '#start-15-00')
    await tap(page, '#next')
    await signIn(page, '13800138003')
    await answer(page, {
      name: '李雷',
      phone: '13800138003',
      zone: 'outer',
      address: '花木路 1 号 301',
      area: '90',
      pets: 'no',
    })
    await tap(page, '#next')
    // 8 × 60, 24 for the last hour, 30 for the way, less 24 for a long job
    await says(page, '#quote-total', '¥510.00')
    await tap(page, '#accept')
    await tap(page, '#pay')
    await payAndSee(page)
    await tap(page, '#order-reschedule')
    await tap(page, '#day-2027-03-04')
    await tap(page, '#start-10-00')
    await tap(page, '#next')
    await page.getByText('3月4日 周四 10:00–14:00').locator('visible=true').waitFor()
    await tap(page, '#order-cancel')
    await says(page, '#cancel-refund', '¥510')
    await tap(page, '#cancel-confirm')
    await shown(page, '#order-again').waitFor()
  })

  it('lecture: who finds it full waits, and is booked when somebody leaves', async () => {
    const description = await described('schemas/examples/lecture.json')
    const [lecture] = description['services'] as { series: { seats: number }[] }[]
    if (lecture?.series[0]) lecture.series[0].seats = 1
    await open(description, '2027-01-05 10:00')
    const [early, late] = [await enter(), await enter()]
    const book = async (page: Page, next: string, phone: string): Promise<void> => {
      await tap(page, '#service-lecture')
      await tap(page, '#next')
      await tap(page, '[id^="session-january"]')
      await tap(page, next)
      if (next !== '#next') await tap(page, '#waitlist-join')
      await signIn(page, phone)
      await answer(page, { name: '王五', phone, heard: 'poster' })
      await tap(page, '#next')
      await tap(page, '#accept')
      await tap(page, '#pay')
    }
    await book(early, '#next', '13800138004')
    await tap(early, '#see-order')
    await book(late, '#join-waitlist', '13800138005')
    expect(await textOf(late, '[id^="position-"]')).to.equal('1')
    await tap(early, '#order-cancel')
    await tap(early, '#cancel-confirm')
    await shown(early, '#order-again').waitFor()
    await late.reload()
    await tap(late, '[id^="see-ord_"]')
    await shown(late, '#check-in-code').waitFor()
  })

  it('photo studio: a deposit, a move that costs nothing, one that moves once its fee is paid, and the balance', async () => {
    await open(await described('runtime/scenarios/more/photo-studio.shop.json'), '2027-03-01 10:00')
    const page = await enter()
    const move = async (day: string): Promise<void> => {
      await tap(page, '#order-reschedule')
      await tap(page, `#day-${day}`)
      await tap(page, '#start-14-00')
      await tap(page, '#next')
      await shown(page, '#page-order').waitFor()
    }
    await tap(page, '#service-portrait')
    await tap(page, '#next')
    await tap(page, '#day-2027-03-12')
    await tap(page, '#start-14-00')
    await tap(page, '#next')
    await signIn(page, '13800138006')
    await answer(page, { name: '郑好', phone: '13800138006' })
    await tap(page, '#next')
    await says(page, '#due-now', '¥179.70')
    await tap(page, '#accept')
    await tap(page, '#pay')
    await payAndSee(page)
    await move('2027-03-13')
    await page.getByText('3月13日 周六 14:00–16:00').locator('visible=true').waitFor()
    await move('2027-03-14')
    expect(await textOf(page, '#order-time')).to.contain('3月13日')
    await says(page, '#order-pay', '付改期费 ¥50')
    await tap(page, '#order-pay')
    await payAndSee(page)
    expect(await textOf(page, '#order-time')).to.contain('3月14日')
    await tap(page, '#order-pay')
    await payAndSee(page)
    await says(page, '#order-paid', '¥649.00')
  })
})
