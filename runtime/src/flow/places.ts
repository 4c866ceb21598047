import {
  assign,
  claimsOf,
  Refusal,
  wallToInstant,
  instantToWall,
  addDays,
  type Assignment,
  type Claim,
  type ResolvedShop,
  type Selection,
} from '../domain/index.ts'
import type { ClaimRef, Place } from '../store/index.ts'
import type { ShopContext } from './context.ts'

const DAY_MS = 86_400_000

/**
 * Resources that could serve the service: of a role for which one is `named`, that one alone. Undefined for an unknown service,
 * which the domain refuses.
 */
export const candidates = (
  shop: ResolvedShop,
  service: string,
  named: Selection['resources'] = {},
): readonly string[] | undefined => {
  const found = shop.services.get(service)
  const wanted = found?.requirements.flatMap(({ role, resources }) =>
    resources.filter((resource) => named[role] === undefined || resource === named[role]),
  )
  return wanted && [...new Set(wanted)]
}

/** What is occupied from `day` for `days` days at the shop, with a day to spare on both sides. */
export function occupiedOn(
  ctx: ShopContext,
  shop: ResolvedShop,
  service: string,
  day: string,
  days: number,
): Promise<Claim[]> {
  const from = wallToInstant(addDays(day, -1), '00:00', shop.zone)
  const to = wallToInstant(addDays(day, days + 1), '00:00', shop.zone)
  return ctx.store.claims.between(from, to, ctx.clock.now(), candidates(shop, service))
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
  readonly expiresAt: Date | null
  readonly ignoring?: string
}

/** Lets the domain fill in what the customer left open and claims its places, at once. Refuses SLOT_TAKEN and others. */
export async function takePlaces(
  ctx: ShopContext,
  shop: ResolvedShop,
  { id, selection, expiresAt, ignoring }: Take,
): Promise<{ assignment: Assignment; claim: ClaimRef }> {
  const start = instantOf(selection.start, 'selection.start')
  const resources = candidates(shop, selection.service, selection.resources)
  const now = ctx.clock.now()
  let assignment: Assignment | undefined
  const claim = await ctx.store.claims.take(
    id,
    {
      from: new Date(start.getTime() - DAY_MS),
      to: new Date(start.getTime() + 2 * DAY_MS),
      ...(resources && { resources }),
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

/** Takes the very same places again under another id. False: one of them has been taken by somebody else. */
export async function takeAgain(ctx: ShopContext, id: string, places: readonly Place[]): Promise<ClaimRef | undefined> {
  const from = new Date(Math.min(...places.map(({ start }) => start.getTime())))
  const to = new Date(Math.max(...places.map(({ end }) => end.getTime())))
  try {
    return await ctx.store.claims.take(
      id,
      { from, to, resources: places.map(({ resource }) => resource) },
      (occupied) => {
        const overlaps = (place: Place) =>
          occupied.some(
            ({ resource, start, end }) => resource === place.resource && start < place.end && place.start < end,
          )
        if (places.some(overlaps)) throw new Refusal('SLOT_TAKEN')
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
