import type { Words } from '../booking.ts'
import { common, type Range, without } from '../ranges.ts'
import type { ResolvedResource, ResolvedShop } from '../resolved.ts'
import { onDay } from '../schedule.ts'
import { wallAt, wallMs } from '../time.ts'

const MINUTE = 60_000

/** Starts of one day on a grid: instants in minutes since 1970, and the minutes since midnight they are called by. */
export interface Grid {
  readonly instants: readonly number[]
  readonly walls: readonly number[]
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

interface Day {
  readonly shop: OpenDay
  readonly resources: Map<ResolvedResource, OpenDay>
  readonly grids: Map<number, Grid>
}

/** The schedules of a shop laid out in instants, each day worked out once. */
export class Calendar {
  readonly #shop: ResolvedShop
  readonly #days = new Map<number, Day>()

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
    const instants = (ranges: readonly Range[]): Range[] =>
      ranges.map(([from, to]) => [this.#instant(day, from), this.#instant(day, to)])
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

  /** Starts from the first opening to the last closing of the shop that day; a wall time that an offset change skips has none. */
  grid(day: number, step: number): Grid {
    const { shop, grids } = this.#day(day)
    const known = grids.get(step)
    if (known) return known
    const first = shop.hours[0]?.[0] ?? 0
    const last = shop.hours.at(-1)?.[1] ?? 0
    const instants: number[] = []
    const walls: number[] = []
    if (first < last)
      for (let wall = 0; wall < 1440; wall += step) {
        const instant = this.#instant(day, wall)
        if (instant < first || instant >= last || this.#isSkipped(day, wall, instant)) continue
        instants.push(instant)
        walls.push(wall)
      }
    const made = { instants, walls }
    grids.set(step, made)
    return made
  }

  /** A wall time that does not exist is an instant that goes by another name. */
  #isSkipped(day: number, wall: number, instant: number): boolean {
    const called = wallAt(instant * MINUTE, this.#shop.zone)
    return called.minutes !== wall || called.day !== day
  }
}

const calendars = new WeakMap<ResolvedShop, Calendar>()

/** The calendar of a shop, made once. */
export function calendarOf(shop: ResolvedShop): Calendar {
  let calendar = calendars.get(shop)
  if (!calendar) calendars.set(shop, (calendar = new Calendar(shop)))
  return calendar
}
