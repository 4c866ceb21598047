import type { FeeRule, Resource, Service, Shop, TableByTime } from '@kaidian/schemas'
import { common, joined, type Range, without } from '../ranges.ts'
import { fitting } from '../resolve.ts'
import { WEEKDAYS } from '../resolved.ts'
import { timetable } from '../schedule.ts'
import { clockMinutes, clockTime, dayNumber } from '../time.ts'
import { problem, type Rule } from './finding.ts'
import { servicesOf } from './places.ts'
import { everWorked } from './week.ts'

type Row = TableByTime['rows'][number]

/** Up to midnight: what runs past it belongs to the day after. */
const rangeOf = ({ from, to }: Row): Range => [clockMinutes(from), to < from ? 1440 : clockMinutes(to)]

const pastMidnight = ({ from, to }: Row): boolean => to < from

/** Whether every day that a row is for is one that the other is for. */
function coversDays(other: Row, row: Row): boolean {
  const days = row.days ?? WEEKDAYS
  if (other.days && !days.every((day) => other.days?.includes(day))) return false
  if (!other.dates) return true
  if (!row.dates) return false
  const joint = joined(other.dates.map(({ from, to }): Range => [dayNumber(from), dayNumber(to ?? from) + 1]))
  return row.dates.every(({ from, to }) =>
    joint.some(([first, end]) => first <= dayNumber(from) && dayNumber(to ?? from) < end),
  )
}

export const rowsCount: Rule = function* ({ fees = [] }) {
  for (const [index, { apply }] of fees.entries()) {
    if (apply.kind !== 'table') continue
    for (const [at, row] of apply.rows.entries()) {
      const earlier = apply.rows.slice(0, at).filter((other) => coversDays(other, row))
      if (earlier.length === 0 || row.from === row.to || pastMidnight(row)) continue
      if (without([rangeOf(row)], joined(earlier.map(rangeOf))).length === 0)
        yield problem(
          `/fees/${index}/apply/rows/${at}`,
          'ROW_NEVER_COUNTS',
          '这一行的时间都被前面的行占了，永远用不到。请移到前面，或删掉。',
          'Earlier rows cover all of this one, so it never counts. Move it up, or take it out.',
        )
    }
  }
}

/** Minutes of a weekday that rows without dates have a price for. */
function priced(rows: readonly Row[], day: number): Range[] {
  const on = (weekday: string | undefined): Row[] =>
    rows.filter(({ days, dates }) => !dates && (!days || days.some((one) => one === weekday)))
  const spilled = on(WEEKDAYS[(day + 6) % 7]).filter(pastMidnight)
  return joined([...on(WEEKDAYS[day]).map(rangeOf), ...spilled.map(({ to }): Range => [0, clockMinutes(to)])])
}

/** Minutes of each weekday in which a service may take place. */
function bookable(shop: Shop, service: Service): Range[][] {
  const hours = everWorked(timetable(shop.hours))
  const worked = (resource: Resource): Range[][] =>
    resource.schedule
      ? everWorked(timetable(resource.schedule)).map((own, day) => common(hours[day] ?? [], own))
      : hours
  const roles = (service.requirements ?? []).map((requirement) =>
    fitting(shop.resources ?? [], requirement).map(worked),
  )
  return hours.map((open, day) =>
    roles.reduce((left, able) => common(left, joined(able.flatMap((week) => week[day] ?? []))), open),
  )
}

/** Base rules of a service, when the table is the only one that gives it a price. */
const isOnlyPrice = (shop: Shop, rule: FeeRule, service: Service): boolean =>
  service.offerings.every(({ price }) => price === 0) &&
  (shop.fees ?? []).every(
    (other) => other === rule || other.phase !== 'base' || !servicesOf(shop, other).includes(service),
  )

export const tablesPriceAllHours: Rule = function* (shop) {
  for (const [index, rule] of (shop.fees ?? []).entries()) {
    const { apply, phase, when } = rule
    if (apply.kind !== 'table' || phase !== 'base' || when || apply.basis === 'start') continue
    const service = servicesOf(shop, rule).find((one) => one.mode === 'appointment' && isOnlyPrice(shop, rule, one))
    if (!service) continue
    for (const [day, ranges] of bookable(shop, service).entries()) {
      const weekday = WEEKDAYS[day] ?? 'mon'
      const [gap] = without(ranges, priced(apply.rows, day))
      if (!gap) continue
      const [from, to] = [clockTime(gap[0]), clockTime(gap[1])]
      yield problem(
        `/fees/${index}/apply/rows`,
        'HOURS_WITHOUT_PRICE',
        `价目表里没有 ${weekday} ${from}–${to} 的价格，这段时间能约，却不收钱。请加一行（不收钱就写 0）。`,
        `The table has no price for ${weekday} ${from}–${to}, which can be booked and would cost nothing. Add a row (of 0, if that is meant).`,
      )
      break
    }
  }
}
