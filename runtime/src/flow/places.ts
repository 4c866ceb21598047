import {
  assign,
  claimsOf,
  fits,
  limitDraws,
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
import { PoolFull, type ClaimRef, type Place } from '../store/index.ts'
import type { ShopContext } from './context.ts'
import { drawn } from './drawing.ts'

const DAY_MS = 86_400_000

/** Resources that could serve the services a selection names; none for an unknown service, which the domain refuses. */
const candidatesOf = (shop: ResolvedShop, { service, then = [] }: Pick<Selection, 'service' | 'then'>): string[] => {
  const services = [service, ...then.map((segment) => segment.service)]
  const requirements = services.flatMap((id) => shop.services.get(id)?.requirements ?? [])
  return [...new Set(requirements.flatMap(({ resources }) => resources))]
}

/** What is occupied from `day` for `days` days at the shop, with a day to spare on both sides. */
export function occupiedOn(
  ctx: ShopContext,
  shop: ResolvedShop,
  selection: Pick<Selection, 'service' | 'then'>,
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
  readonly ignoring?: string
  /** What limits are drawn on; those that are known without answers unless told. */
  readonly limits?: readonly Draw[]
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
    ...(take.limits ?? limitDraws(shop, assignment, { customer, answers: {}, participants: [] })),
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

async function takeTimes(
  ctx: ShopContext,
  shop: ResolvedShop,
  { id, selection, expiresAt, ignoring }: Take,
): Promise<Taken> {
  const start = instantOf(selection.start ?? '', 'selection.start')
  const resources = candidatesOf(shop, selection)
  const now = ctx.clock.now()
  let assignment: Assignment | undefined
  const claim = await ctx.store.claims.take(
    id,
    {
      from: new Date(start.getTime() - DAY_MS),
      to: new Date(start.getTime() + 2 * DAY_MS),
      resources,
      ...(ignoring !== undefined && { ignoring }),
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

/** Takes the very same again under another id. Undefined: some of it has been taken by somebody else. */
export async function takeAgain(
  ctx: ShopContext,
  id: string,
  { places, draws }: ClaimRef,
): Promise<ClaimRef | undefined> {
  const until = { now: ctx.clock.now(), expiresAt: null }
  const claim = places.length === 0 ? { id, places, draws: [] } : await takeTimesAgain(ctx, id, places)
  if (!claim) return undefined
  try {
    return await ctx.store.claims.draw(claim, draws, until)
  } catch (error) {
    if (!(error instanceof PoolFull)) throw error
    await ctx.store.claims.release(claim)
    return undefined
  }
}

async function takeTimesAgain(ctx: ShopContext, id: string, places: readonly Place[]): Promise<ClaimRef | undefined> {
  const from = new Date(Math.min(...places.map(({ start }) => start.getTime())))
  const to = new Date(Math.max(...places.map(({ end }) => end.getTime())))
  const { resources } = ctx.shop()
  try {
    return await ctx.store.claims.take(
      id,
      { from, to, resources: places.map(({ resource }) => resource) },
      (occupied) => {
        if (!fits(places, occupied, (resource) => resources.get(resource)?.capacity ?? 1))
          throw new Refusal('SLOT_TAKEN')
        return places
      },
      { now: ctx.clock.now(), expiresAt: null },
    )
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** Day of an instant at the shop. */
export const dayAt = (shop: ResolvedShop, instant: Date): string => instantToWall(instant, shop.zone).day
