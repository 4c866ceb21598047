import type { Words } from '../booking.ts'
import { common, type Range, without } from '../ranges.ts'
import type { ResolvedResource, ResolvedShop } from '../resolved.ts'
import { onDay } from '../schedule.ts'
import { momentToInstant } from '../moments.ts'
import { clockTime, wallAt, wallEdgeMs, wallMs } from '../time.ts'

const MINUTE = 60_000

/** Starts of one day on a grid: instants in minutes since 1970, and what they are called. */
export interface Grid {
  readonly instants: readonly number[]
  /** The same on the wall: `14:30`. */
  readonly times: readonly string[]
  /** The same on the wire: `2026-12-02T06:30:00.000Z`. */
  readonly starts: readonly string[]
}

/** Ranges of one day in minutes since 1970. */
export interface OpenDay {
  /** Hours with breaks taken out. */
  readonly open: readonly Range[]
  readonly hours: readonly Range[]
  readonly reason: Words | null
}

const NOTHING: OpenDay = { open: [], hours: [], reason: null }

/** More days than any horizon has; then the calendar starts afresh rather than grow. */
const MOST_DAYS = 1200

/** What was asked last: many customers look at the same month. */
interface Span {
  readonly first: number
  readonly last: number
  readonly open: Int32Array
}

interface Day {
  readonly shop: OpenDay
  readonly resources: Map<ResolvedResource, OpenDay>
  readonly grids: Map<number, Grid>
}

/** The schedules of a shop laid out in instants, each day worked out once. */
export class Calendar {
  readonly #shop: ResolvedShop
  readonly #days = new Map<number, Day>()
  readonly #spans = new Map<ResolvedResource, Span>()
  #blocked: ReadonlyMap<string, readonly number[]> | null = null

  constructor(shop: ResolvedShop) {
    this.#shop = shop
  }

  #day(day: number): Day {
    const known = this.#days.get(day)
    if (known) return known
    if (this.#days.size >= MOST_DAYS) this.#days.clear()
    const made = { shop: this.#open(this.#shop.timetable, day), resources: new Map(), grids: new Map() }
    this.#days.set(day, made)
    return made
  }

  #open(table: ResolvedShop['timetable'], day: number): OpenDay {
    const { hours, breaks, reason } = onDay(table, day)
    if (hours.length === 0) return reason ? { ...NOTHING, reason } : NOTHING
    const edge = (wall: number): number => Math.round(wallEdgeMs(day, wall, this.#shop.zone) / MINUTE)
    const instants = (ranges: readonly Range[]): Range[] =>
      ranges.map(([from, to]): Range => [edge(from), edge(to)]).filter(([from, to]) => from < to)
    return { open: instants(without(hours, breaks)), hours: instants(hours), reason }
  }

  #instant(day: number, wall: number): number {
    return Math.round(wallMs(day, wall, this.#shop.zone) / MINUTE)
  }

  /** The shop itself. @param day days since 1970-01-01 */
  shop(day: number): OpenDay {
    return this.#day(day).shop
  }

  /** A resource within the hours of the shop: `open` is common to both, `hours` and `reason` are its own. */
  resource(resource: ResolvedResource, day: number): OpenDay {
    const { shop, resources } = this.#day(day)
    if (!resource.timetable) return shop
    const known = resources.get(resource)
    if (known) return known
    const own = this.#open(resource.timetable, day)
    const made = { ...own, open: common(shop.open, own.open) }
    resources.set(resource, made)
    return made
  }

  /** When a resource is open from one day to another (both included): from, to, from, to …, joined over midnight. */
  open(resource: ResolvedResource, first: number, last: number): Int32Array {
    const known = this.#spans.get(resource)
    if (known && known.first === first && known.last === last) return known.open
    const flat: number[] = []
    for (let day = first; day <= last; day++)
      for (const [from, to] of this.resource(resource, day).open)
        if (flat.length > 0 && flat[flat.length - 1] === from) flat[flat.length - 1] = to
        else flat.push(from, to)
    const open = Int32Array.from(flat)
    // A claim asks for a day or two, which is soon done, and would push out the month.
    if (last - first > 7) this.#spans.set(resource, { first, last, open })
    return open
  }

  /** When the sessions of the shop keep a resource, buffers included: from, to, from, to …; in no order. */
  blocked(resource: string): readonly number[] {
    this.#blocked ??= blockedBySessions(this.#shop)
    return this.#blocked.get(resource) ?? NEVER
  }

  /** Starts from the first opening to the last closing of the shop that day; a wall time that an offset change skips has none. */
  grid(day: number, step: number): Grid {
    const { shop, grids } = this.#day(day)
    const known = grids.get(step)
    if (known) return known
    const first = shop.hours[0]?.[0] ?? 0
    const last = shop.hours.at(-1)?.[1] ?? 0
    const walls = first < last ? Array.from({ length: Math.ceil(1440 / step) }, (_, index) => index * step) : []
    const on = walls
      .map((wall) => ({ wall, instant: this.#instant(day, wall) }))
      .filter(({ wall, instant }) => first <= instant && instant < last && !this.#isSkipped(day, wall, instant))
    const made = {
      instants: on.map(({ instant }) => instant),
      times: on.map(({ wall }) => clockTime(wall)),
      starts: on.map(({ instant }) => new Date(instant * MINUTE).toISOString()),
    }
    grids.set(step, made)
    return made
  }

  /** A wall time that does not exist is an instant that goes by another name. */
  #isSkipped(day: number, wall: number, instant: number): boolean {
    const called = wallAt(instant * MINUTE, this.#shop.zone)
    return called.minutes !== wall || called.day !== day
  }
}

const NEVER: readonly number[] = []

function blockedBySessions({ services, zone }: ResolvedShop): ReadonlyMap<string, readonly number[]> {
  const blocked = new Map<string, number[]>()
  for (const { mode, series, buffer } of services.values())
    for (const { starts, duration, resources } of mode === 'session' ? series.values() : []) {
      const ranges = starts.flatMap((wall) => {
        const start = Math.round(momentToInstant(wall, zone).getTime() / MINUTE)
        return [start - buffer.before, start + duration + buffer.after]
      })
      for (const resource of resources) blocked.set(resource, [...(blocked.get(resource) ?? []), ...ranges])
    }
  return blocked
}

const calendars = new WeakMap<ResolvedShop, Calendar>()

/** The calendar of a shop, made once. */
export function calendarOf(shop: ResolvedShop): Calendar {
  let calendar = calendars.get(shop)
  if (!calendar) calendars.set(shop, (calendar = new Calendar(shop)))
  return calendar
}
