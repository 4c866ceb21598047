import { placesToSeat, seatsThatStand, type Seat } from '../../domain/index.ts'
import type { Order, TakenSeat } from '../../store/index.ts'
import type { ShopContext } from '../context.ts'
import { isOwned, isSeated } from '../seating.ts'
import { finding, type Finding } from './discrepancy.ts'

type Named = Pick<Order, 'id' | 'number'>

const keyOf = (service: string, { session, room, number }: Seat & { readonly session: string }): string =>
  [service, session, room, number].join('/')

/** What orders say of who sits where. */
export class Seating {
  /** Seat → whose it is */
  private readonly named = new Map<string, Named>()
  private readonly twice = new Set<string>()
  private readonly found: Finding[] = []

  /** @param order one that nobody is working on */
  enter(ctx: ShopContext, order: Order): void {
    const { id, number, selection, end } = order
    // Who sat where is of no use any more.
    if (end !== null && end <= ctx.clock.now()) return
    const lacking = isSeated(ctx.shop(), order) ? placesToSeat(order) : []
    if (lacking.length > 0) this.found.push(finding('SEAT_MISSING', number, { order: id }, `${lacking.length}`))
    for (const seat of seatsThatStand(order)) {
      const key = keyOf(selection.service, seat)
      if (this.named.has(key)) {
        this.twice.add(key)
        this.found.push(finding('SEAT_TWICE', key, { order: id }, number))
      } else this.named.set(key, { id, number })
    }
  }

  /** Holds it against the seats that are taken. */
  async faults(ctx: ShopContext): Promise<Finding[]> {
    const missing = new Map(this.named)
    const found = [...this.found]
    for await (const seat of ctx.store.seats.all()) {
      const key = keyOf(seat.service, seat)
      if (this.named.get(key)?.id === seat.order) missing.delete(key)
      else if (!(await isOfSomebody(ctx, seat))) found.push(finding('SEAT_ORPHANED', key, { order: seat.order, seat }))
    }
    for (const [key, { id, number }] of missing)
      if (!this.twice.has(key)) found.push(finding('SEAT_MISSING', number, { order: id }, key))
    return found
  }
}

async function isOfSomebody(ctx: ShopContext, seat: TakenSeat): Promise<boolean> {
  const order = await ctx.store.orders.find(seat.order)
  // What is to be released yet is no discrepancy.
  return order?.due.includes('releases') === true || isOwned(order, seat)
}
