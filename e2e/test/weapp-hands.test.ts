import { expect } from 'chai'
import type { Driver } from 'kaidian'
import { merchantOrders } from '../src/salon.ts'
import { described, openShop, type OpenShop } from '../src/shops.ts'
import { enterWeapp } from '../src/weapp.ts'
import { answerOn } from '../src/weappCustomer.ts'

const SALON = 'schemas/examples/salon.json'
const MOVES = ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch', 'navigateBack']

describe('the mini-program in impatient hands', function () {
  this.timeout(300_000)
  let shop: OpenShop
  let app: Driver | undefined
  before(async () => {
    shop = await openShop(await described(SALON), '2026-12-01 09:00')
  })
  afterEach(() => app?.kill())
  after(() => shop?.close())

  const enter = async (user: string): Promise<Driver> => {
    app = await enterWeapp(shop, await described(SALON), user)
    return app
  }

  /** Taps three times before anything can come of the first tap. @returns how often the app moved on. */
  const hammer = async (customer: Driver, id: string): Promise<number> => {
    const moves = () => customer.calls.filter(({ name }) => MOVES.includes(name)).length
    await customer.until(`#${id}`, () => customer.exists(id))
    await customer.settled()
    const before = moves()
    for (let time = 0; time < 3; time++) customer.tap(id)
    await customer.settled()
    return moves() - before
  }

  it('moves on once for three taps, at every step from the home page to the cancelled order', async () => {
    const customer = await enter('impatient')
    expect(await hammer(customer, 'service-cut'), 'a service').to.equal(1)
    expect(await hammer(customer, 'next'), 'to the times').to.equal(1)
    await customer.until('a free start', () => customer.find((id) => id.startsWith('start-')) !== undefined)
    expect(await hammer(customer, customer.find((id) => id.startsWith('start-')) ?? ''), 'a start').to.equal(0)
    expect(await hammer(customer, 'next'), 'to the sign-in').to.equal(0)
    await hammer(customer, 'sign-in-submit')
    await answerOn(customer, { name: '急急', phone: '13800138000' })
    expect(customer.route).to.equal('pages/form/index')
    expect(await hammer(customer, 'next'), 'to the price').to.equal(1)
    await customer.press('accept')
    await customer.until('a price', () => !customer.shows('pay', 'action-off'))
    await hammer(customer, 'pay')
    await customer.until('the result', () => customer.exists('see-order'))
    expect(customer.calls.filter(({ options }) => String(options['url']).includes('/result/')).length).to.equal(1)
    expect(await hammer(customer, 'see-order'), 'to the order').to.equal(1)
    await hammer(customer, 'order-cancel')
    await customer.until('the refund', () => customer.exists('cancel-refund'))
    expect(await hammer(customer, 'cancel-confirm'), 'the cancellation').to.equal(0)
    await customer.until('the cancelled order', () => customer.text().includes('已取消'))
    const orders = await merchantOrders(shop.url)
    expect(orders.map(({ state }) => state)).to.deep.equal(['cancelled'])
    expect(customer.errors).to.deep.equal([])
  })

  /** From the home page to the price of a cut with the director. */
  const upToConfirm = async (customer: Driver): Promise<string> => {
    await customer.press('service-cut')
    await customer.press('offering-director')
    await customer.press('next')
    await customer.until('a free start', () => customer.find((id) => id.startsWith('start-')) !== undefined)
    const start = customer.find((id) => id.startsWith('start-')) ?? ''
    await customer.press(start)
    await customer.press('next')
    await customer.press('sign-in-submit')
    await answerOn(customer, { name: '慢慢', phone: '13800138000', note: '不急' })
    await customer.press('next')
    await customer.until('the price', () => customer.exists('quote-total'))
    await customer.press('accept')
    await customer.until(
      'the tick',
      () => customer.shows('accept', 'tick-box-on') && !customer.shows('pay', 'action-off'),
    )
    return start
  }

  it('whose hold ran out on the last page holds the time again by a tap, and pays for one order', async () => {
    const customer = await enter('slow')
    await upToConfirm(customer)
    await shop.later(20)
    await customer.press('pay')
    await customer.until('a word about it', () => customer.exists('hold-over'))
    expect(customer.textOf('hold-over')).to.contain('保留时间已过')
    await customer.press('hold-again')
    await customer.until('a new hold', () => !customer.exists('hold-over'))
    await customer.settled()
    await customer.press('pay')
    await customer.until('the result', () => customer.text().includes('预约成功'))
    const own = (await merchantOrders(shop.url)).filter(({ state }) => state === 'confirmed')
    expect(own.length).to.equal(1)
  })

  it('whose time went to somebody else meanwhile is told so, and finds what was filled in at another time', async () => {
    const customer = await enter('slower')
    const start = await upToConfirm(customer)
    await shop.later(20)
    const quick = await enterWeapp(shop, await described(SALON), 'quick')
    expect(await upToConfirm(quick)).to.equal(start)
    await quick.press('pay')
    await quick.until('the result', () => quick.text().includes('预约成功'))
    quick.kill()
    await customer.press('pay')
    await customer.press('hold-again')
    await customer.until('a way out', () => customer.exists('choose-again'))
    await customer.press('choose-again')
    await customer.until('another time', () => customer.route === 'pages/time/index')
    await customer.settled()
    await customer.until('a free start', () => customer.find((id) => id.startsWith('start-')) !== undefined)
    await customer.press(customer.find((id) => id.startsWith('start-')) ?? '')
    await customer.press('next')
    await customer.until('the form', () => customer.route === 'pages/form/index')
    await customer.press('next')
    await customer.until('the price, since nothing is missing', () => customer.exists('quote-total'))
    expect(customer.text()).to.contain('慢慢').and.contain('不急')
    expect(customer.errors).to.deep.equal([])
  })
})
