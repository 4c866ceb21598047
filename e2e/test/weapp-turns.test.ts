import { expect } from 'chai'
import type { Driver, Platform } from 'kaidian'
import { pictureFile } from '../src/picture.ts'
import { merchantOrders } from '../src/salon.ts'
import { asMerchant, described, openShop, type OpenShop } from '../src/shops.ts'
import { enterWeapp } from '../src/weapp.ts'
import {
  acceptAndPay,
  answerOn,
  fillInFamily,
  pressFirst,
  says,
  seeOrder,
  signInByTap,
  toCleaningForm,
  toCleaningPrice,
} from '../src/weappCustomer.ts'

describe('turns that a booking takes, in the mini-program', function () {
  this.timeout(300_000)
  let shop: OpenShop
  let description: unknown
  let apps: Driver[] = []
  let picture: Awaited<ReturnType<typeof pictureFile>>

  before(async () => {
    picture = await pictureFile()
  })
  after(() => picture.remove())
  afterEach(async () => {
    for (const app of apps) app.kill()
    await shop?.close()
    const errors = apps.flatMap((app) => app.errors)
    apps = []
    expect(errors).to.deep.equal([])
  })

  const open = async (given: unknown, wall: string): Promise<void> => {
    description = given
    shop = await openShop(given, wall)
  }
  const enter = async (user: string, platform: Partial<Platform> = {}): Promise<Driver> => {
    const app = await enterWeapp(shop, description, user, { files: () => [picture.path], ...platform })
    apps.push(app)
    return app
  }

  it('an offer from the waiting list: who waits is told, takes it up, and pays', async () => {
    const given = await described('schemas/examples/coding-school.json')
    const [course] = given['services'] as { series: { seats: number }[] }[]
    if (course?.series[0]) course.series[0].seats = 1
    await open(given, '2027-02-10 10:00')
    const choose = async (app: Driver, next: string): Promise<void> => {
      await app.press('service-enlightenment')
      await app.press('next')
      await app.press('session-spring')
      await app.press(next)
    }
    const fillIn = async (app: Driver, phone: string): Promise<void> => {
      await fillInFamily(app, phone)
      await acceptAndPay(app)
      await seeOrder(app)
    }
    const [early, late] = [await enter('early'), await enter('late')]
    await choose(early, 'next')
    await signInByTap(early)
    await fillIn(early, '13800138001')
    await choose(late, 'join-waitlist')
    await late.press('waitlist-join')
    await signInByTap(late)
    await late.until('the place in the line', () => late.find((id) => id.startsWith('position-')) !== undefined)
    await early.press('order-cancel')
    await early.press('cancel-confirm')
    await early.until('the cancelled order', () => early.exists('order-again'))
    await shop.later(1)
    await late.pullDown()
    await late.until('the offer', () => late.find((id) => id.startsWith('offered-')) !== undefined)
    expect(late.textOf(late.find((id) => id.startsWith('offered-')) ?? '')).to.match(/11:5\d:\d\d|12:00:00|小时|前/)
    await pressFirst(late, 'take-up-')
    await fillIn(late, '13800138002')
    await late.until('the code to show', () => late.exists('check-in-code'))
  })

  it('a rejection: the customer reads the reason, and that the money comes back', async () => {
    await open(await described('schemas/examples/city-run.json'), '2026-12-05 10:00')
    const app = await enter('chen')
    await app.press('service-run')
    await app.press('next')
    await app.press('ticket-full-more')
    await app.press('next')
    await signInByTap(app)
    await answerOn(app, { name: '陈晨', idDocument: '110101199003074477', phone: '13800138002' })
    await app.press('next')
    await answerOn(app, { emergencyName: '陈父', emergencyPhone: '13800138009', size: 'm' })
    await pressFirst(app, 'field-proof-add')
    await app.until('the picture to arrive', () => app.find((id) => id.startsWith('upload-proof-')) !== undefined)
    await app.press('next')
    await answerOn(app, { invoice: 'none' })
    await app.press('next')
    await acceptAndPay(app)
    await seeOrder(app)
    await app.until('the wait for the approval', () => app.exists('awaiting'))
    const [order] = await merchantOrders(shop.url)
    await asMerchant(shop, `orders/${order?.id}/approval`, { decision: 'reject', reason: '成绩证明看不清' })
    await shop.later(1)
    await app.pullDown()
    await app.until('the rejection', () => app.exists('rejected'))
    await app.settled()
    expect(app.textOf('rejected')).to.contain('没有通过').and.contain('原路退回')
    expect(app.text()).to.contain('成绩证明看不清')
    expect(app.exists('order-pay')).to.equal(false)
  })

  it('an approval before the payment: the customer applies, pays once it is granted, and then has a place', async () => {
    const given = await described('schemas/examples/home-cleaning.json')
    const { booking } = given['policies'] as { booking: { approval?: string } }
    booking.approval = 'beforePayment'
    await open(given, '2027-03-01 08:00')
    const app = await enter('han')
    await toCleaningPrice(app, '2027-03-03')
    expect(app.textOf('approval-note')).to.contain('确认')
    expect(app.textOf('pay')).to.not.contain('¥')
    await acceptAndPay(app)
    await app.until('the application', () => app.exists('result-awaiting_approval'))
    expect(
      app.calls.some(({ name }) => name === 'requestPayment'),
      'nothing is paid yet',
    ).to.equal(false)
    await seeOrder(app)
    await app.until('the wait', () => app.exists('awaiting'))
    expect(app.exists('order-pay')).to.equal(false)
    const [order] = await merchantOrders(shop.url)
    await asMerchant(shop, `orders/${order?.id}/approval`, { decision: 'approve' })
    await app.pullDown()
    await app.press('order-pay')
    await seeOrder(app)
    await app.until('the code to show', () => app.exists('check-in-code'))
    expect((await merchantOrders(shop.url)).map(({ state }) => state)).to.deep.equal(['confirmed'])
  })

  it('an order that nobody paid: it says that nothing was charged, and offers to book again', async () => {
    await open(await described('schemas/examples/home-cleaning.json'), '2027-03-01 08:00')
    const app = await enter('han', { pay: () => Promise.reject(new Error('cancel')) })
    await toCleaningPrice(app, '2027-03-03')
    await acceptAndPay(app)
    await app.until('a way to pay again', () => app.exists('pay-again'))
    await shop.later(40)
    await app.press('check-again')
    await app.until('the end of it', () => app.text().includes('超时未付款'))
    expect(app.text()).to.contain('没有扣款')
    await seeOrder(app)
    await app.press('order-again')
    await app.until('the service', () => app.route === 'pages/service/index')
    expect((await merchantOrders(shop.url)).map(({ state }) => state)).to.deep.equal(['expired'])
  })

  it('a pass: bought, found, paid with, and given back its hours when the booking is cancelled', async () => {
    await open(await described('runtime/scenarios/more/courts.shop.json'), '2026-12-01 10:00')
    const app = await enter('zhou')
    const left = (): string => app.textOf(app.find((id) => id.startsWith('pass-left-')) ?? '').replaceAll('\n', '')
    await app.press('service-card')
    await app.press('next')
    await signInByTap(app)
    await answerOn(app, { name: '周球', phone: '13800138021' })
    await app.press('next')
    await acceptAndPay(app)
    await app.until('the purchase', () => app.text().includes('购买成功'))
    await app.press('see-passes')
    await app.until('ten hours', () => app.find((id) => id.startsWith('pass-left-')) !== undefined)
    expect(left()).to.equal('10')

    await app.open('pages/home/index')
    await app.press('service-court')
    await app.press('duration-120')
    await app.press('next')
    await app.press('day-2026-12-02')
    await app.press('start-18-00')
    await app.press('next')
    await app.until('the form', () => app.exists('field-name'))
    await app.press('next')
    await pressFirst(app, 'pass-grant')
    await says(app, 'due-now', '¥0')
    await acceptAndPay(app)
    await seeOrder(app)
    await app.open('pages/passes/index')
    await app.until('eight hours', () => app.find((id) => id.startsWith('pass-left-')) !== undefined && left() === '8')
    await app.back()
    await app.press('order-cancel')
    await app.press('cancel-confirm')
    await app.until('the cancelled order', () => app.exists('order-again'))
    await app.open('pages/passes/index')
    await app.until('ten again', () => app.find((id) => id.startsWith('pass-left-')) !== undefined && left() === '10')
  })

  it('the privacy terms: asked for before a picture is chosen; declined, the form goes on; agreed, the picture is taken', async () => {
    await open(await described('schemas/examples/home-cleaning.json'), '2027-03-01 08:00')
    const app = await enter('careful', { asksPrivacy: true })
    await toCleaningForm(app, '2027-03-04')
    await app.press('field-photos-add')
    await app.until('the question', () => app.exists('privacy-agree'))
    await app.press('privacy-decline')
    await app.settled()
    expect(app.find((id) => id.startsWith('upload-photos-'))).to.equal(undefined)
    await app.press('field-photos-add')
    await app.press('privacy-agree')
    await app.until('the picture to arrive', () => app.find((id) => id.startsWith('upload-photos-')) !== undefined)
    await app.press('field-photos-add')
    await app.until('the second one, without a question', () => app.exists('upload-photos-1'))
  })
})
