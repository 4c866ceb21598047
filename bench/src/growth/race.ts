import { ObjectId, type Document } from 'mongodb'
import type { Shop } from '@kaidian/schemas'
import { assign, supplyOf } from '@kaidian/runtime/domain'
import { SHOP } from '../booking/bare-routes.ts'
import { resolved, salon } from '../example.ts'
import type { Asked } from './asked.ts'
import { insertAll, type Filling } from './filling.ts'
import { documentsOf, orderMaker, type Booked } from './orders.ts'

/** More than anybody sells here. */
const PLACES = 50_000
const DAY_MS = 86_400_000

/** One race with one ticket, so that every order draws from one pool. */
export function race(): Shop {
  const { services, ...shop } = salon()
  const [first] = services
  if (!first) throw new Error('The salon of the examples has changed.')
  const { title, category, form } = first
  const day = new Date(Date.now() + 90 * DAY_MS).toISOString().slice(0, 10)
  return {
    ...shop,
    id: SHOP,
    fees: [],
    services: [
      {
        id: 'run',
        title,
        ...(category !== undefined && { category }),
        form,
        mode: 'registration',
        event: { day, time: '07:30', endTime: '12:00' },
        quotas: [{ id: 'total', title, total: PLACES }],
        offerings: [{ id: 'half', title, price: 15_000, quotas: ['total'] }],
      },
    ],
  }
}

const SELECTION = { service: 'run', places: [{ offering: 'half' }] }

/** The same for everybody. */
export function* tickets(): Generator<unknown, void> {
  for (;;) yield SELECTION
}

/** `size` paid places of one race. */
export async function fillRace(filling: Filling, size: number): Promise<Asked> {
  const { store, db } = filling
  const shop = resolved(race())
  const now = new Date()
  const selection = assign(shop, SELECTION, [], now)
  const [draw] = supplyOf(shop, selection)
  if (!draw) throw new Error('The race draws from no pool.')
  const createdAt = new Date(now.getTime() - DAY_MS)
  const claimOf = (id: string) => ({ id: `hld_${id}`, places: [], draws: [draw] })
  function* orders(): Generator<Booked> {
    for (let index = 0; index < size; index++) {
      const id = String(index).padStart(20, '0')
      const day = selection.start?.slice(0, 10) ?? null
      yield {
        id: `ord_${id}`,
        customer: `cus_${id}`,
        selection,
        day,
        claim: claimOf(id),
        state: 'confirmed',
        createdAt,
      }
    }
  }
  const [first] = orders()
  if (!first) throw new Error('There is nothing to fill the store with.')
  const documentOf = await orderMaker(filling, shop, first)
  await insertAll(db, 'orders', documentsOf(orders(), documentOf))

  // One place through the store, which makes the pool; the others are filed beside it, as the store files them.
  await store.pools.take(first.claim.id, [draw], { now, expiresAt: null })
  function* filed(): Generator<Document> {
    for (const { claim } of orders())
      if (claim.id !== first?.claim.id)
        yield {
          _id: new ObjectId(),
          shop: SHOP,
          pool: draw?.pool,
          id: claim.id,
          units: { [draw?.counter ?? '']: 1 },
          gone: false,
        }
  }
  await insertAll(db, 'pool_claims', filed())
  await db
    .collection('pools')
    .updateOne({ pool: draw.pool }, { $set: { filed: true }, $inc: { [`counters.${draw.counter}`]: size - 1 } })
  const record = await store.pools.find(draw.pool)
  if (record?.claims.length !== size || record.counters[draw.counter] !== size)
    throw new Error('The store does not read what it was filled with.')
  return { tokens: [], pages: { '/tickets?service=run': 'tickets left' } }
}
