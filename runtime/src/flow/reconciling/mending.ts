import type { ShopContext } from '../context.ts'
import { takeAgain } from '../places.ts'
import { askAboutPayment, effectOf } from '../settling.ts'
import type { Discrepancy } from './discrepancy.ts'

/**
 * Puts right what needs no judgement: what nobody stands on is released, a payment WeChat Pay knows is booked, a notice is
 * worked on, an order's place is taken again where it is free, a use without an order is given back. The rest is for a person.
 */
export async function mend(ctx: ShopContext, found: Discrepancy): Promise<Discrepancy> {
  try {
    return { ...found, mended: await mended(ctx, found) }
  } catch (error) {
    ctx.log.warn({ code: found.code, subject: found.subject, error: String(error) }, 'This could not be put right.')
    return found
  }
}

async function mended(ctx: ShopContext, { code, subject, detail }: Discrepancy): Promise<boolean> {
  const { store, clock } = ctx
  const now = clock.now()
  const [first = '', second = '', third = ''] = subject.split(' ')
  switch (code) {
    case 'DRAW_ORPHANED':
      await store.pools.release(second, [{ pool: first }])
      return true
    case 'PLACE_ORPHANED':
      await store.claims.dropFrom(first, second, third)
      return true
    case 'PLACE_MISSING':
    case 'DRAW_MISSING': {
      const { orders } = await store.orders.page({ number: subject }, 1)
      const [order] = orders
      return order !== undefined && (await takeAgain(ctx, order.claim.id, order)) !== undefined
    }
    case 'PAYMENT_NOT_BOOKED': {
      const { orders } = await store.orders.page({ number: subject }, 1)
      const [order] = orders
      if (!order) return false
      return (await askAboutPayment(ctx, order, false)).entries.some(({ id }) => id === detail)
    }
    case 'USE_ORPHANED':
      await store.entitlements.giveBack(detail ?? '', 10000, now)
      return true
    case 'NOTICE_WAITING': {
      const waiting = await store.notices.waiting(now, 1000)
      const notice = waiting.find(({ id }) => id === subject)
      if (notice) await effectOf(ctx, notice.id, notice.facts)
      return notice !== undefined
    }
    default:
      return false
  }
}
