import type { Document } from './bson.ts'
import { isObject, typeOf } from './bson.ts'
import { CommandError } from './errors.ts'
import type { Expression, Scope } from './expression.ts'

type Compile = (source: unknown) => Expression
type Operator = (argument: unknown, compile: Compile) => Expression

const formatters = new Map<string, Intl.DateTimeFormat>()

/** The wall-clock fields of an instant in a zone; an IANA name or an offset such as `+08:00`. */
function wallClock(instant: Date, zone: string): Date {
  const offset = /^([+-])(\d\d):?(\d\d)?$/.exec(zone)
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0)
    return new Date(instant.getTime() + (offset[1] === '-' ? -minutes : minutes) * 60_000)
  }
  let formatter = formatters.get(zone)
  if (!formatter) {
    try {
      formatter = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
      })
    } catch {
      throw new CommandError('BadValue', `unrecognized time zone identifier: "${zone}"`)
    }
    formatters.set(zone, formatter)
  }
  const part: Record<string, number> = {}
  for (const { type, value } of formatter.formatToParts(instant)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second, instant.getUTCMilliseconds()))
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 0)) / 86_400_000)
}

const FORMATS: Readonly<Record<string, (date: Date) => string>> = {
  Y: (date) => pad(date.getUTCFullYear(), 4),
  m: (date) => pad(date.getUTCMonth() + 1, 2),
  d: (date) => pad(date.getUTCDate(), 2),
  H: (date) => pad(date.getUTCHours(), 2),
  M: (date) => pad(date.getUTCMinutes(), 2),
  S: (date) => pad(date.getUTCSeconds(), 2),
  L: (date) => pad(date.getUTCMilliseconds(), 3),
  j: (date) => pad(dayOfYear(date), 3),
  w: (date) => String(date.getUTCDay() + 1),
  u: (date) => String(date.getUTCDay() || 7),
  '%': () => '%',
}

const asDate = (name: string, value: unknown): Date => {
  if (value instanceof Date) return value
  throw new CommandError('TypeMismatch', `${name} needs a date, not ${typeOf(value).alias}`)
}

const zoneOf = (zone: Expression | undefined, scope: Scope): string => {
  const value = zone?.(scope) ?? 'UTC'
  if (typeof value !== 'string') throw new CommandError('TypeMismatch', 'timezone must be a string')
  return value
}

export const dateToString: Operator = (argument, compile) => {
  if (!isObject(argument)) throw new CommandError('BadValue', '$dateToString only supports an object as its argument')
  const source: Document = argument
  for (const key of Object.keys(source))
    if (!['date', 'format', 'timezone', 'onNull'].includes(key))
      throw new CommandError('BadValue', `Unrecognized argument to $dateToString: ${key}`)
  const date = compile(source['date'])
  const zone = 'timezone' in source ? compile(source['timezone']) : undefined
  const onNull = compile(source['onNull'] ?? null)
  const format = typeof source['format'] === 'string' ? source['format'] : '%Y-%m-%dT%H:%M:%S.%LZ'
  for (const [, letter = ''] of format.matchAll(/%(.)/g))
    if (!FORMATS[letter]) throw new CommandError('BadValue', `Invalid format character '%${letter}' in format string`)
  return (scope) => {
    const value = date(scope)
    if (value === null || value === undefined) return onNull(scope)
    const wall = wallClock(asDate('$dateToString', value), zoneOf(zone, scope))
    return format.replace(/%(.)/g, (_, letter: string) => FORMATS[letter]?.(wall) ?? '')
  }
}

const part =
  (name: string, read: (wall: Date) => number): Operator =>
  (argument, compile) => {
    const source = isObject(argument) && 'date' in argument ? argument : { date: argument }
    const date = compile(source['date'])
    const zone = 'timezone' in source ? compile(source['timezone']) : undefined
    return (scope) => {
      const value = date(scope)
      return value === null || value === undefined ? null : read(wallClock(asDate(name, value), zoneOf(zone, scope)))
    }
  }

export const dateParts: Readonly<Record<string, Operator>> = {
  $year: part('$year', (wall) => wall.getUTCFullYear()),
  $month: part('$month', (wall) => wall.getUTCMonth() + 1),
  $dayOfMonth: part('$dayOfMonth', (wall) => wall.getUTCDate()),
  $hour: part('$hour', (wall) => wall.getUTCHours()),
  $minute: part('$minute', (wall) => wall.getUTCMinutes()),
  $dayOfWeek: part('$dayOfWeek', (wall) => wall.getUTCDay() + 1),
  $dayOfYear: part('$dayOfYear', dayOfYear),
}
