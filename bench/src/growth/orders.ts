import type { Document } from 'mongodb'
import { quote, type Assignment, type ResolvedShop } from '@kaidian/runtime/domain'
import type { ClaimRef } from '@kaidian/runtime/store'
import { SHOP } from '../booking/bare-routes.ts'
import { unguessable, type Filling } from './filling.ts'

const ANSWERS = { name: '李雷', phone: '13900139000', note: '两边短一点' }
const DAY_MS = 86_400_000

/** What one order is about. */
export interface Booked {
  readonly id: string
  readonly customer: string
  readonly selection: Assignment
  /** At the shop; null where there is no date. */
  readonly day: string | null
  readonly claim: ClaimRef
  readonly state: 'confirmed' | 'completed' | 'cancelled'
  readonly createdAt: Date
}

/** Makes documents of paid orders. The first goes through the store, so that each is what the store makes of an order. */
export async function orderMaker({ store, db, keys }: Filling, shop: ResolvedShop, sample: Booked) {
  const context = { now: sample.createdAt, visits: 1, membership: null, answers: ANSWERS }
  const price = quote(shop, sample.selection, context)
  const { id, createdAt, selection, ...about } = sample
  await store.orders.insert({
    ...about,
    ...timesOf(selection),
    _id: id,
    version: shop.version,
    booking: 'confirmed',
    selection,
    quote: price,
    answers: ANSWERS,
    contactPhone: ANSWERS.phone,
    consents: ['agreement' as const, 'privacy' as const].map((document) => ({
      document,
      version: shop.version,
      textHash: null,
      at: createdAt,
    })),
    attempts: [],
    expiresAt: null,
    checkInCode: unguessable(),
    checkedInAt: null,
    reschedules: 0,
    events: ['order.created', 'payment.captured', 'order.confirmed'],
    createdAt,
  })
  const made = (await db.collection('orders').findOneAndDelete({ _id: id as never })) as Document
  await store.versions.keep(shop.version, shop.source, createdAt)

  return ({ id: _id, selection: chosen, createdAt: at, ...rest }: Booked): Document => {
    const outTradeNo = `${_id.slice(4)}-p1`
    const amount = price.dueNow
    const times = timesOf(chosen)
    const isOver = times.end !== null && times.end.getTime() < Date.now()
    return {
      ...made,
      ...rest,
      ...times,
      _id,
      number: unguessable(),
      booking: rest.state,
      // Staff of many a shop never say who came.
      leftOpen: isOver && rest.state === 'confirmed',
      selection: chosen,
      answers: keys.seal(JSON.stringify(ANSWERS), `${SHOP}/orders/${_id}/answers`),
      phone: unguessable(),
      phoneTail: unguessable(),
      ledger: [{ id: outTradeNo, kind: 'capture', amount, at, transaction: unguessable() }],
      attempts: [{ outTradeNo, channel: 'jsapi', purpose: 'order', amount, createdAt: at, prepayId: unguessable() }],
      checkInCode: unguessable(),
      events: (made['events'] as readonly Document[]).map((event) => ({ ...event, at })),
      eventsSent: 3,
      due: [],
      remindedAt: isOver ? at : null,
      createdAt: at,
      updatedAt: at,
    }
  }
}

const timesOf = ({ start, end }: Assignment) => ({
  start: start === null ? null : new Date(start),
  end: end === null ? null : new Date(end),
})

export function* documentsOf(orders: Iterable<Booked>, documentOf: (order: Booked) => Document): Generator<Document> {
  for (const order of orders) yield documentOf(order)
}

const KEPT_DAYS = 90

/** What was told of orders, as long as it is kept. */
export function* eventsOf(orders: Iterable<Booked>): Generator<Document> {
  let sequence = 0
  for (const { id, createdAt: at } of orders)
    if (Date.now() - at.getTime() < (KEPT_DAYS - 1) * DAY_MS)
      for (const [index, type] of ['order.created', 'payment.captured', 'order.confirmed'].entries())
        yield { _id: `${id}/${index}`, shop: SHOP, sequence: (sequence += 1), type, order: id, at }
}
