import type { Service, Shop } from '@kaidian/schemas'
import { WEEKDAYS } from '../resolved.ts'
import { timetable } from '../schedule.ts'
import { addDays, clockTime, dayNumber, weekdayIndex } from '../time.ts'
import { isKnown, lookUp } from './facts.ts'
import type { Place } from './places.ts'
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

/** Wall-clock starts of a service that are fixed: sessions and events; null for appointments. */
function fixedStarts(service: Service): readonly string[] | null {
  if (service.mode === 'appointment') return null
  if (service.mode === 'registration') return service.event ? [`${service.event.day}T${service.event.time}`] : []
  return (service.series ?? []).flatMap((series) => startsOf(series) ?? [])
}

const weekdayOf = (day: string): string => WEEKDAYS[weekdayIndex(dayNumber(day))] ?? ''

function openWeekdays(shop: Shop): Set<string> {
  const table = timetable(shop.hours)
  const open = new Set<string>(
    everOpen(table).flatMap((ranges, day) => (ranges.length > 0 ? [WEEKDAYS[day] ?? ''] : [])),
  )
  for (const { from, to, open: ranges } of table.exceptions)
    for (let day = from, count = 0; ranges.length > 0 && day <= to && count < 7; day = addDays(day, 1), count++)
      open.add(weekdayOf(day))
  return open
}

function openTimes(shop: Shop): Domain {
  const table = timetable(shop.hours)
  const ranges = [...everOpen(table).flat(), ...table.exceptions.flatMap(({ open }) => open)]
  if (ranges.length === 0) return ANYTHING
  return within(
    clockTime(Math.min(...ranges.map(([from]) => from))),
    clockTime(Math.max(...ranges.map(([, to]) => to))),
  )
}

function ofStart(fact: string, services: readonly Service[], shop: Shop): Domain {
  const fixed = services.map(fixedStarts)
  const starts = fixed.flatMap((one) => one ?? [])
  const chosen = fixed.includes(null)
  if (fact === 'start.weekday')
    return oneOf([...(chosen ? openWeekdays(shop) : []), ...starts.map((start) => weekdayOf(start.slice(0, 10)))])
  if (fact === 'start.time') {
    if (chosen) return starts.length === 0 ? openTimes(shop) : ANYTHING
    return oneOf(starts.map((start) => start.slice(11)))
  }
  return chosen ? ANYTHING : oneOf(starts.map((start) => start.slice(0, 10)))
}

/** What a fact can be at a place, as far as the description settles it. */
export function domainOf(fact: string, place: Place, shop: Shop): Domain {
  const found = lookUp(fact, place, shop)
  if (!isKnown(found)) return ANYTHING
  if (found.fields.length > 0) return ofAnswer(found)
  const services = place.scope === 'form' ? null : place.services
  if (services) {
    if (fact.startsWith('start.')) return ofStart(fact, services, shop)
    const parties = services.map(party)
    const most = Math.max(...parties.map(({ max }) => max))
    if (fact === 'booking.people') return within(Math.min(...parties.map(({ min }) => min)), most)
    if (fact === 'place.index') return within(1, most)
    if (fact === 'service.id') return oneOf(services.map(({ id }) => id))
    if (fact === 'offering.id') return oneOf(services.flatMap(({ offerings }) => offerings.map(({ id }) => id)))
    if (fact === 'session.id') return oneOf(services.flatMap(({ series = [] }) => series.map(({ id }) => id)))
  }
  return found.type === 'number' ? within(0, null) : ANYTHING
}

function ofAnswer({ fields, values }: Extract<ReturnType<typeof lookUp>, object>): Domain {
  const [field] = fields
  if (values) return { values, low: null, high: null }
  if (!field || fields.length > 1) return ANYTHING
  if (field.kind === 'number') return within(field.min ?? null, field.max ?? null)
  if (field.kind === 'date') return within(field.from ?? null, field.to ?? null)
  return ANYTHING
}
