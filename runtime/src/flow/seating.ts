import {
  chooseSeats,
  placesToSeat,
  roomsFor,
  seatsThatStand,
  type Assignment,
  type GivenSeat,
  type ResolvedRoom,
  type ResolvedShop,
  type Seat,
} from '../domain/index.ts'
import type { Order, TakenSeat } from '../store/index.ts'
import type { ShopContext } from './context.ts'

/** Whether people of the order are given seats. */
export const isSeated = (shop: ResolvedShop, { selection }: { readonly selection: Assignment }): boolean =>
  roomsFor(shop, selection).length > 0

async function roomsOf(ctx: ShopContext, order: Order): Promise<readonly ResolvedRoom[]> {
  const rooms = roomsFor(ctx.shop(), order.selection)
  return rooms.length > 0 ? rooms : roomsFor(await ctx.shopAt(order.version), order.selection)
}

/**
 * Gives the people of an order their seats, for good. A seat is taken first and named in the order then, which counts only if
 * the order is still as it was: whoever seats the same people at a later revision takes the seats on, and whoever is late has
 * named nothing. Where there are not enough, those who are being seated elsewhere may let some go: the job tries again.
 * @param seen as this process alone has written it
 */
export async function settleSeats(ctx: ShopContext, seen: Order): Promise<Order> {
  const { orders, seats } = ctx.store
  let order = seen
  while (order.due.includes('seats')) {
    const given = await seatsFor(ctx, order)
    if (!given) return order
    const { revision } = order
    let isNamed = false
    const named = await orders.change(order, ctx.clock.now(), (current) => {
      isNamed = current.revision === revision
      return isNamed ? { set: { seats: given }, done: ['seats'] } : undefined
    })
    if (named && isNamed) {
      await seats.release(order.id, revision, seatsThatStand(named))
      return named
    }
    order = (await asOwn(ctx, order.id)) ?? order
  }
  await seats.release(order.id, order.revision, seatsThatStand(order))
  return order
}

/** As {@link settleSeats}, for an order that somebody may be working on: whoever has read it earlier cannot name any. */
export async function seatAbandoned(ctx: ShopContext, id: string): Promise<void> {
  const order = await asOwn(ctx, id)
  if (order) await settleSeats(ctx, order)
}

const asOwn = (ctx: ShopContext, id: string): Promise<Order | undefined> =>
  ctx.store.orders.change(id, ctx.clock.now(), ({ due }) => (due.includes('seats') ? {} : undefined))

/** Lets go the seats that an order has no more use for. */
export async function releaseSeats(ctx: ShopContext, order: Order): Promise<void> {
  const { service, session } = order.selection
  const isOfRooms = [...(ctx.shop().services.get(service)?.series.values() ?? [])].some(({ rooms }) => rooms.length > 0)
  if (session !== undefined && (isOfRooms || order.seats.length > 0))
    await ctx.store.seats.release(order.id, order.revision, seatsThatStand(order))
}

const keyOf = ({ room, number }: Seat): string => `${room}/${number}`

/** Seats for all who need one, taken for the revision of the order that was read; null: there are not enough. */
async function seatsFor(ctx: ShopContext, order: Order): Promise<readonly GivenSeat[] | null> {
  const { id, revision, selection } = order
  const { service, session = '' } = selection
  const kept = seatsThatStand(order)
  const places = placesToSeat(order)
  const rooms = places.length > 0 ? await roomsOf(ctx, order) : []
  if (rooms.length === 0) return kept

  let all = await ctx.store.seats.takenIn(service, session)
  const named = new Set(kept.map(keyOf))
  const taken = new Set(all.filter((seat) => seat.order !== id || named.has(keyOf(seat))).map(keyOf))
  for (;;) {
    const chosen = chooseSeats(rooms, (seat) => taken.has(keyOf(seat)), places.length)
    if (!chosen) {
      const ownerless = await ownerlessOf(ctx, all)
      if (ownerless.length === 0) return null
      for (const seat of ownerless) {
        await ctx.store.seats.drop(seat)
        taken.delete(keyOf(seat))
      }
      all = []
      continue
    }
    const given = chosen.map((seat, index): GivenSeat => ({
      ...seat,
      session,
      place: places[index] ?? 0,
      numbered: rooms.find(({ resource }) => resource === seat.room)?.numbered ?? true,
    }))
    const lost = await firstLost(ctx, given, (seat) => ({ ...seat, service, session, order: id, revision }))
    if (!lost) return [...kept, ...given]
    taken.add(keyOf(lost))
  }
}

async function firstLost(
  ctx: ShopContext,
  given: readonly GivenSeat[],
  recordOf: (seat: Seat & { readonly place: number }) => TakenSeat,
): Promise<Seat | undefined> {
  for (const { room, number, place } of given)
    if (!(await ctx.store.seats.take(recordOf({ room, number, place })))) return { room, number }
  return undefined
}

/** Whether somebody has a seat for good, or is just being given it. */
export const isOwned = (order: Order | undefined, seat: TakenSeat): boolean =>
  order !== undefined &&
  (order.due.includes('seats') ||
    seatsThatStand(order).some((one) => one.session === seat.session && keyOf(one) === keyOf(seat)))

/** Seats that were taken for an order which has named others, or none, since: whoever took them has died over it. */
async function ownerlessOf(ctx: ShopContext, seats: readonly TakenSeat[]): Promise<TakenSeat[]> {
  const found: TakenSeat[] = []
  for (const seat of seats) if (!isOwned(await ctx.store.orders.find(seat.order), seat)) found.push(seat)
  return found
}

/** Takes the seats that an order names and has lost, and gives those that its people lack. False: some are somebody else's. */
export async function seatAgain(ctx: ShopContext, seen: Order): Promise<boolean> {
  const { id, revision, selection } = seen
  const { service, session = '' } = selection
  const lost = await firstLost(ctx, seatsThatStand(seen), (seat) => ({
    ...seat,
    service,
    session,
    order: id,
    revision,
  }))
  const order = await ctx.store.orders.change(id, ctx.clock.now(), (current) =>
    placesToSeat(current).length > 0 ? { due: ['seats'] } : undefined,
  )
  const settled = order && (await settleSeats(ctx, order))
  return !lost && settled !== undefined && placesToSeat(settled).length === 0
}
