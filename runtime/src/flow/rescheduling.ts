import {
  assign,
  claimsOf,
  limitDraws,
  moved as atAnotherTime,
  Refusal,
  rescheduleCheck,
  supplyOf,
  type Assignment,
} from '../domain/index.ts'
import { newId } from '../ids.ts'
import type { ClaimRef, Order } from '../store/index.ts'
import type { ShopContext } from './context.ts'
import { give } from './giving.ts'
import { holdMillis } from './holding.ts'
import { movedTo } from './moving.ts'
import { dayAt, instantOf, occupiedOn, takeExactly } from './places.ts'
import { openAttempts } from './dues.ts'
import { releaseAbandoned, releaseLeft } from './releasing.ts'
import { askAboutPayment } from './settling.ts'
import { stepTo } from './stepping.ts'

export interface Rescheduling {
  /** Of an appointment. */
  readonly start?: string
  /** Of a session. */
  readonly session?: string
  /** The same as before where left out. */
  readonly resources?: Readonly<Record<string, string>>
}

const MOST_TRIES = 3

/**
 * Moves a booking; its price stays. Where the policy asks a fee, the new place is kept until that is paid, and the booking
 * moves with the payment. The new place is taken before the old one is let go, and the order says beforehand which claim it is
 * about to take: whatever step a crash comes after, a job can tell which of the two to release.
 * Refuses RESCHEDULE_NOT_ALLOWED, REQUEST_UNDER_WAY and what `assign` refuses.
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

async function move(ctx: ShopContext, id: string, wanted: Rescheduling): Promise<Order> {
  const { store, clock } = ctx
  const order = await store.orders.find(id)
  if (!order) throw new Refusal('NOT_FOUND')
  stepTo('reschedule', order)
  // Repeated after a crash: it was moved then, and that counts once.
  if (standsAt(order.selection, wanted)) return order
  const now = clock.now()
  if (order.pendingMove && order.pendingMove.expiresAt > now && standsAt(order.pendingMove.selection, wanted))
    return order
  const pinned = await ctx.shopAt(order.version)
  const { service } = order.selection
  const check = rescheduleCheck(pinned, { assignment: order.selection, used: order.reschedules, now })
  if (!check.allowed) throw new Refusal('RESCHEDULE_NOT_ALLOWED', { words: check.explanation })
  const { fee } = check
  const expiresAt = fee > 0 ? new Date(now.getTime() + holdMillis(pinned, service)) : null

  const shop = ctx.shop()
  const claim = newId('clm')
  const assignment = await planned(ctx, order, wanted)
  const limits = limitDraws(shop, assignment, order, store.blind)
  // What was drawn for the customer's sake, such as a coupon, stays drawn wherever the order moves.
  const kept = order.claim.draws
    .filter(({ pool }) => pool.startsWith('coupon/') || limits.some((limit) => limit.pool === pool))
    .map((draw) => ({ ...draw, by: draw.by ?? order.claim.id }))
  const fresh = limits.filter(({ pool }) => !kept.some((draw) => draw.pool === pool))
  const places = claimsOf(shop, assignment)
  const draws = [...fresh, ...supplyOf(shop, assignment)]
  const announcedClaim: ClaimRef = { id: claim, places, draws }

  let isAnnounced = false
  const announced = await store.orders.change(order, now, (current) => {
    // A job may have noted something meanwhile; another move or a cancellation is in the way.
    isAnnounced = current.claim.id === order.claim.id && current.releases.length === order.releases.length
    if (!isAnnounced) return undefined
    stepTo('reschedule', current)
    const abandoned = current.pendingMove ? [current.pendingMove.claim] : []
    return {
      set: { releases: [...current.releases, ...abandoned, announcedClaim], pendingMove: null },
      due: ['releases'],
    }
  })
  if (!announced || !isAnnounced) throw new Refusal('REQUEST_UNDER_WAY')

  try {
    const ignoring = order.claim.id
    const taken = await takeExactly(ctx, shop, assignment, { id: claim, places, draws, expiresAt, ignoring })
    const whole = { ...taken, draws: [...taken.draws, ...kept] }
    const moved = await store.orders.change(announced, clock.now(), (current) => {
      if (current.revision !== announced.revision) return undefined
      if (expiresAt === null) return movedTo(shop, current, assignment, whole)
      return {
        set: {
          pendingMove: { selection: assignment, claim: whole, fee, expiresAt },
          releases: current.releases.filter((one) => one.id !== claim),
        },
      }
    })
    if (moved?.claim.id !== claim && moved?.pendingMove?.claim.id !== claim) throw new Refusal('REQUEST_UNDER_WAY')
    await releaseLeft(ctx, moved)
    await give(ctx, moved)
    ctx.poke()
    return (await store.orders.find(id)) ?? moved
  } catch (error) {
    // The order may have been moved although no answer came: what it says by now tells which claim to let go.
    await releaseAbandoned(ctx, id)
    throw error
  }
}

/** What the order would be given at the new time, its own place counted as free. */
async function planned(ctx: ShopContext, order: Order, wanted: Rescheduling): Promise<Assignment> {
  const shop = ctx.shop()
  const now = ctx.clock.now()
  const selection = atAnotherTime(shop, order.selection, wanted)
  if (shop.services.get(selection.service)?.mode !== 'appointment') return assign(shop, selection, [], now)
  const start = instantOf(wanted.start ?? '', 'start')
  return assign(shop, selection, withoutOwn(await occupiedOn(ctx, shop, selection, dayAt(shop, start), 1), order), now)
}

const standsAt = (selection: Assignment, { start, session, resources = {} }: Rescheduling): boolean =>
  (session === undefined
    ? selection.start !== null && instantOf(start ?? '', 'start').getTime() === Date.parse(selection.start)
    : session === selection.session) &&
  Object.entries(resources).every(([post, resource]) => selection.resources[post] === resource)

/** The booking itself is not in its own way. */
const withoutOwn = (occupied: Awaited<ReturnType<typeof occupiedOn>>, order: Order) => {
  const own = order.claim.places.map(({ resource, start, end }) => `${resource}/${start.getTime()}/${end.getTime()}`)
  return occupied.filter(({ resource, start, end }) => {
    const at = own.indexOf(`${resource}/${start.getTime()}/${end.getTime()}`)
    if (at < 0) return true
    own.splice(at, 1)
    return false
  })
}

/** Gives up the place that was kept for a move nobody paid for. Throws when WeChat Pay does not answer: try later. */
export async function dropMove(ctx: ShopContext, overdue: Order): Promise<void> {
  if (openAttempts(overdue).length > 0) await askAboutPayment(ctx, overdue, true)
  const now = ctx.clock.now()
  const order = await ctx.store.orders.change(overdue.id, now, ({ pendingMove, releases }) =>
    pendingMove && pendingMove.expiresAt <= now
      ? { set: { pendingMove: null, releases: [...releases, pendingMove.claim] }, due: ['releases'] }
      : undefined,
  )
  if (order) await releaseLeft(ctx, order)
}
