import type { Weekday } from '@kaidian/schemas'

/** A repetition as a small form can show it; other RRULEs are kept as text. */
export interface Repetition {
  readonly every: 'day' | 'week' | 'month'
  /** 2: every second one. */
  readonly interval: number
  /** Of weeks: on which days; the day of the first where none is named. */
  readonly on: readonly Weekday[]
  /** Of months: `3sat` is the third Saturday, `-1fri` the last Friday; null the same date. */
  readonly nth: { readonly which: number; readonly day: Weekday } | null
  readonly ends: { readonly kind: 'count'; readonly count: number } | { readonly kind: 'until'; readonly day: string }
}

const CODES: readonly (readonly [code: string, day: Weekday])[] = [
  ['MO', 'mon'],
  ['TU', 'tue'],
  ['WE', 'wed'],
  ['TH', 'thu'],
  ['FR', 'fri'],
  ['SA', 'sat'],
  ['SU', 'sun'],
]
const dayOf = (code: string): Weekday | undefined => CODES.find(([name]) => name === code)?.[1]
const codeOf = (day: Weekday): string => CODES.find(([, name]) => name === day)?.[0] ?? ''

const FREQUENCIES = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month' } as const
const KNOWN = ['FREQ', 'INTERVAL', 'BYDAY', 'COUNT', 'UNTIL']

/** Null for a rule that says more than the form shows. */
export function repetitionOf(rrule: string): Repetition | null {
  const parts = new Map(
    rrule.split(';').map((part) => {
      const [name = '', value = ''] = part.split('=')
      return [name, value]
    }),
  )
  const frequency = parts.get('FREQ') ?? ''
  if ([...parts.keys()].some((name) => !KNOWN.includes(name)) || !Object.hasOwn(FREQUENCIES, frequency)) return null
  const every = FREQUENCIES[frequency as keyof typeof FREQUENCIES]
  const interval = Number(parts.get('INTERVAL') ?? 1)
  const ends = endsOf(parts)
  if (!ends || !Number.isInteger(interval) || interval < 1) return null
  const by = parts.get('BYDAY')?.split(',') ?? []
  if (every === 'month') {
    if (by.length === 0) return { every, interval, on: [], nth: null, ends }
    const [, which, code = ''] = /^(-1|[1-5])([A-Z]{2})$/.exec(by[0] ?? '') ?? []
    const day = dayOf(code)
    return day && by.length === 1 ? { every, interval, on: [], nth: { which: Number(which), day }, ends } : null
  }
  const on = by.map(dayOf)
  if (on.some((day) => day === undefined) || (every === 'day' && on.length > 0)) return null
  return { every, interval, on: on.filter((day) => day !== undefined), nth: null, ends }
}

function endsOf(parts: ReadonlyMap<string, string>): Repetition['ends'] | null {
  const count = parts.get('COUNT')
  const until = parts.get('UNTIL')
  if (count !== undefined && until === undefined && /^\d{1,3}$/.test(count))
    return { kind: 'count', count: Number(count) }
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(until ?? '') ?? []
  return count === undefined && year !== undefined ? { kind: 'until', day: `${year}-${month}-${day}` } : null
}

/** As an RRULE of iCalendar. */
export function rruleOf({ every, interval, on, nth, ends }: Repetition): string {
  const frequency = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY' }[every]
  const by =
    every === 'week'
      ? CODES.filter(([, day]) => on.includes(day)).map(([code]) => code)
      : every === 'month' && nth
        ? [`${String(nth.which)}${codeOf(nth.day)}`]
        : []
  return [
    `FREQ=${frequency}`,
    ...(interval > 1 ? [`INTERVAL=${String(interval)}`] : []),
    ...(by.length > 0 ? [`BYDAY=${by.join(',')}`] : []),
    ends.kind === 'count' ? `COUNT=${String(ends.count)}` : `UNTIL=${ends.day.replaceAll('-', '')}`,
  ].join(';')
}
