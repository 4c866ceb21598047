import { assign, claimsOf, Refusal, rescheduleCheck } from '../domain/index.ts'
import { newId } from '../ids.ts'
import type { Order } from '../store/index.ts'
import type { ShopContext } from './context.ts'
import { dayAt, instantOf, occupiedOn, takePlaces } from './places.ts'
import { releaseLeft } from './releasing.ts'
import { stepTo } from './settling.ts'

export interface Rescheduling {
  readonly start: string
  /** The same as before where left out. */
  readonly resources?: Readonly<Record<string, string>>
}

/**
 * Moves a booking; its price stays. The new place is taken before the old one is let go, and the order says beforehand which
 * claim it is about to take: whatever step a crash comes after, a job can tell which of the two to release.
 */
export async function rescheduleOrder(
  ctx: ShopContext,
  id: string,
  { start, resources }: Rescheduling,
): Promise<Order> {
  const { store, clock } = ctx
  const order = await store.orders.find(id)
  if (!order) throw new Refusal('NOT_FOUND')
  stepTo('reschedule', order)
  const pinned = await ctx.shopAt(order.version)
  const { service } = order.selection
  const check = rescheduleCheck(pinned, { service, start: order.start, used: order.reschedules, now: clock.now() })
  if (!check.allowed) throw new Refusal('RESCHEDULE_NOT_ALLOWED', { words: check.explanation })

  const shop = ctx.shop()
  const { end: _end, ...chosen } = order.selection
  const selection = { ...chosen, start, resources: resources ?? order.selection.resources }
  const claim = newId('clm')
  const occupied = await occupiedOn(ctx, shop, service, dayAt(shop, instantOf(start, 'start')), 1)
  const others = withoutOwn(occupied, order)
  const wanted = assign(shop, selection, others, clock.now())
  const places = claimsOf(shop, wanted)

  const announced = await store.orders.change(order, clock.now(), (current) =>
    current.revision === order.revision
      ? { set: { releases: [...current.releases, { id: claim, places }] }, due: ['releases'] }
      : undefined,
  )
  if (announced?.revision !== order.revision + 1) throw new Refusal('REQUEST_UNDER_WAY')

  try {
    const taken = await takePlaces(ctx, shop, {
      id: claim,
      selection: { ...wanted },
      expiresAt: null,
      ignoring: order.claim.id,
    })
    const moved = await store.orders.change(announced, clock.now(), (current) =>
      current.revision === announced.revision
        ? {
            set: {
              ...stepTo('reschedule', current).set,
              selection: taken.assignment,
              day: dayAt(shop, new Date(taken.assignment.start)),
              start: new Date(taken.assignment.start),
              end: new Date(taken.assignment.end),
              claim: taken.claim,
              reschedules: current.reschedules + 1,
              releases: [...order.releases, order.claim],
            },
            events: ['order.rescheduled'],
            due: ['releases'],
          }
        : undefined,
    )
    if (moved?.claim.id !== claim) throw new Refusal('REQUEST_UNDER_WAY')
    await releaseLeft(ctx, moved)
    ctx.poke()
    return (await store.orders.find(id)) ?? moved
  } catch (error) {
    await releaseLeft(ctx, announced)
    throw error
  }
}

/** The booking itself is not in its own way. */
const withoutOwn = (occupied: Awaited<ReturnType<typeof occupiedOn>>, order: Order) =>
  occupied.filter(
    ({ resource, start, end }) =>
      !order.claim.places.some(
        (place) =>
          place.resource === resource &&
          place.start.getTime() === start.getTime() &&
          place.end.getTime() === end.getTime(),
      ),
  )
