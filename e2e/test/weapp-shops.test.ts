import { expect } from 'chai'
import { broken, simulatedPlatform, type Driver, type DriverOptions, type Platform } from 'kaidian'
import { pictureFile } from '../src/picture.ts'
import { asMerchant, described, openShop, type OpenShop } from '../src/shops.ts'
import { merchantOrders } from '../src/salon.ts'
import { enterWeapp } from '../src/weapp.ts'
import {
  acceptAndPay,
  answerOn,
  pressFirst,
  says,
  seeOrder,
  signInByTap,
  toCleaningPrice,
} from '../src/weappCustomer.ts'

describe('customers of the other shops, in the mini-program', function () {
  this.timeout(600_000)
  let shop: OpenShop | undefined
  let description: unknown
  let apps: Driver[] = []

  afterEach(async () => {
    for (const app of apps) app.kill()
    await shop?.close()
    const walked = apps
    apps = []
    for (const app of walked) {
      expect(app.errors).to.deep.equal([])
      const [home] = app.reports()
      expect(home, 'the first page').to.include({ page: 'pages/home/index', first: true })
      expect(home?.requests).to.be.greaterThan(0)
      for (const page of app.reports()) expect(broken(page), JSON.stringify(page)).to.deep.equal([])
    }
  })

  const open = async (given: unknown, wall: string): Promise<void> => {
    description = given
    shop = await openShop(given, wall)
  }
  const enter = async (
    user: string,
    platform: Partial<Platform> = {},
    options: Pick<DriverOptions, 'storage'> = {},
  ): Promise<Driver> => {
    if (!shop) throw new Error('There is no shop.')
    const app = await enterWeapp(shop, description, user, platform, options)
    apps.push(app)
    return app
  }

  it('coding school: two children on a course with a deposit; one leaves again, the other pays the balance', async () => {
    const messages = [{ template: 'invoice-made-out', events: ['invoice.issued'], fields: { thing1: 'next' } }]
    const given = { ...(await described('schemas/examples/coding-school.json')), publish: { messages } }
    await open(given, '2027-02-10 10:00')
    const asked: unknown[] = []
    const app = await enter('wang', {
      subscribe: (templates) => {
        asked.push(templates)
        return templates
      },
    })
    await app.press('service-enlightenment')
    await app.press('next')
    await app.press('people-more')
    await app.press('session-spring')
    await app.press('next')
    await signInByTap(app)
    await answerOn(app, { name: '王芳', phone: '13800138001', relation: 'mother', photos: 'no', terms: true })
    await app.press('next')
    await answerOn(app, { name: '王小明', birthDate: '2019-05-01', grade: 'grade-2', allergy: 'no' })
    await app.press('next')
    await answerOn(app, { name: '王小红', birthDate: '2018-05-01', grade: 'grade-3', allergy: 'no' })
    await app.press('next')
    await app.press('plan-deposit')
    await says(app, 'due-now', '¥500')
    // 2 × 2980, less 300 each for being early, less a tenth of 2980 for the second child
    await says(app, 'quote-total', '¥5062.00')
    await acceptAndPay(app)
    await seeOrder(app)
    await app.press('order-cancel')
    await app.press('cancel-person-1')
    await app.until('the refund', () => app.exists('cancel-refund') && app.text().includes('让这几位退出？'))
    await app.press('cancel-confirm')
    await app.until('one who left', () => app.text().includes('已退出'))
    await app.press('order-pay')
    await seeOrder(app)
    await app.settled()
    expect(app.exists('order-pay')).to.equal(false)
    await app.press('order-invoice')
    await answerOn(app, { kind: 'company', title: '上海明日科技有限公司', taxNumber: '12', email: 'cw@example.com' })
    await app.press('invoice-send')
    await says(app, 'fault-taxNumber', '15 到 20 位')
    await answerOn(app, { taxNumber: '91310000MA1K35XYZ8' })
    await app.press('invoice-send')
    await app.until(
      'the order, with what was asked',
      () => app.route === 'pages/order/index' && app.exists('invoice-asked'),
    )
    await app.press('remind-me')
    await app.until('the consent', () => !app.exists('remind-me'))
    expect(asked).to.deep.equal([['invoice-made-out']])
    const [order] = await merchantOrders(shop?.url ?? '')
    if (shop) await asMerchant(shop, `orders/${order?.id}/invoice`, { number: '24312000000012345678' })
    await app.pullDown()
    await says(app, 'invoice-asked', '24312000000012345678')
    await app.settled()
    expect(app.exists('order-invoice'), 'it stays as it is').to.equal(false)
  })

  it('city run: a coupon that is refused and one that helps, a picture, the approval after the payment, a code to pass it on', async () => {
    await open(await described('schemas/examples/city-run.json'), '2026-12-05 10:00')
    const picture = await pictureFile()
    try {
      const app = await enter('chen', { files: () => [picture.path] })
      await app.press('service-run')
      await app.press('next')
      await app.press('ticket-full-more')
      await app.press('next')
      await signInByTap(app)
      await answerOn(app, { name: '陈晨', idDocument: '110101199003074477', phone: '13800138002' })
      await app.press('next')
      await answerOn(app, { emergencyName: '陈父', emergencyPhone: '13800138009', size: 'm' })
      await app.press(app.find((id) => id.includes('proof') && id.endsWith('-add')) ?? 'no field for a proof')
      await app.until('the picture to arrive', () =>
        app.network.requests.some(({ path }) => path.startsWith('/api/uploads')),
      )
      await app.settled()
      await app.press('next')
      await answerOn(app, { invoice: 'none' })
      await app.press('next')
      await app.until('the coupon', () => app.exists('coupon'))
      app.input('coupon', 'NOPE')
      await app.press('coupon-apply')
      await says(app, 'coupon-fault', 'NOPE')
      app.input('coupon', 'RUN2026')
      app.network.fault = ({ path }) => (path === '/api/quotes' ? 'offline' : undefined)
      await app.press('coupon-apply')
      await app.until('a word about the network', () => app.text().includes('网络不通'))
      app.network.fault = undefined
      await app.press('coupon-apply')
      // 200 for the race, 15 for the insurance, less 30
      await says(app, 'quote-total', '¥185.00')
      await acceptAndPay(app)
      await seeOrder(app)
      await app.until('the wait for the approval', () => app.exists('awaiting'))
      const [order] = await merchantOrders(shop?.url ?? '')
      if (shop) await asMerchant(shop, `orders/${order?.id}/approval`, { decision: 'approve' })
      await app.pullDown()
      await app.until('the code to show at the start', () => app.exists('check-in-code'))
      await app.press('order-transfer')
      await app.until('the code to pass on', () => app.exists('transfer-code'))
      expect(app.textOf('transfer-code')).to.match(/^[A-Z0-9]+$/)
      await app.open('pages/coupons/index')
      await says(app, 'coupon-run2026', '已用完')
    } finally {
      await picture.remove()
    }
  })

  it('home cleaning: four hours for two cleaners, moved to another time, and cancelled with everything back', async () => {
    await open(await described('schemas/examples/home-cleaning.json'), '2027-03-01 08:00')
    const app = await enter('li')
    await app.press('service-cleaning')
    await app.press('people-more')
    await app.press('duration-240')
    await app.press('next')
    await app.press('day-2027-03-03')
    await app.press('start-15-00')
    await app.press('next')
    await signInByTap(app)
    await answerOn(app, { name: '李雷', phone: '13800138003', zone: 'outer', address: '花木路 1 号 301', area: '90', pets: 'no' }) // prettier-ignore
    await app.press('next')
    // 8 × 60, 24 for the last hour, 30 for the way, less 24 for a long job
    await says(app, 'quote-total', '¥510.00')
    await acceptAndPay(app)
    await seeOrder(app)
    await app.press('order-reschedule')
    await app.press('day-2027-03-04')
    await app.press('start-10-00')
    await app.press('next')
    await app.until('the new time', () => app.text().includes('3月4日 周四 10:00–14:00'))
    await app.press('order-cancel')
    await says(app, 'cancel-refund', '¥510')
    await app.press('cancel-confirm')
    await app.until('the cancelled order', () => app.exists('order-again'))
  })

  it('lecture: who finds it full waits, and is booked when somebody leaves', async () => {
    const given = await described('schemas/examples/lecture.json')
    const [lecture] = given['services'] as { series: { seats: number }[] }[]
    if (lecture?.series[0]) lecture.series[0].seats = 1
    await open(given, '2027-01-05 10:00')
    const [early, late] = [await enter('early'), await enter('late')]
    const book = async (app: Driver, next: string, phone: string): Promise<void> => {
      await app.press('service-lecture')
      await app.press('next')
      await pressFirst(app, 'session-january')
      await app.press(next)
      if (next !== 'next') await app.press('waitlist-join')
      await signInByTap(app)
      await answerOn(app, { name: '王五', phone, heard: 'poster' })
      await app.press('next')
      await acceptAndPay(app)
    }
    await book(early, 'next', '13800138004')
    await seeOrder(early)
    await book(late, 'join-waitlist', '13800138005')
    await late.until('the place in the line', () => late.find((id) => id.startsWith('position-')) !== undefined)
    expect(late.textOf(late.find((id) => id.startsWith('position-')) ?? '')).to.equal('1')
    await early.press('order-cancel')
    await early.press('cancel-confirm')
    await early.until('the cancelled order', () => early.exists('order-again'))
    await late.pullDown()
    await pressFirst(late, 'see-ord_')
    await late.until('the code to show at the door', () => late.exists('check-in-code'))
  })

  it('lecture: the stars that guests gave stand on the page of the service', async () => {
    await open(await described('schemas/examples/lecture.json'), '2027-01-05 10:00')
    const app = await enter('reader')
    const ratings = [{ service: 'lecture', count: 23, score: 9130 }]
    app.network.fault = ({ path }) =>
      path === '/api/ratings' ? { status: 200, body: JSON.stringify({ ratings }) } : undefined
    await app.press('service-lecture')
    await says(app, 'service-rating', '4.6 分 · 23 位来过的顾客')
  })

  it('home cleaning: killed while paying and opened again, there is one order, paid once', async () => {
    await open(await described('schemas/examples/home-cleaning.json'), '2027-03-01 08:00')
    const url = shop?.url ?? ''
    const simulated = simulatedPlatform(url, 'han')
    let paid = false
    const app = await enter('han', {
      // The money goes, and the phone kills the app before it hears of it.
      pay: async (parameters) => {
        await simulated.pay(parameters)
        paid = true
        await new Promise(() => undefined)
      },
    })
    await toCleaningPrice(app, '2027-03-03')
    await acceptAndPay(app)
    await app.until('the payment', () => paid)
    app.kill()

    const again = await enter('han', {}, { storage: app.storage })
    await again.until('the result', () => again.route === 'pages/result/index' && again.text().includes('预约成功'))
    await seeOrder(again)
    await again.settled()
    expect(again.exists('order-pay'), 'nothing is left to pay').to.equal(false)
    const orders = await merchantOrders(url)
    expect(orders.map(({ state, money }) => ({ state, money: money.state }))).to.deep.equal([
      { state: 'confirmed', money: 'paid' },
    ])
  })
})
