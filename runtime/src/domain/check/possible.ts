import type { Service, Shop } from '@kaidian/schemas'
import { WEEKDAYS } from '../resolved.ts'
import { timetable } from '../schedule.ts'
import { addDays, clockTime, dayNumber, weekdayIndex } from '../time.ts'
import { greatest } from './durations.ts'
import { isKnown, reader, type Subject } from './facts.ts'
import { type Place, policyOf } from './places.ts'
import { startsOf } from './series.ts'
import { everOpen } from './week.ts'

/** What a fact can ever be: one of `values`, or from `low` to `high`; null says nothing. */
export interface Domain {
  readonly values: ReadonlySet<string | number | boolean> | null
  readonly low: string | number | null
  readonly high: string | number | null
}

const within = (low: Domain['low'], high: Domain['high']): Domain => ({ values: null, low, high })
const ANYTHING: Domain = within(null, null)
const oneOf = (values: Iterable<string>): Domain => ({ values: new Set(values), low: null, high: null })

export const party = (service: Service): { readonly min: number; readonly max: number } => ({
  min: service.people?.min ?? 1,
  max: service.people?.max ?? (service.mode === 'appointment' ? 1 : 20),
})

/** When a service may start: null says nothing, as of appointments on dates. */
interface Starts {
  readonly weekdays: ReadonlySet<string>
  readonly times: Domain
  readonly days: Domain
}

const weekdayOf = (day: string): string => WEEKDAYS[weekdayIndex(dayNumber(day))] ?? ''

/** Sessions and events are dated beforehand. */
function datedStarts(service: Service): Starts {
  const starts =
    service.mode === 'session'
      ? (service.series ?? []).flatMap((series) => startsOf(series) ?? [])
      : service.event
        ? [`${service.event.day}T${service.event.time}`]
        : []
  return {
    weekdays: new Set(starts.map((start) => weekdayOf(start.slice(0, 10)))),
    times: oneOf(starts.map((start) => start.slice(11))),
    days: oneOf(starts.map((start) => start.slice(0, 10))),
  }
}

/** Appointments start while the shop is open. */
function openStarts(shop: Shop): Starts {
  const table = timetable(shop.hours)
  const ever = everOpen(table)
  const weekdays = new Set<string>(ever.flatMap((ranges, day) => (ranges.length > 0 ? [WEEKDAYS[day] ?? ''] : [])))
  for (const { from, to, open } of table.exceptions)
    for (let day = from, count = 0; open.length > 0 && day <= to && count < 7; day = addDays(day, 1), count++)
      weekdays.add(weekdayOf(day))
  const ranges = [...ever.flat(), ...table.exceptions.flatMap(({ open }) => open)]
  const times =
    ranges.length === 0
      ? ANYTHING
      : within(clockTime(Math.min(...ranges.map(([from]) => from))), clockTime(Math.max(...ranges.map(([, to]) => to))))
  return { weekdays, times, days: ANYTHING }
}

/** What any of them allows; bounds are only told where one domain is all there is. */
function joinedDomain(domains: readonly Domain[]): Domain {
  const [first, ...rest] = new Set(domains)
  if (first && rest.length === 0) return first
  const values = domains.map((one) => one.values)
  return values.includes(null)
    ? ANYTHING
    : { values: new Set(values.flatMap((one) => [...(one ?? [])])), low: null, high: null }
}

/** What facts can be in a shop, as far as its description settles it. Each service is looked at once. */
export function domains(shop: Shop): (fact: string, place: Place) => Domain {
  const read = reader(shop)
  const open = openStarts(shop)
  const dated = new Map<Service, Starts>()
  const startsFor = (service: Service): Starts => {
    if (service.mode === 'appointment') return open
    const made = dated.get(service) ?? datedStarts(service)
    dated.set(service, made)
    return made
  }
  const ofStart = (fact: string, services: readonly Service[]): Domain => {
    const starts = services.map(startsFor)
    if (fact === 'start.weekday') return oneOf(starts.flatMap(({ weekdays }) => [...weekdays]))
    return joinedDomain(starts.map(({ times, days }) => (fact === 'start.time' ? times : days)))
  }
  return (fact, place) => {
    const found = read(fact, place)
    if (!isKnown(found)) return ANYTHING
    if (found.fields.length > 0) return ofAnswer(found)
    const services = place.scope === 'form' ? null : place.services
    if (services && fact.startsWith('start.')) return ofStart(fact, services)
    return (
      (services && (ofOrder(fact, services) ?? ofTime(fact, services, shop))) ??
      (found.type === 'number' ? within(0, null) : ANYTHING)
    )
  }
}

/** Facts of what is ordered of some services. */
function ofOrder(fact: string, services: readonly Service[]): Domain | null {
  const parties = services.map(party)
  const most = Math.max(...parties.map(({ max }) => max))
  switch (fact) {
    case 'booking.people':
      return within(Math.min(...parties.map(({ min }) => min)), most)
    case 'place.index':
      return within(1, most)
    case 'service.id':
      return oneOf(services.map(({ id }) => id))
    case 'offering.id':
      return oneOf(services.flatMap(({ offerings }) => offerings.map(({ id }) => id)))
    case 'session.id':
      return oneOf(services.flatMap(({ series = [] }) => series.map(({ id }) => id)))
    default:
      return null
  }
}

/** Minutes a service may take at most, options and add-ons counted in; null where others may follow it. */
function longest(service: Service, { addOns = [] }: Shop): number | null {
  if (service.mode !== 'appointment' || service.combinable === true) return null
  const options = (service.options ?? []).reduce(
    (sum, { choices }) => sum + Math.max(...choices.map(({ minutes = 0 }) => minutes)),
    0,
  )
  const extra = addOns.reduce((sum, { minutes = 0, max = 9 }) => sum + minutes * max, 0)
  return Math.max(...service.offerings.map((offering) => greatest(service, offering))) + options + extra
}

/** Facts of how long it takes and how long before it is ordered. */
function ofTime(fact: string, services: readonly Service[], shop: Shop): Domain | null {
  if (fact === 'booking.durationMinutes') {
    const most = services.map((service) => longest(service, shop))
    return within(0, most.includes(null) ? null : Math.max(...most.map((one) => one ?? 0)))
  }
  if (fact !== 'booking.leadMinutes' || services.some(({ mode }) => mode !== 'appointment')) return null
  return within(0, Math.max(...services.map((service) => (horizonOf(shop, service) + 1) * 1440)))
}

const horizonOf = (shop: Shop, service: Service): number => policyOf(shop, service, 'booking')?.horizon ?? 365

function ofAnswer({ fields, values }: Subject): Domain {
  const [field] = fields
  if (values) return { values, low: null, high: null }
  if (!field || fields.length > 1) return ANYTHING
  if (field.kind === 'number') return within(field.min ?? null, field.max ?? null)
  if (field.kind === 'date') return within(field.from ?? null, field.to ?? null)
  return ANYTHING
}
