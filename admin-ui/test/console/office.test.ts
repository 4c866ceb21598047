import { expect } from 'chai'
import { unitsOf } from '../../web/console/customers/adjusting.ts'
import { inputOf } from '../../web/console/order/action-input.ts'
import { peopleOf } from '../../web/console/order/people.ts'
import { plannedPayments } from '../../web/console/order/planned-payments.ts'
import type { ConsoleOrder, PublicShop, WaitingEntry } from '../../web/console/server/shapes.ts'
import { gatheringsOf } from '../../web/console/today/attendees.ts'
import { linesOf } from '../../web/console/waitlist/lines.ts'

const as = <T>(part: unknown): T => part as T

describe('people of an order', () => {
  const fields = [{ id: 'name', kind: 'personName', label: { 'zh-CN': '姓名' } }] as const
  const order = (participants: Record<string, unknown>[], withdrawn: number[] = []) =>
    as<ConsoleOrder>({
      selection: { places: [1, 2, 3].map(() => ({ offering: 'seat', addOns: {} })) },
      participants,
      withdrawn,
    })
  const names = (who: 'everyone' | 'companions', participants: Record<string, unknown>[]) =>
    peopleOf(order(participants), as({ participants: { form: 'p', who, title: null } }), fields).map(({ name }) => name)

  it('are asked one by one', () =>
    expect(names('everyone', [{ name: '甲' }, { name: '乙' }, { name: '丙' }])).to.deep.equal(['甲', '乙', '丙']))
  it('are the customer and companions, who alone are asked', () =>
    expect(names('companions', [{ name: '乙' }, { name: '丙' }])).to.deep.equal([null, '乙', '丙']))
  it('stay in the list when they have left', () =>
    expect(peopleOf(order([], [1]), undefined, fields).map(({ withdrawn }) => withdrawn)).to.deep.equal([
      false,
      true,
      false,
    ]))
})

describe('what is sent for an action', () => {
  const order = as<ConsoleOrder>({ money: { captured: 17500, refunded: 500 }, withdrawn: [] })
  for (const [action, filled, sent] of [
    ['approve', { reason: ' ' }, { decision: 'approve' }],
    ['reject', { reason: ' 条件不符 ' }, { decision: 'reject', reason: '条件不符' }],
    ['refund', { by: 'amount', amount: '12.5', reason: '补偿' }, { reason: '补偿', amount: 1250 }],
    ['refund', { by: 'lines', amount: '12.5', lines: [0, 2], reason: '补偿' }, { reason: '补偿', lines: [0, 2] }],
    ['refund', { by: 'places', places: [1], reason: '补偿' }, { reason: '补偿', places: [1] }],
    ['withdraw', { places: [1], reason: '生病' }, { reason: '生病', places: [1] }],
    ['cancellation', { reason: '停电' }, { reason: '停电', expectedRefund: 17000 }],
    ['checkIn', {}, {}],
  ] as const)
    it(`${action} of ${JSON.stringify(filled)} is ${JSON.stringify(sent)}`, () =>
      expect(inputOf(action, filled, order)).to.deep.equal(sent))
  it('leaves the sum to the server when some have left', () =>
    expect(inputOf('cancellation', { reason: '停电' }, { ...order, withdrawn: [0] })).to.deep.equal({ reason: '停电' }))
})

describe('planned payments', () => {
  const now = new Date('2027-03-02T00:00:00Z')
  const order = (captured: number) =>
    as<ConsoleOrder>({
      quote: {
        schedule: [
          { amount: 50000, due: null, where: 'app' },
          { amount: 218000, due: '2027-03-01T16:00:00.000Z', where: 'app' },
        ],
      },
      money: { captured, onSite: 0 },
      onSiteDue: 0,
      state: 'confirmed',
    })
  for (const [captured, states] of [
    [0, ['toPay', 'overdue']],
    [50000, ['paid', 'overdue']],
    [268000, ['paid', 'paid']],
  ] as const)
    it(`of which ${captured} fen came in are ${states.join(', ')}`, () =>
      expect(plannedPayments(order(captured), now).map(({ state }) => state)).to.deep.equal(states))
})

describe('sessions of a day', () => {
  const shop = as<PublicShop>({
    zone: 'Asia/Shanghai',
    services: [
      { id: 'class', mode: 'session' },
      { id: 'run', mode: 'registration' },
      { id: 'cut', mode: 'appointment' },
    ],
  })
  const order = (service: string, more: object) =>
    as<ConsoleOrder>({
      state: 'confirmed',
      serviceTitle: { 'zh-CN': service },
      day: null,
      time: null,
      ...more,
      selection: { service, end: null, ...(more as { selection?: object }).selection },
    })
  const course = order('class', {
    day: '2027-03-06',
    time: '10:00',
    selection: { session: 'spring', sessions: ['2027-03-06T02:00:00.000Z', '2027-03-13T02:00:00.000Z'] },
  })
  const once = order('class', {
    day: '2027-03-13',
    time: '10:00',
    selection: { session: 'spring@2027-03-13T10:00', sessions: ['2027-03-13T02:00:00.000Z'] },
  })
  const run = order('run', { day: '2027-03-12', time: '08:00', selection: { end: '2027-03-13T04:00:00.000Z' } })
  const found = (day: string) =>
    gatheringsOf([course, once, run, order('cut', { day, time: '10:00' })], shop, day).map(({ key, orders }) => [
      key,
      orders.length,
    ])

  it('bring those of a course and those of one session together', () =>
    expect(found('2027-03-13')).to.deep.equal([
      ['run  ', 1],
      ['class spring 10:00', 2],
    ]))
  it('are those of that day alone', () => expect(found('2027-03-06')).to.deep.equal([['class spring 10:00', 1]]))
  it('leave out what was cancelled', () =>
    expect(gatheringsOf([{ ...course, state: 'cancelled' }], shop, '2027-03-06')).to.deep.equal([]))
})

describe('lines of the waiting list', () => {
  const entry = (id: string, session: string, day: string, position: number) =>
    as<WaitingEntry>({ id, day, time: '10:00', position, createdAt: id, selection: { service: 'class', session } })
  it('stand by what is waited for, the earliest first, each in its order', () =>
    expect(
      linesOf([
        entry('c', 'b', '2027-03-13', 1),
        entry('b', 'a', '2027-03-06', 2),
        entry('a', 'a', '2027-03-06', 1),
      ]).map(({ entries }) => entries.map(({ id }) => id)),
    ).to.deep.equal([['a', 'b'], ['c']]))
})

describe('an adjustment', () => {
  for (const [kind, typed, units] of [
    ['pass', '2', 2],
    ['pass', '-1', -1],
    ['pass', '1.5', null],
    ['pass', '0', null],
    ['storedValue', '-12.5', -1250],
    ['storedValue', '+100', 10000],
    ['storedValue', 'x', null],
  ] as const)
    it(`of a ${kind} typed as ${typed} is ${units}`, () => expect(unitsOf(kind, typed)).to.equal(units))
})
