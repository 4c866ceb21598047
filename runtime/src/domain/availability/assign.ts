import type { Assignment, Selection } from '../booking.ts'
import { Refusal } from '../refusals.ts'
import type { ResolvedShop } from '../resolved.ts'
import { assignSession } from '../sessions.ts'
import { assignTickets } from '../tickets.ts'
import { assignAppointment } from './appointment.ts'
import type { Claim } from './busy.ts'
import { serviceOf } from './choices.ts'

/**
 * Fills in what the customer left open, or refuses. Appointments are held against the claims on resources; seats and quotas
 * are counted when they are drawn (`supplyOf`).
 * @param load resource → bookings on the day of the start; counted from the claims when left out
 * @throws Refusal as `assignAppointment`, `assignSession`, `assignTickets`
 */
export function assign(
  shop: ResolvedShop,
  selection: Selection,
  claims: readonly Claim[],
  now: Date,
  load?: ReadonlyMap<string, number>,
): Assignment {
  const service = serviceOf(shop, selection.service)
  if (service.mode === 'appointment') return assignAppointment(shop, selection, claims, now, load)
  if (selection.then && selection.then.length > 0) throw new Refusal('COMBINATION_INVALID', { field: 'selection.then' })
  const [named] = Object.keys(selection.resources ?? {})
  if (named !== undefined) throw new Refusal('UNKNOWN_RESOURCE', { field: `selection.resources.${named}` })
  return service.mode === 'session'
    ? assignSession(shop, service, selection, now)
    : assignTickets(shop, service, selection, now)
}
