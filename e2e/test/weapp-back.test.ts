import { expect } from 'chai'
import type { Driver, DriverOptions } from 'kaidian'
import { described, openShop, type OpenShop } from '../src/shops.ts'
import { enterWeapp } from '../src/weapp.ts'
import {
  CLEANING,
  acceptAndPay,
  answerOn,
  says,
  seeOrder,
  toCleaningForm,
  toCleaningPrice,
} from '../src/weappCustomer.ts'

const HOME_CLEANING = 'schemas/examples/home-cleaning.json'

describe('coming back to the mini-program', function () {
  this.timeout(300_000)
  let shop: OpenShop
  let apps: Driver[] = []
  before(async () => {
    shop = await openShop(await described(HOME_CLEANING), '2027-03-01 08:00')
  })
  after(() => shop?.close())
  afterEach(() => {
    for (const app of apps) app.kill()
    const errors = apps.flatMap((app) => app.errors)
    apps = []
    expect(errors).to.deep.equal([])
  })

  const enter = async (user: string, options: Pick<DriverOptions, 'storage'> = {}): Promise<Driver> => {
    const app = await enterWeapp(shop, await described(HOME_CLEANING), user, {}, options)
    apps.push(app)
    return app
  }

  it('closed over a half-filled form: the home page leads back to it, with everything that was typed, and on to the order', async () => {
    const app = await enter('han')
    expect(app.exists('unfinished')).to.equal(false)
    await toCleaningForm(app, '2027-03-03')
    const { area: _area, ...half } = CLEANING
    await answerOn(app, half)
    await app.settled()
    app.kill()

    const again = await enter('han', { storage: app.storage })
    await says(again, 'unfinished', '3月3日 周三 10:00')
    expect(again.textOf('unfinished')).to.contain('为您保留到 08:15')
    await again.press('unfinished-go-on')
    await again.until('the form', () => again.exists('field-name'))
    expect(JSON.stringify(again.tree())).to.contain('韩梅').and.contain('万航渡路 2 号')
    await answerOn(again, { area: '60' })
    await again.press('next')
    await again.until('the price', () => again.exists('quote-total'))
    await acceptAndPay(again)
    await seeOrder(again)
    await again.open('pages/home/index')
    await again.settled()
    expect(again.exists('unfinished'), 'it is finished').to.equal(false)
  })

  it('given up on the home page: the time is free for others', async () => {
    const app = await enter('doubting')
    await toCleaningForm(app, '2027-03-04')
    app.kill()
    const again = await enter('doubting', { storage: app.storage })
    await again.press('unfinished-drop')
    await again.until('nothing unfinished', () => !again.exists('unfinished'))
    await again.settled()
    const released = again.network.requests.filter(({ method, path }) => method === 'DELETE' && path.startsWith('/api/holds/')) // prettier-ignore
    expect(released.length).to.equal(1)
  })

  it('back from the price and from the form: the form, the time and what was typed are there', async () => {
    const app = await enter('back')
    await toCleaningPrice(app, '2027-03-05')
    await app.back()
    await app.until('the form', () => app.route === 'pages/form/index' && app.exists('field-name'))
    expect(JSON.stringify(app.tree())).to.contain('韩梅').and.contain('万航渡路 2 号')
    await app.back()
    await app.until('the times', () => app.route === 'pages/time/index' && app.exists('start-10-00'))
    await app.settled()
    await app.press('next')
    await app.until('the form again', () => app.route === 'pages/form/index' && app.exists('field-name'))
    expect(JSON.stringify(app.tree())).to.contain('韩梅').and.contain('万航渡路 2 号')
    await app.press('next')
    await app.until('the price', () => app.exists('quote-total'))
  })

  it('signing out without a network: this phone forgets all the same', async () => {
    const app = await enter('leaving')
    await toCleaningPrice(app, '2027-03-06')
    await app.open('pages/me/index')
    await app.settled()
    app.network.fault = () => 'offline'
    await app.press('sign-out')
    await app.until('somebody who is not signed in', () => app.exists('sign-in'))
    app.network.fault = undefined
    await app.open('pages/home/index')
    await app.settled()
    expect(app.exists('unfinished')).to.equal(false)
    expect([...app.storage.values()].join()).to.not.contain('韩梅')
  })

  it('an account whose deletion was answered by nobody: the next try says what is, and nothing is left here', async () => {
    const app = await enter('gone')
    await toCleaningPrice(app, '2027-03-08')
    await app.open('pages/me/index')
    await app.press('me-delete')
    app.network.fault = ({ method, path }) => (method === 'DELETE' && path === '/api/me' ? 'lost' : undefined)
    await app.press('delete-confirm')
    await app.until('a sentence', () => app.textOf('delete-fault') !== '')
    app.network.fault = undefined
    await app.press('delete-confirm')
    await says(app, 'delete-fault', '注销可能已经完成')
    expect([...app.storage.values()].join()).to.not.contain('韩梅')
    await app.press('delete-keep')
    await app.until('somebody who is not signed in', () => app.exists('sign-in'))
  })
})
