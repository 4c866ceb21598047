import { instantToWall, Refusal, scoreOf, type OrderEvent } from '../domain/index.ts'
import { digestOf } from '../ids.ts'
import type { Customer, EventType, Order } from '../store/index.ts'
import type { ShopContext } from './context.ts'
import { laterAnswers } from './answering.ts'
import { stepTo, thereIs } from './stepping.ts'
import { keepNamed } from './uploads.ts'

/** The customer is there. A second time is refused with ALREADY_CHECKED_IN and the time of the first. */
export async function checkIn(ctx: ShopContext, id: string): Promise<Order> {
  const now = ctx.clock.now()
  return thereIs(
    await ctx.store.orders.change(id, now, (order) => {
      if (order.checkedInAt) {
        const { day, time } = instantToWall(order.checkedInAt, ctx.shop().zone)
        throw new Refusal('ALREADY_CHECKED_IN', {
          values: { at: `${day} ${time}` },
          reason: order.checkedInAt.toISOString(),
        })
      }
      return {
        set: { ...stepTo('checkIn', order).set, checkedInAt: now, leftOpen: false },
        events: ['order.checked_in'],
      }
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

/** After the end: whoever was there is done, whoever was not is a no-show where the shop counts them by itself. */
export async function closeVisit(ctx: ShopContext, order: Order): Promise<void> {
  const shop = await ctx.shopAt(order.version)
  const policy = shop.services.get(order.selection.service)?.policies.noShow
  const grace = (policy?.graceMinutes ?? 0) * 60_000
  const now = ctx.clock.now()
  if (!order.end || order.end.getTime() + grace > now.getTime()) return
  if (order.booking === 'checked_in') await complete(ctx, order.id)
  else if (policy?.auto && order.booking === 'confirmed') await markNoShow(ctx, order.id)
  // Only staff know whether they came; it need not be looked at again.
  else await ctx.store.orders.change(order, now, () => ({ set: { leftOpen: true } }))
}

/** What the customer thought of it; once. Refuses FEEDBACK_NOT_ALLOWED, ANSWERS_INVALID. */
export async function giveFeedback(ctx: ShopContext, customer: Customer, id: string, given: unknown): Promise<Order> {
  const now = ctx.clock.now()
  const seen = await ctx.store.orders.find(id)
  if (!seen) throw new Refusal('NOT_FOUND')
  const shop = await ctx.shopAt(seen.version)
  const form = shop.forms.get(shop.services.get(seen.selection.service)?.feedback ?? '')
  const isOver = seen.state === 'completed' || (seen.state === 'confirmed' && seen.end !== null && seen.end <= now)
  if (!form || !isOver || seen.booking === 'no_show' || seen.feedback !== null)
    throw new Refusal('FEEDBACK_NOT_ALLOWED')
  const answers = laterAnswers(form, given)
  await keepNamed(ctx, customer, id, [{ form, answers, at: 'answers' }])
  return thereIs(
    await ctx.store.orders.change(id, now, (order) => {
      if (order.feedback !== null) throw new Refusal('FEEDBACK_NOT_ALLOWED')
      return { feedback: answers, set: { score: scoreOf(form, answers) }, events: ['feedback.given'] }
    }),
  )
}

async function step(ctx: ShopContext, id: string, event: OrderEvent, type: EventType): Promise<Order> {
  return thereIs(
    await ctx.store.orders.change(id, ctx.clock.now(), (order) => ({ set: stepTo(event, order).set, events: [type] })),
  )
}

/** Notes money received at the counter. `request` tells a repetition from a second payment. */
export async function receiveOnSite(ctx: ShopContext, id: string, amount: number, request: string): Promise<Order> {
  const now = ctx.clock.now()
  const entry = `on-site-${digestOf(`${id}\n${request}`).slice(0, 22)}`
  return thereIs(
    await ctx.store.orders.change(id, now, (order) => {
      if (order.entries.some((known) => known.id === entry)) return undefined
      if (order.state !== 'confirmed' && order.state !== 'completed') throw new Refusal('NOTHING_TO_PAY')
      return { entries: [{ id: entry, kind: 'on_site', amount, at: now }], events: ['payment.on_site'] }
    }),
  )
}
