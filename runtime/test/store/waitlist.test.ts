import { expect } from 'chai'
import type { Waitlist } from '../../src/store/index.ts'
import { openTestStore, type TestStore } from './test-store.ts'

const NOW = new Date('2026-12-01T01:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const until = (minutes: number, hold = 'hld_1') => ({ hold, until: later(minutes) })

describe('waiting list', () => {
  let test: TestStore
  let waitlist: Waitlist
  let shops = 0
  before(async () => {
    test = await openTestStore()
  })
  beforeEach(() => {
    waitlist = test.store.forShop(`waitlist-${(shops += 1)}`).waitlist
  })
  after(() => test.close())

  const join = (id: string, customer = `cus_${id}`, line = 'class/spring', people = 1) =>
    waitlist.join({
      id: `${test.database}-${shops}-${id}`,
      customer,
      version: 'v1',
      service: 'class',
      line,
      selection: { service: 'class', session: 'spring' },
      people,
      answers: { name: '林小雨', phone: '13800138000' },
      participants: [{ name: '林一' }],
      now: NOW,
    })
  const named = (id: string) => `${test.database}-${shops}-${id}`
  const line = async () => (await waitlist.inLine('class/spring')).map(({ id }) => id.split('-').at(-1))

  it('keeps the order in which they came', async () => {
    for (const id of ['a', 'b', 'c']) await join(id)
    await join('d', 'cus_d', 'class/autumn')
    expect(await line()).to.deep.equal(['a', 'b', 'c'])
    expect((await waitlist.waitingFor('class')).map(({ line: one }) => one)).to.have.length(4)
    expect(await waitlist.ahead('class/spring')).to.equal(3)
    const third = await waitlist.find(named('c'))
    expect(third && (await waitlist.positionOf(third))).to.equal(3)
    await waitlist.leave(named('a'), NOW)
    expect(third && (await waitlist.positionOf(third))).to.equal(2)
    await waitlist.leave(named('c'), NOW)
    expect(third && (await waitlist.positionOf(third))).to.equal(0)
    expect((await waitlist.linesWaiting()).toSorted()).to.deep.equal(['class/autumn', 'class/spring'])
    expect(await waitlist.servicesWaiting()).to.deep.equal(['class'])
  })

  it('has a customer once in a line, whoever asks at once', async () => {
    const tries = await Promise.all(['a', 'b', 'c', 'd'].map((id) => join(id, 'cus_1')))
    expect(tries.filter((entry) => entry !== undefined)).to.have.length(1)
    expect(await join('e', 'cus_1', 'class/autumn')).to.include({ line: 'class/autumn' })
    const first = tries.find((entry) => entry !== undefined)
    expect(first && (await waitlist.leave(first.id, NOW))).to.equal(true)
    expect(await join('f', 'cus_1')).to.include({ state: 'waiting' })
  })

  it('joined again under the same id is joined once', async () => {
    const [one, two] = await Promise.all([join('a'), join('a')])
    expect(one?.id).to.equal(two?.id)
    expect(await waitlist.ahead('class/spring')).to.equal(1)
    expect(one).to.deep.include({ answers: { name: '林小雨', phone: '13800138000' }, participants: [{ name: '林一' }] })
  })

  it('offers a place once, and ends an offer one way', async () => {
    await join('a')
    const offers = await Promise.all([1, 2, 3].map((n) => waitlist.offer(named('a'), until(10, `hld_${n}`), NOW)))
    expect(offers.filter(Boolean)).to.have.length(1)
    expect(await waitlist.ahead('class/spring')).to.equal(0)
    expect(await waitlist.dueOffers(later(9), 10)).to.deep.equal([])
    expect((await waitlist.dueOffers(later(10), 10)).map(({ id }) => id)).to.deep.equal([named('a')])
    const ends = await Promise.all([
      waitlist.lapse(named('a'), NOW),
      waitlist.leave(named('a'), NOW),
      waitlist.book(named('a'), 'ord_1', NOW),
    ])
    expect(ends.filter(Boolean)).to.have.length(1)
    expect(await waitlist.offer(named('a'), until(10), NOW)).to.equal(false)
  })

  it('knows from its hold that an offer was taken up', async () => {
    await join('a')
    expect(await waitlist.bookedFrom('hld_1', 'ord_1', NOW)).to.equal(false)
    await waitlist.offer(named('a'), until(10), NOW)
    expect(await waitlist.bookedFrom('hld_1', 'ord_1', NOW)).to.equal(true)
    expect(await waitlist.find(named('a'))).to.include({ state: 'booked', order: 'ord_1' })
    expect(await waitlist.bookedFrom('hld_1', 'ord_1', NOW)).to.equal(false)
  })

  it('lets an erased customer go and forgets what was filled in', async () => {
    await join('a', 'cus_1')
    await join('b', 'cus_1', 'class/autumn')
    await waitlist.offer(named('b'), until(10), NOW)
    await waitlist.erase('cus_1', NOW)
    expect((await waitlist.ofCustomer('cus_1')).map(({ state, answers }) => [state, answers])).to.deep.equal([
      ['left', {}],
      ['left', {}],
    ])
  })
})
