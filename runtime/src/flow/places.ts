import {
  assign,
  claimsOf,
  fits,
  limitDraws,
  reachOf,
  Refusal,
  supplyOf,
  wallToInstant,
  instantToWall,
  addDays,
  type Assignment,
  type Claim,
  type Draw,
  type ResolvedShop,
  type Selection,
} from '../domain/index.ts'
import type { ClaimRef, Order, Place } from '../store/index.ts'
import type { ShopContext } from './context.ts'
import { drawn } from './drawing.ts'

const DAY_MS = 86_400_000
const MINUTE = 60_000

/**
 * Resources that could serve the services a selection names: where it names the only one of a role, that one. None for an
 * unknown service, which the domain refuses.
 */
const candidatesOf = (
  shop: ResolvedShop,
  { then = [], ...first }: Pick<Selection, 'service' | 'resources' | 'then'>,
): string[] => {
  const could = [first, ...then].flatMap(({ service, resources: named }) =>
    (shop.services.get(service)?.requirements ?? []).flatMap(({ role, quantity, resources }) => {
      const only = quantity === 1 && named && Object.hasOwn(named, role) ? named[role] : undefined
      return only === undefined ? resources : [only]
    }),
  )
  return [...new Set(could)]
}

/** What is occupied from `day` for `days` days at the shop, with a day to spare on both sides. */
export function occupiedOn(
  ctx: ShopContext,
  shop: ResolvedShop,
  selection: Pick<Selection, 'service' | 'resources' | 'then'>,
  day: string,
  days: number,
): Promise<Claim[]> {
  const from = wallToInstant(addDays(day, -1), '00:00', shop.zone)
  const to = wallToInstant(addDays(day, days + 1), '00:00', shop.zone)
  return ctx.store.claims.between(from, to, ctx.clock.now(), candidatesOf(shop, selection))
}

/** An instant of a request. Refuses INPUT_INVALID. */
export function instantOf(text: string, field: string): Date {
  const instant = new Date(text)
  if (Number.isNaN(instant.getTime())) throw new Refusal('INPUT_INVALID', { field })
  return instant
}

export interface Take {
  readonly id: string
  readonly selection: Selection
  readonly customer: string
  readonly expiresAt: Date | null
}

export interface Taken {
  readonly assignment: Assignment
  readonly claim: ClaimRef
}

/**
 * Lets the domain fill in what the customer left open and claims it, at once: the time of resources, seats, tickets, and the
 * limits that are known without answers. Refuses SLOT_TAKEN, SOLD_OUT, LIMIT_REACHED and those of `assign`.
 */
export async function takePlaces(ctx: ShopContext, shop: ResolvedShop, take: Take): Promise<Taken> {
  const { id, selection, customer, expiresAt } = take
  const now = ctx.clock.now()
  const isAppointment = shop.services.get(selection.service)?.mode === 'appointment'
  const timed = isAppointment ? await takeTimes(ctx, shop, take) : undefined
  const assignment = timed?.assignment ?? assign(shop, selection, [], now)
  const claim = timed?.claim ?? { id, places: [], draws: [] }
  const draws = [
    ...limitDraws(shop, assignment, { customer, answers: {}, participants: [] }, ctx.store.blind),
    ...supplyOf(shop, assignment),
  ]
  if (draws.length === 0) return { assignment, claim }
  try {
    return { assignment, claim: await drawn(ctx, shop, assignment, claim, draws, { now, expiresAt }) }
  } catch (error) {
    await ctx.store.claims.release(claim)
    throw error
  }
}

async function takeTimes(ctx: ShopContext, shop: ResolvedShop, { id, selection, expiresAt }: Take): Promise<Taken> {
  const start = instantOf(selection.start ?? '', 'selection.start')
  const resources = candidatesOf(shop, selection)
  const now = ctx.clock.now()
  const reach = reachOf(shop, selection, now)
  let assignment: Assignment | undefined
  const claim = await ctx.store.claims.take(
    id,
    {
      from: new Date(start.getTime() - DAY_MS - reach.before * MINUTE),
      to: new Date(start.getTime() + 2 * DAY_MS + reach.after * MINUTE),
      resources,
    },
    (occupied) => {
      assignment = assign(shop, selection, occupied, now)
      return claimsOf(shop, assignment)
    },
    { now, expiresAt },
  )
  if (!assignment) throw new Error('Places were taken without an assignment.')
  return { assignment, claim }
}

export interface Exactly {
  readonly id: string
  readonly places: readonly Place[]
  readonly draws: readonly Draw[]
  readonly expiresAt: Date | null
  /** A claim of the same booking, which is about to be given up. */
  readonly ignoring?: string
}

/** Takes these places and draws or nothing. Refuses SLOT_TAKEN, SOLD_OUT, LIMIT_REACHED. */
export async function takeExactly(
  ctx: ShopContext,
  shop: ResolvedShop,
  assignment: Assignment,
  exactly: Exactly,
): Promise<ClaimRef> {
  const { id, places, draws, expiresAt } = exactly
  const claim = places.length === 0 ? { id, places, draws: [] } : await takeTimesExactly(ctx, exactly)
  if (draws.length === 0) return claim
  try {
    return await drawn(ctx, shop, assignment, claim, draws, { now: ctx.clock.now(), expiresAt })
  } catch (error) {
    await ctx.store.claims.release(claim)
    throw error
  }
}

/** The stretch and the resources that places lie in. */
export const windowOf = (places: readonly Place[]) => ({
  from: new Date(Math.min(...places.map(({ start }) => start.getTime()))),
  to: new Date(Math.max(...places.map(({ end }) => end.getTime()))),
  resources: [...new Set(places.map(({ resource }) => resource))],
})

function takeTimesExactly(ctx: ShopContext, { id, places, expiresAt, ignoring }: Exactly): Promise<ClaimRef> {
  const { resources } = ctx.shop()
  return ctx.store.claims.take(
    id,
    { ...windowOf(places), ...(ignoring !== undefined && { ignoring }) },
    (occupied) => {
      if (!fits(places, occupied, (resource) => resources.get(resource)?.capacity ?? 1)) throw new Refusal('SLOT_TAKEN')
      return places
    },
    { now: ctx.clock.now(), expiresAt },
  )
}

/** Takes the very same again, for good, under another id. Undefined: some of it has been taken by somebody else. */
export async function takeAgain(
  ctx: ShopContext,
  id: string,
  { claim: { places, draws }, selection, version }: Pick<Order, 'claim' | 'selection' | 'version'>,
): Promise<ClaimRef | undefined> {
  try {
    const exactly = { id, places, draws: draws.map(({ by: _by, ...draw }) => draw), expiresAt: null }
    return await takeExactly(ctx, await ctx.shopAt(version), selection, exactly)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** Day of an instant at the shop. */
export const dayAt = (shop: ResolvedShop, instant: Date): string => instantToWall(instant, shop.zone).day
