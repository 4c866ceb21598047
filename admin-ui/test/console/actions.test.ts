import { expect } from 'chai'
import { actionsFor, hindrance, owedOnSite, returnable } from '../../web/console/order/actions.ts'
import type { BookingState, ConsoleOrder } from '../../web/console/server/shapes.ts'

const start = '2026-12-02T06:00:00.000Z'
const before = new Date('2026-12-02T05:00:00.000Z')
const after = new Date('2026-12-02T06:20:00.000Z')

/** Colour with a deposit: 583 yuan in all, 175 paid in the app. */
const order = (booking: BookingState, money: Partial<ConsoleOrder['money']> = {}) =>
  ({
    booking,
    state: booking === 'held' ? 'pending' : booking === 'completed' ? 'completed' : 'confirmed',
    money: { captured: 17500, onSite: 0, refunded: 0, charged: 0, state: 'deposit', ...money },
    quote: {
      lines: [],
      skipped: [],
      total: 58300,
      dueNow: 17500,
      balance: 40800,
      schedule: [
        { amount: 17500, due: null, where: 'app' },
        { amount: 40800, due: null, where: 'onSite' },
      ],
    },
    selection: { start, places: [{}] },
    withdrawn: [],
    onSiteDue: Math.max(0, 40800 - (money.onSite ?? 0)),
  }) as unknown as ConsoleOrder

const openOf = (one: ConsoleOrder, now: Date) =>
  actionsFor(one, true).filter((action) => hindrance(action, one, now) === null)
const open = (booking: BookingState, now: Date, money: Partial<ConsoleOrder['money']> = {}) =>
  openOf(order(booking, money), now)

describe('what may be done with an order', () => {
  for (const [booking, now, actions] of [
    ['held', before, ['refund', 'cancellation']],
    ['confirmed', before, ['checkIn', 'onSite', 'refund', 'cancellation']],
    ['confirmed', after, ['checkIn', 'onSite', 'completion', 'noShow', 'refund', 'cancellation']],
    ['checked_in', after, ['onSite', 'completion', 'refund']],
    ['completed', after, ['onSite', 'refund']],
    ['cancelled', after, ['refund']],
    ['expired', after, ['refund']],
    ['rejected', after, ['refund']],
    ['no_show', after, ['refund']],
  ] as const)
    it(`${booking} ${now === before ? 'before' : 'after'} the start: ${actions.join(', ') || 'nothing'}`, () =>
      expect(open(booking, now)).to.deep.equal(actions))

  it('no longer asks for money once all is paid', () =>
    expect(open('checked_in', after, { onSite: 40800 })).to.deep.equal(['completion', 'refund']))

  it('offers no refund once everything has gone back', () =>
    expect(open('cancelled', after, { refunded: 17500 })).to.deep.equal([]))

  it('asks for a yes or a no while an order waits for it', () =>
    expect(openOf({ ...order('held'), state: 'awaiting_approval' }, before)).to.deep.equal([
      'approve',
      'reject',
      'refund',
      'cancellation',
    ]))

  it('lets some of several people leave, but not the last one', () => {
    const two = { ...order('confirmed'), selection: { start, places: [{}, {}] } } as unknown as ConsoleOrder
    expect(openOf(two, before)).to.include('withdraw')
    expect(hindrance('withdraw', { ...two, withdrawn: [0] }, before)).to.equal('onlyOne')
  })

  it('notes an invoice while one is asked for and not made out', () => {
    const asking = (issued: object | null) =>
      ({ ...order('completed'), invoice: { form: 'f', answers: { title: '王芳' }, issued } }) as unknown as ConsoleOrder
    expect(openOf(asking(null), after)).to.include('issueInvoice')
    expect(openOf(asking({ at: start, number: null }), after)).not.to.include('issueInvoice')
  })

  it('takes what has no date as begun', () => {
    const undated = { ...order('confirmed'), selection: { start: null, places: [{}] } } as unknown as ConsoleOrder
    expect(openOf(undated, before)).to.include.members(['completion', 'noShow'])
  })

  it('says why not', () => {
    expect(hindrance('noShow', order('confirmed'), before)).to.equal('notStarted')
    expect(hindrance('checkIn', order('checked_in'), after)).to.equal('alreadyIn')
    expect(hindrance('completion', order('confirmed'), before)).to.equal('notIn')
    expect(hindrance('cancellation', order('no_show'), after)).to.equal('noShow')
    expect(hindrance('onSite', order('completed', { onSite: 40800 }), after)).to.equal('nothingOwed')
  })
})

describe('money of an order', () => {
  it('owes in the shop what has not come in', () => {
    expect(owedOnSite(order('confirmed'))).to.equal(40800)
    expect(owedOnSite(order('confirmed', { onSite: 40000 }))).to.equal(800)
    expect(owedOnSite(order('confirmed', { onSite: 50000 }))).to.equal(0)
    expect(owedOnSite(order('cancelled'))).to.equal(0)
  })
  it('returns what came in through the app and has not gone back', () => {
    expect(returnable(order('confirmed', { onSite: 40800 }))).to.equal(17500)
    expect(returnable(order('cancelled', { refunded: 17500 }))).to.equal(0)
  })
})
