import { expect } from 'chai'
import fc from 'fast-check'
import {
  advance,
  allocateRefund,
  allows,
  type Charge,
  cancellationPreview,
  type LedgerEntry,
  money,
  nextPayment,
  type OrderEvent,
  paidByPlaces,
  paidLeft,
  type Quote,
  rescheduleCheck,
  scheduleLeft,
  type States,
  stepWhenApproved,
  stepWhenMade,
  stepWhenPaid,
  totalLeft,
  TRANSITIONS,
  type Withdrawal,
} from '../../src/domain/index.ts'
import { bought, entry, line, quoteOf, shopOf } from './after-sale-shop.ts'
import { at } from './shops.ts'

const PLACES = 3
const START = at('2027-03-06 10:00')
const assignment = bought('2027-03-06 10:00', '2027-03-06 12:00')
const shop = shopOf({
  cancellation: { tiers: [{ before: 1440, refund: 9000 }, { before: 0, refund: 5000 }, { refund: 2500 }] },
  reschedule: { times: 3, before: 60, free: 1, fee: 700 },
})

/** One order as a flow would keep it. */
interface Life {
  readonly quote: Quote
  readonly approval: 'none' | 'beforePayment' | 'afterPayment'
  states: States
  entries: LedgerEntry[]
  charges: Charge[]
  withdrawals: Withdrawal[]
  reschedules: number
  now: Date
}

const accountOf = (life: Life) => money(life.entries, life.quote, life)

function give(life: Life, amount: number, state: LedgerEntry['state']): void {
  for (const share of allocateRefund(life.entries, amount))
    life.entries.push(entry('refund', share.amount, state, { id: `r${life.entries.length}`, capture: share.capture }))
}

function step(life: Life, event: OrderEvent): boolean {
  if (!allows(event, life.states)) return false
  life.states = advance(event, life.states)
  return true
}

function due(life: Life): number {
  const paid = accountOf(life)
  const captured = paid.captured - life.withdrawals.reduce((sum, one) => sum + one.paid, 0)
  return nextPayment(scheduleLeft(life.quote, life.withdrawals), { ...paid, captured }, life.now)?.amount ?? 0
}

/** What may befall an order; `amount` and `place` are whatever the one who acts makes up. */
const ACTS: Readonly<Record<string, (life: Life, amount: number, place: number) => void>> = {
  pay(life) {
    const amount = due(life)
    if (amount === 0 || !['pending', 'confirmed', 'expired'].includes(life.states.order)) return
    life.entries.push(entry('capture', amount, 'succeeded', { id: `c${life.entries.length}` }))
    if (life.states.order !== 'confirmed') step(life, stepWhenPaid(life.approval, life.states.order === 'pending'))
  },
  /** A notice nobody waits for: all of it goes back. */
  payTwice(life, amount) {
    if (life.states.order !== 'cancelled' && life.states.order !== 'completed') return
    const id = `c${life.entries.length}`
    life.entries.push(entry('capture', amount, 'succeeded', { id }))
    life.entries.push(entry('refund', amount, 'requested', { id: `${id}r`, capture: id }))
  },
  approve(life) {
    step(life, stepWhenApproved(life.approval === 'beforePayment' ? life.quote.dueNow : 0))
  },
  reject(life) {
    if (step(life, 'reject')) give(life, paidLeft(accountOf(life), life.withdrawals, 'merchant'), 'requested')
  },
  expire(life) {
    step(life, 'expire')
  },
  cancel(life) {
    const paid = paidLeft(accountOf(life), life.withdrawals, 'customer')
    const preview = cancellationPreview(shop, { assignment, paid, now: life.now, by: 'customer' })
    if (preview.allowed && step(life, 'cancel')) give(life, preview.refund, 'requested')
  },
  cancelByShop(life) {
    const paid = paidLeft(accountOf(life), life.withdrawals, 'merchant')
    if (step(life, 'cancel')) give(life, paid, 'requested')
  },
  withdraw(life, _amount, place) {
    if (life.withdrawals.some(({ places }) => places.includes(place)) || life.withdrawals.length === PLACES - 1) return
    const paid = paidByPlaces(life.quote, [place], accountOf(life), life.withdrawals)
    const preview = cancellationPreview(shop, { assignment, paid, now: life.now, by: 'customer' })
    if (!preview.allowed || !step(life, 'withdraw')) return
    give(life, preview.refund, 'requested')
    life.withdrawals.push({ places: [place], paid, refund: preview.refund, at: life.now })
  },
  reschedule(life) {
    const check = rescheduleCheck(shop, { assignment, used: life.reschedules, now: life.now })
    if (!check.allowed || !step(life, 'reschedule')) return
    life.reschedules += 1
    if (check.fee > 0)
      life.charges.push({ id: `chg${life.charges.length}`, kind: 'reschedule', amount: check.fee, at: life.now })
  },
  transfer(life) {
    step(life, 'transfer')
  },
  checkIn(life) {
    step(life, 'checkIn')
  },
  complete(life) {
    step(life, 'complete')
  },
  completeBySystem(life) {
    step(life, 'completeBySystem')
  },
  noShow(life) {
    step(life, 'noShow')
  },
  /** Staff give something back without further reason, as far as there is something. */
  refund(life, amount) {
    const { captured, refunded } = accountOf(life)
    if (life.states.order === 'confirmed') give(life, Math.min(amount, captured - refunded), 'succeeded')
  },
  refundArrives(life) {
    const index = life.entries.findIndex(({ kind, state }) => kind === 'refund' && state === 'requested')
    const found = life.entries[index]
    if (found) life.entries[index] = { ...found, state: 'succeeded' }
  },
  wait(life, amount) {
    life.now = new Date(life.now.getTime() + amount * 60_000)
  },
}

const BEGUN_PAIRS = [
  'pending held',
  'awaiting_approval held',
  'confirmed confirmed',
  'confirmed checked_in',
  'completed completed',
  'completed no_show',
  'expired expired',
  'cancelled cancelled',
  'cancelled rejected',
]

describe('whatever befalls an order', () => {
  const acts = fc.array(
    fc.tuple(fc.constantFrom(...Object.keys(ACTS)), fc.integer({ min: 1, max: 4000 }), fc.nat(PLACES - 1)),
    { maxLength: 40 },
  )
  const price = fc.tuple(fc.nat(5000), fc.nat(3000), fc.nat(2000), fc.nat(10000))

  it('keeps what comes back within what was captured, and its states within the table', () => {
    fc.assert(
      fc.property(price, fc.constantFrom('none', 'beforePayment', 'afterPayment'), acts, (sums, approval, sequence) => {
        const [each, whole, off, rate] = sums
        const lines = [line(each * PLACES, [0, 1, 2]), line(whole), line(-Math.min(off, each * PLACES + whole))]
        const { total } = quoteOf(lines)
        const first = Math.floor((total * rate) / 10000)
        const schedule = [
          { amount: first, due: null, where: 'app' as const },
          { amount: total - first, due: START.toISOString(), where: 'app' as const },
        ].filter(({ amount }) => amount > 0)
        const quote = quoteOf(lines, schedule)
        const life: Life = {
          quote,
          approval,
          states: { order: 'pending', booking: 'held' },
          entries: [],
          charges: [],
          withdrawals: [],
          reschedules: 0,
          now: at('2027-02-20 12:00'),
        }
        const made = stepWhenMade(approval, quote.dueNow)
        if (made) step(life, made)
        for (const [act, amount, place] of sequence) {
          ACTS[act]?.(life, amount, place)
          const { captured, refunded, charged } = accountOf(life)
          expect(refunded, act).to.be.at.most(captured)
          expect(BEGUN_PAIRS, act).to.include(`${life.states.order} ${life.states.booking}`)
          const left = totalLeft(quote, life.withdrawals)
          expect(left).to.be.within(0, total)
          const parts = scheduleLeft(quote, life.withdrawals)
          expect(parts.reduce((sum, part) => sum + part.amount, 0)).to.equal(left)
          for (const part of parts) expect(part.amount).to.be.at.least(0)
          // Nobody is asked for more than the order comes to.
          const kept = life.withdrawals.reduce((sum, one) => sum + one.paid, 0)
          if (life.states.order !== 'cancelled' && life.states.order !== 'completed')
            expect(captured - kept + due(life), act).to.be.at.most(left + charged)
          if (life.states.booking === 'rejected') expect(refunded).to.equal(captured)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is one of the acts of the table', () => {
    const named = new Set([
      ...Object.keys(ACTS),
      ...(['none', 'beforePayment', 'afterPayment'] as const).flatMap((approval) => [
        stepWhenPaid(approval, true),
        stepWhenPaid(approval, false),
        stepWhenApproved(0),
        stepWhenApproved(1),
      ]),
    ])
    expect([...named]).to.include.members(Object.keys(TRANSITIONS))
  })
})
