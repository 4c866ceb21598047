import { expect } from 'chai'
import type { Driver, Platform } from 'kaidian'
import { merchantOrders } from '../src/salon.ts'
import { described, openShop, type OpenShop } from '../src/shops.ts'
import { enterWeapp } from '../src/weapp.ts'
import { acceptAndPay, says, seeOrder, toCleaningForm, toCleaningPrice } from '../src/weappCustomer.ts'

describe('the mini-program on a bad network', function () {
  this.timeout(300_000)
  let shop: OpenShop
  let app: Driver | undefined
  before(async () => {
    shop = await openShop(await described('schemas/examples/home-cleaning.json'), '2027-03-01 08:00')
  })
  afterEach(() => app?.kill())
  after(() => shop?.close())

  const enter = async (user: string, platform: Partial<Platform> = {}): Promise<Driver> => {
    app = await enterWeapp(shop, await described('schemas/examples/home-cleaning.json'), user, platform)
    return app
  }
  const ordersOf = async (): Promise<number> => (await merchantOrders(shop.url)).length

  it('says so when there is none, and goes on from there once there is', async () => {
    const customer = await enter('offline')
    await customer.settled()
    customer.network.fault = () => 'offline'
    await customer.press('service-cleaning')
    await customer.press('next')
    await customer.until('a sentence', () => customer.text().includes('网络'))
    customer.network.fault = undefined
    await customer.press('retry')
    await customer.until('the days', () => customer.find((id) => id.startsWith('day-')) !== undefined)
    expect(customer.errors).to.deep.equal([])
  })

  it('makes one order when the answer to it is lost and the customer taps again', async () => {
    const before = await ordersOf()
    const customer = await enter('lost')
    await toCleaningPrice(customer, '2027-03-03')
    let lost = 0
    customer.network.fault = ({ method, path }) =>
      method === 'POST' && path === '/api/orders' && lost++ === 0 ? 'lost' : undefined
    await acceptAndPay(customer)
    await customer.until('a sentence, and a button to tap again', () => {
      return customer.exists('confirm-fault') && !customer.shows('pay', 'action-busy')
    })
    expect(lost).to.equal(1)
    await customer.press('pay')
    await seeOrder(customer)
    expect(await ordersOf()).to.equal(before + 1)
  })

  it('makes one order of two taps at once', async () => {
    const before = await ordersOf()
    const customer = await enter('double')
    await toCleaningPrice(customer, '2027-03-04')
    await customer.press('accept')
    await customer.until('a settled price', () => !customer.shows('pay', 'action-off'))
    await customer.settled()
    customer.tap('pay')
    customer.tap('pay')
    await seeOrder(customer)
    expect(await ordersOf()).to.equal(before + 1)
  })

  it('keeps what was filled in over a server that answers 503 with a page of its own', async () => {
    const customer = await enter('broken')
    await toCleaningPrice(customer, '2027-03-05')
    await customer.back()
    await customer.until('the form', () => customer.exists('field-name'))
    customer.network.fault = () => ({ status: 503, body: '<html>503</html>' })
    await customer.press('next')
    await customer.settled()
    customer.network.fault = undefined
    if (customer.route === 'pages/form/index') await customer.press('next')
    await says(customer, 'quote-total', '¥')
    expect(customer.errors).to.deep.equal([])
  })

  it('takes the phone number of WeChat by a tap', async () => {
    const customer = await enter('phone')
    await toCleaningForm(customer, '2027-03-06')
    await customer.press('field-phone-by-tap')
    await customer.until('the number', () => !customer.exists('field-phone-by-tap'))
    expect(JSON.stringify(customer.tree())).to.include('13800138000')
  })

  it('says so when a network answers in the place of the shop, and when an order could not be asked for anew', async () => {
    const customer = await enter('hotel')
    await toCleaningPrice(customer, '2027-03-08')
    await acceptAndPay(customer)
    await seeOrder(customer)
    await customer.settled()
    customer.network.fault = () => ({ status: 200, body: '<html>Sign in to Hotel WiFi</html>' })
    await customer.pullDown()
    await customer.until('a sentence', () => customer.exists('stale'))
    expect(customer.textOf('stale')).to.contain('不是店铺的回答')
    expect(customer.exists('order-number'), 'what was known stays').to.equal(true)
    customer.network.fault = undefined
    await customer.press('retry')
    await customer.until('a fresh order', () => !customer.exists('stale'))
    expect(customer.errors).to.deep.equal([])
  })

  it('shows an order as cancelled although the answer to the cancellation was lost', async () => {
    const customer = await enter('cancelling')
    await toCleaningPrice(customer, '2027-03-09')
    await acceptAndPay(customer)
    await seeOrder(customer)
    await customer.press('order-cancel')
    await customer.until('the refund', () => customer.exists('cancel-refund'))
    customer.network.fault = ({ path }) => (path.endsWith('/cancellation') ? 'lost' : undefined)
    await customer.press('cancel-confirm')
    await customer.until('the cancelled order', () => customer.exists('order-again'))
    expect(customer.errors).to.deep.equal([])
  })

  it('asks once for an order that is opened', async () => {
    const customer = await enter('once')
    await toCleaningPrice(customer, '2027-03-10')
    await acceptAndPay(customer)
    await customer.until('the result', () => customer.exists('see-order'))
    await customer.settled()
    const before = customer.network.requests.length
    await seeOrder(customer)
    await customer.settled()
    const asked = customer.network.requests.slice(before).map(({ path }) => path)
    expect(asked.filter((path) => /^\/api\/orders\/[^/]+$/.test(path)).length).to.equal(1)
  })

  it('asks anew for a page that is pulled down', async () => {
    const customer = await enter('pulling')
    const askedFor = async (): Promise<string[]> => {
      await customer.settled()
      const before = customer.network.requests.length
      await customer.pullDown()
      await customer.settled()
      return customer.network.requests.slice(before).map(({ path }) => path)
    }
    expect(await askedFor(), 'home').to.deep.equal(['/api/shop'])
    await customer.press('service-cleaning')
    expect(await askedFor(), 'service').to.deep.equal(['/api/shop'])
    await customer.press('next')
    await customer.until('the days', () => customer.find((id) => id.startsWith('day-')) !== undefined)
    expect(
      (await askedFor()).map((path) => path.split('?')[0]),
      'time',
    ).to.deep.equal(['/api/availability'])
    expect(customer.calls.filter(({ name }) => name === 'stopPullDownRefresh').length).to.equal(3)
  })
})
