import { expect } from 'chai'
import {
  advance,
  allows,
  type BookingState,
  type OrderEvent,
  type OrderState,
  Refusal,
  stepWhenApproved,
  stepWhenMade,
  stepWhenPaid,
  TRANSITIONS,
} from '../../src/domain/index.ts'

const EVENTS = Object.keys(TRANSITIONS) as OrderEvent[]
const ORDERS: readonly OrderState[] = ['pending', 'awaiting_approval', 'confirmed', 'completed', 'expired', 'cancelled']
const BOOKINGS: readonly BookingState[] = [
  'held',
  'confirmed',
  'checked_in',
  'completed',
  'expired',
  'rejected',
  'cancelled',
  'no_show',
]

describe('the transitions of an order', () => {
  for (const [event, order, booking, toOrder, toBooking] of [
    ['confirm', 'pending', 'held', 'confirmed', 'confirmed'],
    ['requestApproval', 'pending', 'held', 'awaiting_approval', 'held'],
    ['approve', 'awaiting_approval', 'held', 'confirmed', 'confirmed'],
    ['approveToPay', 'awaiting_approval', 'held', 'pending', 'held'],
    ['reject', 'awaiting_approval', 'held', 'cancelled', 'rejected'],
    ['expire', 'pending', 'held', 'expired', 'expired'],
    ['honour', 'expired', 'expired', 'confirmed', 'confirmed'],
    ['honourForApproval', 'expired', 'expired', 'awaiting_approval', 'held'],
    ['cancel', 'pending', 'held', 'cancelled', 'cancelled'],
    ['cancel', 'awaiting_approval', 'held', 'cancelled', 'cancelled'],
    ['cancel', 'confirmed', 'confirmed', 'cancelled', 'cancelled'],
    ['withdraw', 'confirmed', 'confirmed', 'confirmed', 'confirmed'],
    ['reschedule', 'confirmed', 'confirmed', 'confirmed', 'confirmed'],
    ['transfer', 'confirmed', 'confirmed', 'confirmed', 'confirmed'],
    ['checkIn', 'confirmed', 'confirmed', 'confirmed', 'checked_in'],
    ['complete', 'confirmed', 'confirmed', 'completed', 'completed'],
    ['complete', 'confirmed', 'checked_in', 'completed', 'completed'],
    ['completeBySystem', 'confirmed', 'checked_in', 'completed', 'completed'],
    ['noShow', 'confirmed', 'confirmed', 'completed', 'no_show'],
  ] as const)
    it(`${event} makes ${order}, ${booking} into ${toOrder}, ${toBooking}`, () =>
      expect(advance(event, { order, booking })).to.deep.equal({ order: toOrder, booking: toBooking }))

  for (const [event, order, booking, code] of [
    ['confirm', 'expired', 'expired', 'ORDER_NOT_PENDING'],
    ['confirm', 'cancelled', 'cancelled', 'ORDER_NOT_PENDING'],
    ['confirm', 'awaiting_approval', 'held', 'ORDER_NOT_PENDING'],
    ['requestApproval', 'awaiting_approval', 'held', 'ORDER_NOT_PENDING'],
    ['approve', 'pending', 'held', 'APPROVAL_NOT_PENDING'],
    ['approve', 'confirmed', 'confirmed', 'APPROVAL_NOT_PENDING'],
    ['approveToPay', 'cancelled', 'rejected', 'APPROVAL_NOT_PENDING'],
    ['reject', 'confirmed', 'confirmed', 'APPROVAL_NOT_PENDING'],
    ['reject', 'cancelled', 'rejected', 'APPROVAL_NOT_PENDING'],
    ['expire', 'confirmed', 'confirmed', 'ORDER_NOT_PENDING'],
    ['expire', 'awaiting_approval', 'held', 'ORDER_NOT_PENDING'],
    ['cancel', 'confirmed', 'checked_in', 'CANCELLATION_NOT_ALLOWED'],
    ['cancel', 'cancelled', 'cancelled', 'CANCELLATION_NOT_ALLOWED'],
    ['withdraw', 'pending', 'held', 'CANCELLATION_NOT_ALLOWED'],
    ['withdraw', 'confirmed', 'checked_in', 'CANCELLATION_NOT_ALLOWED'],
    ['checkIn', 'confirmed', 'checked_in', 'CHECK_IN_NOT_ALLOWED'],
    ['checkIn', 'pending', 'held', 'CHECK_IN_NOT_ALLOWED'],
    ['checkIn', 'awaiting_approval', 'held', 'CHECK_IN_NOT_ALLOWED'],
    ['noShow', 'confirmed', 'checked_in', 'NO_SHOW_NOT_ALLOWED'],
    ['reschedule', 'pending', 'held', 'RESCHEDULE_NOT_ALLOWED'],
    ['transfer', 'confirmed', 'checked_in', 'TRANSFER_NOT_ALLOWED'],
    ['transfer', 'awaiting_approval', 'held', 'TRANSFER_NOT_ALLOWED'],
    ['complete', 'completed', 'completed', 'NOT_COMPLETABLE'],
    ['completeBySystem', 'confirmed', 'confirmed', 'NOT_COMPLETABLE'],
  ] as const)
    it(`${event} is refused for ${order}, ${booking}`, () =>
      expect(() => advance(event, { order, booking }))
        .to.throw(Refusal)
        .with.property('code', code))

  it('leave what is completed or cancelled as it is', () => {
    for (const event of EVENTS)
      for (const order of ['completed', 'cancelled'] as const)
        for (const booking of BOOKINGS)
          expect(allows(event, { order, booking }), `${event} ${order} ${booking}`).to.equal(false)
  })

  it('reach every state of orders and bookings from a hold, and never an impossible pair', () => {
    const seen = new Set(['pending held'])
    for (const pair of seen)
      for (const event of EVENTS) {
        const [order, booking] = pair.split(' ') as [OrderState, BookingState]
        if (!allows(event, { order, booking })) continue
        const next = advance(event, { order, booking })
        seen.add(`${next.order} ${next.booking}`)
      }
    expect([...seen]).to.have.members([
      'pending held',
      'awaiting_approval held',
      'confirmed confirmed',
      'expired expired',
      'cancelled cancelled',
      'cancelled rejected',
      'confirmed checked_in',
      'completed completed',
      'completed no_show',
    ])
    expect(new Set([...seen].map((pair) => pair.split(' ')[0]))).to.have.keys(...ORDERS)
    expect(new Set([...seen].map((pair) => pair.split(' ')[1]))).to.have.keys(...BOOKINGS)
  })
})

describe('the step of an order', () => {
  for (const [approval, dueNow, step] of [
    ['none', 0, 'confirm'],
    ['none', 100, null],
    ['afterPayment', 0, 'requestApproval'],
    ['afterPayment', 100, null],
    ['beforePayment', 0, 'requestApproval'],
    ['beforePayment', 100, 'requestApproval'],
  ] as const)
    it(`made with ${dueNow} due now and approval ${approval} is ${step ?? 'to wait'}`, () =>
      expect(stepWhenMade(approval, dueNow)).to.equal(step))

  for (const [approval, inTime, step] of [
    ['none', true, 'confirm'],
    ['none', false, 'honour'],
    ['beforePayment', true, 'confirm'],
    ['beforePayment', false, 'honour'],
    ['afterPayment', true, 'requestApproval'],
    ['afterPayment', false, 'honourForApproval'],
  ] as const)
    it(`paid ${inTime ? 'in time' : 'late'} with approval ${approval} is ${step}`, () =>
      expect(stepWhenPaid(approval, inTime)).to.equal(step))

  it('agreed to is a payment where something is due, and a confirmation otherwise', () => {
    expect(stepWhenApproved(100)).to.equal('approveToPay')
    expect(stepWhenApproved(0)).to.equal('approve')
  })
})
