import type { PublicOffering, PublicService, TicketView } from '@/kaidian/booking'
import type { DraftPlace } from './draft'

export const countOf = (places: readonly DraftPlace[], offering: string): number =>
  places.filter((place) => place.offering === offering).length

/** How many of a ticket one order can have, beside the others in it. */
export const mostOf = (
  { people }: PublicService,
  { id, team }: PublicOffering,
  view: TicketView | undefined,
  places: readonly DraftPlace[],
): number => {
  const others = places.length - countOf(places, id)
  // A place in a line is not a place that is left.
  const left = view?.waitlist ? Infinity : (view?.left ?? Infinity)
  return Math.max(0, Math.min(people.max - others, team?.max ?? Infinity, left))
}

/**
 * `places` with `count` of a ticket, in the order of the price list; those who had one keep their add-ons. A ticket for teams
 * begins with the smallest team, and one below it is none.
 */
export const withCount = (
  { offerings }: PublicService,
  { id, team }: PublicOffering,
  places: readonly DraftPlace[],
  count: number,
): readonly DraftPlace[] => {
  const before = countOf(places, id)
  const least = team?.min ?? 1
  const wanted = count >= least ? count : count > before ? least : 0
  return offerings.flatMap((offering) => {
    const had = places.filter((place) => place.offering === offering.id)
    if (offering.id !== id) return had
    return Array.from({ length: wanted }, (_, at) => had[at] ?? { offering: id, addOns: {} })
  })
}

/** Tickets of which more are wanted than there are. */
export const shortTickets = (views: readonly TicketView[], places: readonly DraftPlace[]): readonly TicketView[] =>
  views.filter(({ offering, left, reason }) => {
    const count = countOf(places, offering)
    return count > 0 && (reason !== null || (left !== null && left < count))
  })

/** Whether there is nothing to choose: one ticket, for one person, with nothing beside it. A pass is bought so. */
export const isSingle = ({ offerings, people, addOns }: PublicService): boolean =>
  offerings.length === 1 && people.max === 1 && addOns.length === 0 && offerings[0]?.addOns.length === 0
