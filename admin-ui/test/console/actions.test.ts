import { expect } from 'chai'
import { ACTIONS, hindrance, owedOnSite, returnable } from '../../web/console/order/actions.ts'
import type { BookingState, ConsoleOrder } from '../../web/console/server/shapes.ts'

const start = '2026-12-02T06:00:00.000Z'
const before = new Date('2026-12-02T05:00:00.000Z')
const after = new Date('2026-12-02T06:20:00.000Z')

/** Colour with a deposit: 583 yuan in all, 175 paid in the app. */
const order = (booking: BookingState, money: Partial<ConsoleOrder['money']> = {}) =>
  ({
    booking,
    money: { captured: 17500, onSite: 0, refunded: 0, state: 'deposit', ...money },
    quote: { lines: [], skipped: [], total: 58300, dueNow: 17500, balance: 40800 },
    selection: { start },
  }) as unknown as ConsoleOrder

const open = (booking: BookingState, now: Date, money: Partial<ConsoleOrder['money']> = {}) =>
  ACTIONS.filter((action) => hindrance(action, order(booking, money), now) === null)

describe('what may be done with an order', () => {
  for (const [booking, now, actions] of [
    ['held', before, ['cancellation']],
    ['confirmed', before, ['checkIn', 'onSite', 'cancellation']],
    ['confirmed', after, ['checkIn', 'onSite', 'completion', 'noShow', 'cancellation']],
    ['checked_in', after, ['onSite', 'completion']],
    ['completed', after, ['onSite']],
    ['cancelled', after, []],
    ['expired', after, []],
    ['no_show', after, []],
  ] as const)
    it(`${booking} ${now === before ? 'before' : 'after'} the start: ${actions.join(', ') || 'nothing'}`, () =>
      expect(open(booking, now)).to.deep.equal(actions))

  it('no longer asks for money once all is paid', () =>
    expect(open('checked_in', after, { onSite: 40800 })).to.deep.equal(['completion']))

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
