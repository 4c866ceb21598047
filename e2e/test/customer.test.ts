import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { chooseAndSignIn, fillIn, pay, shown, tap } from '../src/customer.ts'
import { DESK, PHONE, launchBrowser, openPage } from '../src/browser.ts'
import { PASSWORD, merchantOrders, openSalon, type Salon } from '../src/salon.ts'

describe('a customer of the salon, in a browser', function () {
  this.timeout(180_000)
  let salon: Salon
  let browser: Browser
  before(async () => {
    salon = await openSalon()
    browser = await launchBrowser()
  })
  after(async () => {
    await browser?.close()
    await salon?.close()
  })

  it('books, fills in, pays, and cancels with the refund shown first', async () => {
    const { page, errors } = await openPage(browser, PHONE)
    await page.goto(salon.url)
    await chooseAndSignIn(page, '13800138001')
    await shown(page, '#field-name').waitFor()
    await tap(page, '#next')
    await shown(page, '#fault-name').waitFor()
    await fillIn(page, '韩梅梅', '13800138001')
    const total = (await shown(page, '#quote-total').textContent()) ?? ''
    await pay(page)
    const [order] = await merchantOrders(salon.url)
    expect(order).to.include({ state: 'confirmed', booking: 'confirmed' })
    expect(total).to.contain(String((order?.money.captured ?? 0) / 100))

    await tap(page, '#see-order')
    await tap(page, '#order-cancel')
    expect(await shown(page, '#cancel-refund').textContent()).to.match(/¥/)
    await tap(page, '#cancel-confirm')
    await page.getByText('已取消').locator('visible=true').first().waitFor()
    const [cancelled] = await merchantOrders(salon.url)
    expect(cancelled).to.include({ state: 'cancelled', booking: 'cancelled' })
    expect(errors).to.deep.equal([])
  })

  it('arrives in the console, where the merchant opens the order and checks the customer in once', async () => {
    const { page: phone } = await openPage(browser, PHONE)
    await phone.goto(salon.url)
    await chooseAndSignIn(phone, '13800138002')
    await fillIn(phone, '王小明', '13800138002')
    await pay(phone)
    const order = (await merchantOrders(salon.url)).find(({ state }) => state === 'confirmed')

    const { page, errors } = await openPage(browser, DESK)
    await page.goto(`${salon.url}/console/`)
    await page.getByTestId('console-password').fill(PASSWORD)
    await page.getByTestId('console-sign-in').click()
    await page.getByTestId('nav-orders').click()
    await page
      .getByText(order?.number ?? '')
      .first()
      .click()
    await page.getByText('王*明').or(page.getByText('王**')).first().waitFor()
    await page.goto(`${salon.url}/console/#/check-in`)
    await page.getByTestId('check-in-code').fill(order?.checkInCode ?? '')
    await page.getByTestId('check-in-submit').click()
    await page.getByText('核销成功').or(page.getByText('已到店')).first().waitFor()
    expect((await merchantOrders(salon.url)).find(({ id }) => id === order?.id)?.booking).to.equal('checked_in')
    expect(errors).to.deep.equal([])
  })
})
