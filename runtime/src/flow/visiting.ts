import { instantToWall, Refusal, type OrderEvent } from '../domain/index.ts'
import { digestOf } from '../ids.ts'
import type { EventType, Order } from '../store/index.ts'
import type { ShopContext } from './context.ts'
import { stepTo } from './settling.ts'

/** The customer is there. A second time is refused with ALREADY_CHECKED_IN and the time of the first. */
export async function checkIn(ctx: ShopContext, id: string): Promise<Order> {
  const now = ctx.clock.now()
  return changed(
    await ctx.store.orders.change(id, now, (order) => {
      if (order.checkedInAt) {
        const { day, time } = instantToWall(order.checkedInAt, ctx.shop().zone)
        throw new Refusal('ALREADY_CHECKED_IN', {
          values: { at: `${day} ${time}` },
          reason: order.checkedInAt.toISOString(),
        })
      }
      return { set: { ...stepTo('checkIn', order).set, checkedInAt: now }, events: ['order.checked_in'] }
    }),
  )
}

/** As {@link checkIn}, for what was scanned or typed in. Refuses CHECK_IN_CODE_UNKNOWN. */
export async function checkInByCode(ctx: ShopContext, code: string): Promise<Order> {
  const checkInCode = code.trim().toUpperCase()
  const { orders } = await ctx.store.orders.page({ checkInCode }, 1)
  const order = orders[0]
  if (!order) throw new Refusal('CHECK_IN_CODE_UNKNOWN', { field: 'code' })
  return checkIn(ctx, order.id)
}

export const complete = (ctx: ShopContext, id: string): Promise<Order> => step(ctx, id, 'complete', 'order.completed')

export const markNoShow = (ctx: ShopContext, id: string): Promise<Order> => step(ctx, id, 'noShow', 'order.no_show')

async function step(ctx: ShopContext, id: string, event: OrderEvent, type: EventType): Promise<Order> {
  return changed(
    await ctx.store.orders.change(id, ctx.clock.now(), (order) => ({ set: stepTo(event, order).set, events: [type] })),
  )
}

/** Notes money received at the counter. `request` tells a repetition from a second payment. */
export async function receiveOnSite(ctx: ShopContext, id: string, amount: number, request: string): Promise<Order> {
  const now = ctx.clock.now()
  const entry = `on-site-${digestOf(`${id}\n${request}`).slice(0, 22)}`
  return changed(
    await ctx.store.orders.change(id, now, (order) => {
      if (order.entries.some((known) => known.id === entry)) return undefined
      if (order.state !== 'confirmed' && order.state !== 'completed') throw new Refusal('NOTHING_TO_PAY')
      return { entries: [{ id: entry, kind: 'on_site', amount, at: now }], events: ['payment.on_site'] }
    }),
  )
}

function changed(order: Order | undefined): Order {
  if (!order) throw new Refusal('NOT_FOUND')
  return order
}
