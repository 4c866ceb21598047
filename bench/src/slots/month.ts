import { wallToInstant, type Claim, type ResolvedShop } from '@kaidian/runtime/domain'
import { resolved, salon } from '../example.ts'
import { randomNumbers } from '../random.ts'

export const FROM = '2026-12-01'
export const DAYS = 30
export const STEP = 15
export const RESOURCES = 20
export const BOOKINGS = 2000
/** Minutes */
export const SERVICE = { duration: 60, after: 10 }
/** Some hours before the month, so that neither notice nor horizon cuts it short. */
export const NOW = new Date('2026-11-30T04:00:00Z')

const ZONE = 'Asia/Shanghai'
const MINUTE = 60_000

/** Shifts by turns, each with its break, in minutes since midnight: everybody works all days but one of the week. */
const SHIFTS = [
  { from: 600, to: 1140, pause: [780, 840] },
  { from: 720, to: 1260, pause: [960, 1020] },
  { from: 600, to: 1260, pause: [750, 810] },
] as const
const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const shiftOf = (index: number) => SHIFTS[index % SHIFTS.length] ?? SHIFTS[0]
const idOf = (index: number): string => `stylist-${index + 1}`
/** 0 is Monday. */
const worksOn = (index: number, weekday: number): boolean => index % 7 !== weekday

/** A salon of twenty stylists with one service that any of them can do. */
export function salonOfTwenty(): ResolvedShop {
  const shop = salon()
  const first = shop.resources?.[0]
  const service = shop.services.find(({ id }) => id === 'cut')
  if (!first || !service) throw new Error('The salon of the examples has changed.')
  return resolved({
    ...shop,
    hours: { weekly: [{ days: [...WEEK], from: '10:00', to: '21:00' }] },
    resources: Array.from({ length: RESOURCES }, (_, index) => {
      const { from, to, pause } = shiftOf(index)
      return {
        ...first,
        id: idOf(index),
        level: 'designer',
        tags: ['cut'],
        schedule: {
          weekly: [{ days: WEEK.filter((_, weekday) => worksOn(index, weekday)), from: clock(from), to: clock(to) }],
          breaks: [{ from: clock(pause[0]), to: clock(pause[1]) }],
        },
      }
    }),
    services: [
      {
        ...service,
        duration: SERVICE.duration,
        buffer: { after: SERVICE.after },
        offerings: service.offerings.filter(({ level }) => level === 'designer'),
      },
    ],
    policies: { ...shop.policies, booking: { ...shop.policies?.booking, notice: 60, horizon: 60, step: STEP } },
  })
}

/** From, to, from, to …; minutes since 1970, in order, not touching. */
export type Intervals = readonly number[]

/** The same shop and bookings as plain integers. */
export interface PlainMonth {
  /** Starts that the shop's hours allow, in order. */
  readonly starts: readonly number[]
  readonly resources: readonly { readonly id: string; readonly open: Intervals; readonly busy: Intervals }[]
}

export interface Month {
  readonly claims: readonly Claim[]
  readonly plain: PlainMonth
}

const dayStart = Math.round(wallToInstant(FROM, '00:00', ZONE).getTime() / MINUTE)
// 2026-12-01 is a Tuesday.
const weekdayOf = (day: number): number => (day + 1) % 7

function openOf(index: number): number[] {
  const { from, to, pause } = shiftOf(index)
  return Array.from({ length: DAYS }, (_, day) => day)
    .filter((day) => worksOn(index, weekdayOf(day)))
    .flatMap((day) => [from, pause[0], pause[1], to].map((wall) => dayStart + day * 1440 + wall))
}

/** Bookings (with buffers) of 30 to 90 minutes on the grid, spread at random over the month; the same for the same seed. */
export function monthOf(seed: number): Month {
  const random = randomNumbers(seed)
  const taken = Array.from({ length: RESOURCES }, (): [number, number][] => [])
  for (let made = 0; made < BOOKINGS;) {
    const index = Math.floor(random() * RESOURCES)
    const day = Math.floor(random() * DAYS)
    const start = dayStart + day * 1440 + 600 + STEP * Math.floor((random() * 660) / STEP)
    const end = start + 30 + STEP * Math.floor(random() * 5) + SERVICE.after
    const own = taken[index] ?? []
    if (!worksOn(index, weekdayOf(day)) || own.some(([from, to]) => start < to && from < end)) continue
    own.push([start, end])
    made += 1
  }
  const resources = taken.map((own, index) => {
    own.sort(([a], [b]) => a - b)
    return { id: idOf(index), open: openOf(index), busy: joined(own) }
  })
  const starts = Array.from({ length: DAYS }, (_, day) => day).flatMap((day) =>
    Array.from({ length: 660 / STEP }, (_, at) => dayStart + day * 1440 + 600 + at * STEP),
  )
  // As the store gives them: day by day, resource by resource.
  const claims = taken
    .flatMap((own, index) =>
      own.map(([start, end]) => ({
        resource: idOf(index),
        start: new Date(start * MINUTE),
        end: new Date(end * MINUTE),
        expiresAt: null,
      })),
    )
    .toSorted((a, b) => Math.floor(a.start.getTime() / 86_400_000) - Math.floor(b.start.getTime() / 86_400_000))
  return { claims, plain: { starts, resources } }
}

function joined(pairs: readonly (readonly [number, number])[]): number[] {
  const flat: number[] = []
  for (const [from, to] of pairs)
    if (flat.length > 0 && flat[flat.length - 1] === from) flat[flat.length - 1] = to
    else flat.push(from, to)
  return flat
}

/** Several months, so that nothing is measured that only remembers its last answer. */
export const months = (): readonly Month[] => Array.from({ length: 8 }, (_, index) => monthOf(index + 1))
