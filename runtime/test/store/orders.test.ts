import { expect } from 'chai'
import { MongoClient } from 'mongodb'
import type { Assignment, Quote } from '../../src/domain/index.ts'
import type { Change, NewOrder, Order, Orders } from '../../src/store/index.ts'
import { openTestStore, type TestStore } from './test-store.ts'

const NOW = new Date('2026-12-01T01:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

const selection: Assignment = {
  service: 'run',
  offering: 'half',
  start: null,
  end: null,
  resources: {},
  options: {},
  addOns: {},
  places: [{ offering: 'half', addOns: {} }],
}
const quote: Quote = {
  lines: [],
  skipped: [],
  total: 0,
  dueNow: 0,
  balance: 0,
  schedule: [],
  plan: null,
  coupon: null,
  uses: [],
}

describe('orders', () => {
  let test: TestStore
  let shop: string
  let orders: Orders
  let shops = 0
  before(async () => {
    test = await openTestStore()
  })
  beforeEach(() => {
    shop = `${test.database}-orders-${(shops += 1)}`
    orders = test.store.forShop(shop).orders
  })
  after(() => test.close())

  const insert = (name: string, some: Partial<NewOrder> = {}): Promise<Order> =>
    orders.insert({
      _id: `${shop}/${name}`,
      customer: 'cus_1',
      version: 'v1',
      state: 'confirmed',
      booking: 'confirmed',
      selection,
      day: null,
      start: null,
      end: null,
      quote,
      answers: { name: '林小雨', phone: '13800138000' },
      contactPhone: '13800138000',
      consents: [],
      claim: { id: 'hld_1', places: [], draws: [] },
      attempts: [],
      expiresAt: null,
      checkInCode: name.toUpperCase(),
      checkedInAt: null,
      reschedules: 0,
      events: ['order.created'],
      createdAt: NOW,
      ...some,
    })
  const named = (found: readonly Order[]) => found.map(({ id }) => id.slice(shop.length + 1))
  const change = (name: string, made: Change, now = NOW) => orders.change(`${shop}/${name}`, now, () => made)

  /** What is in the database itself. */
  async function raw<T>(work: (collection: ReturnType<ReturnType<MongoClient['db']>['collection']>) => Promise<T>) {
    const client = await new MongoClient(test.uri).connect()
    try {
      return await work(client.db(test.database).collection('orders'))
    } finally {
      await client.close()
    }
  }

  it('keep what was filled in sealed, by every participant and afterwards', async () => {
    await insert('a', { participants: [{ name: '林一', idNumber: '110101199003071233' }] })
    const changed = await change('a', { feedback: { words: '很好' }, participants: [{ name: '林二' }] })
    expect(changed).to.deep.include({
      answers: { name: '林小雨', phone: '13800138000' },
      participants: [{ name: '林二' }],
      feedback: { words: '很好' },
    })
    expect(await orders.find(`${shop}/a`)).to.deep.equal(changed)
    const stored = JSON.stringify(await raw((collection) => collection.findOne({ shop })))
    for (const word of ['林', '138', '很好', '1101']) expect(stored).to.not.include(word)
  })

  it('that were made before there were participants, draws and payments of a balance are read all the same', async () => {
    await insert('old', { attempts: [{ outTradeNo: 'n', channel: 'h5', purpose: 'order', amount: 1, createdAt: NOW }] })
    const since = ['participants', 'feedback', 'transfers', 'transfer', 'approval', 'charges', 'withdrawals']
    since.push('pendingMove', 'balanceDue', 'remindedAt', 'leftOpen', 'note', 'returnRate')
    since.push('claim.draws', 'attempts.0.purpose')
    await raw((collection) =>
      collection.updateOne({ shop }, { $unset: Object.fromEntries(since.map((field) => [field, true as const])) }),
    )
    const order = await orders.find(`${shop}/old`)
    expect(order).to.deep.include({
      participants: [],
      feedback: null,
      transfers: 0,
      transfer: null,
      approval: null,
      charges: [],
      withdrawals: [],
      pendingMove: null,
      note: null,
      returnRate: 10_000,
      claim: { id: 'hld_1', places: [], draws: [] },
    })
    expect(order?.attempts[0]?.purpose).to.equal('order')
    expect((await change('old', { set: { transfers: 1 } }))?.transfers).to.equal(1)
    await change('old', { set: { start: later(60) } })
    expect(named(await orders.toRemind(NOW, 3_600_000, 10))).to.deep.equal(['old'])
  })

  it('are found by what is to be done about them', async () => {
    const move = { selection, claim: { id: 'clm_1', places: [], draws: [] }, fee: 100 }
    await insert('soon', { start: later(30), end: later(90) })
    await insert('far', { start: later(3000), end: later(3090) })
    await insert('unpaid', { balanceDue: later(-1) })
    await insert('over', { start: later(-90), end: later(-30) })
    await insert('open', { start: later(-90), end: later(-60) })
    await insert('left', { state: 'cancelled', start: later(30), end: later(-30), balanceDue: later(-1) })
    await change('open', { set: { leftOpen: true } })
    await change('far', { set: { pendingMove: { ...move, expiresAt: later(5) }, transfer: 'CODE' } })
    expect(named(await orders.toRemind(NOW, 86_400_000, 10))).to.deep.equal(['soon'])
    await change('soon', { set: { remindedAt: NOW } })
    expect(named(await orders.toRemind(NOW, 86_400_000, 10))).to.deep.equal([])
    expect(named(await orders.balanceOverdue(NOW, 10))).to.deep.equal(['unpaid'])
    expect(named(await orders.ended(NOW, 10))).to.deep.equal(['over'])
    expect(named(await orders.movesOver(later(4), 10))).to.deep.equal([])
    expect(named(await orders.movesOver(later(5), 10))).to.deep.equal(['far'])
    expect((await orders.findTransfer('CODE'))?.id).to.equal(`${shop}/far`)
    await change('far', { set: { transfer: null } })
    expect(await orders.findTransfer('CODE')).to.equal(undefined)
  })

  it('to which nobody came are counted by customer and by phone', async () => {
    const absent = { state: 'completed', booking: 'no_show' } as const
    await insert('a', { ...absent, start: later(10) })
    await insert('b', { ...absent, start: later(20), customer: 'cus_2' })
    await insert('c', { ...absent, start: later(30), contactPhone: '13900139000' })
    await insert('d', { start: later(40) })
    expect(await orders.noShows({ customer: 'cus_1' })).to.deep.equal([later(10), later(30)])
    expect(await orders.noShows({ phone: '13800138000' })).to.deep.equal([later(10), later(20)])
    expect(await orders.noShows({ phone: '13800138000' }, later(15))).to.deep.equal([later(20)])
  })

  it('that wait for approval are open, and change hands with all that is in them', async () => {
    await insert('a', { state: 'awaiting_approval', booking: 'held' })
    expect(await orders.hasOpen('cus_1')).to.equal(true)
    expect(await orders.history('cus_1')).to.equal(1)
    await change('a', { set: { customer: 'cus_2' }, answers: { name: '王五' }, contactPhone: '13900139000' })
    expect(await orders.hasOpen('cus_1')).to.equal(false)
    expect((await orders.page({ phone: '13900139000' }, 10)).orders.map(({ customer }) => customer)).to.deep.equal([
      'cus_2',
    ])
    expect((await orders.page({ phone: '13800138000' }, 10)).orders).to.deep.equal([])
  })

  it('tell of each refund why it was made and for which lines', async () => {
    await insert('a')
    const refund = {
      id: 'r1',
      kind: 'refund',
      amount: 5,
      at: NOW,
      capture: 'p1',
      reason: '退一人',
      lines: [0, 2],
    } as const
    const order = await change('a', { entries: [{ id: 'p1', kind: 'capture', amount: 9, at: NOW }, refund] })
    expect(order?.entries[1])
      .to.include({ reason: '退一人', state: 'requested' })
      .and.deep.include({ lines: [0, 2] })
  })

  it('are gone through one by one', async () => {
    for (let n = 0; n < 150; n += 1) await insert(`o${n}`, { createdAt: later(n) })
    const seen = new Set<string>()
    for await (const { id } of orders.all()) seen.add(id)
    expect(seen.size).to.equal(150)
  })

  it('of an erased customer name nobody', async () => {
    await insert('a', { participants: [{ name: '林一' }] })
    await change('a', { feedback: { words: '很好' }, set: { note: '林小雨要求' } })
    await orders.erase('cus_1')
    const order = await orders.find(`${shop}/a`)
    expect(order).to.deep.include({ answers: {}, participants: [], feedback: null, note: null, erased: true })
  })
})
