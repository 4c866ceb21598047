import type { Series } from '@kaidian/schemas'
import * as library from 'rrule'

// The package is CommonJS under Node and a module under bundlers.
const { RRule } = 'RRule' in library ? library : (library as { default: typeof library }).default

/** More than anybody plans ahead; a rule without an end stops here. */
export const MOST_OCCURRENCES = 400

const floating = (day: string, time: string): Date => new Date(`${day}T${time}:00Z`)
const wall = (date: Date): string => date.toISOString().slice(0, 16)

/**
 * Starts of a series by the clock on the wall, `2027-03-06T10:00`, in order and each once. The RRULE (RFC 5545) is unrolled
 * without a zone, so that an occurrence stays at its hour when the offset changes.
 * @throws Error when the RRULE cannot be read; `check` tells the merchant first
 */
export function occurrences({ day, time, rrule: rule, except = [], also = [] }: Series): readonly string[] {
  const first = floating(day, time)
  const dates: Date[] = []
  if (rule === undefined) dates.push(first)
  else {
    const parsed = RRule.parseString(rule)
    if (parsed.until) {
      // UNTIL may be a day alone, and then that day counts whole.
      if (/UNTIL=\d{8}(;|$)/.test(rule)) parsed.until = new Date(parsed.until.getTime() + 86_399_000)
    }
    new RRule({ ...parsed, dtstart: first }).all((date, count) => {
      if (count >= MOST_OCCURRENCES) return false
      dates.push(date)
      return true
    })
  }
  const starts = dates.map(wall).filter((start) => !except.includes(start.slice(0, 10)))
  return [...new Set([...starts, ...also])].toSorted()
}
