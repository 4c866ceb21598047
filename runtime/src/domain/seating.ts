import type { Series } from '@kaidian/schemas'
import type { Assignment, OrderState } from './booking.ts'
import type { ResolvedRoom, ResolvedShop } from './resolved.ts'

/** How many can be seated in one occurrence; 0 where nothing says so. */
export const seatsOf = ({ seats, rooms = [] }: Pick<Series, 'seats' | 'rooms'>): number =>
  seats ?? rooms.reduce((sum, room) => sum + room.seats, 0)

/** Ids of all that the sessions of a series take. */
export const resourcesTaken = ({ resources = [], rooms = [] }: Pick<Series, 'resources' | 'rooms'>): string[] => [
  ...new Set([...resources, ...rooms.map(({ resource }) => resource)]),
]

export interface Seat {
  /** Id of the room. */
  readonly room: string
  /** From 1; of a room without numbers, which of its seats is counted. */
  readonly number: number
}

/** A seat of an order, given for good. */
export interface GivenSeat extends Seat {
  /** Index of the place. */
  readonly place: number
  /** The occurrence it is in, as `Selection.session` names it. */
  readonly session: string
  readonly numbered: boolean
}

/** Rooms in which the people of an order are seated; none where nobody is. */
export function roomsFor(
  shop: ResolvedShop,
  { service, session = '' }: Pick<Assignment, 'service' | 'session'>,
): readonly ResolvedRoom[] {
  const [series = '', wall] = session.split('@')
  return wall === undefined ? [] : (shop.services.get(service)?.series.get(series)?.rooms ?? [])
}

/**
 * Seats for so many people: all in the first room that has free seats for them, else the rooms in their order; the lowest
 * numbers first. Null: there are not so many.
 */
export function chooseSeats(
  rooms: readonly ResolvedRoom[],
  isTaken: (seat: Seat) => boolean,
  people: number,
): readonly Seat[] | null {
  const free = rooms.map(({ resource: room, seats }) =>
    Array.from({ length: seats }, (_, index): Seat => ({ room, number: index + 1 })).filter((seat) => !isTaken(seat)),
  )
  const together = free.find((seats) => seats.length >= people)
  const seats = (together ?? free.flat()).slice(0, people)
  return seats.length === people ? seats : null
}

/** What of an order decides who sits where. */
export interface Seated {
  readonly state: OrderState
  readonly selection: Pick<Assignment, 'session' | 'places'>
  readonly seats: readonly GivenSeat[]
  readonly withdrawals: readonly { readonly places: readonly number[] }[]
}

const hasItsPlaces = ({ state }: Seated): boolean => state === 'confirmed' || state === 'completed'

/** Seats that an order has for good: of the occurrence it is at now, and of people who are still in it; in the order of the places. */
export function seatsThatStand(order: Seated): readonly GivenSeat[] {
  const { selection, seats, withdrawals } = order
  if (!hasItsPlaces(order)) return []
  const isGone = (place: number) => withdrawals.some(({ places }) => places.includes(place))
  return seats
    .filter(({ session, place }) => session === selection.session && !isGone(place))
    .toSorted((a, b) => a.place - b.place)
}

/** Indexes of the places that are to have a seat and have none yet. */
export function placesToSeat(order: Seated): readonly number[] {
  if (!hasItsPlaces(order)) return []
  const seated = seatsThatStand(order).map(({ place }) => place)
  const gone = order.withdrawals.flatMap(({ places }) => places)
  return order.selection.places.flatMap((_, place) => (seated.includes(place) || gone.includes(place) ? [] : [place]))
}
