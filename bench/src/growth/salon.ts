import type { Document } from 'mongodb'
import { assign, claimsOf, type ResolvedShop } from '@kaidian/runtime/domain'
import { SHOP } from '../booking/bare-routes.ts'
import { bigSalon, HOURS, stylistId } from '../booking/shop.ts'
import { resolved } from '../example.ts'
import { insertAll, unguessable, type Filling } from './filling.ts'
import { documentsOf, eventsOf, orderMaker, type Booked } from './orders.ts'
import type { Asked } from './asked.ts'

const DAY_MS = 86_400_000
/** Those of the filled orders; callers book the others. */
export const FILLED_STYLISTS = 20
/** Orders of the month that is looked at: as many in a small store as in a large one. */
const NEAR = 100
/** Those whose orders are asked for; the first orders are theirs. */
const REGULARS = 5
const EACH = NEAR / REGULARS
const A_DAY = FILLED_STYLISTS * HOURS.length
/** From today: the day that the console shows, and the month around it. */
const SHOWN = 10
const MONTH = 31
/** Beyond all that callers book. */
const LATER = 70

const today = Math.floor(Date.now() / DAY_MS)
const dayAt = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** Stylist, day and hour of an order: no two alike. */
function slotOf(index: number): { stylist: number; day: number; hour: number } {
  if (index < EACH) return { stylist: index, day: today + SHOWN, hour: 11 }
  if (index < NEAR)
    return { stylist: index % FILLED_STYLISTS, day: today + 2 + (index % (SHOWN - 3)), hour: 12 + (index % 5) }
  const nth = index - NEAR
  const turn = Math.floor(nth / 4)
  const [at, towards] = nth % 4 === 3 ? [turn, LATER] : [3 * turn + (nth % 4), -1]
  const days = Math.floor(at / A_DAY)
  const hour = HOURS[at % HOURS.length] ?? 10
  return {
    stylist: Math.floor(at / HOURS.length) % FILLED_STYLISTS,
    day: today + (towards < 0 ? -1 - days : towards + days),
    hour,
  }
}

/** Those of the month that is looked at are the newest. */
function madeAt(index: number, start: Date): Date {
  const ago = index < NEAR ? (1 + index) * 60_000 : (2 + (index % 240)) * DAY_MS
  return new Date(Math.min(start.getTime() - DAY_MS, Date.now() - ago))
}

const stateOf = (index: number, day: number): Booked['state'] => {
  if (day >= today) return 'confirmed'
  if (index % 10 === 0) return 'cancelled'
  return index % 5 === 1 ? 'confirmed' : 'completed'
}

function* ordersOf(shop: ResolvedShop, size: number, customers: readonly string[]): Generator<Booked> {
  const noon = { service: 'cut', offering: 'designer', start: `${dayAt(today + SHOWN)}T04:00:00.000Z` }
  const made = assign(shop, { ...noon, resources: { stylist: stylistId(0) } }, [], new Date())
  const [place] = claimsOf(shop, made)
  if (!place || made.start === null || made.end === null) throw new Error('A cut takes no time.')
  const length = Date.parse(made.end) - Date.parse(made.start)
  const occupied = place.end.getTime() - place.start.getTime()
  for (let index = 0; index < size; index++) {
    const { stylist, day, hour } = slotOf(index)
    // Hours at the shop are eight ahead.
    const start = new Date(day * DAY_MS + (hour - 8) * 3_600_000)
    const resource = stylistId(stylist)
    const id = String(index).padStart(20, '0')
    const end = new Date(start.getTime() + occupied)
    yield {
      id: `ord_${id}`,
      customer: customers[Math.floor(index / EACH)] ?? '',
      selection: {
        ...made,
        start: start.toISOString(),
        end: new Date(start.getTime() + length).toISOString(),
        resources: { stylist: resource },
      },
      day: dayAt(day),
      claim: { id: `hld_${id}`, places: [{ resource, start, end, units: 1 }], draws: [] },
      state: stateOf(index, day),
      createdAt: madeAt(index, start),
    }
  }
}

/** What is taken from today on: of past days it has been swept. */
function* claimDaysOf(orders: Iterable<Booked>): Generator<Document> {
  const days = new Map<string, Document & { claims: Document[] }>()
  for (const { day, claim } of orders)
    for (const { resource, start, end, units } of claim.places) {
      if (day === null || day < dayAt(today)) continue
      const _id = `${SHOP}/${day}/${resource}`
      const known = days.get(_id) ?? { _id, shop: SHOP, day, resource, revision: 1, claims: [], soonest: null }
      known.claims.push({ id: claim.id, start, end, units, expiresAt: null })
      days.set(_id, known)
    }
  yield* days.values()
}

const customersOf = (size: number): Document[] =>
  Array.from({ length: Math.ceil(size / EACH) }, (_, index) => ({
    _id: `cus_${String(index).padStart(20, '0')}`,
    shop: SHOP,
    openid: null,
    contact: null,
    phone: unguessable(),
    phoneTail: unguessable(),
    membership: null,
    orders: EACH,
    lastOrder: null,
    createdAt: new Date(Date.now() - (index % 700) * DAY_MS),
    erasedAt: null,
  }))

/** `size` paid orders: {@link NEAR} in the coming days, of the others three in the past for one in the later future. */
export async function fillSalon(filling: Filling, size: number): Promise<Asked> {
  const { store, db } = filling
  const shop = resolved(bigSalon())
  const customers = customersOf(size)
  const ids = customers.map(({ _id }) => String(_id))
  const orders = () => ordersOf(shop, size, ids)
  const [first] = orders()
  if (!first) throw new Error('There is nothing to fill the store with.')
  const documentOf = await orderMaker(filling, shop, first)
  await insertAll(db, 'customers', customers)
  await insertAll(db, 'claims', claimDaysOf(orders()))
  await insertAll(db, 'orders', documentsOf(orders(), documentOf))
  await insertAll(db, 'events', eventsOf(orders()))
  await requireReadable(filling, size)
  const until = new Date(Date.now() + DAY_MS)
  const tokens = await Promise.all(
    ids.slice(0, REGULARS).map(async (id) => (await store.sessions.open('customer', id, new Date(), until)).token),
  )
  const from = dayAt(today + 1)
  return {
    tokens,
    pages: {
      [`/availability?service=cut&offering=designer&from=${from}&days=${MONTH}`]: 'a month of availability',
      '/orders': 'the orders of a customer',
      [`/console/today?day=${dayAt(today + SHOWN)}`]: 'a day in the console',
      '/console/orders?state=confirmed': 'a page of orders in the console',
    },
  }
}

/** The store must take for its own what it did not write itself. */
async function requireReadable({ store }: Filling, size: number): Promise<void> {
  const last = await store.orders.find(`ord_${String(size - 1).padStart(20, '0')}`)
  const shown = await store.orders.ofDay(dayAt(today + SHOWN))
  if (typeof last?.answers['name'] !== 'string' || shown.length !== EACH)
    throw new Error('The store does not read what it was filled with.')
}
