import { expect } from 'chai'
import type { Driver } from 'kaidian'
import { pictureFile } from '../src/picture.ts'
import { merchantOrders } from '../src/salon.ts'
import { asMerchant, described, openShop, type OpenShop } from '../src/shops.ts'
import { enterWeapp } from '../src/weapp.ts'
import {
  CLEANING,
  acceptAndPay,
  answerOn,
  fillInFamily,
  pressFirst,
  says,
  seeOrder,
  signInByTap,
  toCleaningForm,
} from '../src/weappCustomer.ts'

const HOME_CLEANING = 'schemas/examples/home-cleaning.json'
const LECTURE = 'schemas/examples/lecture.json'

/** Long enough for every page to be seen while it waits, and for each tap to be tapped again. */
const SLOW_MS = 400

describe('the mini-program on a slow network, and what can fail there', function () {
  this.timeout(300_000)
  let shop: OpenShop
  let app: Driver
  let picture: Awaited<ReturnType<typeof pictureFile>>

  before(async () => {
    picture = await pictureFile()
  })
  after(() => picture.remove())
  afterEach(async () => {
    app?.kill()
    await shop?.close()
    expect(app.errors).to.deep.equal([])
  })

  const open = async (path: string, wall: string, user: string): Promise<void> => {
    shop = await openShop(await described(path), wall)
    app = await enterWeapp(shop, await described(path), user, { files: () => [picture.path] })
  }
  const cleaningForm = async (): Promise<void> => {
    await open(HOME_CLEANING, '2027-03-01 08:00', 'han')
    await toCleaningForm(app, '2027-03-04')
    await answerOn(app, CLEANING)
  }

  it('a whole booking: each page shows that it waits, taps are not lost and not doubled, one order is made', async () => {
    await open(HOME_CLEANING, '2027-03-01 08:00', 'slow')
    app.network.fault = () => ({ delayMs: SLOW_MS })
    await app.press('service-cleaning')
    await app.press('next')
    await app.until('the page of times, still empty', () => app.route === 'pages/time/index' && app.network.pending > 0)
    expect(app.shows('page-time', 'skeleton'), 'it shows that it waits').to.equal(true)
    await app.press('day-2027-03-04')
    await app.press('start-10-00')
    await app.press('next')
    await app.until('the sign-in', () => app.exists('sign-in-submit'))
    app.tap('sign-in-submit')
    await app.until('the button to be busy', () => !app.exists('sign-in-submit') || app.shows('sign-in-submit', 'action-busy')) // prettier-ignore
    await answerOn(app, CLEANING)
    await app.press('next')
    await app.until('the price', () => app.exists('quote-total'))
    await app.press('accept')
    await app.until('a price that stands', () => app.shows('accept', 'tick-box-on') && !app.shows('pay', 'action-off'))
    app.tap('pay')
    await app.until('the button to be busy', () => app.shows('pay', 'action-busy'))
    app.tap('pay')
    await seeOrder(app)
    expect((await merchantOrders(shop.url)).map(({ state }) => state)).to.deep.equal(['confirmed'])
  })

  it('signing in: a failure is said on the sheet, and the next tap carries on to where the customer wanted to go', async () => {
    await open(HOME_CLEANING, '2027-03-01 08:00', 'han')
    app.network.fault = ({ path }) => (path === '/api/sessions' ? { status: 500 } : undefined)
    await toCleaningForm(app, '2027-03-04')
    await app.until('a sentence', () => app.exists('sign-in-fault') && app.textOf('sign-in-fault') !== '')
    app.network.fault = ({ path }) => (path === '/api/sessions' ? 'offline' : undefined)
    await signInByTap(app)
    await says(app, 'sign-in-fault', '网络')
    app.network.fault = undefined
    await signInByTap(app)
    await app.until('the form', () => app.exists('field-name'))
  })

  it('a picture that does not arrive: it says so, holds the form back, and is sent again by a tap', async () => {
    await cleaningForm()
    app.network.fault = ({ path }) => (path.startsWith('/api/uploads') ? 'offline' : undefined)
    await app.press('field-photos-add')
    await app.until('a way to send it again', () => app.exists('sending-photos-1-again'))
    expect(app.text()).to.contain('网络')
    await app.press('next')
    await app.settled()
    expect(app.route).to.equal('pages/form/index')
    app.network.fault = undefined
    await app.press('sending-photos-1-again')
    await app.until('the picture', () => app.exists('upload-photos-0'))
    await app.press('next')
    await app.until('the price', () => app.exists('quote-total'))
  })

  it('a picture that takes too long: it is called off by a tap, and the form goes on without it', async () => {
    await cleaningForm()
    app.network.fault = ({ path }) => (path.startsWith('/api/uploads') ? { delayMs: 3000 } : undefined)
    await app.press('field-photos-add')
    await app.until('the picture on its way', () => app.exists('sending-photos-1-remove'))
    app.tap('next')
    await app.until('a word that it is waited for', () =>
      app.calls.some(({ options }) => options['title'] === '文件还在上传，请稍等'),
    )
    expect(app.route).to.equal('pages/form/index')
    app.tap('sending-photos-1-remove')
    await app.until('none', () => !app.exists('sending-photos-1-remove'))
    app.tap('next')
    await app.until('the price', () => app.exists('quote-total'))
    await app.settled()
    await app.back()
    await app.until('the form', () => app.exists('field-photos-add'))
    expect(app.exists('upload-photos-0'), 'what arrived later counts for nothing').to.equal(false)
  })

  it('an order whose answer was lost, and a way to pay chosen anew: it leads to the order that was made, which there is once', async () => {
    await open('schemas/examples/coding-school.json', '2027-02-10 10:00', 'wang')
    await app.press('service-enlightenment')
    await app.press('next')
    await app.press('session-spring')
    await app.press('next')
    await signInByTap(app)
    await fillInFamily(app, '13800138001')
    await app.press('plan-deposit')
    await says(app, 'due-now', '¥500')
    app.network.fault = ({ method, path }) => (method === 'POST' && path === '/api/orders' ? 'lost' : undefined)
    await acceptAndPay(app)
    await app.until('a sentence', () => app.exists('confirm-fault') && !app.shows('pay', 'action-busy'))
    app.network.fault = undefined
    await app.press('plan-full')
    await app.until('the orders', () => app.route === 'pages/orders/index')
    await pressFirst(app, 'order-ord_')
    await app.until('the order', () => app.exists('order-pay'))
    expect(app.textOf('order-pay')).to.contain('¥500')
    const toasts = app.calls.filter(({ name }) => name === 'showToast').map(({ options }) => String(options['title']))
    expect(toasts).to.include('这次预约已经提交过了，请到订单里查看。')
    expect((await merchantOrders(shop.url)).length).to.equal(1)
  })

  it('what the guest thought of it: a failure keeps the answers, a lost answer is not given twice', async () => {
    await open(LECTURE, '2027-01-15 10:00', 'guest')
    await app.press('service-lecture')
    await app.press('next')
    await pressFirst(app, 'session-january')
    await app.press('next')
    await signInByTap(app)
    await answerOn(app, { name: '王五', phone: '13800138004', heard: 'poster' })
    await app.press('next')
    await acceptAndPay(app)
    await seeOrder(app)
    const [order] = await merchantOrders(shop.url)
    await shop.later(28 * 60)
    await asMerchant(shop, `orders/${order?.id}/check-in`, {})
    await shop.later(4 * 60)
    await app.pullDown()
    await app.press('order-feedback')
    await app.until('the questions', () => app.route === 'pages/feedback/index' && app.exists('field-overall-5'))
    await app.press('field-overall-5')
    await app.press('field-length-right')
    app.network.fault = ({ path }) => (path.endsWith('/feedback') ? { status: 500 } : undefined)
    await app.press('feedback-send')
    await app.settled()
    expect(app.route).to.equal('pages/feedback/index')
    expect(app.calls.at(-1)?.name).to.equal('showToast')
    app.network.fault = ({ path }) => (path.endsWith('/feedback') ? 'lost' : undefined)
    await app.press('feedback-send')
    await app.settled()
    app.network.fault = undefined
    if (app.route === 'pages/feedback/index') await app.press('feedback-send')
    await app.until('the order, with what was given', () => app.route === 'pages/order/index')
    await app.settled()
    expect(app.exists('order-feedback')).to.equal(false)
    expect(app.text()).to.contain('正好')
  })
})
