import { expect } from 'chai'
import { MongoClient, ObjectId, type Db, type Document } from 'mongodb'
import { DISCREPANCIES, type DiscrepancyCode } from '../../src/flow/reconciling/discrepancy.ts'
import type { Json } from '../http/client.ts'
import { at } from '../http/salon.ts'
import { furtherShop, openWorld, type World } from './world.ts'

const MINUTE = 60_000
const ANSWERS = { answers: { name: '林一', phone: '13800138000' } }

/** Courts by the hour with limits and passes; a coupon, a quota of passes for sale, and a talk with seats are added. */
const courts = (): Json => {
  const shop = furtherShop('courts')
  const [court, card] = shop.services
  return {
    ...shop,
    resources: [...shop.resources, { id: 'hall', kind: 'room', name: '厅' }],
    services: [
      court,
      {
        id: 'talk',
        title: '讲座',
        mode: 'session',
        duration: 60,
        people: { max: 2 },
        offerings: [{ id: 'seat', title: '座位', price: 1000 }],
        series: [{ id: 'march', day: '2027-03-10', time: '19:00', rooms: [{ resource: 'hall', seats: 6 }] }],
        form: 'player',
        policies: { booking: { horizon: 14 } },
      },
      {
        ...card,
        quotas: [{ id: 'cards', title: { 'zh-CN': '次卡', en: 'Passes' }, total: 50 }],
        offerings: card.offerings.map((offering: Json) => ({ ...offering, quotas: ['cards'] })),
      },
    ],
    fees: [
      ...shop.fees,
      {
        id: 'opening',
        label: { 'zh-CN': '开业', en: 'Opening' },
        phase: 'coupon',
        code: 'OPEN',
        budget: { total: 5 },
        apply: { kind: 'flat', amount: 500 },
      },
    ],
  }
}
const court = (time: string): Json => ({
  service: 'court',
  offering: 'hour',
  start: at('2027-03-04', time),
  duration: 60,
  resources: { court: 'court-1' },
})

/** What is broken by hand, everything that is found then, and what of it is mended. */
interface Breakage {
  readonly title: string
  readonly damage: (db: Db, made: Made) => Promise<unknown>
  readonly found: readonly DiscrepancyCode[]
  readonly mended: readonly DiscrepancyCode[]
  /** What is there still after mending; all that was not mended, unless told. */
  readonly left?: readonly DiscrepancyCode[]
}

interface Stored extends Document {
  readonly _id: string
}

interface Made {
  /** Paid, with a coupon. */
  readonly paid: Json
  /** Paid with a pass. */
  readonly used: Json
  readonly pass: Json
  /** Two people and one, side by side. */
  readonly pair: Json
  readonly single: Json
  readonly claim: string
  readonly now: Date
}

const orders = (db: Db) => db.collection<Stored>('orders')
const pools = (db: Db) => db.collection('pools')
const days = (db: Db) => db.collection('claims')
const passes = (db: Db) => db.collection('entitlements')
const seats = (db: Db) => db.collection<Stored>('seats')
const COUPON = { pool: 'coupon/opening' }
const later = (now: Date, minutes: number) => new Date(now.getTime() + minutes * MINUTE)

const BREAKAGES: readonly Breakage[] = [
  {
    title: 'the time of an order is deleted',
    damage: (db, { claim }) => days(db).updateMany({}, { $pull: { claims: { id: claim } } } as Document),
    found: ['PLACE_MISSING'],
    mended: ['PLACE_MISSING'],
  },
  {
    title: 'the time of an order stands under another name',
    damage: (db, { claim }) => days(db).updateMany({ 'claims.id': claim }, { $set: { 'claims.$.id': 'clm_orphan' } }),
    found: ['PLACE_MISSING', 'PLACE_ORPHANED'],
    mended: ['PLACE_MISSING', 'PLACE_ORPHANED'],
  },
  {
    title: 'the time of an order is held by somebody else',
    damage: (db, { claim, now }) =>
      days(db).updateMany(
        { 'claims.id': claim },
        { $set: { 'claims.$.id': 'hld_somebody', 'claims.$.expiresAt': later(now, 60) } },
      ),
    found: ['PLACE_MISSING'],
    mended: [],
  },
  {
    title: 'a draw is deleted with its counter',
    damage: (db) => pools(db).deleteOne(COUPON),
    found: ['DRAW_MISSING'],
    mended: ['DRAW_MISSING'],
  },
  {
    title: 'somebody claims an hour without an order',
    damage: async (db) => {
      const day = await days(db).findOne({ resource: 'court-1' })
      const claim = { id: 'clm_orphan', start: new Date('2027-03-04T01:00Z'), end: new Date('2027-03-04T02:00Z') }
      await days(db).updateOne({ _id: day!._id }, {
        $push: { claims: { ...claim, expiresAt: null } },
      } as Document)
    },
    found: ['PLACE_ORPHANED'],
    mended: ['PLACE_ORPHANED'],
  },
  {
    title: 'a place is counted without an order',
    damage: (db) =>
      pools(db).updateOne(COUPON, {
        $push: { claims: { entry: new ObjectId(), id: 'clm_orphan', units: { used: 1 }, expiresAt: null } },
        $inc: { 'counters.used': 1 },
      } as Document),
    found: ['DRAW_ORPHANED'],
    mended: ['DRAW_ORPHANED'],
  },
  {
    title: 'an order has more of a pool than it says',
    damage: (db) =>
      pools(db).updateOne(COUPON, { $set: { 'claims.0.units.used': 3 }, $inc: { 'counters.used': 2 } } as Document),
    found: ['DRAW_ORPHANED'],
    mended: ['DRAW_ORPHANED'],
  },
  {
    title: 'a counter is changed',
    damage: (db) => pools(db).updateOne(COUPON, { $inc: { 'counters.used': 1 } }),
    found: ['COUNTER_WRONG'],
    mended: [],
  },
  {
    title: 'more is taken than there is',
    damage: (db, { paid }) =>
      orders(db).updateOne(
        { _id: paid.id, 'claim.draws.pool': 'coupon/opening' },
        { $set: { 'claim.draws.$.limit': 0 } },
      ),
    found: ['OVER_LIMIT'],
    mended: [],
  },
  {
    title: 'an hour is held by two',
    damage: (db, { now, claim }) =>
      days(db)
        .findOne({ 'claims.id': claim })
        .then((day) => {
          const mine = (day as Document).claims.find((one: Json) => one.id === claim)
          const other = { ...mine, id: 'hld_second', expiresAt: later(now, 60) }
          return days(db).updateOne({ _id: day!._id }, { $push: { claims: other } } as Document)
        }),
    found: ['OVERBOOKED'],
    mended: [],
  },
  {
    title: 'a refund is larger than its payment',
    damage: (db, { paid, now }) =>
      orders(db).updateOne({ _id: paid.id }, {
        $push: {
          ledger: {
            id: `${paid.id.slice(4)}-r1`,
            kind: 'refund',
            amount: 99999,
            at: now,
            capture: `${paid.id.slice(4)}-p1`,
          },
        },
      } as Document),
    found: ['REFUNDED_TOO_MUCH'],
    mended: [],
  },
  {
    title: 'a payment is entered twice',
    damage: async (db, { paid }) => {
      const stored = await orders(db).findOne({ _id: paid.id })
      await orders(db).updateOne({ _id: paid.id }, { $push: { ledger: stored?.['ledger'][0] } } as Document)
    },
    found: ['CAPTURE_TWICE'],
    mended: [],
  },
  {
    title: 'a paid order is called expired',
    damage: (db, { paid }) =>
      orders(db).updateOne({ _id: paid.id }, { $set: { state: 'expired', booking: 'expired' } }),
    found: ['MONEY_WITHOUT_PLACE', 'DRAW_ORPHANED', 'DRAW_ORPHANED', 'DRAW_ORPHANED', 'PLACE_ORPHANED'],
    mended: ['DRAW_ORPHANED', 'DRAW_ORPHANED', 'DRAW_ORPHANED', 'PLACE_ORPHANED'],
  },
  {
    title: 'a payment is struck out of the books',
    damage: (db, { paid }) => orders(db).updateOne({ _id: paid.id }, { $set: { ledger: [] } }),
    found: ['CONFIRMED_UNPAID', 'PAYMENT_NOT_BOOKED'],
    mended: ['PAYMENT_NOT_BOOKED'],
    left: [],
  },
  {
    title: 'the books have a payment that was never made',
    damage: (db, { paid, now }) =>
      orders(db).updateOne({ _id: paid.id }, {
        $push: { ledger: { id: `${paid.id.slice(4)}-p9`, kind: 'capture', amount: 100, at: now } },
      } as Document),
    found: ['PAYMENT_UNKNOWN'],
    mended: [],
  },
  {
    title: 'the books have another amount',
    damage: (db, { paid }) => orders(db).updateOne({ _id: paid.id }, { $inc: { 'ledger.0.amount': 100 } }),
    found: ['PAYMENT_DIFFERS'],
    mended: [],
  },
  {
    title: 'what is left of a pass is changed',
    damage: (db, { pass }) => passes(db).updateOne({ 'entries.id': pass.id }, { $inc: { left: 1 } }),
    found: ['BALANCE_WRONG'],
    mended: [],
  },
  {
    title: 'a pass is used for no order',
    damage: (db, { pass, now }) =>
      passes(db).updateOne({ 'entries.id': pass.id }, {
        $inc: { left: -1 },
        $push: { entries: { id: 'use/ord_none', kind: 'use', units: -1, order: 'ord_none', at: now } },
      } as Document),
    found: ['USE_ORPHANED'],
    mended: ['USE_ORPHANED'],
  },
  {
    title: 'a notice lies there',
    damage: (db, { paid, now }) =>
      db.collection<Stored>('notices').insertOne({
        _id: 'feiyu/lying-there',
        shop: 'feiyu',
        state: 'received',
        facts: {
          kind: 'payment',
          outTradeNo: `${paid.id.slice(4)}-p1`,
          transactionId: '42',
          total: 2500,
          paidAt: now,
        },
        receivedAt: later(now, -10),
      }),
    found: ['NOTICE_WAITING'],
    mended: ['NOTICE_WAITING'],
  },
  {
    title: 'the seat of somebody is free',
    damage: (db, { single }) => seats(db).deleteOne({ order: single.id }),
    found: ['SEAT_MISSING'],
    mended: ['SEAT_MISSING'],
  },
  {
    title: 'people were given no seats',
    damage: async (db, { pair }) => {
      await seats(db).deleteMany({ order: pair.id })
      await orders(db).updateOne({ _id: pair.id }, { $set: { seats: [] } })
    },
    found: ['SEAT_MISSING'],
    mended: ['SEAT_MISSING'],
  },
  {
    title: 'a seat is taken by nobody who comes',
    damage: async (db, { single }) => {
      const seat = await seats(db).findOne({ order: single.id })
      await seats(db).insertOne({ ...seat, _id: `${seat?._id}0`, number: 30 })
    },
    found: ['SEAT_ORPHANED'],
    mended: ['SEAT_ORPHANED'],
  },
  {
    title: 'two people have one seat',
    damage: async (db, { pair, single }) => {
      const other = await orders(db).findOne({ _id: single.id })
      await orders(db).updateOne({ _id: pair.id }, { $set: { 'seats.0.number': other?.seats[0].number } })
    },
    found: ['SEAT_TWICE', 'SEAT_ORPHANED'],
    mended: ['SEAT_ORPHANED'],
  },
]

describe('reconciling', function () {
  this.timeout(60_000)
  let world: World
  let client: MongoClient
  let db: Db
  let made: Made
  let intact: Map<string, Document[]>
  const codes = async (mend = false) => {
    const { found } = await world.runtime.reconcile({ payDays: 30, mend })
    return {
      found: found.map(({ code }) => code).toSorted(),
      mended: found.flatMap(({ code, mended }) => (mended ? [code] : [])).toSorted(),
    }
  }
  before(async () => {
    world = await openWorld({ shop: courts(), now: '2027-03-01T02:00:00Z' })
    client = await MongoClient.connect(world.uri)
    db = client.db()
    const token = await world.customer()
    const paid = await world.bought(token, court('19:00'), { ...ANSWERS, coupon: 'OPEN' })
    await world.bought(token, { service: 'card', places: [{ offering: 'ten' }] }, ANSWERS)
    const [pass] = (await world.get('/me/entitlements', { token })).body.entitlements
    const used = await world.order(token, court('18:00'), { ...ANSWERS, entitlements: [pass.id] })
    const talk = { service: 'talk', offering: 'seat', session: 'march@2027-03-10T19:00' }
    const pair = await world.bought(token, { ...talk, people: 2 }, ANSWERS)
    const single = await world.bought(token, talk, ANSWERS)
    // Somebody whose order has expired, and somebody who has cancelled.
    await world.order(await world.customer(), court('10:00'), ANSWERS)
    const other = await world.customer()
    const { id } = await world.bought(other, court('11:00'), ANSWERS)
    await world.post(`/orders/${id}/cancellation`, { token: other, body: {} })
    await world.wait(30)
    await world.settle()
    const claim = (await world.records.orders.find(paid.id))?.claim.id ?? ''
    made = { paid, used, pass, pair, single, claim, now: world.clock.now() }
    intact = new Map()
    for (const { name } of await db.listCollections().toArray())
      intact.set(name, await db.collection(name).find().toArray())
  })
  after(async () => {
    await client.close()
    await world.close()
  })
  afterEach(async () => {
    for (const [name, documents] of intact) {
      await db.collection(name).deleteMany({})
      if (documents.length > 0) await db.collection(name).insertMany(documents)
    }
  })

  it('finds nothing in a shop that nobody has broken', async () => {
    expect(made.used).to.include({ state: 'confirmed' })
    expect((await codes()).found).to.deep.equal([])
  })

  for (const { title, damage, found, mended, left } of BREAKAGES)
    it(`finds that ${title}: ${[...new Set(found)].join(', ')}`, async () => {
      await damage(db, made)
      // Looking alone changes nothing.
      expect(await codes()).to.deep.equal({ found: [...found].toSorted(), mended: [] })
      expect(await codes(true)).to.deep.equal({ found: [...found].toSorted(), mended: [...mended].toSorted() })
      const unmended = found.filter((code) => !mended.includes(code))
      expect(await codes(true)).to.deep.equal({ found: [...(left ?? unmended)].toSorted(), mended: [] })
    })

  it('has a breakage for every discrepancy', () => {
    const tried = new Set(BREAKAGES.flatMap(({ found }) => found))
    expect(Object.keys(DISCREPANCIES).filter((code) => !tried.has(code as DiscrepancyCode))).to.deep.equal([])
  })
})
