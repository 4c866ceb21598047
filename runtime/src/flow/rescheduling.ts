import { assign, claimsOf, Refusal, rescheduleCheck } from '../domain/index.ts'
import { newId } from '../ids.ts'
import type { Order } from '../store/index.ts'
import type { ShopContext } from './context.ts'
import { dayAt, instantOf, occupiedOn, takePlaces } from './places.ts'
import { releaseAbandoned, releaseLeft } from './releasing.ts'
import { stepTo } from './settling.ts'

export interface Rescheduling {
  readonly start: string
  /** The same as before where left out. */
  readonly resources?: Readonly<Record<string, string>>
}

const MOST_TRIES = 3

/**
 * Moves a booking; its price stays. The new place is taken before the old one is let go, and the order says beforehand which
 * claim it is about to take: whatever step a crash comes after, a job can tell which of the two to release.
 */
export async function rescheduleOrder(ctx: ShopContext, id: string, wanted: Rescheduling): Promise<Order> {
  for (let tries = 1; ; tries += 1)
    try {
      return await move(ctx, id, wanted)
    } catch (error) {
      // Most likely a job has noted something on the order in between.
      if (tries === MOST_TRIES || !(error instanceof Refusal && error.code === 'REQUEST_UNDER_WAY')) throw error
    }
}

async function move(ctx: ShopContext, id: string, { start, resources }: Rescheduling): Promise<Order> {
  const { store, clock } = ctx
  const order = await store.orders.find(id)
  if (!order) throw new Refusal('NOT_FOUND')
  stepTo('reschedule', order)
  // Repeated after a crash: it was moved then, and that counts once.
  if (standsAt(order, { start, ...(resources && { resources }) })) return order
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

  let isAnnounced = false
  const announced = await store.orders.change(order, clock.now(), (current) => {
    // A job may have noted something meanwhile; another move or a cancellation is in the way.
    isAnnounced = current.claim.id === order.claim.id && current.releases.length === order.releases.length
    if (!isAnnounced) return undefined
    stepTo('reschedule', current)
    return { set: { releases: [...current.releases, { id: claim, places }] }, due: ['releases'] }
  })
  if (!announced || !isAnnounced) throw new Refusal('REQUEST_UNDER_WAY')

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
    // The order may have been moved although no answer came: what it says by now tells which claim to let go.
    await releaseAbandoned(ctx, id)
    throw error
  }
}

const standsAt = (order: Order, { start, resources = {} }: Rescheduling): boolean =>
  instantOf(start, 'start').getTime() === order.start.getTime() &&
  Object.entries(resources).every(([role, resource]) => order.selection.resources[role] === resource)

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
