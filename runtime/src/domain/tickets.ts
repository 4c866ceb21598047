import { type NotOnSale, onSale, notOnSale, saleRefusal, saleWords } from './availability/sale.ts'
import { checkOptions, everyOptionChosen, extrasOf, placesOf, serviceOf } from './availability/choices.ts'
import { REASON_WORDS } from './availability/reason.ts'
import type { Assignment, Selection, TicketView } from './booking.ts'
import { instantToMoment, momentToInstant } from './moments.ts'
import { Refusal } from './refusals.ts'
import type { ResolvedOffering, ResolvedService, ResolvedShop } from './resolved.ts'
import type { Used } from './sessions.ts'
import { quotaPool } from './supply.ts'

const MINUTE = 60_000

/** When the event begins and ends, as instants; null where there is no date. */
function eventOf({ event }: ResolvedService, zone: string): { readonly start: Date; readonly end: Date } | null {
  if (!event) return null
  return {
    start: momentToInstant(`${event.day}T${event.time}`, zone),
    end: momentToInstant(`${event.endDay}T${event.endTime}`, zone),
  }
}

/** The notice of the policy counts back from the event. */
function tooLate(shop: ResolvedShop, service: ResolvedService, now: Date): NotOnSale | null {
  const event = eventOf(service, shop.zone)
  const { notice } = service.policies.booking
  if (!event || Math.ceil(now.getTime() / MINUTE) + notice <= event.start.getTime() / MINUTE) return null
  return { reason: 'over', at: instantToMoment(new Date(event.start.getTime() - notice * MINUTE), shop.zone) }
}

/** The ticket of each place; where none is named, the first on sale. @throws Refusal UNKNOWN_OFFERING, NOT_OPEN_YET, REGISTRATION_CLOSED */
function ticketsFor(
  shop: ResolvedShop,
  service: ResolvedService,
  { offering: common }: Selection,
  places: readonly { readonly offering?: string }[],
  now: Date,
): readonly ResolvedOffering[] {
  const { offerings, policies } = service
  const tickets = places.map(({ offering }, index): ResolvedOffering | null => {
    const named = offering ?? common
    if (named === undefined) return null
    const ticket = offerings.find(({ id }) => id === named)
    const field = offering === undefined ? 'selection.offering' : `selection.places.${index}.offering`
    if (!ticket) throw new Refusal('UNKNOWN_OFFERING', { field })
    return ticket
  })
  const late = tooLate(shop, service, now)
  if (late) throw saleRefusal(late, 'selection')
  return tickets.map((ticket, index) => {
    const { open, closed } = onSale(ticket ? [ticket] : offerings, policies.booking, now, shop.zone)
    const [first] = open
    if (!first || closed)
      throw closed ? saleRefusal(closed, `selection.places.${index}`) : new Refusal('UNKNOWN_OFFERING')
    return first
  })
}

/** @throws Refusal TEAM_SIZE_INVALID */
function checkTeams(tickets: readonly ResolvedOffering[]): void {
  for (const ticket of new Set(tickets)) {
    const count = tickets.filter((other) => other === ticket).length
    const { team, title } = ticket
    if (team && (count < team.min || count > team.max))
      throw new Refusal('TEAM_SIZE_INVALID', {
        field: 'selection.places',
        values: { title, min: team.min, max: team.max },
      })
  }
}

/**
 * A registration in which nothing is open: one ticket for each place. Quotas are counted when they are drawn.
 * @throws Refusal UNKNOWN_OFFERING, UNKNOWN_OPTION, UNKNOWN_ADD_ON, QUANTITY_INVALID, PEOPLE_INVALID, TEAM_SIZE_INVALID,
 * INPUT_INVALID, OPTION_MISSING, NOT_OPEN_YET, REGISTRATION_CLOSED
 */
export function assignTickets(
  shop: ResolvedShop,
  service: ResolvedService,
  selection: Selection,
  now: Date,
): Assignment {
  const places = placesOf(service, selection)
  checkOptions(service, selection.options, 'selection')
  const tickets = ticketsFor(shop, service, selection, places, now)
  checkTeams(tickets)
  everyOptionChosen(service, selection.options, 'selection')
  const extras = extrasOf(shop, service, tickets, { addOns: selection.addOns, places })
  const event = eventOf(service, shop.zone)
  return {
    service: service.id,
    offering: tickets[0]?.id ?? '',
    start: event?.start.toISOString() ?? null,
    end: event?.end.toISOString() ?? null,
    resources: {},
    options: { ...selection.options },
    addOns: extras.addOns,
    places: extras.places,
  }
}

/**
 * Pools that `ticketsOf` asks for.
 * @throws Refusal UNKNOWN_SERVICE
 */
export const ticketPools = (shop: ResolvedShop, id: string): string[] => {
  const service = serviceOf(shop, id)
  return service.quotas.size > 0 ? [quotaPool(service.id)] : []
}

/**
 * Each ticket with the places left over all of its quotas and, where it cannot be had, why.
 * @param used units taken now
 * @throws Refusal UNKNOWN_SERVICE
 */
export function ticketsOf(shop: ResolvedShop, id: string, used: Used, now: Date): readonly TicketView[] {
  const service = serviceOf(shop, id)
  const pool = quotaPool(service.id)
  const late = tooLate(shop, service, now)
  return service.offerings.map((offering): TicketView => {
    const lefts = offering.quotas.flatMap((quota) => {
      const total = service.quotas.get(quota)?.total
      return total === undefined ? [] : [Math.max(0, total - used(pool, quota))]
    })
    const left = lefts.length > 0 ? Math.min(...lefts) : null
    const against = late ?? notOnSale([service.policies.booking, offering], now, shop.zone)
    const least = offering.team?.min ?? 1
    const most = Math.min(offering.team?.max ?? Infinity, service.people.max)
    const isTaken = !against && left !== null && left < least
    const isShort = !against && left !== null && left < most
    return {
      offering: offering.id,
      left,
      reason: against?.reason ?? (isTaken ? 'taken' : null),
      explanation: against ? saleWords(against) : isTaken ? REASON_WORDS.taken : null,
      waitlist: isShort && service.policies.waitlist !== null,
    }
  })
}
