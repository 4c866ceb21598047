import type { Collections, OrderDoc } from './bare-documents.ts'

export interface BareEvents {
  /** Something has happened. */
  soon(): void
  /** Looks no more by itself; resolves when everything so far was passed on. */
  settled(): Promise<void>
}

const EVERY_MS = 1000

/**
 * Passes the events of orders on, one round after the other: the outbox of the product without its leases. Of several processes
 * one `leads`; it also looks by itself, for what the others have left.
 */
export function bareEvents({ orders, events, sequences }: Collections, shop: string, leads: boolean): BareEvents {
  let chain: Promise<void> = Promise.resolve()
  let waiting = false

  async function passOn(order: OrderDoc): Promise<void> {
    for (const [index, { type, at }] of order.events.entries()) {
      if (index < order.eventsSent) continue
      const _id = `${order._id}/${index}`
      if (await events.findOne({ _id })) continue
      const next = await sequences.findOneAndUpdate(
        { _id: `${shop}/events` },
        { $inc: { value: 1 }, $setOnInsert: { shop } },
        { upsert: true, returnDocument: 'after' },
      )
      await events.insertOne({ _id, shop, sequence: next?.value ?? 1, type, order: order._id, at })
    }
    await orders.updateOne(
      { _id: order._id, revision: order.revision, state: order.state },
      { $set: { eventsSent: order.events.length, revision: order.revision + 1, due: [] } },
    )
  }

  async function round(): Promise<void> {
    waiting = false
    const found = await orders
      .find({ shop, due: 'events', updatedAt: { $lte: new Date() } })
      .sort({ updatedAt: 1 })
      .limit(50)
      .toArray()
    for (const order of found) await passOn(order)
  }

  function soon(): void {
    if (waiting || !leads) return
    waiting = true
    chain = chain.then(round).catch((error: unknown) => console.error(error))
  }
  const timer = setInterval(soon, EVERY_MS)

  return {
    soon,
    settled() {
      clearInterval(timer)
      return chain
    },
  }
}
