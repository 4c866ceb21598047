import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import { Refusal, type Assignment, type Quote } from '../../src/domain/index.ts'
import { startJobs, type Task } from '../../src/jobs/index.ts'
import { dataKeysFrom } from '../../src/keys.ts'
import type { ShopStore } from '../../src/store/index.ts'
import { clockAt } from '../wechat/set-clock.ts'
import { openTestStore, type TestStore } from './test-store.ts'

const NOW = new Date('2026-12-01T01:00:00Z')
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
const silent = { info() {}, warn() {}, error() {} }

describe('what a shop keeps', () => {
  let test: TestStore
  let store: ShopStore
  let shops = 0
  before(async () => {
    test = await openTestStore()
  })
  beforeEach(() => {
    store = test.store.forShop(`records-${(shops += 1)}`)
  })
  after(() => test.close())

  const refusalOf = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => (error instanceof Refusal ? error.code : error),
    )

  it('sign-in codes are good once, for five minutes and five tries', async () => {
    const { signInCodes } = store
    const { code } = await signInCodes.issue('13800138000', NOW, true)
    expect(await signInCodes.redeem('13800138001', code, NOW)).to.equal(false)
    expect(await signInCodes.redeem('13800138000', code, NOW)).to.equal(true)
    expect(await signInCodes.redeem('13800138000', code, NOW)).to.equal(false)

    const late = await signInCodes.issue('13800138000', later(60), true)
    expect(await signInCodes.redeem('13800138000', late.code, later(360))).to.equal(false)

    const guessed = await signInCodes.issue('13800138000', later(400), true)
    const wrong = guessed.code === '000000' ? '111111' : '000000'
    const guesses = Array.from({ length: 8 }, () => signInCodes.redeem('13800138000', wrong, later(401)))
    expect(await Promise.all(guesses)).to.not.include(true)
    expect(await signInCodes.redeem('13800138000', guessed.code, later(402))).to.equal(false)
  })

  it('sign-in codes are sent once a minute and ten times a day', async () => {
    const issue = (at: Date) => refusalOf(store.signInCodes.issue('13800138000', at, true))
    expect(await issue(NOW)).to.equal(undefined)
    expect(await issue(later(59))).to.equal('TOO_MANY_REQUESTS')
    for (let n = 1; n < 10; n += 1) expect(await issue(later(60 * n)), String(n)).to.equal(undefined)
    expect(await issue(later(60 * 11))).to.equal('TOO_MANY_REQUESTS')
    expect(await issue(later(86_400))).to.equal(undefined)
  })

  it('a hold that became an order tells what it had drawn, and ends once', async () => {
    const claim = { id: 'hld_1', places: [], draws: [] }
    const draw = { pool: 'coupon/x', counter: 'used', units: 1, limit: 1 }
    const { holds } = store
    const id = `${store.shop}/hld_1`
    const kept = { selection: {} as Assignment, quote: {} as Quote, claim, createdAt: NOW, expiresAt: later(60) }
    await holds.insert({ _id: id, customer: 'cus_1', version: 'v1', state: 'open', ...kept })
    expect(await holds.end(id, 'ordered', { ...claim, draws: [draw] })).to.equal(true)
    expect(await holds.end(id, 'released', claim)).to.equal(false)
    expect((await holds.over(later(60), 10))[0]?.claim.draws).to.deep.equal([draw])
    for await (const { state } of holds.all()) expect(state).to.equal('ordered')
  })

  it('sessions end by themselves and are known by a digest only', async () => {
    const { token } = await store.sessions.open('customer', 'cus_1', NOW, later(60))
    expect(await store.sessions.find('customer', token, later(59))).to.include({ subject: 'cus_1' })
    expect(await store.sessions.find('console', token, later(59))).to.equal(undefined)
    expect(await store.sessions.find('customer', token, later(60))).to.equal(undefined)
    expect(await test.store.forShop('elsewhere').sessions.find('customer', token, NOW)).to.equal(undefined)
  })

  it('a request whose worker died may be begun again after half a minute, by one', async () => {
    const request = { subject: 'cus_1', key: 'a-key-of-mine', fingerprint: 'x' }
    expect((await store.answers.begin(request, NOW)).state).to.equal('mine')
    expect((await store.answers.begin(request, later(29))).state).to.equal('busy')
    const again = await Promise.all([1, 2, 3].map(() => store.answers.begin(request, later(30))))
    expect(again.map(({ state }) => state).filter((state) => state === 'mine')).to.have.length(1)
    await store.answers.keep(request, { status: 201, body: { phone: '13800138000' } })
    expect(await store.answers.begin(request, later(31))).to.deep.equal({
      state: 'answered',
      answer: { status: 201, body: { phone: '13800138000' } },
    })
    expect((await store.answers.begin({ ...request, fingerprint: 'y' }, later(31))).state).to.equal('other')
  })

  it('one person who signs in twice at once is one customer', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => store.customers.signedIn({ openid: 'o123' }, NOW)))
    expect(new Set(all.map(({ id }) => id)).size).to.equal(1)
    expect(all[0]?.openid).to.equal('o123')
    expect((await store.customers.search('', 10)).length).to.equal(1)
  })

  it('a notice is taken until it has had its effect, and not again', async () => {
    const facts = { kind: 'payment', outTradeNo: 'n', transactionId: 't', total: 1, paidAt: NOW } as const
    expect(await store.notices.receive('n1', facts, NOW)).to.equal(true)
    expect(await store.notices.receive('n1', facts, NOW)).to.equal(true)
    expect(await store.notices.waiting(later(1), 10)).to.deep.equal([{ id: 'n1', facts }])
    await store.notices.done('n1')
    expect(await store.notices.receive('n1', facts, NOW)).to.equal(false)
    expect(await store.notices.waiting(later(1), 10)).to.deep.equal([])
  })

  it('a version of the shop is never changed', async () => {
    await store.versions.keep('v1', { id: 'a', 'odd.name': { $x: 1 } }, NOW)
    await test.store.forShop(store.shop).versions.keep('v1', { id: 'b' }, NOW)
    expect(await store.versions.find('v1')).to.deep.equal({ id: 'a', 'odd.name': { $x: 1 } })
  })

  it('events get numbers without gaps, each once', async () => {
    for (const id of ['a/0', 'a/1', 'a/0', 'b/0'])
      await store.events.append({ id: `${store.shop}/${id}`, type: 'order.created', order: id, at: NOW })
    expect((await store.events.after(0, 10)).map(({ sequence }) => sequence)).to.deep.equal([1, 2, 3])
    expect(await store.events.last()).to.equal(3)
  })

  it('jobs are done by one of several, and by another when that one has died', async () => {
    const clock = clockAt(NOW)
    const done: string[] = []
    const jobsOf = (name: string) => {
      const task: Task = { name: 'work', every: 1000, run: async () => void done.push(name) }
      return startJobs({ tasks: [task], store, clock, log: silent, timer: false })
    }
    const [one, two] = [jobsOf('one'), jobsOf('two')]
    await one.run()
    await two.run()
    expect(done).to.deep.equal(['one'])
    clock.advance(61_000)
    await two.run()
    expect(done).to.deep.equal(['one', 'two'])
    await two.close()
    await one.run()
    expect(done).to.deep.equal(['one', 'two', 'one'])
    await one.close()
  })

  it('a task that fails does not keep the next from its turn', async () => {
    const done: string[] = []
    const failing: Task = { name: 'failing', every: 1000, run: () => Promise.reject(new Error('on purpose')) }
    const fine: Task = { name: 'fine', every: 1000, run: async () => void done.push('fine') }
    const jobs = startJobs({ tasks: [failing, fine], store, clock: clockAt(NOW), log: silent, timer: false })
    await jobs.run()
    await jobs.close()
    expect(done).to.deep.equal(['fine'])
  })

  it('what is sealed under one key does not open under another', () => {
    const sealed = dataKeysFrom(randomBytes(32).toString('base64')).seal('a', 'x')
    expect(() => dataKeysFrom(randomBytes(32).toString('base64')).open(sealed, 'x')).to.throw()
  })
})
