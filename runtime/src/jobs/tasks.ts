import type { ShopContext } from '../flow/context.ts'
import { settleRefunds } from '../flow/refunding.ts'
import { chase } from '../flow/chasing.ts'
import { releaseAbandoned } from '../flow/releasing.ts'
import { settleGrants } from '../flow/entitling.ts'
import { seatAbandoned } from '../flow/seating.ts'
import { remind } from '../flow/reminding.ts'
import { dropMove } from '../flow/rescheduling.ts'
import { closeVisit } from '../flow/visiting.ts'
import { sweepUploads } from '../flow/uploads.ts'
import { lapseOffer, promote } from '../flow/waiting.ts'
import { effectOf, expireOrder } from '../flow/settling.ts'
import type { Order } from '../store/index.ts'
import type { Task } from './index.ts'

const BATCH = 50
const MINUTE = 60_000
const DAY = 86_400_000
/** How long before the start a customer is reminded. */
const REMIND_MS = DAY

/** What has to be done behind the requests, and is done again after a crash. */
export function tasksOf(ctx: ShopContext): readonly Task[] {
  const { store, clock, log } = ctx
  const ago = (ms: number) => new Date(clock.now().getTime() - ms)

  /** One order that cannot be worked on must not keep the others waiting. */
  async function each<T extends { readonly id: string }>(
    items: readonly T[],
    work: (item: T) => Promise<void>,
  ): Promise<void> {
    for (const item of items)
      await work(item).catch((error: unknown) =>
        log.warn({ id: item.id, error: String(error) }, 'Left for the next round.'),
      )
  }

  /** Each event is passed on at least once, also when a process dies in between; what was passed on is noted even then. */
  async function passOn(order: Order): Promise<void> {
    let eventsSent = order.eventsSent
    try {
      for (const { type, at } of order.events.slice(order.eventsSent)) {
        const event = { id: `${order.id}/${eventsSent}`, type, order: order.id, at }
        await store.events.append(event)
        await ctx.events.send(event, order)
        eventsSent += 1
      }
    } finally {
      await store.orders.change(order, clock.now(), ({ events }) => ({
        set: { eventsSent },
        ...(events.length === eventsSent && { done: ['events'] }),
      }))
    }
  }

  return [
    {
      name: 'events',
      every: 1000,
      async run() {
        const orders = await store.orders.withDue('events', clock.now(), BATCH)
        await each(orders, (order) => passOn(order))
      },
    },
    {
      name: 'refunds',
      every: 1000,
      async run() {
        // A new refund at once, one under way every half minute.
        const orders = await store.orders.withDue('refunds', clock.now(), BATCH)
        const fresh = ({ refundsTriedAt: tried, entries }: Order) =>
          tried === null ||
          tried <= ago(MINUTE / 2) ||
          entries.some(({ kind, at, state }) => kind === 'refund' && state === 'requested' && at > tried)
        await each(orders.filter(fresh), (order) => settleRefunds(ctx, order))
      },
    },
    {
      name: 'notices',
      every: 5000,
      run: async () => each(await store.notices.waiting(ago(5000), BATCH), ({ id, facts }) => effectOf(ctx, id, facts)),
    },
    {
      name: 'expiry',
      every: 5000,
      run: async () => each(await store.orders.overdue(clock.now(), BATCH), (order) => expireOrder(ctx, order)),
    },
    {
      name: 'releases',
      every: 10_000,
      run: async () =>
        each(await store.orders.withDue('releases', ago(MINUTE), BATCH), ({ id }) => releaseAbandoned(ctx, id)),
    },
    {
      name: 'returns',
      every: 10_000,
      run: async () =>
        each(await store.orders.withDue('returns', ago(MINUTE), BATCH), ({ id }) => releaseAbandoned(ctx, id)),
    },
    {
      name: 'grants',
      every: 10_000,
      run: async () =>
        each(await store.orders.withDue('grants', ago(MINUTE / 6), BATCH), async (order) => {
          await settleGrants(ctx, order)
        }),
    },
    {
      name: 'seats',
      every: 10_000,
      run: async () =>
        each(await store.orders.withDue('seats', ago(MINUTE / 6), BATCH), ({ id }) => seatAbandoned(ctx, id)),
    },
    {
      name: 'moves',
      every: 10_000,
      run: async () => each(await store.orders.movesOver(clock.now(), BATCH), (order) => dropMove(ctx, order)),
    },
    {
      name: 'waitlist',
      every: 5000,
      async run() {
        await each(await store.waitlist.dueOffers(clock.now(), BATCH), (entry) => lapseOffer(ctx, entry))
        // Places that expired by themselves tell nobody.
        for (const service of await store.waitlist.servicesWaiting()) await promote(ctx, service)
      },
    },
    {
      name: 'balances',
      every: MINUTE,
      run: async () => each(await store.orders.balanceOverdue(clock.now(), BATCH), (order) => chase(ctx, order)),
    },
    {
      name: 'visits',
      every: MINUTE,
      run: async () => each(await store.orders.ended(clock.now(), BATCH), (order) => closeVisit(ctx, order)),
    },
    {
      name: 'reminders',
      every: MINUTE,
      run: async () => each(await store.orders.toRemind(clock.now(), REMIND_MS, BATCH), (order) => remind(ctx, order)),
    },
    {
      name: 'sweep',
      every: 5 * MINUTE,
      async run() {
        for (const hold of await store.holds.over(ago(10 * MINUTE), BATCH * 10)) {
          // Between the claim of a free booking and its order a process may have died.
          const order = hold._id.replace('hld_', 'ord_')
          if (!(await store.orders.find(order))) {
            await store.claims.release(hold.claim)
            await store.entitlements.giveBack(order, 10000, clock.now())
          }
          await store.holds.remove(hold._id)
        }
        await store.claims.sweep(clock.now())
        await store.pools.sweep(clock.now())
        await store.entitlements.expire(clock.now(), BATCH * 10)
        await sweepUploads(ctx)
        await store.sessions.sweep(clock.now())
        await store.signInCodes.sweep(clock.now())
        await store.answers.sweep(clock.now())
        await store.notices.sweep(ago(30 * DAY))
        await store.events.sweep(ago(90 * DAY))
      },
    },
  ]
}
