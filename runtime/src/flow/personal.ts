import { Refusal, seatTitles } from '../domain/index.ts'
import type { Customer } from '../store/index.ts'
import type { ShopContext } from './context.ts'
import { entitlementViews } from './entitling.ts'
import { eraseUploads, uploadsOf } from './uploads.ts'

/** Everything the shop keeps about a customer, readable. */
export async function exportOf(ctx: ShopContext, customer: Customer) {
  const orders = await ctx.store.orders.ofCustomer(customer.id)
  return {
    exportedAt: ctx.clock.now().toISOString(),
    customer: {
      id: customer.id,
      name: customer.name,
      phone: customer.phone,
      wechat: customer.openid,
      membership: customer.membership,
      createdAt: customer.createdAt.toISOString(),
    },
    entitlements: await entitlementViews(ctx, customer.id),
    waitlist: (await ctx.store.waitlist.ofCustomer(customer.id)).map((entry) => ({
      selection: entry.selection,
      state: entry.state,
      answers: entry.answers,
      participants: entry.participants,
      createdAt: entry.createdAt.toISOString(),
    })),
    uploads: await uploadsOf(ctx, customer.id),
    orders: await Promise.all(
      orders.map(async (order) => ({
        id: order.id,
        number: order.number,
        state: order.state,
        booking: order.booking,
        selection: order.selection,
        quote: order.quote,
        answers: order.answers,
        participants: order.participants,
        seats: seatTitles(await ctx.shopAt(order.version), order),
        feedback: order.feedback,
        invoice: order.invoice,
        note: order.note,
        consents: order.consents.map((consent) => ({ ...consent, at: consent.at.toISOString() })),
        ledger: order.entries.map(({ id, kind, amount, state, at }) => ({
          id,
          kind,
          amount,
          state,
          at: at.toISOString(),
        })),
        history: order.events.map(({ type, at }) => ({ event: type, at: at.toISOString() })),
        revealed: (await ctx.store.reveals.ofOrder(order.id)).map(({ by, at }) => ({ by, at: at.toISOString() })),
        createdAt: order.createdAt.toISOString(),
      })),
    ),
  }
}

/** Deletes an account. Its orders stay, for the books, without what names the person. Refuses BOOKING_OPEN. */
export async function eraseCustomer(ctx: ShopContext, customer: Customer): Promise<void> {
  if (await ctx.store.orders.hasOpen(customer.id)) throw new Refusal('BOOKING_OPEN')
  // First the way in, then what is behind it: begun again after a crash it ends the same.
  await eraseUploads(ctx, customer.id)
  await ctx.store.orders.erase(customer.id)
  await ctx.store.waitlist.erase(customer.id, ctx.clock.now())
  await ctx.store.entitlements.erase(customer.id)
  await ctx.store.customers.erase(customer.id, ctx.clock.now())
  await ctx.store.sessions.closeAllOf(customer.id)
}
